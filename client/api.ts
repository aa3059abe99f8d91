/** The only fetcher. Every answer is either the thing asked for or a problem with a sentence. */
import type { Plan } from '../server/plan/schema.ts';
import type { VenueList } from '../server/venues/schema.ts';
import { apiQuery, type Query, writeQuery } from './logic/query.ts';
import type { PageProblem } from './pages/data.ts';

export type Box = [west: number, south: number, east: number, north: number];

export interface Suggestion {
  type: 'venue' | 'place' | 'postcode';
  label: string;
  detail?: string;
  url?: string;
  lon?: number;
  lat?: number;
  query?: string;
}

export interface ClusterProperties {
  count: number;
  exact?: boolean;
  bbox?: Box;
  id?: number;
  name?: string;
  slug?: string;
  kind?: string;
  /** How many people its largest room holds. */
  capacity?: number;
  precision?: 'exact' | 'approximate';
}
export interface ClusterFeature {
  type: 'Feature';
  geometry: { type: 'Point'; coordinates: [number, number] };
  properties: ClusterProperties;
}

/** A request that was not answered as asked; the server’s own words where it sent any. */
export class ApiFailure extends Error {
  /** 0 when nothing was answered at all. */
  readonly status: number;
  readonly problem: Partial<PageProblem> | undefined;
  constructor(status: number, problem?: Partial<PageProblem>) {
    super(problem?.detail ?? `status ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  try {
    const response = await fetch(path, {
      signal,
      headers: { accept: 'application/json, application/geo+json' },
    });
    if (response.ok) return (await response.json()) as T;
    throw new ApiFailure(response.status, await response.json().catch(() => undefined));
  } catch (error) {
    if (signal?.aborted || error instanceof ApiFailure) throw error;
    // Also where the line is cut in the middle of an answer, or somebody else answers in our place.
    throw new ApiFailure(0);
  }
}

const api = '/api/v1';

/** Can this page be had just now? */
export const answers = (path: string): Promise<boolean> =>
  fetch(path, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );

export const venuesUrl = (query: Query, format?: 'csv' | 'geojson'): string => {
  const parts = [writeQuery(apiQuery(query)), format && `limit=100&format=${format}`].filter(Boolean);
  return [`${api}/venues`, parts.join('&')].filter(Boolean).join('?');
};

/** Everything that the page shows beside the list. */
const include = 'total,facets,mightFit,evidence,open,photo,possible,relaxed';

export function fetchVenues(query: Query, signal?: AbortSignal): Promise<VenueList> {
  const search = writeQuery(apiQuery(query));
  return get(`${api}/venues?${search && `${search}&`}include=${include}`, signal);
}

/** What to draw in a box at a zoom, for the same filters as the list. */
export async function fetchClusters(
  query: Query,
  box: Box,
  zoom: number,
  signal?: AbortSignal,
): Promise<ClusterFeature[]> {
  const { sort: _sort, cursor: _cursor, bbox: _bbox, ...filters } = apiQuery(query);
  const bbox = box.map((each) => each.toFixed(5)).join(',');
  const search = `${writeQuery({ ...filters, bbox: [bbox] })}&zoom=${zoom}`;
  return (await get<{ features: ClusterFeature[] }>(`${api}/clusters?${search}`, signal)).features;
}

const boxText = (box: Box) => box.map((each) => Number(each.toFixed(5))).join(',');

export interface BackdropFeature {
  type: 'Feature';
  geometry: LineGeometry | { type: 'Point'; coordinates: number[] };
  properties: { kind: 'water' | 'road' | 'rail' | 'area' | 'place'; name?: string };
}
type LineGeometry =
  | { type: 'MultiLineString'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] };

/** A simple map of our own. */
export const fetchBackdrop = (
  box: Box,
  zoom: number,
  signal?: AbortSignal,
): Promise<{ type: 'FeatureCollection'; features: BackdropFeature[]; attribution: string[] }> =>
  get(`${api}/backdrop?bbox=${boxText(box)}&zoom=${zoom}`, signal);

export interface OutlineFeature {
  type: 'Feature';
  id: string;
  geometry: { type: 'MultiPolygon'; coordinates: number[][][][] };
  properties: { id: string; name: string; kind: string };
}

export const fetchOutlines = (
  box: Box,
  zoom: number,
  signal?: AbortSignal,
): Promise<{ type: 'FeatureCollection'; features: OutlineFeature[]; more: boolean }> =>
  get(`${api}/outlines?bbox=${boxText(box)}&zoom=${zoom}`, signal);

/** Each area of a plan with its travel; a plan says the same of itself, and its sites. */
export interface PlanFeature {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point' | 'Polygon' | 'MultiPolygon'; coordinates: unknown };
  properties: {
    name: string;
    weight: number;
    site: number | null;
    travel: number | null;
    before: number | null;
  };
}

export const fetchPlan = (id: number, signal?: AbortSignal): Promise<Plan> =>
  get(`${api}/plans/${id}`, signal);
export const fetchPlanAreas = (id: number, signal?: AbortSignal): Promise<{ features: PlanFeature[] }> =>
  get(`${api}/plans/${id}/areas.geojson`, signal);

/** Nobody needs help to finish a whole sentence, and the API takes no longer text. */
const longestSuggested = 100;

export async function fetchSuggestions(q: string, signal?: AbortSignal): Promise<Suggestion[]> {
  if (q.length > longestSuggested) return [];
  return (await get<{ items: Suggestion[] }>(`${api}/suggest?${writeQuery({ q: [q] })}`, signal)).items;
}
