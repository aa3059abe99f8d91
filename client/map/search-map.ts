/** The map of a search: what the server says lies in view, in step with the list. */
import type { FitBoundsOptions, LatLngExpression, Marker, Popup } from 'leaflet';
import type { VNode } from 'preact';
import { type Box, fetchClusters } from '../api.ts';
import type { Language } from '../language/language.ts';
import { contains, home, intersect, type LonLat, parseBox, shapeOf } from '../logic/boxes.ts';
import { gather, type Sign, uncut } from '../logic/gather.ts';
import { sizeOf } from '../logic/map-looks.ts';
import type { Fit } from '../logic/map-state.ts';
import type { Query } from '../logic/query.ts';
import { type Spot, spotsOf } from '../logic/spots.ts';
import type { Settings } from '../pages/data.ts';
import { createBaseMap } from './base-map.ts';
import { drawTools } from './draw-tools.tsx';
import { createDrawing, type Drawing, type DrawingEvents } from './drawing.ts';
import { mapKey } from './map-key.tsx';
import { type Drawn, riseOf } from './markers.ts';
import { createMarks, type Marks } from './marks.ts';
import { createOutlines, type OutlineEvents, type Outlines } from './outlines.ts';
import { openPopup } from './popups.ts';
import { createShapes } from './shapes.ts';
import { toBounds, viewOf } from './view.ts';

export interface SearchMapEvents extends OutlineEvents {
  drawing: DrawingEvents;
  /** Somebody asks what lies within a walk of here. */
  onWalk: (from: LonLat) => void;
  onActive: (id: number | null) => void;
  /** The reader moved the map to this box. */
  onMoved: (box: Box) => void;
  onTiles: (ok: boolean) => void;
  onFailed: (failed: boolean) => void;
}

export interface SearchMap {
  /** `fit` is what is known of all that the query finds. */
  setQuery: (query: Query, fit: Fit) => void;
  /** Another question is asked than the one whose answer is on the map: its signs stay, and step back if that lasts. */
  wait: (waiting: boolean) => void;
  /** Bring a box into view; nothing known shows the register’s home. */
  show: (box: Box | undefined) => void;
  highlight: Marks['highlight'];
  middle: () => LonLat;
  view: () => Box;
  showAreas: Outlines['show'];
  drawing: Drawing;
  /** In place of its own tools, while so many corners are drawn. */
  drawTools: (corners: number) => VNode;
  /** What its signs mean. */
  keyFor: (fit: Fit) => VNode;
  remove: () => void;
}

const deepest = 18;
/** For signs at the edge, which rise above their place. */
const room: FitBoundsOptions = { paddingTopLeft: [32, 56], paddingBottomRight: [32, 32] };
/** What is on the map answers an older question. */
const older = 'mh-map--older';

export function createSearchMap(
  language: Language,
  container: HTMLElement,
  settings: Settings,
  events: SearchMapEvents,
): SearchMap {
  const base = createBaseMap(language, container, settings, events.onTiles);
  const { map } = base;
  const marks = createMarks(language, map, { standsAt, onOpen: open, onActive: events.onActive });
  const outlines = createOutlines(language, map, events);
  const drawing = createDrawing(language, map, events.drawing);
  const showShapes = createShapes(map);
  let query: Query | undefined;
  let fit: Fit;
  let foot = 0;
  let waiting = false;
  let request: AbortController | undefined;
  let opened: { marker: Marker; box: Popup } | undefined;

  function signOf(spot: Spot): Sign {
    const { x, y } = map.latLngToContainerPoint([spot.lat, spot.lon]);
    const sign = { x, y: y - riseOf(spot), size: sizeOf(spot) };
    if (spot.venues.length > 0) return sign;
    // A crowd stands for many places, so it may move in from the edge, and up from the line of credits.
    const { x: width, y: height } = map.getSize();
    return uncut(sign, [width, height - foot]);
  }

  function standsAt(spot: Spot): LatLngExpression {
    if (spot.venues.length > 0) return [spot.lat, spot.lon];
    const { x, y } = signOf(spot);
    return map.containerPointToLatLng([x, y]);
  }

  async function refresh() {
    request?.abort();
    const controller = new AbortController();
    request = controller;
    // Nothing that could be asked has been asked yet.
    if (!query || map.getSize().x === 0) return;
    const asked = parseBox(query.bbox?.[0]);
    const box = intersect(viewOf(map), asked);
    container.ariaBusy = 'true';
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
      foot = base.foot();
      marks.show(gather(spotsOf(within), signOf), fit);
      closeOrphan();
      events.onFailed(false);
    } catch {
      if (!controller.signal.aborted) events.onFailed(true);
    } finally {
      if (request === controller) {
        container.ariaBusy = 'false';
        settle();
      }
    }
  }

  /** The signs stand for what is asked again, when neither the list nor the map waits any more. */
  function settle() {
    if (!waiting && container.ariaBusy !== 'true') container.classList.remove(older);
  }

  /** What had opened beside a marker goes with it. */
  function closeOrphan() {
    if (!opened || map.hasLayer(opened.marker)) return;
    const within = opened.box.getElement()?.contains(document.activeElement);
    map.closePopup(opened.box);
    opened = undefined;
    if (within) container.focus({ preventScroll: true });
  }

  function open({ spot, marker }: Drawn) {
    if (spot.venues.length > 0) {
      const note = spot.approximate ? language.t('search.placeApproximate') : undefined;
      const onWalk = () => events.onWalk({ lon: spot.lon, lat: spot.lat });
      opened = { marker, box: openPopup(language, map, marker, spot.venues, { fit, note, onWalk }) };
      return;
    }
    const fitting = spot.box ? map.getBoundsZoom(toBounds(spot.box)) : 0;
    const zoom = Math.min(deepest, Math.max(fitting, map.getZoom() + 1));
    map.setView([spot.lat, spot.lon], zoom);
  }

  map.on('moveend', () => {
    if (base.byReader()) events.onMoved(viewOf(map));
    void refresh();
  });

  return {
    setQuery(next, nextFit) {
      query = next;
      fit = nextFit;
      showShapes(shapeOf(next));
      outlines.choose(next.within ?? []);
      if (map.getZoom() !== undefined) void refresh();
    },
    wait(on) {
      waiting = on;
      if (on) container.classList.add(older);
      else settle();
    },
    show(box) {
      base.quietly(() => {
        map.invalidateSize({ animate: false });
        if (box) map.fitBounds(toBounds(box), { maxZoom: 16, ...room, animate: false });
        else if (map.getZoom() === undefined)
          map.setView([home.lat, home.lon], home.zoom, { animate: false });
      });
    },
    highlight: marks.highlight,
    middle() {
      const { lng, lat } = map.getCenter().wrap();
      return { lon: lng, lat };
    },
    view: () => viewOf(map),
    showAreas: outlines.show,
    drawing,
    drawTools: (corners) => drawTools(language, drawing, corners),
    keyFor: (known) => mapKey(language, known),
    remove() {
      request?.abort();
      marks.remove();
      base.remove();
    },
  };
}
