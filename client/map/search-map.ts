/** The map of a search: what the server says lies in view, in step with the list. */
import { type Map as LeafletMap, latLngBounds } from 'leaflet';
import { type Box, fetchClusters } from '../api.ts';
import type { Language } from '../language/language.ts';
import { contains, home, intersect, parseBox } from '../logic/boxes.ts';
import { gather, type Sign } from '../logic/gather.ts';
import type { Query } from '../logic/query.ts';
import { type Spot, spotsOf } from '../logic/spots.ts';
import type { Settings } from '../pages/data.ts';
import { createBaseMap } from './base-map.ts';
import { type Drawn, draw, riseOf, sizeOf } from './markers.ts';
import { openPopup } from './popups.ts';

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
  language: Language,
  container: HTMLElement,
  settings: Settings,
  events: SearchMapEvents,
): SearchMap {
  const base = createBaseMap(language, container, settings, events.onTiles);
  const { map } = base;
  let query: Query | undefined;
  let drawn = new Map<string, Drawn>();
  let highlighted: number | null = null;
  let request: AbortController | undefined;

  function signOf(spot: Spot): Sign {
    const { x, y } = map.latLngToLayerPoint([spot.lat, spot.lon]);
    return { x, y: y - riseOf(spot), size: sizeOf(spot) };
  }

  async function refresh() {
    request?.abort();
    const controller = new AbortController();
    request = controller;
    // Nothing that could be asked has been asked yet.
    if (!query) return;
    const asked = parseBox(query.bbox?.[0]);
    const box = intersect(viewOf(map), asked);
    try {
      const features = box
        ? await fetchClusters(query, box, Math.round(map.getZoom()), controller.signal)
        : [];
      if (controller.signal.aborted) return;
      // The answer is of whole cells of a grid: venues of its edge that were not asked for are left out.
      const within = features.filter(
        ({ properties, geometry }) =>
          properties.id === undefined || !asked || contains(asked, geometry.coordinates),
      );
      redraw(gather(spotsOf(within), signOf));
      events.onFailed(false);
    } catch {
      if (!controller.signal.aborted) events.onFailed(true);
    }
  }

  /** What stays is left alone, so that focus and popups live on. */
  function redraw(spots: Spot[]) {
    const hadFocus = container.querySelector('.leaflet-marker-pane')?.contains(document.activeElement);
    const next = new Map<string, Drawn>();
    for (const spot of spots) {
      const kept = drawn.get(spot.key);
      if (kept) next.set(spot.key, kept);
      else {
        const made = draw(language, spot, open);
        made.layer.addTo(map);
        link(made);
        next.set(spot.key, made);
      }
    }
    for (const [key, each] of drawn) if (!next.has(key)) each.layer.remove();
    drawn = next;
    paint();
    if (hadFocus && document.activeElement === document.body) container.focus({ preventScroll: true });
  }

  /** Pointing at a marker points at its card. */
  function link({ marker, spot }: Drawn) {
    const id = spot.venues[0]?.id;
    const element = marker.getElement();
    if (id === undefined || !element) return;
    for (const on of ['mouseenter', 'focus']) element.addEventListener(on, () => events.onActive(id));
    for (const off of ['mouseleave', 'blur']) element.addEventListener(off, () => events.onActive(null));
  }

  function paint() {
    for (const { marker, spot } of drawn.values()) {
      const on = spot.venues.some(({ id }) => id === highlighted);
      marker.getElement()?.classList.toggle('mh-pin--active', on);
      marker.setZIndexOffset(on ? 1000 : 0);
    }
  }

  function open({ spot, marker }: Drawn) {
    if (spot.venues.length > 0) {
      const note = spot.approximate ? language.t('search.placeApproximate') : undefined;
      return openPopup(language, map, marker, spot.venues, note);
    }
    const fitting = spot.box ? map.getBoundsZoom(toBounds(spot.box)) : 0;
    const zoom = Math.min(deepest, Math.max(fitting, map.getZoom() + 1));
    map.setView(marker.getLatLng(), zoom);
  }

  map.on('moveend', () => {
    if (base.byReader()) events.onMoved(viewOf(map));
    void refresh();
  });

  return {
    setQuery(next) {
      query = next;
      if (map.getZoom() !== undefined) void refresh();
    },
    show(box) {
      base.quietly(() => {
        if (box) map.fitBounds(toBounds(box), { maxZoom: 16, padding: [32, 32], animate: false });
        else map.setView([home.lat, home.lon], home.zoom, { animate: false });
      });
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
