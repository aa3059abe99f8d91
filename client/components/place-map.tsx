/** The small map of one place, with words that say the same. It comes only when it is looked at. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import type { Settings } from '../pages/data.ts';
import { whenSeen } from '../state/when-seen.ts';
import { words } from '../words.ts';

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
      const made = await import('../map/place-map.ts').catch(() => undefined);
      if (gone) return;
      if (made) remove = made.createPlaceMap(language, element, settings, venue.location, setTiles).remove;
      else setTiles(false);
    });
    return () => {
      gone = true;
      stop();
      remove?.();
    };
  }, []);

  if (lon === undefined || lat === undefined) return null;
  const text =
    precision === 'approximate'
      ? `Map: ${venue.name} is somewhere inside the circle.`
      : `Map: ${venue.name} is at the pin.`;
  return (
    <>
      <section class="mh-place" aria-label={text}>
        <div ref={container} class="mh-map__canvas" />
      </section>
      {!tiles && (
        <p class="mh-panel__note">
          {words.placeTilesFailed}
          {precision === 'exact' && ` ${words.placeAddress}`}
        </p>
      )}
      {precision === 'exact' && (
        <p class="mh-place__links">
          <a href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`}>
            Larger map on OpenStreetMap
          </a>
        </p>
      )}
    </>
  );
}
