/** How things look on the map: drawn with CSS and words, named for screen readers, reachable by keyboard. */
import { circle, divIcon, type Layer, layerGroup, type Marker, marker } from 'leaflet';
import { findKind } from '../../server/vocabulary.ts';
import type { ClusterFeature } from '../api.ts';
import { formatCount, formatNumber } from '../logic/format.ts';

/** The grid to which an approximate place is shown, as a radius in metres. */
const approximateRadius = 500;

export interface Drawn {
  key: string;
  layer: Layer;
  marker: Marker;
  feature: ClusterFeature;
}

export const keyOf = ({ properties, geometry }: ClusterFeature): string =>
  properties.id !== undefined
    ? `venue-${properties.id}`
    : `cluster-${properties.count}-${geometry.coordinates.join()}`;

export const isVenue = ({ properties }: ClusterFeature): boolean => properties.id !== undefined;

function clusterName({ count, exact }: ClusterFeature['properties']): string {
  const about = exact === false ? 'About ' : '';
  return `${about}${formatCount(count, 'venue', 'venues')} here. Zoom in`;
}

function venueName({ name = 'Venue', kind, precision }: ClusterFeature['properties']): string {
  const label = (kind && findKind(kind)?.label) || '';
  return [name, label, precision === 'approximate' ? 'about here' : ''].filter(Boolean).join(', ');
}

function icon(feature: ClusterFeature) {
  const { count, precision } = feature.properties;
  if (!isVenue(feature)) {
    const size = count < 10 ? 36 : count < 100 ? 44 : 54;
    const text = document.createElement('span');
    text.textContent = count < 10_000 ? formatNumber(count) : `${Math.round(count / 1000)}k`;
    return divIcon({ className: 'mh-cluster', html: text, iconSize: [size, size] });
  }
  if (precision === 'approximate')
    return divIcon({ className: 'mh-pin mh-pin--about', html: '', iconSize: [28, 28] });
  return divIcon({ className: 'mh-pin', html: '<span></span>', iconSize: [28, 36], iconAnchor: [14, 36] });
}

/** `onOpen` answers click, tap, Enter and Space alike. */
export function draw(feature: ClusterFeature, onOpen: (drawn: Drawn) => void): Drawn {
  const [lon, lat] = feature.geometry.coordinates;
  const label = isVenue(feature) ? venueName(feature.properties) : clusterName(feature.properties);
  const pin = marker([lat, lon], { icon: icon(feature), title: label, keyboard: true, riseOnHover: true });
  const about = feature.properties.precision === 'approximate';
  const layer = about
    ? layerGroup([
        circle([lat, lon], { radius: approximateRadius, className: 'mh-about', interactive: false }),
        pin,
      ])
    : pin;
  const drawn: Drawn = { key: keyOf(feature), layer, marker: pin, feature };
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

/** North to south, then west to east: the order in which Tab visits them. */
export const readingOrder = (a: ClusterFeature, b: ClusterFeature): number =>
  b.geometry.coordinates[1] - a.geometry.coordinates[1] ||
  a.geometry.coordinates[0] - b.geometry.coordinates[0];
