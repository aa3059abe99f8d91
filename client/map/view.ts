/** Boxes of ours and bounds of Leaflet’s. */
import { type Map as LeafletMap, latLngBounds } from 'leaflet';
import type { Box } from '../api.ts';

export const viewOf = (map: LeafletMap): Box => {
  const view = map.getBounds();
  return [
    Math.max(-180, view.getWest()),
    Math.max(-85, view.getSouth()),
    Math.min(180, view.getEast()),
    Math.min(85, view.getNorth()),
  ];
};

export const toBounds = ([west, south, east, north]: Box) =>
  latLngBounds([
    [south, west],
    [north, east],
  ]);
