/** The small map on a venue’s page: one place, drawn as precisely as its group allows. */
import { circle } from 'leaflet';
import type { PublicLocation } from '../../server/venues/schema.ts';
import type { Settings } from '../pages/data.ts';
import { createBaseMap } from './base-map.ts';
import { draw } from './markers.ts';

export function createPlaceMap(
  container: HTMLElement,
  settings: Settings,
  place: { id: number; name: string; slug: string; kind: string; location: PublicLocation },
  onTiles: (ok: boolean) => void,
): { remove: () => void } {
  const { lon, lat, precision } = place.location;
  const base = createBaseMap(container, settings, onTiles, { scrollWheelZoom: false });
  if (lon === undefined || lat === undefined) return base;
  const about = precision === 'approximate';
  base.map.setView([lat, lon], about ? 14 : 16);
  if (about) {
    circle([lat, lon], { radius: 500, className: 'mh-about', interactive: false }).addTo(base.map);
  } else {
    const { id, name, slug, kind } = place;
    const { marker } = draw(
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { count: 1, id, name, slug, kind },
      },
      () => {},
    );
    // One place that the page is about already: nothing to open, so nothing to stop at.
    marker.options.keyboard = false;
    marker.options.interactive = false;
    marker.addTo(base.map);
  }
  return base;
}
