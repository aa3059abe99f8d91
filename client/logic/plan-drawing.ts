/**
 * What the maps of a plan are drawn from: areas by what they had of access before and have with the plan, so that the
 * shape of each is sent once for both maps; sites as numbered signs; rivers, roads and outlines under them. Pure, and
 * small: 5,000 areas are some 50 kB.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { BackdropFeature } from '../api.ts';
import { type Bands, bandsOf, classCount, classOf } from './plan-bands.ts';
import { catchmentsOf, placeSigns, type Sign } from './plan-signs.ts';
import { type At, dotsOf, pathOf, type View, viewOf } from './plan-view.ts';

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
  catchments: { kind: 'lines' | 'hulls'; d: string };
  ground: { kind: string; d: string }[];
  names: { x: number; y: number; name: string }[];
  attribution: string[];
  /** Does each dot stand for all areas of its square? */
  gathered?: boolean;
  /** What the widest dots stand for: at least so much weight. */
  scale?: { size: number; weight: number }[];
}

/** More dots than this are one for all that share a square of the picture. */
const MOST_DOTS = 6000;
/** Units: as wide as such a square. */
const CELL = 12;
/** Letters of path data that outlines may take; above it areas are dots. */
const MOST_OUTLINES = 75_000;
/** How wide dots are, beside the widest that leave room for one another. */
const sizes = [0.5, 0.75, 1, 1.3] as const;

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

interface Placed {
  at: At;
  weight: number;
  before: number;
  after: number;
}

const groupBy = <T>(things: readonly T[], keyOf: (thing: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
};

/** The areas of each square as one: where they are not alike, as those are that count most. */
function gathered(areas: readonly Placed[]): Placed[] {
  const cell = (value: number) => Math.floor(value / CELL);
  const squares = groupBy(areas, ({ at: [x, y] }) => `${cell(x)} ${cell(y)}`);
  return squares.flatMap((square) => {
    const alike = groupBy(square, ({ before, after }) => `${before} ${after}`)
      .map((group) => ({ first: group[0], weight: group.reduce((sum, { weight }) => sum + weight, 0) }))
      .sort((a, b) => b.weight - a.weight);
    const first = alike[0]?.first;
    if (!first) return [];
    const at: At = [(cell(first.at[0]) + 0.5) * CELL, (cell(first.at[1]) + 0.5) * CELL];
    return [{ ...first, at, weight: alike.reduce((sum, { weight }) => sum + weight, 0) }];
  });
}

/** Dots by weight in four sizes, the widest first, so that none lies under a wider one. */
function dotMarks(areas: readonly Placed[], { width, height }: View) {
  const room = Math.max(7, Math.min(30, Math.sqrt((0.45 * width * height) / Math.max(1, areas.length))));
  const sorted = areas.map(({ weight }) => weight).sort((a, b) => a - b);
  const limits = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
  const stepOf = (weight: number) => limits.filter((limit) => weight >= limit && weight > 0).length;
  const widths = sizes.map((each) => Math.round(each * room * 10) / 10);
  const groups = groupBy(areas, (each) => `${3 - stepOf(each.weight)} ${each.before} ${each.after}`);
  const marks = groups.map((group) => {
    const [{ before, after, weight }] = group as [Placed];
    const byPlace = [...group].sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
    return { d: dotsOf(byPlace.map(({ at }) => at)), before, after, size: widths[stepOf(weight)] ?? room };
  });
  const [first, , last] = limits;
  const scale =
    first !== undefined && last !== undefined && first < last
      ? [
          { size: widths[0] ?? room, weight: first },
          { size: widths[3] ?? room, weight: last },
        ]
      : undefined;
  return { marks: marks.sort((a, b) => b.size - a.size), scale };
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

/** Names that would lie over one another, or over the edge, give way to the better known. */
function drawNames({ at, width, height }: View, features: readonly BackdropFeature[]): Drawing['names'] {
  const taken: (At & { half?: number })[] = [];
  return features.flatMap(({ geometry, properties: { name } }) => {
    if (geometry.type !== 'Point' || !name) return [];
    const [x, y] = at(geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0);
    const half = name.length * 6 + 10;
    const isFree = taken.every((each) => Math.abs(each[0] - x) > 2 * half || Math.abs(each[1] - y) > 36);
    if (!isFree || x < half || x > width - half || y < 20 || y > height - 20) return [];
    taken.push([x, y]);
    return [{ x, y, name }];
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

const spotsOf = ({ areas, sites }: Pick<Drawn, 'areas' | 'sites'>) => [
  ...areas.map(({ lon, lat }) => [lon, lat] as const),
  ...areas.flatMap(({ outline }) =>
    outline
      ? polygonsOf(outline)
          .flatMap((rings) => rings[0] ?? [])
          .map(([lon = 0, lat = 0]) => [lon, lat] as const)
      : [],
  ),
  ...sites.flatMap(({ lon, lat }) => (lon === undefined || lat === undefined ? [] : [[lon, lat] as const])),
];

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
  const points = placed.filter(({ outline }) => !fits || !outline);
  const isMany = points.length > MOST_DOTS;
  const dots = dotMarks(isMany ? gathered(points) : points, view);
  const siteAt = new Map(
    sites.flatMap(({ id, lon, lat }) =>
      lon === undefined || lat === undefined ? [] : [[id, view.at(lon, lat)] as const],
    ),
  );
  return {
    width: view.width,
    height: view.height,
    bands,
    marks: [...(fits ? outlines : []), ...dots.marks],
    ...(dots.scale && { scale: dots.scale }),
    ...(isMany && { gathered: true }),
    tally,
    signs: placeSigns(
      sites.flatMap(({ id, included }, index) => {
        const at = siteAt.get(id);
        return at ? [{ number: index + 1, included, at }] : [];
      }),
      view,
    ),
    catchments: catchmentsOf(served, siteAt),
    ground: drawGround(view, ground.features),
    names: drawNames(view, ground.features),
    attribution: ground.attribution,
  };
}
