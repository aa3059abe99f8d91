/**
 * From a question as it was asked to the filters it means: the sentence in `q` read into filters, misspelt words
 * corrected from the register's own vocabulary, areas looked up. What the person said outright always wins.
 */
import type { Knex } from 'knex';
import type { Box } from '../database/geometry.ts';
import { read } from '../database/read.ts';
import { type InputFault, invalidInput } from '../problem.ts';
import type { Understood, VenueQuery } from '../venues/schema.ts';
import { needsOf, weekdays } from '../vocabulary.ts';
import type { Sort } from './cursor.ts';
import type { Filters } from './filters.ts';
import { findPlaces } from './places.ts';
import { fewestCorners, mostCorners, readPolygon } from './polygon.ts';
import { placeCandidates, readSentence } from './sentence.ts';
import { closest, correctableWords, queryTree } from './words.ts';

export interface Understanding {
  filters: Filters;
  understood: Understood[];
  sort: Sort;
}

type Asked = Omit<VenueQuery, 'limit' | 'cursor' | 'include' | 'format'>;

const together = (...lists: (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

/** Throws Problem 400 for parameters that contradict each other or name what is not there. */
export async function understand(db: Knex, asked: Asked): Promise<Understanding> {
  const faults: InputFault[] = [];
  const filters: Filters = {};
  if (asked.bbox) filters.box = readBox(asked.bbox, faults);
  if (asked.near) filters.near = readNear(asked.near, faults);
  if (asked.radius !== undefined) filters.radius = asked.radius;
  if (asked.kind) filters.kind = asked.kind;
  if (asked.people !== undefined) filters.people = asked.people;
  if (asked.layout) filters.layout = asked.layout;
  if (asked.access || asked.profile) filters.access = together(asked.access, needsOf(asked.profile ?? []));
  if (asked.amenity) filters.amenity = asked.amenity;
  if (asked.openAt) filters.openAt = weekMinute(asked.openAt);
  if (asked.within) filters.within = await readAreas(db, asked.within, faults);
  if (asked.polygon) filters.polygon = readDrawn(asked.polygon, faults);
  if (asked.match === 'possible') filters.match = 'possible';
  const understood = asked.q ? await readWords(db, asked.q, filters) : [];
  if (filters.radius !== undefined && !filters.near)
    faults.push({
      parameter: 'radius',
      value: filters.radius,
      detail: '“radius” needs “near”, or a place in “q”.',
    });
  if (faults.length > 0) throw invalidInput(faults);
  return { filters, understood, sort: sortOf(asked.sort, filters) };
}

/** The order that was asked; where the question has nothing to order so by, its usual one. */
function sortOf(asked: Sort | undefined, { near, words }: Filters): Sort {
  const usual = words ? 'relevance' : near ? 'distance' : 'updated';
  const possible = (asked !== 'distance' || near) && (asked !== 'relevance' || words);
  return asked && possible ? asked : usual;
}

function readBox(bbox: number[], faults: InputFault[]): Box {
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const allowed =
    'west,south,east,north with west ≤ east, south ≤ north, longitudes in ±180 and latitudes in ±90';
  if (
    west > east ||
    south > north ||
    Math.abs(west) > 180 ||
    Math.abs(east) > 180 ||
    Math.abs(south) > 90 ||
    Math.abs(north) > 90
  ) {
    faults.push({
      parameter: 'bbox',
      value: bbox.join(','),
      detail: '“bbox” is not a box on the map.',
      allowed,
    });
  }
  return { west, south, east, north };
}

function readNear(near: number[], faults: InputFault[]): { lon: number; lat: number } {
  const [lon = 0, lat = 0] = near;
  if (Math.abs(lon) > 180 || Math.abs(lat) > 85) {
    const allowed = 'lon,lat with longitude in ±180 and latitude in ±85';
    faults.push({
      parameter: 'near',
      value: near.join(','),
      detail: '“near” is not a place on the map.',
      allowed,
    });
  }
  return { lon, lat };
}

function readDrawn(text: string, faults: InputFault[]): Filters['polygon'] {
  const polygon = readPolygon(text);
  if (typeof polygon !== 'string') return polygon;
  const allowed = `lon,lat;lon,lat;… with ${fewestCorners} to ${mostCorners} corners, whose sides do not meet`;
  faults.push({ parameter: 'polygon', value: text, detail: polygon, allowed });
  return undefined;
}

/** `tue-19:00` as a minute of the ISO week. */
function weekMinute(text: string): number {
  const day = weekdays.findIndex((name) => name.toLowerCase().startsWith(text.slice(0, 3)));
  return day * 1440 + Number(text.slice(4, 6)) * 60 + Number(text.slice(7, 9));
}

async function readAreas(db: Knex, ids: string[], faults: InputFault[]): Promise<Filters['within']> {
  const rows = await read<{ id: string; w: number; s: number; e: number; n: number }>(db, {
    text: `select id, least((bounds[0])[0], (bounds[1])[0]) as w, least((bounds[0])[1], (bounds[1])[1]) as s,
      greatest((bounds[0])[0], (bounds[1])[0]) as e, greatest((bounds[0])[1], (bounds[1])[1]) as n
      from area where id = any($1::text[])`,
    values: [ids],
  });
  const missing = ids.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length > 0) {
    const detail = `There is no area “${missing.join('”, “')}”.`;
    faults.push({ parameter: 'within', value: missing.join(','), detail, allowed: 'ids from /api/v1/areas' });
  }
  const bounds = {
    west: Math.min(...rows.map((row) => row.w)),
    south: Math.min(...rows.map((row) => row.s)),
    east: Math.max(...rows.map((row) => row.e)),
    north: Math.max(...rows.map((row) => row.n)),
  };
  return { ids, bounds };
}

/** Reads `q` into the filters that were not asked outright; what remains is searched as text. */
async function readWords(db: Knex, q: string, filters: Filters): Promise<Understood[]> {
  const places = await findPlaces(db, placeCandidates(q));
  const { rest, filters: read, understood } = readSentence(q, places);
  if (!filters.near && read.near) {
    filters.near = { lon: read.near[0], lat: read.near[1] };
    filters.radius ??= read.radius;
  }
  filters.people ??= read.people;
  filters.layout ??= read.layout;
  if (filters.openAt === undefined && read.openAt) filters.openAt = weekMinute(read.openAt);
  if (read.access || read.profile)
    filters.access = together(filters.access, read.access, needsOf(read.profile ?? []));
  if (read.amenity) filters.amenity = together(filters.amenity, read.amenity);
  const tree = queryTree(rest, await corrections(db, correctableWords(rest)));
  if (tree !== null) filters.words = tree;
  return understood;
}

/** What each word that the register does not know may have meant, by trigram and then by letters changed. */
async function corrections(db: Knex, words: string[]): Promise<Map<string, string[]>> {
  if (words.length === 0) return new Map();
  const rows = await read<{ asked: string; word: string | null }>(db, {
    text: `select asked, near.word from unnest($1::text[]) asked
      left join lateral (
        select word from search_word where word % asked order by similarity(word, asked) desc, word limit 12) near on true
      where not exists (select from search_word known where known.word = asked)`,
    values: [words],
  });
  const unknown = new Map<string, string[]>();
  for (const { asked, word } of rows)
    unknown.set(asked, [...(unknown.get(asked) ?? []), ...(word === null ? [] : [word])]);
  return new Map([...unknown].map(([asked, near]) => [asked, closest(asked, near)]));
}
