/**
 * “room for 40 with kitchen near SW17 8” as filters that are shown and can each be taken away, and the words that are
 * left to search for. Pure: the places come from the gazetteer by `placeCandidates`.
 */
import type { Understood, VenueQuery } from '../venues/schema.ts';
import type { ProfileKey } from '../vocabulary.ts';
import { readFact } from './sentence/facts.ts';
import { readPeople } from './sentence/people.ts';
import { type Place, readBarePlace, readPlace } from './sentence/place.ts';
import type { Found, Reader } from './sentence/reading.ts';
import { covers, type Part, type Range, restOf, understoodOf } from './sentence/rest.ts';
import { joined, split, textOf, type Word } from './sentence/split.ts';
import { readTime } from './sentence/time.ts';
import { glue, isPlain, negations } from './sentence/vocabulary.ts';

export { placeCandidates } from './sentence/candidates.ts';
export type { Place } from './sentence/place.ts';

export type ReadFilters = Partial<
  Pick<VenueQuery, 'people' | 'layout' | 'profile' | 'access' | 'amenity' | 'radius' | 'openAt' | 'kind'>
> & { near?: [lon: number, lat: number] };

export interface Reading {
  /** The words left to search for. */
  rest: string;
  filters: ReadFilters;
  understood: Understood[];
}

const many = new Set(['profile', 'access', 'amenity']);

export function readSentence(q: string, places: ReadonlyMap<string, Place>): Reading {
  const words = split(q);
  const { parts, refused } = findParts(words, places);
  addBarePlace(words, parts, refused, places);
  const read = parts.filter((part) => part.filter !== undefined);
  return {
    rest: parts.length === 0 ? q.trim() : textOf(q, words, restOf(words, parts)),
    filters: filtersOf(read),
    understood: read
      .sort((a, b) => (a.ranges[0]?.[0] ?? 0) - (b.ranges[0]?.[0] ?? 0))
      .flatMap((part) => understoodOf(q, words, part)),
  };
}

function findParts(words: readonly Word[], places: ReadonlyMap<string, Place>) {
  const readers: Reader[] = [readTime, readPlace(places), readPeople, readFact];
  const parts: Part[] = [];
  const refused = new Set<number>();
  for (let at = 0; at < words.length; ) {
    const found = words[at]?.quoted ? undefined : firstOf(readers, words, at);
    const negated = found?.filter ? 0 : negatedEnd(readers, words, at);
    for (let index = at; index < negated; index++) refused.add(index);
    if (!found || negated > at) {
      at = Math.max(negated, at + 1);
      continue;
    }
    const { filter, end } = found;
    const same =
      filter && parts.find((part) => part.filter?.parameter === filter.parameter && sameWish(part, filter));
    if (!same) parts.push({ filter, ranges: [[at, end]] });
    else if (same.filter?.value === filter?.value) same.ranges.push([at, end]);
    at = end;
  }
  return { parts, refused };
}

/** One answer only to how many, which layout, where and when; any number of facts, each once. */
const sameWish = (part: Part, { parameter, value }: NonNullable<Found['filter']>) =>
  !many.has(parameter) || part.filter?.value === value;

function firstOf(readers: readonly Reader[], words: readonly Word[], at: number): Found | undefined {
  for (const reader of readers) {
    const found = reader(words, at);
    if (found) return found;
  }
  return undefined;
}

/** “no stage or kitchen”, “not in London”: what is not wanted is no filter. Where it ends, or 0. */
function negatedEnd(readers: readonly Reader[], words: readonly Word[], at: number): number {
  if (!negations.has(words[at]?.word ?? '')) return 0;
  for (let end = at + 1; ; end += 1) {
    const start = end;
    for (let next = start; end === start && next < start + 4; next++) {
      const word = words[next];
      if (!word || word.quoted || !joined(word.gap)) break;
      end = firstOf(readers, words, next)?.end ?? end;
      if (!glue.has(word.word)) break;
    }
    if (end === start || !['or', 'nor'].includes(words[end]?.word ?? '')) return end;
  }
}

/** “tooting church hall” is a hall in Tooting; “Balham Baptist Church” is a name, for “Baptist” is no word of ours. */
function addBarePlace(
  words: readonly Word[],
  parts: Part[],
  refused: ReadonlySet<number>,
  places: ReadonlyMap<string, Place>,
): void {
  const taken = covers(parts);
  const own = (index: number) => !taken.has(index);
  if (words.some(({ quoted }) => quoted)) return;
  const near = parts.find((part) => part.filter?.parameter === 'near');
  for (const at of words.keys()) {
    const found = own(at) && !refused.has(at) ? readBarePlace(words, at, places) : undefined;
    if (!found) continue;
    const inside = (index: number) => index >= at && index < found.end;
    const apart = words.every(({ word }, index) =>
      inside(index) ? own(index) || near : !own(index) || isPlain(word),
    );
    if (!apart) continue;
    const range: Range = [at, found.end];
    const [first] = near?.ranges ?? [];
    if (!near) parts.push({ filter: found.filter, ranges: [range] });
    else if (first && found.end >= first[0] && at < first[0]) first[0] = at;
    else continue;
    return;
  }
}

function filtersOf(parts: readonly Part[]): ReadFilters {
  const filters: ReadFilters = {};
  for (const { filter } of parts) {
    if (!filter) continue;
    const { parameter, value, point, radius } = filter;
    if (parameter === 'people') filters.people = Number(value);
    else if (parameter === 'near') {
      filters.near = point;
      filters.radius = radius;
    } else if (parameter === 'layout') filters.layout = value as NonNullable<ReadFilters['layout']>;
    else if (parameter === 'openAt') filters.openAt = value;
    else if (parameter === 'profile') filters.profile = [...(filters.profile ?? []), value as ProfileKey];
    else if (parameter === 'access') filters.access = [...(filters.access ?? []), value];
    else filters.amenity = [...(filters.amenity ?? []), value];
  }
  return filters;
}
