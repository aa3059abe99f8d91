/** Rows of one site become one venue, and none of what they say is lost without a remark. */
import { greatCircle } from '../database/geometry.ts';
import { isEmpty } from '../venues/record.ts';
import type { NewSpace, NewVenue } from '../venues/schema.ts';
import { share } from '../venues/share.ts';
import type { Item } from './item.ts';
import type { MappedVenue } from './venue.ts';

export type Draft = Item<MappedVenue>;

/** Metres beyond which rows that share a group are not one place. */
const SAME_SITE = 500;

/** The whole file is held, as rows of one site may be apart. Each row is sound by itself before it joins others. */
export async function* grouped(
  drafts: AsyncIterable<Draft>,
  sounded: (draft: Draft) => Draft,
): AsyncGenerator<Draft> {
  const all: Draft[] = [];
  const groups = new Map<string, Draft>();
  for await (const each of drafts) {
    const draft = sounded(each);
    const by = draft.record?.group;
    const leader = by === undefined ? undefined : groups.get(by);
    if (leader?.record && draft.record) {
      const far = tooFar(leader, leader.record.venue, draft.record.venue);
      if (far === undefined) join(leader, leader.record, draft, draft.record);
      else all.push({ rows: draft.rows, recordId: draft.recordId, remarks: [], rejected: far });
    } else {
      all.push(draft);
      if (by !== undefined && draft.record) {
        groups.set(by, draft);
        addSpace(draft.record.venue, draft.record.space);
      }
    }
  }
  yield* all;
}

function tooFar(leader: Draft, { location: a }: NewVenue, { location: b }: NewVenue): string | undefined {
  if (greatCircle(a.lon, a.lat, b.lon, b.lat) <= SAME_SITE) return undefined;
  return `it is more than ${SAME_SITE} m from row ${leader.rows[0]?.label}, with which it should be one venue`;
}

/** What later rows may add to the venue that the first row made. */
const added = [
  'name',
  'names',
  'description',
  'address',
  'identifiers',
  'contacts',
  'tenure',
  'openingHours',
] as const;

/** Adds a further row of the same site to the venue that its first row made. */
function join(leader: Draft, first: MappedVenue, draft: Draft, next: MappedVenue): void {
  leader.rows.push(...draft.rows);
  leader.remarks.push(...draft.remarks);
  if (next.recordId !== first.recordId) {
    const members = new Set(leader.members).add(next.recordId);
    leader.members = [...members];
  }
  const disagree = (what: string) => leader.remarks.push(`its rows disagree on ${what}: the first counts`);
  if (first.kindIsDefault && !next.kindIsDefault) {
    first.venue.kind = next.venue.kind;
    first.kindIsDefault = false;
  } else if (first.venue.kind !== next.venue.kind && !next.kindIsDefault) disagree('kind');
  for (const field of added) {
    const { value, left } = share(field, first.venue[field], next.venue[field], 'adds');
    if (!isEmpty(value)) Object.assign(first.venue, { [field]: value });
    if (left !== undefined) disagree(field);
  }
  first.withoutHours &&= next.withoutHours;
  for (const fact of next.venue.facts ?? []) {
    const said = first.venue.facts?.find((each) => each.key === fact.key);
    if (!said) first.venue.facts = [...(first.venue.facts ?? []), fact];
    else if (said.value !== fact.value) disagree(fact.key);
  }
  addSpace(first.venue, next.space);
}

/** Spaces of one venue have different names: the first that is free, or a number behind it. */
function addSpace(venue: NewVenue, space: MappedVenue['space']): void {
  if (!space || space.names.length === 0) return;
  const { names, ...rest } = space;
  const taken = new Set((venue.spaces ?? []).map((each) => each.name));
  let name = names.find((each) => !taken.has(each));
  for (let number = 2; name === undefined; number += 1) {
    const numbered = `${names.at(-1)} ${number}`;
    if (!taken.has(numbered)) name = numbered;
  }
  const added: NewSpace = { name, ...rest };
  venue.spaces = [...(venue.spaces ?? []), added];
}
