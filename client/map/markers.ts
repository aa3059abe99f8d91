/** How things look on the map: drawn with CSS and words, named for screen readers, reachable by keyboard. */
import { circle, divIcon, type Layer, layerGroup, type Marker, marker } from 'leaflet';
import { capitalised, formatEstimate, formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { Spot } from '../logic/spots.ts';

/** The grid to which an approximate place is shown, as a radius in metres. */
const approximateRadius = 500;

export interface Drawn {
  layer: Layer;
  marker: Marker;
  spot: Spot;
}

export const areaAround = (lat: number, lon: number) =>
  circle([lat, lon], { radius: approximateRadius, className: 'mh-about', interactive: false });

function nameOf(language: Language, { venues, count, exact, approximate }: Spot): string {
  const { t, word } = language;
  const [only] = venues;
  if (!only) {
    const number = formatEstimate(language, { value: count, exact });
    return capitalised(language, t('map.crowd', { count, number }));
  }
  if (venues.length > 1) return t('map.shared', { count: venues.length });
  const kind = only.kind && word('kinds', only.kind, 'label');
  return [only.name, kind, approximate ? t('map.aboutHere') : ''].filter(Boolean).join(t('common.comma'));
}

const badge = (className: string, text: string, size: number) => {
  const label = document.createElement('span');
  label.textContent = text;
  return divIcon({ className, html: label, iconSize: [size, size] });
};

export const pinIcon = () =>
  divIcon({ className: 'mh-pin', html: '<span></span>', iconSize: [28, 36], iconAnchor: [14, 36] });

/** How wide and high it is on the screen. */
export function sizeOf({ venues, count, approximate }: Spot): number {
  if (venues.length === 0) return count < 10 ? 36 : count < 100 ? 44 : 54;
  return approximate ? 30 : venues.length > 1 ? 32 : 36;
}

/** How far above its point its middle is: a pin stands on its tip. */
export const riseOf = ({ venues, approximate }: Spot): number =>
  venues.length === 1 && !approximate ? 18 : 0;

function icon(language: Language, spot: Spot) {
  const { venues, count, approximate } = spot;
  const size = sizeOf(spot);
  if (venues.length === 0)
    return badge(
      'mh-cluster',
      count < 10_000 ? formatNumber(language, count) : `${Math.round(count / 1000)}k`,
      size,
    );
  const several = venues.length > 1 ? String(venues.length) : '';
  if (approximate) return badge('mh-pin mh-pin--about', several, size);
  return several ? badge('mh-pin mh-pin--several', several, size) : pinIcon();
}

/** `onOpen` answers click, tap, Enter and Space alike. */
export function draw(language: Language, spot: Spot, onOpen: (drawn: Drawn) => void): Drawn {
  const { lat, lon } = spot;
  const label = nameOf(language, spot);
  const pin = marker([lat, lon], { icon: icon(language, spot), title: label, riseOnHover: true });
  const areas = spot.venues.length > 0 ? spot.areas : [];
  const layer =
    areas.length > 0 ? layerGroup([...areas.map((area) => areaAround(area.lat, area.lon)), pin]) : pin;
  const drawn: Drawn = { layer, marker: pin, spot };
  pin.on('click', () => onOpen(drawn));
  pin.on('add', () => {
    const element = pin.getElement();
    element?.setAttribute('aria-label', label);
    element?.addEventListener('keydown', (event) => {
      // Leaflet turns Enter into a click by itself only where a popup is bound, so both keys are ours.
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      onOpen(drawn);
    });
  });
  return drawn;
}
