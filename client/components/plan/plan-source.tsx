/** Where the numbers of a figure come from: the layer and its version, the model of travel, whose map lies under it. */
import type { TravelModel } from '../../../server/travel/schema.ts';
import { useLanguage } from '../../language/context.tsx';
import { formatList } from '../../language/format.ts';
import { travelSentence } from '../../logic/plan-words.ts';

export interface SourceShown {
  /** Absent when the layer is gone, or the reader may not see it. */
  layer?: { name: string; version: number; source: string; licence: string; attribution?: string };
  weight: string;
  travel: TravelModel;
  /** Who made the map under the figures. */
  ground: readonly string[];
}

export function PlanSource({ layer, weight, travel, ground }: SourceShown) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div class="mh-source">
      {layer ? (
        <p dir="auto">
          {t('figures.fromLayer', layer)} {layer.attribution}
        </p>
      ) : (
        <p>{t('figures.layerGone')}</p>
      )}
      <p>
        {t('figures.weighedBy')} <code dir="ltr">{weight}</code>
      </p>
      <p>{travelSentence(language, travel)}</p>
      {ground.length > 0 && <p>{t('figures.groundBy', { makers: formatList(language, ground) })}</p>}
    </div>
  );
}
