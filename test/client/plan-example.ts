/** A plan as awkward as reality, for its pictures and its report: made up, and always the same. */
import { type DrawnArea, drawAccess } from '../../client/logic/plan-drawing.ts';
import type { PlanReportPageData } from '../../client/pages/data.ts';
import { settings } from './examples.ts';

const square = (lon: number, lat: number, side: number): DrawnArea['outline'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon - side, lat - side],
      [lon + side, lat - side],
      [lon + side, lat + side],
      [lon - side, lat + side],
      [lon - side, lat - side],
    ],
  ],
});

/** A grid of areas, of which the first third had a place before and two thirds have one now. */
export const gridAreas = (count: number, { outlines = false, places = 20 } = {}): DrawnArea[] => {
  const across = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_area, n) => {
    const [lon, lat] = [
      -0.3 + (0.4 * (n % across)) / across,
      51.4 + (0.25 * Math.floor(n / across)) / across,
    ];
    const isNear = n < (2 * count) / 3;
    return {
      lon,
      lat,
      weight: 100 + (n % 7) * 50,
      site: isNear ? 1 + (n % places) : null,
      travel: isNear ? 60 * (1 + (n % 20)) : null,
      before: n < count / 3 ? 700 : null,
      ...(outlines && { outline: square(lon, lat, 0.19 / across) }),
    };
  });
};

export const gridSites = (count = 20) =>
  Array.from({ length: count }, (_site, n) => ({
    id: n + 1,
    lon: -0.28 + (0.36 * n) / count,
    lat: 51.41 + 0.04 * (n % 5),
    included: n === 0,
  }));

const longName =
  'Hall of the Very Long Name by Which Its Founders Wanted Everybody to Remember Them, Upper Annexe';
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

interface Awkward {
  places?: number;
  areas?: number;
  outlines?: boolean;
  /** Names, sentences and lists as long as they may be. */
  isLong?: boolean;
  /** Was a place there before? */
  isBefore?: boolean;
  changes?: Partial<PlanReportPageData>;
}

export function reportPage({
  places = 5,
  areas: count = 180,
  outlines = true,
  isLong = false,
  isBefore = true,
  changes = {},
}: Awkward = {}): PlanReportPageData {
  const areas = gridAreas(count, { outlines, places });
  const total = sum(areas.map(({ weight }) => weight));
  const reached = sum(areas.map(({ weight, travel }) => (travel === null ? 0 : weight)));
  const sites = gridSites(places).map((site, n) => ({
    ...site,
    included: site.included && isBefore,
    name: isLong ? `${longName} ${n + 1}` : `Hall ${n + 1}`,
    url: `https://moothall.example/venues/hall-${site.id}`,
    areas: 3,
    weight: sum(areas.map(({ weight, site: of }) => (of === site.id ? weight : 0))),
    consent: n % 2 === 0 ? ('ask_first' as const) : ('agreed' as const),
  }));
  const names = [
    'weight',
    'people',
    ...(isLong ? Array.from({ length: 20 }, (_name, n) => `a_column_with_a_name_${n}`) : []),
  ];
  const gaps = areas.flatMap(({ travel, weight, lon, lat }, n) =>
    travel === null
      ? [
          {
            id: `a${n}`,
            name: isLong ? `${longName} ${n}` : `Area ${n}`,
            lon,
            lat,
            weight,
            reason: 'no_step_free' as const,
          },
        ]
      : [],
  );
  const long = (text: string) => (isLong ? Array(4).fill(text).join(' ') : text);
  return {
    page: 'planReport',
    plan: {
      id: 12,
      organisationId: 1,
      name: isLong ? long(longName).slice(0, 160) : 'A weekly clinic',
      status: 'done',
      madeAt: '2026-11-20T10:00:00Z',
      endedAt: '2026-11-20T10:01:00Z',
      question: { kind: 'mclp', p: places, within: 1200 },
      demand: { layer: 1, version: 2, weight: isLong ? long('if(decile <= 3, 2, 1) * people +') : 'people' },
      candidates: { asked: {}, count: 113, agreed: 3 },
      travel: {
        model: { kind: 'straight_line', mode: 'walking', detour: 1.3, metresPerMinute: 80 },
        unit: 'metres',
      },
      seconds: 60,
      seed: 1,
      answer: {
        objective: reached,
        bound: reached,
        gap: 0,
        status: 'optimal',
        reasons: [],
        says: '',
        model: 'maximal covering location problem (Church and ReVelle 1974)',
        solver: { highs: '1.15.1', node: '20.20.0' },
        seconds: 3,
        demand: { areas: areas.length, weight: total },
        reached: { areas: 1, weight: reached },
        outOfReach: { areas: gaps.length, weight: total - reached },
        sites,
        findings: {
          groups: names.map((name, n) => ({ name, total, before: total / 9, after: reached - n })),
          fairness: {
            people: 'people',
            access: 'reached',
            points: Array.from({ length: 41 }, (_point, n): [number, number] => [n / 40, (n / 40) ** 1.6]),
            gini: 0.33,
            concentration: 0.12,
            palma: 0.7,
            rankedBy: 'decile',
          },
          sites: sites.map(({ id, weight }) => ({ id, only: 100, adds: weight * 0.8 })),
          firstToLose: { id: 1, loses: 4000 },
          gaps: gaps.slice(0, 20),
          gapsCount: gaps.length,
          gapReasons: { no_step_free: total - reached },
        },
      },
    },
    said: {
      question: long(
        'Choose <b>5 places</b> so that as many <b>people</b> as possible are within <b>15 minutes on foot</b>.',
      ),
      answer: long('5 places bring <b>64.9 %</b> of people within 15 minutes on foot: 212,000 of 327,509.'),
      sure: [
        long('No other choice of 5 places reaches more. This is proven.'),
        ...(isLong
          ? [
              'Each counted once: 212,000 of 327,509 people (64.7%).',
              'Some areas have no place within reach, whatever is chosen.',
            ]
          : []),
      ],
    },
    counted: 'people',
    organisation: isLong ? longName : 'South West Health Board',
    layer: {
      name: isLong ? longName : 'Small areas',
      version: 2,
      unit: 'people',
      source: long('Somebody, 2021'),
      licence: 'OGL-UK-3.0',
      attribution: long('Contains data of somebody else, under their licence.'),
    },
    drawing: drawAccess(
      { areas, sites, unit: 'metres', within: 1200 },
      { features: [], attribution: ['© OpenStreetMap contributors'] },
    ),
    settings: { ...settings, path: '/plan/12/report', demo: true },
    ...changes,
  };
}
