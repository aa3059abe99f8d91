/** How things look on the map: drawn with CSS and words, named for screen readers, reachable by keyboard. */
import { circle, divIcon, type Layer, layerGroup, type Marker, marker } from 'leaflet';
import { capitalised, formatEstimate, formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { Fit } from '../logic/map-state.ts';
import type { Spot } from '../logic/spots.ts';
import { kindIcon } from './kind-icons.ts';

/** The grid to which an approximate place is shown, as a radius in metres. */
const approximateRadius = 500;

export interface Drawn {
  layer: Layer;
  marker: Marker;
  spot: Spot;
}

export const areaAround = (lat: number, lon: number) =>
  circle([lat, lon], { radius: approximateRadius, className: 'mh-about', interactive: false });

function nameOf(language: Language, { venues, count, exact, approximate }: Spot, fit: Fit): string {
  const { t, word } = language;
  const [only] = venues;
  if (!only) {
    const number = formatEstimate(language, { value: count, exact });
    return capitalised(language, t('map.crowd', { count, number }));
  }
  if (venues.length > 1) return t('map.shared', { count: venues.length });
  const kind = only.kind && word('kinds', only.kind, 'label');
  const about = approximate ? t('map.aboutHere') : '';
  return [only.name, kind, about, fitWords(language, fit)].filter(Boolean).join(t('common.comma'));
}

export const fitWords = ({ t }: Language, fit: Fit): string =>
  fit ? t(fit === 'met' ? 'map.met' : 'map.ask') : '';

const part = (className: string, ...content: (Node | string)[]) => {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
};

const badge = (className: string, text: string, size: number) =>
  divIcon({ className, html: part('mh-pin__count', text), iconSize: [size, size] });

/** Stands on its tip; a tick or a question mark on its shoulder, where something was asked. */
export function pinIcon(kind?: string, fit?: Fit) {
  const whole = part('mh-pin__drop', kindIcon(kind));
  const html = part('mh-pin__body', whole, ...(fit ? [part('mh-pin__fit', fit === 'met' ? '✓' : '?')] : []));
  return divIcon({
    className: fit === 'ask' ? 'mh-pin mh-pin--ask' : 'mh-pin',
    html,
    iconSize: [32, 40],
    iconAnchor: [16, 40],
  });
}

/** How wide and high it is on the screen. */
export function sizeOf({ venues, count, approximate }: Spot): number {
  if (venues.length === 0) return count < 10 ? 36 : count < 100 ? 44 : 54;
  return approximate ? 30 : venues.length > 1 ? 32 : 40;
}

/** How far above its point its middle is: a pin stands on its tip. */
export const riseOf = ({ venues, approximate }: Spot): number =>
  venues.length === 1 && !approximate ? 20 : 0;

function icon(language: Language, spot: Spot, fit: Fit) {
  const { venues, count, approximate } = spot;
  const size = sizeOf(spot);
  const ask = fit === 'ask' ? ' mh-pin--ask' : '';
  if (venues.length === 0) {
    const short = count < 10_000 ? formatNumber(language, count) : `${Math.round(count / 1000)}k`;
    return badge(`mh-cluster${ask}`, short, size);
  }
  const several = venues.length > 1 ? String(venues.length) : '';
  if (approximate) return badge(`mh-pin mh-pin--about${ask}`, several, size);
  return several ? badge(`mh-pin mh-pin--several${ask}`, several, size) : pinIcon(venues[0]?.kind, fit);
}

/** `onOpen` answers click, tap, Enter and Space alike. */
export function draw(language: Language, spot: Spot, fit: Fit, onOpen: (drawn: Drawn) => void): Drawn {
  const { lat, lon } = spot;
  const label = nameOf(language, spot, fit);
  const pin = marker([lat, lon], { icon: icon(language, spot, fit), title: label, riseOnHover: true });
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
