/** A map on which the pin of a place is set: by a tap, by dragging it, or by arrow keys that move it by metres. */
import { type LatLng, latLng, marker } from 'leaflet';
import type { Language } from '../language/language.ts';
import { type BaseMap, createBaseMap, type Tiles } from './base-map.ts';
import { pinIcon } from './markers.ts';

export interface Spot {
  lon: number;
  lat: number;
}

const STEP = 5;
const LONG_STEP = 50;
const DEGREE_METRES = 111_195;

const ways: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** So many metres to the east and to the north. */
function moved({ lat, lng }: LatLng, east: number, north: number): LatLng {
  const width = DEGREE_METRES * Math.cos((lat * Math.PI) / 180);
  return latLng(lat + north / DEGREE_METRES, lng + east / width);
}

interface Setting {
  /** Where the pin is, or where the map is looked at while there is none. */
  at: Spot;
  hasPin: boolean;
  /** `metres` is how far it is from where it was at first; absent when there was no pin. */
  onMove: (to: Spot, metres?: number) => void;
}

export function createPinMap(
  language: Language,
  container: HTMLElement,
  tiles: Tiles,
  { at, hasPin, onMove }: Setting,
): Pick<BaseMap, 'remove'> & { put: (spot: Spot) => void } {
  const base = createBaseMap(language, container, tiles, () => undefined, { scrollWheelZoom: false });
  const { map } = base;
  const first = latLng(at.lat, at.lon);
  map.setView(first, hasPin ? 17 : 12);
  // The name is what is heard, and arrows are for the pin as long as it has the focus.
  const pin = marker(first, { icon: pinIcon(), draggable: true, autoPan: true, keyboard: true });
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  const tell = () => {
    const { lat, lng } = pin.getLatLng();
    const metres = hasPin ? Math.round(first.distanceTo(pin.getLatLng())) : undefined;
    onMove({ lat: round(lat), lon: round(lng) }, metres);
  };
  const name = () => {
    const element = pin.getElement();
    if (!element || element.getAttribute('role') === 'application') return;
    // Screen readers hand arrow keys on only to what asks for them.
    element.setAttribute('role', 'application');
    element.setAttribute('aria-label', language.t('listing.pinName'));
    element.addEventListener('keydown', (event) => {
      const way = ways[event.key];
      if (!way) return;
      event.preventDefault();
      event.stopPropagation();
      const metres = event.shiftKey ? LONG_STEP : STEP;
      pin.setLatLng(moved(pin.getLatLng(), way[0] * metres, way[1] * metres));
      map.panInside(pin.getLatLng(), { padding: [40, 40], animate: false });
      tell();
    });
  };
  pin.on('add', name).on('dragend', tell).addTo(map);
  map.on('click', ({ latlng }) => {
    pin.setLatLng(latlng);
    tell();
  });
  return {
    remove: base.remove,
    put: ({ lat, lon }) => {
      pin.setLatLng([lat, lon]);
      map.setView([lat, lon], Math.max(16, map.getZoom()), { animate: false });
    },
  };
}
