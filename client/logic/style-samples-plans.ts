/** A small plan for the page of styles: six by four areas, a place that was there and two that are chosen. */
import { type DrawnArea, drawAccess } from './plan-drawing.ts';

const [WEST, SOUTH, SIDE] = [-0.18, 51.42, 0.006];
const sites = [
  { id: 1, lon: WEST + 0.5 * SIDE, lat: SOUTH + 0.5 * SIDE, included: true },
  { id: 2, lon: WEST + 2.5 * SIDE, lat: SOUTH + 2.5 * SIDE, included: false },
  { id: 3, lon: WEST + 5.5 * SIDE, lat: SOUTH + 0.5 * SIDE, included: false },
] as const;

function area(n: number, outlines: boolean): DrawnArea {
  const [west, south] = [WEST + SIDE * (n % 6), SOUTH + SIDE * Math.floor(n / 6)];
  const [lon, lat] = [west + SIDE / 2, south + SIDE / 2];
  const ways = sites.map(({ id, ...at }) => ({
    id,
    way: (Math.hypot(at.lon - lon, at.lat - lat) / SIDE) * 450,
  }));
  const [nearest] = [...ways].sort((a, b) => a.way - b.way);
  const [first] = ways;
  const within = (way: number | undefined) => (way !== undefined && way <= 1200 ? way : null);
  const travel = within(nearest?.way);
  const ring = [
    [west, south],
    [west + SIDE, south],
    [west + SIDE, south + SIDE],
    [west, south + SIDE],
    [west, south],
  ];
  return {
    lon,
    lat,
    weight: 900 + 150 * (n % 5),
    site: travel === null ? null : (nearest?.id ?? null),
    travel,
    before: within(first?.way),
    ...(outlines && { outline: { type: 'Polygon', coordinates: [ring] } }),
  };
}

const draw = (outlines: boolean) =>
  drawAccess({
    areas: Array.from({ length: 24 }, (_area, n) => area(n, outlines)),
    sites,
    unit: 'metres',
    within: 1200,
  });

export const outlinedPlan = draw(true);
export const dottedPlan = draw(false);

export const planGroups = [
  { name: 'population', total: 28_000, before: 6_100, after: 19_400 },
  { name: 'disabled', total: 3_900, before: 700, after: 2_800 },
  { name: 'aged_65', total: 4_200, before: 0, after: 4_190 },
];

export const planFairness = {
  people: 'population',
  points: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((share) => [share, share ** 1.5] as const),
  gini: 0.2,
  palma: 0.55,
  rankedBy: 'deprivation_decile',
};

export const planSource = {
  layer: { name: 'Small areas', version: 2, source: 'Census 2021', licence: 'OGL-UK-3.0' },
  weight: 'population',
  travel: { kind: 'straight_line', mode: 'walking', detour: 1.3, metresPerMinute: 80 },
  ground: ['© OpenStreetMap contributors'],
} as const;
