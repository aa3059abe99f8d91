/** How things look on the map: drawn with CSS and words, named for screen readers, reachable by keyboard. */
import { circle, divIcon, type LatLngExpression, type Layer, layerGroup, type Marker, marker } from 'leaflet';
import type { Language } from '../language/language.ts';
import { approximateRadius } from '../logic/boxes.ts';
import { fitMark, type Look, lookOf, nameOf, pinLook } from '../logic/map-looks.ts';
import type { Fit } from '../logic/map-state.ts';
import type { Spot } from '../logic/spots.ts';
import { kindIcon } from './kind-icons.ts';

export interface Drawn {
  layer: Layer;
  marker: Marker;
  spot: Spot;
}

export const areaAround = (lat: number, lon: number) =>
  circle([lat, lon], { radius: approximateRadius, className: 'mh-about', interactive: false });

const part = (className: string, ...content: (Node | string)[]) => {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
};

function iconOf({ className, width, height, text, kind, fit }: Look) {
  if (text !== undefined)
    return divIcon({ className, html: part('mh-pin__count', text), iconSize: [width, height] });
  const mark = fitMark(fit);
  const whole = part('mh-pin__drop', kindIcon(kind));
  const html = part('mh-pin__body', whole, ...(mark ? [part('mh-pin__fit', mark)] : []));
  // Stands on its tip.
  return divIcon({ className, html, iconSize: [width, height], iconAnchor: [width / 2, height] });
}

export const pinIcon = (kind?: string, fit?: Fit) => iconOf(pinLook(kind, fit));

/** How far above its point its middle is: a pin stands on its tip. */
export const riseOf = ({ venues, approximate }: Spot): number =>
  venues.length === 1 && !approximate ? 20 : 0;

interface Ways {
  standsAt: (spot: Spot) => LatLngExpression;
  /** Answers click, tap, Enter and Space alike. */
  onOpen: (drawn: Drawn) => void;
}

export function draw(language: Language, spot: Spot, fit: Fit, { standsAt, onOpen }: Ways): Drawn {
  const label = nameOf(language, spot, fit);
  const pin = marker(standsAt(spot), {
    icon: iconOf(lookOf(language, spot, fit)),
    title: label,
    riseOnHover: true,
  });
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
