/**
 * A map of our own under the places: rivers, main roads, railways, outlines and names, for when the pictures of the map
 * cannot be had. Asked for only then, and again where the reader goes.
 */
import {
  type Control,
  divIcon,
  type GeoJSONOptions,
  geoJSON,
  type Layer,
  type Map as LeafletMap,
  layerGroup,
  marker,
  svg,
} from 'leaflet';
import { type BackdropFeature, type Box, fetchBackdrop } from '../api.ts';
import { escapeHtml } from '../logic/attribution.ts';
import { covers, snap } from '../logic/boxes.ts';
import { viewOf } from './view.ts';

export interface Backdrop {
  show: () => void;
  hide: () => void;
}

export function createBackdrop(map: LeafletMap, credit: Control.Attribution): Backdrop {
  const ground = map.createPane('backdrop');
  const names = map.createPane('names');
  for (const pane of [ground, names]) pane.setAttribute('aria-hidden', 'true');
  const renderer = svg({ pane: 'backdrop', padding: 0.5 });
  let layers = layerGroup();
  let drawn: { box: Box; zoom: number } | undefined;
  let credited: string[] = [];
  let request: AbortController | undefined;
  let shown = false;

  async function refresh() {
    if (!shown || map.getZoom() === undefined) return;
    const zoom = Math.round(map.getZoom());
    const view = viewOf(map);
    if (drawn && drawn.zoom === zoom && covers(drawn.box, view)) return;
    request?.abort();
    const controller = new AbortController();
    request = controller;
    const box = snap(view, zoom);
    // Without it the map is plain, and the places are on it all the same.
    const answer = await fetchBackdrop(box, zoom, controller.signal).catch(() => undefined);
    if (!answer || controller.signal.aborted) return;
    drawn = { box, zoom };
    const next = layerGroup();
    geoJSON<BackdropFeature['properties']>(answer, {
      filter: ({ properties }) => properties.kind !== 'place',
      interactive: false,
      pane: 'backdrop',
      style: (feature) => ({ renderer, className: classOf(feature as BackdropFeature) }),
    } as GeoJSONOptions<BackdropFeature['properties']>).addTo(next);
    for (const label of labels(map, answer.features)) label.addTo(next);
    layers.remove();
    layers = next.addTo(map);
    for (const text of credited) credit.removeAttribution(text);
    credited = answer.attribution.map(escapeHtml);
    for (const text of credited) credit.addAttribution(text);
  }

  map.on('moveend', () => void refresh());
  return {
    show() {
      if (shown) return;
      shown = true;
      layers.addTo(map);
      void refresh();
    },
    hide() {
      if (!shown) return;
      shown = false;
      request?.abort();
      layers.remove();
      for (const text of credited) credit.removeAttribution(text);
      drawn = undefined;
    },
  };
}

const classOf = ({ properties: { kind }, geometry }: BackdropFeature): string =>
  `mh-line mh-line--${kind}${geometry.type === 'MultiPolygon' ? ' mh-line--filled' : ''}`;

/** Names that would lie over one another give way to the better known, which come first. */
function labels(map: LeafletMap, features: readonly BackdropFeature[]): Layer[] {
  const taken: { x: number; y: number; half: number }[] = [];
  return features.flatMap(({ geometry, properties: { name } }) => {
    if (geometry.type !== 'Point' || !name) return [];
    const [lon = 0, lat = 0] = geometry.coordinates;
    const { x, y } = map.latLngToLayerPoint([lat, lon]);
    const half = name.length * 4 + 6;
    if (taken.some((each) => Math.abs(each.x - x) < each.half + half && Math.abs(each.y - y) < 20)) return [];
    taken.push({ x, y, half });
    const html = document.createElement('span');
    html.textContent = name;
    // Of no size, for its style sets it about its point: a tooltip of Leaflet's would be measured, one after the other.
    const icon = divIcon({ className: 'mh-place-name', html, iconSize: [0, 0] });
    return [marker([lat, lon], { icon, interactive: false, keyboard: false, pane: 'names' })];
  });
}
