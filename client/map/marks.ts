/** The markers that are on the map now: drawn without holding up the page, in step with the list, walked by arrow keys. */
import { type CircleMarker, circleMarker, type LatLngExpression, type Map as LeafletMap } from 'leaflet';
import type { Language } from '../language/language.ts';
import { type Fit, nextPoint, type Way } from '../logic/map-state.ts';
import type { Spot } from '../logic/spots.ts';
import { type Drawn, draw } from './markers.ts';

/** So long are they drawn, in milliseconds, before the page may do something else. */
const atOnce = 12;

const ways = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

interface Place {
  lon?: number;
  lat?: number;
}

export interface Marks {
  show: (spots: readonly Spot[], fit: Fit) => void;
  /** `place` is pointed at where no marker of its own stands. */
  highlight: (id: number | null, place?: Place) => void;
  remove: () => void;
}

export function createMarks(
  language: Language,
  map: LeafletMap,
  events: {
    /** Where its sign stands in the present view. */
    standsAt: (spot: Spot) => LatLngExpression;
    onOpen: (drawn: Drawn) => void;
    onActive: (id: number | null) => void;
  },
): Marks {
  const container = map.getContainer();
  let drawn = new Map<string, Drawn>();
  let byVenue = new Map<number, Drawn>();
  let highlighted: { id: number; place?: Place } | undefined;
  let lit: Drawn | undefined;
  let ring: CircleMarker | undefined;
  let later = 0;

  function add(key: string, spot: Spot, fit: Fit) {
    const made = draw(language, spot, fit, events);
    made.layer.addTo(map);
    const element = made.marker.getElement();
    const id = spot.venues[0]?.id;
    if (element && id !== undefined) {
      for (const on of ['mouseenter', 'focus']) element.addEventListener(on, () => events.onActive(id));
      for (const off of ['mouseleave', 'blur']) element.addEventListener(off, () => events.onActive(null));
    }
    element?.addEventListener('keydown', (event) => walk(made, event));
    drawn.set(key, made);
    for (const venue of spot.venues) byVenue.set(venue.id, made);
  }

  /** From marker to marker, as they lie. */
  function walk({ marker }: Drawn, event: KeyboardEvent) {
    if (!ways.has(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const place = (each: Drawn) => ({ ...pointOf(map, each), each });
    const others = [...drawn.values()].filter((each) => each.marker !== marker);
    const next = nextPoint(
      map.latLngToContainerPoint(marker.getLatLng()),
      event.key as Way,
      others.map(place),
    );
    next?.each.marker.getElement()?.focus();
  }

  /** What stays is left alone, so that focus and popups live on. */
  function show(spots: readonly Spot[], fit: Fit) {
    cancelAnimationFrame(later);
    const hadFocus = container.querySelector('.leaflet-marker-pane')?.contains(document.activeElement);
    const before = drawn;
    drawn = new Map();
    byVenue = new Map();
    const missing: [key: string, spot: Spot][] = [];
    for (const spot of spots) {
      const key = `${fit ?? ''} ${spot.key}`;
      const kept = before.get(key);
      if (!kept) missing.push([key, spot]);
      else {
        before.delete(key);
        drawn.set(key, kept);
        if (spot.venues.length === 0) kept.marker.setLatLng(events.standsAt(spot));
        for (const venue of spot.venues) byVenue.set(venue.id, kept);
      }
    }
    for (const each of before.values()) {
      // Nothing points at a card any more when what pointed at it is gone.
      if (each === lit) events.onActive(null);
      each.layer.remove();
    }
    const some = () => {
      const until = performance.now() + atOnce;
      let drawnNow = 0;
      for (const [key, spot] of missing) {
        add(key, spot, fit);
        drawnNow += 1;
        if (performance.now() > until) break;
      }
      missing.splice(0, drawnNow);
      if (missing.length > 0) later = requestAnimationFrame(some);
      paint();
    };
    some();
    if (hadFocus && document.activeElement === document.body) container.focus({ preventScroll: true });
  }

  function light({ marker }: Drawn, on: boolean) {
    marker.getElement()?.classList.toggle('mh-pin--active', on);
    marker.setZIndexOffset(on ? 1000 : 0);
  }

  function paint() {
    const own = highlighted && byVenue.get(highlighted.id);
    if (lit !== own) {
      if (lit && map.hasLayer(lit.marker)) light(lit, false);
      if (own) light(own, true);
      lit = own;
    }
    ring?.remove();
    ring = undefined;
    const { lon, lat } = highlighted?.place ?? {};
    if (own || lon === undefined || lat === undefined) return;
    ring = circleMarker([lat, lon], { radius: 26, className: 'mh-ring', interactive: false }).addTo(map);
  }

  return {
    show,
    highlight(id, place) {
      highlighted = id === null ? undefined : { id, place };
      paint();
    },
    remove: () => cancelAnimationFrame(later),
  };
}

const pointOf = (map: LeafletMap, { marker }: Drawn) => {
  const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
  return { x, y };
};
