/** Leads to a map of the plan that moves, for whoever asks for it. Only a script shows it; the picture says the same. */
import { useLanguage } from '../../language/context.tsx';
import type { Settings } from '../../pages/data.ts';

interface Props {
  plan: number;
  settings: Settings;
  /** The id of the picture: its hatching is used here too. */
  picture: string;
  /** Was anything there before the plan, to compare with? */
  isBefore: boolean;
}

export function MoveMap({ plan, settings, picture, isBefore }: Props) {
  const { t, locale } = useLanguage();
  return (
    <details
      class="mh-moved"
      hidden
      data-plan={plan}
      data-picture={picture}
      data-locale={locale}
      data-tiles={settings.tileUrl}
      data-credit={settings.tileAttribution}
      data-failed={t('figures.moveFailed')}
    >
      <summary>{t('figures.move')}</summary>
      <p class="mh-moved__how">{t('figures.moveHow')}</p>
      {isBefore && (
        <label class="mh-moved__before">
          <input type="checkbox" /> {t('figures.moveBefore')}
        </label>
      )}
      <div class="mh-map__canvas mh-moved__map" dir="ltr" />
      <p class="mh-moved__said" role="status" />
    </details>
  );
}
