/** The tools over the map. While an area is drawn they make way for those of drawing. */
import { useLanguage } from '../language/context.tsx';
import { fewestCorners } from '../logic/drawing.ts';
import type { Drawing } from '../map/drawing.ts';
import type { MapTools as Tools } from '../state/use-map-tools.ts';

interface Props {
  tools: Tools;
  drawing: () => Drawing | undefined;
  /** The map is there. */
  ready: boolean;
}

export function MapTools({ tools, drawing, ready }: Props) {
  const { t } = useLanguage();
  const { corners } = tools;
  if (corners !== undefined) {
    return (
      <fieldset class="mh-tools" aria-label={t('map.draw')}>
        <p class="mh-tools__how">{t('map.drawHow')}</p>
        <button type="button" class="mh-tool" onClick={() => drawing()?.placeInMiddle()}>
          {t('map.drawPlace')}
        </button>
        <button type="button" class="mh-tool" aria-disabled={corners === 0} onClick={() => drawing()?.undo()}>
          {t('map.drawUndo')}
        </button>
        <button
          type="button"
          class="mh-tool mh-tool--main"
          aria-disabled={corners < fewestCorners}
          onClick={() => drawing()?.finish()}
        >
          {t('map.drawFinish')}
        </button>
        <button type="button" class="mh-tool" onClick={() => drawing()?.cancel()}>
          {t('map.drawCancel')}
        </button>
      </fieldset>
    );
  }
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
