/** The small map on a venue’s page: one place, drawn as precisely as its group allows. */
import { marker } from 'leaflet';
import type { Venue } from '../../server/venues/schema.ts';
import type { Language } from '../language/language.ts';
import type { Settings } from '../pages/data.ts';
import { createBaseMap } from './base-map.ts';
import { areaAround, pinIcon } from './markers.ts';

export function createPlaceMap(
  language: Language,
  container: HTMLElement,
  settings: Settings,
  { kind, location: { lon, lat, precision } }: Pick<Venue, 'kind' | 'location'>,
  onTiles: (ok: boolean) => void,
): { remove: () => void } {
  const base = createBaseMap(language, container, settings, onTiles, { scrollWheelZoom: false });
  if (lon === undefined || lat === undefined) return base;
  const about = precision === 'approximate';
  base.map.setView([lat, lon], about ? 14 : 16);
  // The page is about this one place already: there is nothing to open, so nothing to stop at with Tab.
  const sign = about
    ? areaAround(lat, lon)
    : marker([lat, lon], { icon: pinIcon(kind), interactive: false, keyboard: false });
  sign.addTo(base.map);
  // The lower edge of the circle stays clear of the credit.
  if (about) base.map.panBy([0, 14], { animate: false });
  return base;
}
