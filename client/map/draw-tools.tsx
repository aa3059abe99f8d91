/** While an area is drawn: the tools of that, where those of the map are otherwise. */
import type { Language } from '../language/language.ts';
import { fewestCorners } from '../logic/drawing.ts';
import type { Drawing } from './drawing.ts';

/** `corners`: how many there are so far. */
export function drawTools({ t }: Language, drawing: Drawing, corners: number) {
  return (
    <fieldset class="mh-tools" aria-label={t('map.draw')}>
      <p class="mh-tools__how">{t('map.drawHow')}</p>
      <button type="button" class="mh-tool" onClick={drawing.placeInMiddle}>
        {t('map.drawPlace')}
      </button>
      <button type="button" class="mh-tool" aria-disabled={corners === 0} onClick={drawing.undo}>
        {t('map.drawUndo')}
      </button>
      <button
        type="button"
        class="mh-tool mh-tool--main"
        aria-disabled={corners < fewestCorners}
        onClick={drawing.finish}
      >
        {t('map.drawFinish')}
      </button>
      <button type="button" class="mh-tool" onClick={drawing.cancel}>
        {t('map.drawCancel')}
      </button>
    </fieldset>
  );
}
