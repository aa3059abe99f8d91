/** The map of a search: what the server says lies in view, in step with the list. */
import { type Map as LeafletMap, latLngBounds } from 'leaflet';
import { type Box, fetchClusters } from '../api.ts';
import type { Language } from '../language/language.ts';
import { contains, home, intersect, parseBox } from '../logic/boxes.ts';
import { gather, type Sign } from '../logic/gather.ts';
import type { Fit } from '../logic/map-state.ts';
import type { Query } from '../logic/query.ts';
import { type Spot, spotsOf } from '../logic/spots.ts';
import type { Settings } from '../pages/data.ts';
import { createBaseMap } from './base-map.ts';
import { type Drawn, riseOf, sizeOf } from './markers.ts';
import { createMarks, type Marks } from './marks.ts';
import { openPopup } from './popups.ts';

export interface SearchMapEvents {
  onActive: (id: number | null) => void;
  /** The reader moved the map to this box. */
  onMoved: (box: Box) => void;
  onTiles: (ok: boolean) => void;
  onFailed: (failed: boolean) => void;
}

export interface SearchMap {
  /** `fit` is what is known of all that the query finds. */
  setQuery: (query: Query, fit: Fit) => void;
  /** Bring a box into view; nothing known shows the register’s home. */
  show: (box: Box | undefined) => void;
  highlight: Marks['highlight'];
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
  const marks = createMarks(language, map, { onOpen: open, onActive: events.onActive });
  let query: Query | undefined;
  let fit: Fit;
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
      marks.show(gather(spotsOf(within), signOf), fit);
      events.onFailed(false);
    } catch {
      if (!controller.signal.aborted) events.onFailed(true);
    }
  }

  function open({ spot, marker }: Drawn) {
    if (spot.venues.length > 0) {
      const note = spot.approximate ? language.t('search.placeApproximate') : undefined;
      return openPopup(language, map, marker, spot.venues, { fit, note });
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
    setQuery(next, nextFit) {
      query = next;
      fit = nextFit;
      if (map.getZoom() !== undefined) void refresh();
    },
    show(box) {
      base.quietly(() => {
        if (box) map.fitBounds(toBounds(box), { maxZoom: 16, padding: [32, 32], animate: false });
        else map.setView([home.lat, home.lon], home.zoom, { animate: false });
      });
    },
    highlight: marks.highlight,
    remove() {
      request?.abort();
      marks.remove();
      base.remove();
    },
  };
}
