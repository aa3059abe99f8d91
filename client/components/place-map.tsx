/** The small map of one place, with words that say the same. It comes only when it is looked at. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { withMap } from '../language/load.ts';
import { addressLines } from '../logic/place.ts';
import type { Settings } from '../pages/data.ts';
import { whenSeen } from '../state/when-seen.ts';

export function PlaceMap({ venue, settings }: { venue: Venue; settings: Settings }) {
  const language = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [tiles, setTiles] = useState(true);
  const { lon, lat, precision } = venue.location;

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let remove: (() => void) | undefined;
    let gone = false;
    const stop = whenSeen(element, async () => {
      try {
        const [{ createPlaceMap }, spoken] = await Promise.all([
          import('../map/place-map.ts'),
          withMap(language),
        ]);
        if (!gone) remove = createPlaceMap(spoken, element, settings, venue, setTiles).remove;
      } catch {
        if (!gone) setTiles(false);
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
  return (
    <>
      <section
        class="mh-place"
        aria-label={t(exact ? 'venue.mapAt' : 'venue.mapAround', { venue: venue.name })}
      >
        <div ref={container} class="mh-map__canvas" dir="ltr" />
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
