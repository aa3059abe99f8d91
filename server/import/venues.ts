/** The rows of a file as venues for the register: mapped, grouped, freed of repeats, and sound. */

import type { ImportedVenue } from '../venues/import.ts';
import { canonical } from '../venues/record.ts';
import type { NewVenue } from '../venues/schema.ts';
import { type Draft, grouped } from './group.ts';
import type { Item } from './item.ts';
import type { Mapping } from './mapping.ts';
import { fingerprint } from './mapping-file.ts';
import type { Row } from './row.ts';
import { soundVenue } from './sound.ts';
import { type Defaults, mapper } from './venue.ts';

/** Every row comes out once, alone or in a group. With groups the whole file is held, as rows of one site may be apart. */
export async function* venueItems(
  rows: AsyncIterable<Row>,
  mapping: Mapping,
  defaults: Defaults = {},
): AsyncGenerator<Item<ImportedVenue>> {
  const drafts = mapRows(rows, mapper(mapping, defaults));
  const seen = new Map<string, { label: string; said: string }>();
  const claims = new Map<string, string>();
  for await (const draft of mapping.group ? grouped(drafts, sounded) : drafts) {
    const item = finished(draft);
    if (!item.record) {
      yield item;
      continue;
    }
    const said = canonical(item.record.venue);
    const earlier = seen.get(item.recordId);
    if (earlier) {
      yield repeat(item, earlier, said);
      continue;
    }
    seen.set(item.recordId, { label: item.rows[0]?.label ?? '', said: fingerprint(said) });
    yield claimed(item, item.record.venue, claims);
  }
}

function repeat(
  item: Item<ImportedVenue>,
  earlier: { label: string; said: string },
  said: string,
): Item<ImportedVenue> {
  const { record: _record, ...left } = item;
  if (earlier.said === fingerprint(said)) return { ...left, skipped: 'it repeats an earlier row' };
  return {
    ...left,
    rejected: `it has the record id of row ${earlier.label} (${item.recordId}) and says otherwise`,
  };
}

/** The register lets one venue have an identifier of a building; the first row in the file has it. */
function claimed(
  item: Item<ImportedVenue>,
  { identifiers = [] }: NewVenue,
  claims: Map<string, string>,
): Item<ImportedVenue> {
  const label = item.rows[0]?.label ?? '';
  for (const { scheme, value } of identifiers.filter((each) => each.scheme !== 'charity')) {
    const earlier = claims.get(`${scheme} ${value}`);
    if (earlier !== undefined) {
      const { record: _record, ...left } = item;
      const rejected = `row ${earlier} has the same ${scheme} (${value}): it may be the same building, listed twice`;
      return { ...left, rejected };
    }
    claims.set(`${scheme} ${value}`, label);
  }
  return item;
}

async function* mapRows(rows: AsyncIterable<Row>, map: ReturnType<typeof mapper>): AsyncGenerator<Draft> {
  for await (const row of rows) {
    const { recordId, ...result } = map(row);
    const base = { rows: [row], recordId, remarks: [] };
    if ('mapped' in result) yield { ...base, record: result.mapped, remarks: result.mapped.remarks };
    else yield { ...base, ...result };
  }
}

/** The draft without what is unsound in it, or rejected. */
function sounded(draft: Draft): Draft {
  const { record, ...rest } = draft;
  if (!record) return draft;
  const sound = soundVenue(record.venue);
  if ('rejected' in sound) return { ...rest, rejected: sound.rejected };
  return { ...draft, remarks: [...rest.remarks, ...sound.remarks] };
}

function finished(draft: Draft): Item<ImportedVenue> {
  const { record, ...rest } = sounded(draft);
  if (!record) return rest;
  const { recordId, sameAs, venue, withoutHours } = record;
  const { members = [] } = rest;
  return {
    ...rest,
    record: {
      recordId,
      venue,
      ...(sameAs.length > 0 && { sameAs }),
      ...(members.length > 0 && { members }),
      ...(withoutHours && { withoutHours }),
    },
  };
}
