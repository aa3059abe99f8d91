/**
 * What the maps of a plan are drawn from: areas by what they had of access before and have with the plan, so that the
 * shape of each is sent once for both maps; sites as numbered signs; rivers, roads and outlines under them. Pure, and
 * small: 5,000 areas are some 50 kB.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { BackdropFeature } from '../api.ts';
import { type Bands, bandsOf, classCount, classOf } from './plan-bands.ts';
import { drawDots, groupBy } from './plan-dots.ts';
import { catchmentsOf, placeSigns, type Sign } from './plan-signs.ts';
import { type At, dotsOf, pathOf, type Spot, type View, viewOf } from './plan-view.ts';

/** An area as plans tell of it; travel in the unit of the plan, null: out of reach. */
export interface DrawnArea {
  lon: number;
  lat: number;
  outline?: Polygon | MultiPolygon;
  weight: number;
  site: number | null;
  travel: number | null;
  before: number | null;
}
export interface DrawnSite {
  id: number;
  lon?: number;
  lat?: number;
  included: boolean;
}
export interface Ground {
  features: BackdropFeature[];
  attribution: string[];
}

export const moments = ['before', 'after'] as const;
export type Moment = (typeof moments)[number];

/** Areas that look the same, now and before. */
export interface Mark {
  d: string;
  before: number;
  after: number;
  /** How wide a dot is, in units; absent where outlines are drawn. */
  size?: number;
}
export interface Part {
  areas: number;
  weight: number;
}
export interface Drawing {
  width: number;
  height: number;
  bands: Bands;
  marks: Mark[];
  /** By class. */
  tally: Record<Moment, Part[]>;
  signs: Sign[];
  /** Sites as dots, where there are too many for signs. */
  places: string;
  catchments: { kind: 'lines' | 'hulls'; d: string };
  ground: { kind: string; d: string }[];
  names: { x: number; y: number; name: string }[];
  attribution: string[];
  /** Does each dot stand for all areas of its square? */
  gathered?: boolean;
  /** What the widest dots stand for: at least so much weight. */
  scale?: { size: number; weight: number }[];
}

/** More sites than this are dots without numbers. */
const MOST_SIGNS = 60;
/** Letters of path data that outlines may take; above it areas are dots. */
const MOST_OUTLINES = 75_000;

const polygonsOf = ({ type, coordinates }: Polygon | MultiPolygon): Position[][][] =>
  type === 'Polygon' ? [coordinates] : coordinates;

/** Rings that come to nothing at this size are left out, but for the first: an area is seen, however small it is. */
function outlinePath({ at }: View, outline: Polygon | MultiPolygon): string {
  const rings = polygonsOf(outline).flat();
  const paths = rings.map((ring) =>
    pathOf(
      ring.slice(0, -1).map(([lon = 0, lat = 0]) => at(lon, lat)),
      { closed: true, least: 3 },
    ),
  );
  return paths.filter((path) => path.split(/[ -]/).length > 5).join('') || (paths[0] ?? '');
}

const groundKinds = ['water', 'road', 'rail', 'area'] as const;

function drawGround({ at }: View, features: readonly BackdropFeature[]): Drawing['ground'] {
  const line = (positions: Position[], closed: boolean) =>
    pathOf(
      positions.map(([lon = 0, lat = 0]) => at(lon, lat)),
      { closed, least: 3 },
    );
  return groundKinds.flatMap((kind) =>
    features.flatMap(({ geometry, properties }) => {
      if (properties.kind !== kind || geometry.type === 'Point') return [];
      const filled = geometry.type === 'MultiPolygon';
      const lines = filled ? geometry.coordinates.flat() : geometry.coordinates;
      const d = lines.map((each) => line(each, filled)).join('');
      return d === '' ? [] : [{ kind: filled ? `${kind} mh-access__ground--filled` : kind, d }];
    }),
  );
}

/** A name moves beside a sign; where it would lie over a better known one, or over the edge, it gives way. */
function drawNames(
  { at, width, height }: View,
  features: readonly BackdropFeature[],
  signs: readonly Sign[],
): Drawing['names'] {
  const taken: At[] = [];
  return features.flatMap(({ geometry, properties: { name } }) => {
    if (geometry.type !== 'Point' || !name) return [];
    const [placeX, placeY] = at(geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0);
    const half = name.length * 6 + 10;
    const isFree = ([x, y]: At) =>
      x >= half &&
      x <= width - half &&
      y >= 20 &&
      y <= height - 20 &&
      taken.every((each) => Math.abs(each[0] - x) > 2 * half || Math.abs(each[1] - y) > 36) &&
      signs.every((sign) => Math.abs(sign.x - x) > half + 20 || Math.abs(sign.y - y + 5) > 32);
    const spot = [
      [0, 0],
      [0, -34],
      [0, 34],
      [half, 0],
      [-half, 0],
    ]
      .map(([dx = 0, dy = 0]): At => [placeX + dx, placeY + dy])
      .find(isFree);
    if (!spot) return [];
    taken.push(spot);
    return [{ x: spot[0], y: spot[1], name }];
  });
}

interface Drawn {
  areas: readonly DrawnArea[];
  /** In the order of their numbers. */
  sites: readonly DrawnSite[];
  unit: Bands['unit'];
  /** Travel that is near enough, where the question says so. */
  within?: number;
}

/** A site may lie so far outside the areas, beside their width and height, before its sign stands at the edge. */
const OUTSIDE = 0.1;

function spotsOf({ areas, sites }: Pick<Drawn, 'areas' | 'sites'>): Spot[] {
  const corners = areas.flatMap(({ lon, lat, outline }): Spot[] => [
    [lon, lat],
    ...(outline ? polygonsOf(outline) : []).flatMap(([ring = []]) =>
      ring.map(([x = 0, y = 0]): Spot => [x, y]),
    ),
  ]);
  const box = { west: 180, east: -180, south: 90, north: -90 };
  for (const [lon, lat] of corners) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  const [across, up] = [OUTSIDE * (box.east - box.west), OUTSIDE * (box.north - box.south)];
  const near = sites.flatMap(({ lon, lat }): Spot[] => {
    if (lon === undefined || lat === undefined) return [];
    const isNear =
      lon > box.west - across && lon < box.east + across && lat > box.south - up && lat < box.north + up;
    return isNear || corners.length === 0 ? [[lon, lat]] : [];
  });
  return [...corners, ...near];
}

/** The part of the world that the maps show: what lies under them can be asked for by its box and zoom. */
export const accessView = (drawn: Pick<Drawn, 'areas' | 'sites'>): View => viewOf(spotsOf(drawn));

export function drawAccess(drawn: Drawn, ground: Ground = { features: [], attribution: [] }): Drawing {
  const { areas, sites, unit, within } = drawn;
  const view = accessView(drawn);
  const bands = bandsOf(
    areas.flatMap(({ travel, before }) => [travel, before]),
    unit,
    within,
  );
  const tally = {
    before: Array.from({ length: classCount(bands) }, () => ({ areas: 0, weight: 0 })),
    after: Array.from({ length: classCount(bands) }, () => ({ areas: 0, weight: 0 })),
  };
  const served = new Map<number, At[]>();
  const placed = areas.map((area) => {
    const [before, after] = [classOf(bands, area.before), classOf(bands, area.travel)];
    const at = view.at(area.lon, area.lat);
    for (const [moment, band] of [
      ['before', before],
      ['after', after],
    ] as const) {
      const part = tally[moment][band];
      if (part) Object.assign(part, { areas: part.areas + 1, weight: part.weight + area.weight });
    }
    if (area.site !== null) {
      const others = served.get(area.site);
      if (others) others.push(at);
      else served.set(area.site, [at]);
    }
    return { at, weight: area.weight, before, after, ...(area.outline && { outline: area.outline }) };
  });
  const outlines = groupBy(
    placed.flatMap(({ outline, ...each }) => (outline ? [{ ...each, d: outlinePath(view, outline) }] : [])),
    ({ before, after }) => `${before} ${after}`,
  ).map((group) => ({
    before: group[0]?.before ?? 0,
    after: group[0]?.after ?? 0,
    d: group.map(({ d }) => d).join(''),
  }));
  const fits = outlines.reduce((all, { d }) => all + d.length, 0) <= MOST_OUTLINES;
  const { marks: dots, ...about } = drawDots(
    placed.filter(({ outline }) => !fits || !outline),
    view,
  );
  const siteAt = new Map(
    sites.flatMap(({ id, lon, lat }) =>
      lon === undefined || lat === undefined ? [] : [[id, view.at(lon, lat)] as const],
    ),
  );
  const numbered = sites.flatMap(({ id, included }, index) => {
    const at = siteAt.get(id);
    return at ? [{ number: index + 1, included, at }] : [];
  });
  const isMany = numbered.length > MOST_SIGNS;
  const signs = isMany ? [] : placeSigns(numbered, view);
  return {
    width: view.width,
    height: view.height,
    bands,
    marks: [...(fits ? outlines : []), ...dots],
    ...about,
    tally,
    signs,
    places: isMany ? dotsOf(numbered.map(({ at }) => at)) : '',
    catchments: isMany ? { kind: 'hulls', d: '' } : catchmentsOf(served, siteAt),
    ground: drawGround(view, ground.features),
    names: drawNames(view, ground.features, signs),
    attribution: ground.attribution,
  };
}
