/** The small map of one place, with words that say the same. It comes only when it is looked at. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { withMap } from '../language/load.ts';
import { addressLines } from '../logic/place.ts';
import type { Settings } from '../pages/data.ts';
import { nextStep } from '../state/next-step.ts';
import { whenSeen } from '../state/when-seen.ts';

/** Asleep as the server sends it, until the page's script wakes it, if that comes. */
type State = 'asleep' | 'waiting' | 'ready' | 'unavailable';

export function PlaceMap({ venue, settings }: { venue: Venue; settings: Settings }) {
  const language = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>('asleep');
  const [tiles, setTiles] = useState(true);
  const { lon, lat, precision } = venue.location;

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    setState('waiting');
    let remove: (() => void) | undefined;
    let gone = false;
    const stop = whenSeen(element, async () => {
      try {
        const [{ createPlaceMap }, spoken] = await Promise.all([
          import('../map/place-map.ts'),
          withMap(language),
        ]);
        await nextStep();
        if (gone) return;
        remove = createPlaceMap(spoken, element, settings, venue, setTiles).remove;
        setState('ready');
      } catch {
        if (!gone) setState('unavailable');
      }
    });
    return () => {
      gone = true;
      stop();
      remove?.();
    };
  }, []);

  if (lon === undefined || lat === undefined) return null;
  const { t } = language;
  const exact = precision === 'exact';
  const told = exact && addressLines(venue.address).length > 0;
  const notes = {
    asleep: 'venue.mapNeedsScript',
    waiting: 'map.loading',
    unavailable: told ? 'venue.mapFailedAddress' : 'venue.mapFailed',
  } as const;
  return (
    <>
      <section
        class="mh-place"
        aria-label={
          state === 'unavailable'
            ? undefined
            : t(exact ? 'venue.mapAt' : 'venue.mapAround', { venue: venue.name })
        }
      >
        <div ref={container} class="mh-map__canvas" dir="ltr" />
        {state !== 'ready' && <p class="mh-map__note">{t(notes[state])}</p>}
      </section>
      {!tiles && (
        <p class="mh-panel__note mh-place__failed">
          {t(told ? 'venue.tilesFailedAddress' : 'venue.tilesFailed')}
        </p>
      )}
      {exact && (
        <p class="mh-place__links">
          <a href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`}>
            {t('venue.largerMap')}
          </a>
        </p>
      )}
    </>
  );
}
