/** What of the question has a shape: the point, the circle round it, the area that was drawn. Words say the same. */
import { circle, circleMarker, type Map as LeafletMap, layerGroup, polygon } from 'leaflet';
import type { Shape } from '../logic/boxes.ts';

export function createShapes(map: LeafletMap): (shape: Shape) => void {
  map.createPane('shapes').setAttribute('aria-hidden', 'true');
  const layers = layerGroup().addTo(map);
  const common = { pane: 'shapes', interactive: false };
  return ({ near, circle: round, polygon: corners }) => {
    layers.clearLayers();
    if (round)
      circle([round.lat, round.lon], { ...common, radius: round.radius, className: 'mh-shape' }).addTo(
        layers,
      );
    if (corners)
      polygon(
        corners.map(({ lon, lat }): [number, number] => [lat, lon]),
        { ...common, className: 'mh-shape' },
      ).addTo(layers);
    if (near)
      circleMarker([near.lat, near.lon], { ...common, radius: 8, className: 'mh-here' }).addTo(layers);
  };
}
