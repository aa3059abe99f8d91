/** The map of a search: what the server says lies in view, in step with the list. */
import { type Map as LeafletMap, latLngBounds } from 'leaflet';
import { type Box, type ClusterFeature, fetchClusters, fetchVenues } from '../api.ts';
import { formatBox, home, intersect, parseBox } from '../logic/boxes.ts';
import type { Query } from '../logic/query.ts';
import type { Settings } from '../pages/data.ts';
import { words } from '../words.ts';
import { createBaseMap } from './base-map.ts';
import { type Drawn, draw, isVenue, keyOf, readingOrder } from './markers.ts';
import { openPopup, type PopupVenue } from './popups.ts';

export interface SearchMapEvents {
  onActive: (id: number | null) => void;
  /** The reader moved the map to this box. */
  onMoved: (box: Box) => void;
  onTiles: (ok: boolean) => void;
  onFailed: (failed: boolean) => void;
}

export interface SearchMap {
  setQuery: (query: Query) => void;
  /** Bring a box into view; nothing known shows the register’s home. */
  show: (box: Box | undefined) => void;
  highlight: (id: number | null) => void;
  remove: () => void;
}

const deepest = 18;

const viewOf = (map: LeafletMap): Box => {
  const view = map.getBounds();
  return [
    Math.max(-180, view.getWest()),
    Math.max(-85, view.getSouth()),
    Math.min(180, view.getEast()),
    Math.min(85, view.getNorth()),
  ];
};
const toBounds = ([west, south, east, north]: Box) =>
  latLngBounds([
    [south, west],
    [north, east],
  ]);

export function createSearchMap(
  container: HTMLElement,
  settings: Settings,
  events: SearchMapEvents,
): SearchMap {
  const base = createBaseMap(container, settings, events.onTiles);
  const { map } = base;
  let query: Query = {};
  let drawn = new Map<string, Drawn>();
  let highlighted: number | null = null;
  let request: AbortController | undefined;
  let byReader = false;

  async function refresh() {
    request?.abort();
    const controller = new AbortController();
    request = controller;
    const box = intersect(viewOf(map), parseBox(query.bbox?.[0]));
    try {
      const features = box
        ? await fetchClusters(query, box, Math.round(map.getZoom()), controller.signal)
        : [];
      if (controller.signal.aborted) return;
      redraw(features);
      events.onFailed(false);
    } catch {
      if (!controller.signal.aborted) events.onFailed(true);
    }
  }

  /** What stays is left alone, so that focus and popups live on. */
  function redraw(features: ClusterFeature[]) {
    const hadFocus = document.activeElement?.closest('.leaflet-marker-pane') !== null;
    const next = new Map<string, Drawn>();
    for (const feature of features.sort(readingOrder)) {
      const key = keyOf(feature);
      const kept = drawn.get(key);
      next.set(key, kept ?? draw(feature, open));
    }
    for (const [key, each] of drawn) if (!next.has(key)) each.layer.remove();
    for (const [key, each] of next) {
      if (drawn.has(key)) continue;
      each.layer.addTo(map);
      link(each);
    }
    drawn = next;
    paint();
    if (hadFocus && document.activeElement === document.body) container.focus({ preventScroll: true });
  }

  function link({ marker, feature: { properties } }: Drawn) {
    const id = properties.id;
    const element = marker.getElement();
    if (id === undefined || !element) return;
    for (const on of ['mouseenter', 'focus']) element.addEventListener(on, () => events.onActive(id));
    for (const off of ['mouseleave', 'blur']) element.addEventListener(off, () => events.onActive(null));
  }

  function paint() {
    for (const { marker, feature } of drawn.values()) {
      const on = feature.properties.id !== undefined && feature.properties.id === highlighted;
      marker.getElement()?.classList.toggle('mh-pin--active', on);
      marker.setZIndexOffset(on ? 1000 : 0);
    }
  }

  async function open({ feature, marker }: Drawn) {
    const { properties } = feature;
    if (isVenue(feature)) {
      const { id = 0, name = '', slug = '', kind } = properties;
      const note = properties.precision === 'approximate' ? words.cardApproximate : undefined;
      return openPopup(map, marker, [{ id, name, slug, kind }], note);
    }
    byReader = true;
    const bounds = properties.bbox && toBounds(properties.bbox);
    const target = bounds ? map.getBoundsZoom(bounds) : map.getZoom() + 2;
    if (map.getZoom() < deepest && target > map.getZoom()) {
      return map.setView(bounds?.getCenter() ?? marker.getLatLng(), Math.min(target, deepest));
    }
    if (map.getZoom() < deepest) return map.setView(marker.getLatLng(), Math.min(map.getZoom() + 2, deepest));
    // Venues at the very same spot cannot be told apart by going nearer: name them.
    const [lon, lat] = feature.geometry.coordinates;
    const reach = 0.0002;
    const box = properties.bbox ?? [lon, lat, lon, lat];
    const around: Box = [box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach];
    const list = await fetchVenues({ ...query, bbox: [formatBox(around)], cursor: [] }).catch(
      () => undefined,
    );
    if (list) openPopup(map, marker, list.items satisfies PopupVenue[]);
  }

  for (const moved of ['dragstart', 'keydown', 'wheel', 'dblclick'] as const) {
    map.on(moved, () => {
      byReader = true;
    });
  }
  container.addEventListener('wheel', () => {
    byReader = true;
  });
  container.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('.leaflet-control-zoom')) byReader = true;
  });
  map.on('moveend', () => {
    if (byReader) events.onMoved(viewOf(map));
    void refresh();
  });

  return {
    setQuery(next) {
      query = next;
      if (map.getZoom() !== undefined) void refresh();
    },
    show(box) {
      byReader = false;
      if (box) map.fitBounds(toBounds(box), { maxZoom: 16, padding: [32, 32], animate: false });
      else map.setView([home.lat, home.lon], home.zoom, { animate: false });
    },
    highlight(id) {
      highlighted = id;
      paint();
    },
    remove() {
      request?.abort();
      base.remove();
    },
  };
}
