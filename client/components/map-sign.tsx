/** What is within a sign of the map, as a page has it; the map itself makes the same for Leaflet (`client/map/markers.ts`). */
import { kindPath } from '../drawings/kinds.ts';
import { fitMark, type Look } from '../logic/map-looks.ts';

export function MapSign({ look: { text, kind, fit } }: { look: Look }) {
  if (text !== undefined) return <span class="mh-pin__count">{text}</span>;
  return (
    <span class="mh-pin__body">
      <span class="mh-pin__drop">
        <svg viewBox="0 0 16 16" class="mh-pin__kind" aria-hidden="true" focusable="false">
          <path d={kindPath(kind)} />
        </svg>
      </span>
      {fit && <span class="mh-pin__fit">{fitMark(fit)}</span>}
    </span>
  );
}
