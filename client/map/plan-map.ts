/**
 * A map of a plan that moves: areas shaded as in the picture, sites by their numbers. Sites are stops of the Tab key; one
 * ring walks from area to area by arrow keys, so that 5,000 areas are one stop.
 */
import { circleMarker, type Map as LeafletMap, latLng, latLngBounds, type Marker } from 'leaflet';
import type { Plan } from '../../server/plan/schema.ts';
import type { PlanFeature } from '../api.ts';
import type { Language } from '../language/language.ts';
import { nextPoint, type Way } from '../logic/map-state.ts';
import { bandsOf, classOf } from '../logic/plan-bands.ts';
import type { Moment } from '../logic/plan-drawing.ts';
import { bandName, formatAmount, formatTravel } from '../logic/plan-words.ts';
import { createBaseMap, type Tiles } from './base-map.ts';
import { drawAreas, type PlanSpot } from './plan-areas.ts';
import { button, onPress, openNote } from './plan-note.ts';

const ways = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** More sites than this are dots without numbers, as in the picture. */
const MOST_SIGNS = 60;

interface Shown {
  plan: Plan;
  areas: readonly PlanFeature[];
  hatch: string;
  /** Was anything there before the plan? Else nothing is said of before, and no place was there. */
  isBefore: boolean;
  /** What is to be read aloud: where the ring is now, or that the pictures of the map are missing. */
  onSaid: (text: string) => void;
}

export function createPlanMap(
  language: Language,
  container: HTMLElement,
  tiles: Tiles,
  { plan, areas, hatch, isBefore, onSaid }: Shown,
): { show: (moment: Moment) => void } {
  const { t, href } = language;
  const { unit } = plan.travel;
  const sites = plan.answer?.sites ?? [];
  const travels = areas.flatMap(({ properties }) => [properties.travel, properties.before]);
  const bands = bandsOf(travels, unit, plan.question.within);
  const base = createBaseMap(
    language,
    container,
    tiles,
    (ok) => {
      if (!ok) onSaid(t('figures.moveTiles'));
    },
    { scrollWheelZoom: false },
  );
  const { map } = base;
  map.setView([51.5, -0.12], 10);

  const travelled = (travel: number | null) =>
    travel === null ? bandName(language, bands, classOf(bands, null)) : formatTravel(language, unit, travel);
  const nameOf = (id: number | null) => sites.find((site) => site.id === id)?.name;
  const openArea = ({ feature: { properties: area }, at }: PlanSpot, from?: Marker) => {
    const server = nameOf(area.site);
    openNote(language, map, from, {
      at,
      title: area.name,
      lines: [
        ...(isBefore ? [t('figures.popupWas', { travel: travelled(area.before) })] : []),
        isBefore
          ? t('figures.popupIs', { travel: travelled(area.travel) })
          : t('figures.popupWay', { travel: travelled(area.travel) }),
        ...(server ? [t('figures.popupServedBy', { name: server })] : []),
        t('figures.popupCounts', { amount: formatAmount(language, area.weight) }),
      ],
    });
  };
  const drawn = drawAreas(map, areas, { bands, hatch, onOpen: (spot) => openArea(spot) });
  const placed = sites.flatMap((site, at) => {
    const { lon, lat, name } = site;
    const included = isBefore && site.included;
    if (lon === undefined || lat === undefined) return [];
    if (sites.length > MOST_SIGNS) {
      circleMarker([lat, lon], { radius: 4, className: 'mh-moved__place', interactive: false }).addTo(map);
      return [];
    }
    const number = at + 1;
    const label = name ? t('figures.siteName', { number, name }) : t('figures.siteNameless', { number });
    const className = included ? 'mh-plan-sign mh-plan-sign--there' : 'mh-plan-sign';
    const sign = button(latLng(lat, lon), { className, text: String(number), label, size: 28 });
    const path = site.url && new URL(site.url).pathname;
    onPress(sign, () =>
      openNote(language, map, sign, {
        at: sign.getLatLng(),
        title: label,
        ...(path && { href: href(path) }),
        lines: [t('figures.popupServes', { areas: site.areas, amount: formatAmount(language, site.weight) })],
      }),
    );
    return [{ sign, included }];
  });
  const spots = drawn.spots;
  // As in the picture: a place far away does not make the areas small.
  const all = spots.length > 0 ? spots.map(({ at }) => at) : placed.map(({ sign }) => sign.getLatLng());
  if (all.length > 0) map.fitBounds(latLngBounds(all), { padding: [24, 24], animate: false });
  const [first] = spots;
  let now: Moment = 'after';
  const travelledNow = ({ feature: { properties } }: PlanSpot) =>
    travelled(now === 'before' ? properties.before : properties.travel);
  const walk =
    first && walkAreas(language, map, spots, { first, onSaid, onOpen: openArea, travelled: travelledNow });
  return {
    show(moment) {
      now = moment;
      drawn.show(moment);
      walk?.rename();
      for (const { sign, included } of placed)
        if (included || moment === 'after') sign.addTo(map);
        else sign.remove();
    },
  };
}

interface Walk {
  first: PlanSpot;
  onSaid: (text: string) => void;
  onOpen: (spot: PlanSpot, from: Marker) => void;
  /** As it is at the moment that is shown. */
  travelled: (spot: PlanSpot) => string;
}

/** The ring: it stands on one area, goes to the next by arrow keys, and says where it is. */
function walkAreas(
  { t }: Language,
  map: LeafletMap,
  spots: readonly PlanSpot[],
  { first, onSaid, onOpen, travelled }: Walk,
): { rename: () => void } {
  let here = first;
  const nameOf = (spot: PlanSpot) =>
    t('figures.areaTravel', { name: spot.feature.properties.name, travel: travelled(spot) });
  const ring = button(here.at, {
    className: 'mh-area-ring',
    text: '',
    label: t('figures.ring', { area: nameOf(here) }),
    size: 30,
  });
  const rename = () =>
    ring.getElement()?.setAttribute('aria-label', t('figures.ring', { area: nameOf(here) }));
  onPress(ring, () => onOpen(here, ring));
  ring.on('add', () =>
    ring.getElement()?.addEventListener('keydown', (event) => {
      if (!ways.has(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const point = (spot: PlanSpot) => {
        const { x, y } = map.latLngToContainerPoint(spot.at);
        return { x, y, spot };
      };
      const others = spots.filter((spot) => spot !== here).map(point);
      const next = nextPoint(point(here), event.key as Way, others)?.spot;
      if (!next) return;
      here = next;
      ring.setLatLng(here.at);
      rename();
      map.panInside(here.at, { padding: [40, 40], animate: false });
      onSaid(nameOf(here));
    }),
  );
  ring.addTo(map);
  return { rename };
}
