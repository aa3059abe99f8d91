/** The tools over the map. While an area is drawn they make way for those of that. */
import { useLanguage } from '../language/context.tsx';
import type { MapTools as Tools } from '../state/use-map-tools.ts';

interface Props {
  tools: Tools;
  /** The map is there. */
  ready: boolean;
}

export function MapTools({ tools, ready }: Props) {
  const { t } = useLanguage();
  return (
    <fieldset class="mh-tools" aria-label={t('map.tools')}>
      <button type="button" class="mh-tool" disabled={!ready} aria-busy={tools.busy} onClick={tools.locate}>
        {t('map.locate')}
      </button>
      <button type="button" class="mh-tool" disabled={!ready} onClick={tools.walk}>
        {t('map.walk')}
      </button>
      <button
        type="button"
        class="mh-tool"
        disabled={!ready}
        aria-pressed={tools.areas}
        onClick={tools.toggleAreas}
      >
        {t('map.areas')}
      </button>
      <button type="button" class="mh-tool" disabled={!ready} onClick={tools.draw}>
        {t('map.draw')}
      </button>
    </fieldset>
  );
}
