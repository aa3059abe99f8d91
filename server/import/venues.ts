/** The rows of a file as venues for the register: mapped, grouped, freed of repeats, and sound. */

import { createHash } from 'node:crypto';
import type { ImportedVenue } from '../venues/import.ts';
import { canonical } from '../venues/record.ts';
import type { NewSpace, NewVenue } from '../venues/schema.ts';
import type { Item } from './item.ts';
import type { Mapping } from './mapping.ts';
import type { Row } from './row.ts';
import { soundVenue } from './sound.ts';
import { type Defaults, type MappedVenue, mapper } from './venue.ts';

type Draft = Item<MappedVenue>;

/** Every row comes out once, alone or in a group. With groups the whole file is held, as rows of one site may be apart. */
export async function* venueItems(
  rows: AsyncIterable<Row>,
  mapping: Mapping,
  defaults: Defaults = {},
): AsyncGenerator<Item<ImportedVenue>> {
  const drafts = mapRows(rows, mapper(mapping, defaults));
  const seen = new Map<string, { label: string; said: string }>();
  for await (const draft of mapping.group ? grouped(drafts) : drafts) {
    const item = finished(draft);
    if (!item.record) {
      yield item;
      continue;
    }
    const said = canonical(item.record.venue);
    const earlier = seen.get(item.recordId);
    if (earlier) yield repeat(item, earlier, said);
    else {
      seen.set(item.recordId, { label: item.rows[0]?.label ?? '', said: shorten(said) });
      yield item;
    }
  }
}

/** Enough to tell a repeat from a contradiction, and short enough to keep a million of them. */
const shorten = (said: string) => createHash('sha1').update(said).digest('base64url').slice(0, 12);

function repeat(
  item: Item<ImportedVenue>,
  earlier: { label: string; said: string },
  said: string,
): Item<ImportedVenue> {
  const { record: _record, ...left } = item;
  if (earlier.said === shorten(said)) return { ...left, skipped: 'it repeats an earlier row' };
  return {
    ...left,
    rejected: `it has the record id of row ${earlier.label} (${item.recordId}) and says otherwise`,
  };
}

async function* mapRows(rows: AsyncIterable<Row>, map: ReturnType<typeof mapper>): AsyncGenerator<Draft> {
  for await (const row of rows) {
    const { recordId, ...result } = map(row);
    const base = { rows: [row], recordId, remarks: [] };
    if ('mapped' in result) yield { ...base, record: result.mapped, remarks: result.mapped.remarks };
    else yield { ...base, ...result };
  }
}

async function* grouped(drafts: AsyncIterable<Draft>): AsyncGenerator<Draft> {
  const all: Draft[] = [];
  const groups = new Map<string, Draft>();
  for await (const draft of drafts) {
    const by = draft.record?.group;
    const leader = by === undefined ? undefined : groups.get(by);
    if (leader?.record && draft.record) join(leader, leader.record, draft, draft.record);
    else {
      all.push(draft);
      if (by !== undefined && draft.record) {
        groups.set(by, draft);
        addSpace(draft.record.venue, draft.record.space);
      }
    }
  }
  yield* all;
}

/** Adds a further row of the same site to the venue that its first row made. */
function join(leader: Draft, first: MappedVenue, draft: Draft, next: MappedVenue): void {
  leader.rows.push(...draft.rows);
  leader.remarks.push(...next.remarks);
  if (first.kindIsDefault && !next.kindIsDefault) {
    first.venue.kind = next.venue.kind;
    first.kindIsDefault = false;
  }
  for (const fact of next.venue.facts ?? []) {
    const said = first.venue.facts?.find((each) => each.key === fact.key);
    if (!said) first.venue.facts?.push(fact);
    else if (said.value !== fact.value)
      leader.remarks.push(`its rows disagree on ${fact.key}: the first counts`);
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

function finished(draft: Draft): Item<ImportedVenue> {
  const { record, ...rest } = draft;
  if (!record) return rest;
  const sound = soundVenue(record.venue);
  if ('rejected' in sound) return { ...rest, rejected: sound.rejected };
  const { recordId, sameAs, venue } = record;
  return {
    ...rest,
    record: { recordId, venue, ...(sameAs.length > 0 && { sameAs }) },
    remarks: [...rest.remarks, ...sound.remarks],
  };
}
