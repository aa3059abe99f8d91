/**
 * All SQL that changes a venue. `saveVenue` is the one way to write: people, importers, keys and seeds come through
 * it. It records the change, bumps the version and brings search up to date, in the caller's transaction.
 */
import type { Knex } from 'knex';
import { invalidInput, notFound, stale } from '../problem.ts';
import { refreshSearch } from '../search/write.ts';
import { checkVenue } from './check.ts';
import { applyChange, draftOf, type SpaceDraft, type Suggestion, type VenueDraft } from './merge.ts';
import { type Actor, type Credit, canonical, type Edit, edits, type VenueRecord } from './record.ts';
import { recordChange } from './recorded.ts';
import { loadRecords, minutesOf } from './rows.ts';
import type { Hours, VenueChange } from './schema.ts';
import { checkHolder } from './services.ts';

export interface Saved {
  id: number;
  version: number;
  outcome: 'created' | 'updated' | 'unchanged';
  edits: Edit[];
  suggestions: Suggestion[];
}

export interface SaveOptions {
  /** The day by which “in the future” is judged; ISO. */
  today?: string;
  /** The versions that the change may be made against; another one is refused with 412. */
  versions?: number[];
  /** The version whose change this one undoes. */
  undoes?: number;
  /** Who held it when it was asked who may change it; another holder since is refused with 412. Null: nobody. */
  heldBy?: number | null;
  /** Whose suggestion it follows: a visitor, by the name that they wish to stand there, or a data set. */
  credit?: Credit;
}

/** The day it is somewhere on Earth already: nobody's today is in the future. */
export const latestDay = () => isoDay(new Date(Date.now() + 14 * 3_600_000));

export const isoDay = (instant = new Date()) => instant.toISOString().slice(0, 10);

/**
 * Adds a venue (`id` undefined) or changes one. Throws Problem 400 (with pointers), 404, 409 or 412.
 * An unchanged venue is left as it is: no version, no record.
 */
export async function saveVenue(
  db: Knex,
  actor: Actor,
  id: number | undefined,
  change: VenueChange,
  options: SaveOptions = {},
): Promise<Saved> {
  const before = id === undefined ? undefined : (await loadRecords(db, [id], true))[0];
  if (id !== undefined && !before) throw notFound('venue');
  const known = before?.spaces.map((space) => space.id);
  const faults = checkVenue(change, options.today ?? latestDay(), known);
  if (faults.length > 0) throw invalidInput(faults);
  if (before && options.versions && !options.versions.includes(before.version)) throw stale();
  const { heldBy } = options;
  if (before && heldBy !== undefined && (before.organisationId ?? null) !== heldBy) throw stale();

  const { draft, suggestions } = applyChange(before, change, actor);
  const homeless = checkHolder(draft.services, draft.organisationId);
  if (homeless.length > 0) throw invalidInput(homeless);
  if (before && canonical(draftOf(before)) === canonical(draft)) {
    await keepSuggestions(db, before.id, actor, suggestions);
    return { id: before.id, version: before.version, outcome: 'unchanged', edits: [], suggestions };
  }
  const after = await write(db, before, draft);
  const made = edits(before, after);
  const { undoes, credit } = options;
  await recordChange(db, {
    actor,
    before,
    after,
    edits: made,
    ...(undoes !== undefined && { undoes }),
    ...(credit && { credit }),
  });
  await keepSuggestions(db, after.id, actor, suggestions);
  await refreshSearch(db, after, before !== undefined);
  return {
    id: after.id,
    version: after.version,
    outcome: before ? 'updated' : 'created',
    edits: made,
    suggestions,
  };
}

async function keepSuggestions(
  db: Knex,
  venueId: number,
  actor: Actor,
  suggestions: Suggestion[],
): Promise<void> {
  if (!actor.source || suggestions.length === 0) return;
  await db('suggestion')
    .insert(
      suggestions.map(({ path, value }) => ({
        venue_id: venueId,
        path,
        value: JSON.stringify(value),
        source_id: actor.source,
      })),
    )
    .onConflict(['venue_id', 'path', 'source_id'])
    // What was declined stays so until something else is suggested.
    .merge({
      value: db.raw('excluded.value'),
      declined_at: db.raw('case when suggestion.value = excluded.value then suggestion.declined_at end'),
    });
}

async function write(db: Knex, before: VenueRecord | undefined, draft: VenueDraft): Promise<VenueRecord> {
  const row = {
    slug: draft.slug,
    name: draft.name,
    names: JSON.stringify(draft.names),
    kind: draft.kind,
    description: draft.description,
    organisation_id: draft.organisationId ?? null,
    status: draft.status,
    lon: draft.location.lon,
    lat: draft.location.lat,
    precision: draft.location.precision,
    address: JSON.stringify(draft.address),
    tenure_holder: draft.tenure?.holder ?? null,
    tenure_interest: draft.tenure?.interest ?? null,
    tenure_expires_on: draft.tenure?.expiresOn ?? null,
    services_consent: draft.services.consent,
    services_sessions: draft.services.sessionsPerWeek ?? null,
    stated: JSON.stringify(draft.stated),
    ...hoursText(draft.openingHours),
  };
  const times = [`to_json(created_at)#>>'{}' as created`, `to_json(updated_at)#>>'{}' as updated`].map(
    (sql) => db.raw(sql),
  );
  const [saved] = before
    ? await db('venue')
        .where({ id: before.id })
        .update({ ...row, version: before.version + 1, updated_at: db.raw('now()') })
        .returning(['id', 'version', ...times])
    : await db('venue')
        .insert(row)
        .returning(['id', 'version', ...times]);

  const same = (part: keyof VenueDraft) =>
    before !== undefined && canonical(before[part]) === canonical(draft[part]);
  const spaces = same('spaces')
    ? (before?.spaces ?? [])
    : await writeSpaces(db, saved.id, before, draft.spaces);
  const after: VenueRecord = {
    ...draft,
    spaces,
    id: saved.id,
    version: saved.version,
    createdAt: saved.created,
    updatedAt: saved.updated,
  };
  const put = (table: string, rows: object[]) => replace(db, table, saved.id, rows, before !== undefined);
  if (!same('facts') || !same('spaces')) await put('fact', factRows(after));
  if (!same('openingHours') || !same('spaces')) {
    await put('opening_period', hoursRows(after, periodRows));
    await put('opening_exception', hoursRows(after, exceptionRows));
  }
  if (!same('identifiers')) await put('identifier', draft.identifiers);
  if (!same('contacts'))
    await put(
      'contact',
      draft.contacts.map((each, position) => ({ ...each, position })),
    );
  return after;
}

/** Puts these rows in the place of a venue's rows in a child table; `clear` when there may be some. */
async function replace(
  db: Knex,
  table: string,
  venueId: number,
  rows: object[],
  clear: boolean,
): Promise<void> {
  if (clear) await db(table).where({ venue_id: venueId }).delete();
  if (rows.length > 0) await db(table).insert(rows.map((row) => ({ ...row, venue_id: venueId })));
}

async function writeSpaces(
  db: Knex,
  venueId: number,
  before: VenueRecord | undefined,
  drafts: SpaceDraft[],
): Promise<VenueRecord['spaces']> {
  const kept = new Set(drafts.map((space) => space.id));
  const gone = (before?.spaces ?? []).filter((space) => !kept.has(space.id)).map((space) => space.id);
  if (gone.length > 0) await db('space').whereIn('id', gone).delete();
  // Two spaces may swap names: the names make way first.
  for (const { id } of drafts)
    if (id !== undefined)
      await db('space')
        .where({ id })
        .update({ name: `\u2063${id}` });
  const spaces: VenueRecord['spaces'] = [];
  for (const [position, space] of drafts.entries()) {
    const row = {
      venue_id: venueId,
      position,
      name: space.name,
      setting: space.setting,
      floor: space.floor ?? null,
      description: space.description ?? null,
      floor_area: space.floorArea ?? null,
      ...hoursText(space.openingHours),
    };
    if (space.id !== undefined) await db('space').where({ id: space.id }).update(row);
    const id = space.id ?? (await db('space').insert(row).returning('id'))[0].id;
    spaces.push({ ...space, id });
  }
  const ids = spaces.map((space) => space.id);
  if (ids.length === 0) return spaces;
  if (before) await db('capacity').whereIn('space_id', ids).delete();
  const capacities = spaces.flatMap((space) =>
    space.capacities.map((each) => ({
      space_id: space.id,
      layout: each.layout,
      comfortable: each.comfortable,
      legal_maximum: each.legalMaximum ?? null,
      condition: each.condition ?? null,
    })),
  );
  if (capacities.length > 0) await db('capacity').insert(capacities);
  const idOf = new Map(spaces.map((space) => [space.name, space.id]));
  const joins = spaces.flatMap((space) =>
    (space.joins ?? []).map((part) => ({ whole_id: space.id, part_id: idOf.get(part) })),
  );
  await replace(db, 'joined_space', venueId, joins, before !== undefined);
  return spaces;
}

const hoursText = (hours: Hours | undefined) => ({
  timezone: hours?.timezone ?? null,
  hours_note: hours?.note ?? null,
  hours_osm: hours?.osm ?? null,
});

function factRows(venue: VenueRecord): object[] {
  const all = [
    ...venue.facts.map((fact) => ({ fact, space: null as number | null })),
    ...venue.spaces.flatMap((space) => space.facts.map((fact) => ({ fact, space: space.id }))),
  ];
  return all.map(({ fact, space }) => ({
    space_id: space,
    key: fact.key,
    value_kind: typeof fact.value === 'number' ? 'number' : 'answer',
    answer: typeof fact.value === 'number' ? null : fact.value,
    number: typeof fact.value === 'number' ? fact.value : null,
    note: fact.note ?? null,
    method: fact.method,
    observed_on: fact.observedOn,
    observed_by: fact.observedBy ?? null,
    stated_by: fact.statedBy,
    source_id: fact.source ?? null,
  }));
}

function hoursRows(venue: VenueRecord, rows: (hours: Hours) => object[]): object[] {
  const ofSpace = (hours: Hours | undefined, space_id: number | null) =>
    hours ? rows(hours).map((row) => ({ ...row, space_id })) : [];
  return [
    ...ofSpace(venue.openingHours, null),
    ...venue.spaces.flatMap((space) => ofSpace(space.openingHours, space.id)),
  ];
}

const periodRows = (hours: Hours) =>
  hours.weekly.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: minutesOf(opens),
    closes: minutesOf(closes),
  }));

const exceptionRows = (hours: Hours) =>
  hours.exceptions.map((each) => ({
    from_on: each.from,
    until_on: each.until ?? each.from,
    opens: each.opens === undefined ? null : minutesOf(each.opens),
    closes: each.closes === undefined ? null : minutesOf(each.closes),
    note: each.note ?? null,
  }));
