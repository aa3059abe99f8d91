/** How far people have to go, before the plan and with it, in the classes of the maps. */
import { useLanguage } from '../../language/context.tsx';
import type { Drawing } from '../../logic/plan-drawing.ts';
import { bandName } from '../../logic/plan-words.ts';
import { ShareBars } from './share-bars.tsx';

interface Props {
  drawing: Pick<Drawing, 'bands' | 'tally'>;
  unit: string;
  isNow?: boolean;
}

export function TravelBands({ drawing, unit, isNow = false }: Props) {
  const language = useLanguage();
  const { t } = language;
  const { bands, tally } = drawing;
  const total = tally.after.reduce((sum, { weight }) => sum + weight, 0);
  const reachedBefore = tally.before.slice(0, -1).some(({ areas }) => areas > 0);
  return (
    <ShareBars
      title={t('figures.bandsTitle')}
      of={t('figures.travel')}
      unit={unit}
      isNow={isNow}
      isBefore={reachedBefore}
      rows={tally.after.map(({ weight }, band) => ({
        key: String(band),
        name: bandName(language, bands, band),
        before: tally.before[band]?.weight ?? 0,
        after: weight,
        total,
      }))}
    />
  );
}
