/**
 * What is known of the venues of an area, in numbers. Like search, it reads only what the public may see, and goes by
 * the public point; so each number is what the search within the area says. Two index-only scans read a few bytes a
 * venue and a room (`survey.ts`), and the counting is a loop here.
 */
import { accessBits, amenityBits, kindNumbers, LANE, seatLanes } from '../search/bits.ts';
import { facts, findFact, layouts, profiles } from '../vocabulary.ts';
import type { AreaNumbers, NeedCount, ProfileCount, SizeCount } from './schema.ts';
import { ACCESS, AMENITY, KIND, ROOM, type Survey, VENUE } from './survey.ts';

/** Sizes of meeting that people plan for. */
const sizes = [30, 60, 100] as const;

export function countArea({ venues, rooms, spaces, partial }: Survey): AreaNumbers {
  return {
    venues: venues.length / VENUE,
    rooms: spaces,
    kinds: countKinds(venues),
    largest: largestRooms(rooms),
    needs: countNeeds(venues, partial),
    profiles: countProfiles(rooms),
    sizes: sizes.map((people) => countSize(rooms, people)),
  };
}

/** The ids of the venues: the one with the largest room first, as search sorts by capacity. */
export function byLargestRoom({ venues, rooms }: Survey): number[] {
  const largest = new Map<number, number>();
  for (let at = 0; at < venues.length; at += VENUE) largest.set(venues.readInt32BE(at), 0);
  for (let at = 0; at < rooms.length; at += ROOM) {
    const id = rooms.readInt32BE(at);
    largest.set(id, Math.max(largest.get(id) ?? 0, seats(rooms, at, inAnyLayout)));
  }
  return [...largest].sort(([a, one], [b, other]) => other - one || b - a).map(([id]) => id);
}

/** Is a bit of a bigint set, which PostgreSQL has sent with its highest byte first? */
const hasBit = (packed: Buffer, at: number, bit: number): boolean =>
  ((packed[at + 7 - (bit >> 3)] ?? 0) & (1 << (bit & 7))) !== 0;

function countKinds(venues: Buffer): AreaNumbers['kinds'] {
  const counts = new Map<string, number>();
  for (let at = 0; at < venues.length; at += VENUE) {
    const key = kindNumbers[venues.readInt16BE(at + KIND)] ?? 'other';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, venues: count }))
    .sort(
      (a, b) =>
        Number(a.key === 'other') - Number(b.key === 'other') ||
        b.venues - a.venues ||
        kindNumbers.indexOf(a.key) - kindNumbers.indexOf(b.key),
    );
}

function countNeeds(venues: Buffer, partial: readonly (readonly [number, string])[]): NeedCount[] {
  const partly = new Map<string, Set<number>>();
  // What would tell a private place is left out here as everywhere: a fact that locates is never said to be partial.
  for (const [id, key] of partial)
    if (!findFact(key)?.locates) partly.set(key, (partly.get(key) ?? new Set()).add(id));
  return facts.map(({ key, group }) => {
    const count: NeedCount = { key, group, yes: 0, partly: 0, no: 0, unknown: 0 };
    const bit = (group === 'access' ? accessBits : amenityBits).indexOf(key);
    const masks = group === 'access' ? ACCESS : AMENITY;
    const inPart = partly.get(key);
    for (let at = 0; at < venues.length; at += VENUE) {
      if (hasBit(venues, at + masks, bit)) count.yes += 1;
      else if (hasBit(venues, at + masks + 8, bit)) count.no += 1;
      else if (inPart?.has(venues.readInt32BE(at))) count.partly += 1;
      else count.unknown += 1;
    }
    return count;
  });
}

/** All needs in the same room: as search asks for a profile. */
function countProfiles(rooms: Buffer): ProfileCount[] {
  return profiles.map(({ key, needs }) => {
    const bits = needs.map((need) => accessBits.indexOf(need));
    const best = new Map<number, 'yes' | 'ask' | 'no'>();
    for (let at = 0; at < rooms.length; at += ROOM) {
      const id = rooms.readInt32BE(at);
      if (best.get(id) === 'yes') continue;
      if (bits.every((bit) => hasBit(rooms, at + 4, bit))) best.set(id, 'yes');
      else if (!bits.some((bit) => hasBit(rooms, at + 12, bit))) best.set(id, 'ask');
      else if (!best.has(id)) best.set(id, 'no');
    }
    const found = [...best.values()];
    const count = (answer: string) => found.filter((each) => each === answer).length;
    return { key, yes: count('yes'), no: count('no'), ask: count('ask') };
  });
}

/** How many people a room holds in a lane of its seats; 0 is unknown. */
function seats(rooms: Buffer, at: number, lane: number): number {
  const packed = rooms.readBigInt64BE(at + 20 + 8 * Math.floor(lane / 3));
  return Number(BigInt.asUintN(LANE, packed >> BigInt((lane % 3) * LANE)));
}

function largestRooms(rooms: Buffer): AreaNumbers['largest'] {
  return layouts.flatMap(({ key }) => {
    const lane = seatLanes.indexOf(key);
    let people = 0;
    for (let at = 0; at < rooms.length; at += ROOM) people = Math.max(people, seats(rooms, at, lane));
    return people > 0 ? [{ layout: key, people }] : [];
  });
}

const inAnyLayout = seatLanes.indexOf('capacity_max');
const stepFreeBit = accessBits.indexOf('step_free_entrance');

function countSize(rooms: Buffer, people: number): SizeCount {
  const [venues, stepFree] = [new Set<number>(), new Set<number>()];
  for (let at = 0; at < rooms.length; at += ROOM) {
    if (seats(rooms, at, inAnyLayout) < people) continue;
    venues.add(rooms.readInt32BE(at));
    if (hasBit(rooms, at + 4, stepFreeBit)) stepFree.add(rooms.readInt32BE(at));
  }
  return { people, venues: venues.size, stepFree: stepFree.size };
}
