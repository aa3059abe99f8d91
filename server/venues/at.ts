/**
 * A venue as it was at a version, from what it is now and what was recorded since: what a form was made from, so that
 * two people's changes can be told apart. The order of rooms is not recorded; they stand as they do now.
 */
import type { Knex } from 'knex';
import { changeableFields, type Edit, type SpaceRecord, statements, type VenueRecord } from './record.ts';
import { askFirst } from './services.ts';

const unpointed = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** Throws nothing: a version that there is not yet, or never was, is the nearest that there is. */
export async function recordAt(db: Knex, now: VenueRecord, version: number): Promise<VenueRecord> {
  if (version >= now.version) return now;
  const rows: { edits: Edit[] }[] = await db('change')
    .where('venue_id', now.id)
    .where('version', '>', Math.max(1, version))
    .orderBy('version', 'desc')
    .select('edits');
  const said = statements(now);
  for (const { path, before } of rows.flatMap(({ edits }) => edits)) {
    if (before === undefined) said.delete(path);
    else said.set(path, before);
  }
  return recordOf(now, said);
}

/** The other way round of `statements`. */
function recordOf(now: VenueRecord, said: ReadonlyMap<string, unknown>): VenueRecord {
  const fields = changeableFields
    .filter((field) => field !== 'facts' && field !== 'spaces')
    .map((field) => [field, said.get(`/${field}`) ?? emptyOf[field]])
    .filter(([, value]) => value !== undefined);
  const facts: unknown[] = [];
  const spaces = new Map<string, Record<string, unknown> & { capacities: unknown[]; facts: unknown[] }>(
    now.spaces.map(({ id }) => [String(id), { id, capacities: [], facts: [] }]),
  );
  for (const [path, value] of said) {
    const [list, id = '', part = '', key] = path.split('/').slice(1).map(unpointed);
    if (list === 'facts') facts.push(value);
    if (list !== 'spaces') continue;
    const space = spaces.get(id) ?? { id: Number(id), capacities: [], facts: [] };
    spaces.set(id, space);
    if (key === undefined) space[part] = value;
    else if (part === 'facts') space.facts.push(value);
    else space.capacities.push(value);
  }
  const { organisationId: _holder, tenure: _tenure, openingHours: _hours, ...kept } = now;
  return {
    ...kept,
    ...Object.fromEntries(fields),
    facts: facts as VenueRecord['facts'],
    spaces: [...spaces.values()].filter(({ name }) => name !== undefined) as unknown as SpaceRecord[],
  };
}

/** What is empty is not recorded. */
const emptyOf: Partial<Record<(typeof changeableFields)[number], unknown>> = {
  description: '',
  names: {},
  address: {},
  identifiers: [],
  contacts: [],
  services: askFirst,
};
