/** Rows of the database ↔ a VenueRecord. Times of day are minutes in rows, HH:MM in the domain. */
import type { Knex } from 'knex';
import { toOsm } from './opening-hours.ts';
import type { SpaceRecord, StatedFact, VenueRecord } from './record.ts';
import type { Hours, OpeningException, OpeningPeriod } from './schema.ts';
import { servicesIn } from './services.ts';

export const DEFAULT_TIMEZONE = 'Europe/London';

export const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** A row without its nulls, so that absent stays absent in JSON. */
// biome-ignore lint/suspicious/noExplicitAny: rows come from PostgreSQL's own json; the record's types are stated by the callers
export const present = (row: any): any =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

interface HoursRow {
  space_id: number | null;
  weekday: number;
  opens: number;
  closes: number;
}
interface ExceptionRow {
  space_id: number | null;
  from: string;
  until: string;
  opens: number | null;
  closes: number | null;
  note: string | null;
}

const RECORD = `
  select v.*, to_json(v.created_at)#>>'{}' as created, to_json(v.updated_at)#>>'{}' as updated,
    (select coalesce(json_agg(json_build_object('space_id', f.space_id, 'key', f.key,
       'value', coalesce(to_json(f.answer), to_json(f.number)), 'note', f.note, 'method', f.method,
       'observedOn', f.observed_on, 'observedBy', f.observed_by, 'statedBy', f.stated_by, 'source', f.source_id)
       order by f.key), '[]') from fact f where f.venue_id = v.id) as facts,
    (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'setting', s.setting, 'floor', s.floor,
       'description', s.description, 'floorArea', s.floor_area, 'timezone', s.timezone,
       'hours_note', s.hours_note, 'hours_osm', s.hours_osm,
       'capacities', (select coalesce(json_agg(json_build_object('layout', c.layout, 'comfortable', c.comfortable,
          'legalMaximum', c.legal_maximum, 'condition', c.condition) order by c.layout), '[]')
          from capacity c where c.space_id = s.id),
       'joins', (select json_agg(p.name order by p.position) from joined_space j join space p on p.id = j.part_id
          where j.whole_id = s.id)) order by s.position), '[]') from space s where s.venue_id = v.id) as spaces,
    (select coalesce(json_agg(json_build_object('space_id', o.space_id, 'weekday', o.weekday, 'opens', o.opens,
       'closes', o.closes) order by o.weekday, o.opens), '[]') from opening_period o where o.venue_id = v.id) as periods,
    (select coalesce(json_agg(json_build_object('space_id', e.space_id, 'from', e.from_on, 'until', e.until_on,
       'opens', e.opens, 'closes', e.closes, 'note', e.note) order by e.from_on, e.opens), '[]')
       from opening_exception e where e.venue_id = v.id) as exceptions,
    (select coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme, i.value), '[]')
       from identifier i where i.venue_id = v.id) as identifiers,
    (select coalesce(json_agg(json_build_object('kind', k.kind, 'value', k.value, 'name', k.name, 'public', k.public)
       order by k.position), '[]') from contact k where k.venue_id = v.id) as contacts
  from venue v where v.id = any(?)`;

/** The venues with these ids, whole, in no particular order. `lock` holds each until the transaction ends. */
export async function loadRecords(db: Knex, ids: number[], lock = false): Promise<VenueRecord[]> {
  // A statement of its own: one that waits for a lock sees the new venue beside the old facts.
  if (lock) await db.raw('select id from venue where id = any(?) order by id for update', [ids]);
  const { rows } = await db.raw(RECORD, [ids]);
  return rows.map(toRecord);
}

const HOURS = `
  select v.id, v.timezone, v.hours_note, v.hours_osm,
    (select coalesce(json_agg(o order by o.weekday, o.opens), '[]') from opening_period o
       where o.venue_id = v.id and o.space_id is null) as periods,
    (select coalesce(json_agg(json_build_object('space_id', null, 'from', e.from_on, 'until', e.until_on,
       'opens', e.opens, 'closes', e.closes, 'note', e.note) order by e.from_on, e.opens), '[]')
       from opening_exception e where e.venue_id = v.id and e.space_id is null) as exceptions
  from venue v where v.id = any(?) and v.timezone is not null`;

/** The hours of whole venues, for those of these ids that state any. */
export async function loadHours(db: Knex, ids: number[]): Promise<Map<number, Hours>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.raw(HOURS, [ids]);
  const found = new Map<number, Hours>();
  for (const row of rows) {
    const hours = hoursOf(row.periods, row.exceptions, null, row);
    if (hours) found.set(row.id, hours);
  }
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of RECORD above, stated here in one place
function toRecord(row: any): VenueRecord {
  const facts = (spaceId: number | null): StatedFact[] =>
    row.facts
      .filter((fact: { space_id: number | null }) => fact.space_id === spaceId)
      // biome-ignore lint/suspicious/noExplicitAny: as above
      .map(({ space_id: _space, ...fact }: any) => present(fact));
  const hours = (spaceId: number | null, said: HoursText) =>
    hoursOf(row.periods, row.exceptions, spaceId, said);
  const openingHours = hours(null, row);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    names: row.names,
    kind: row.kind,
    description: row.description,
    ...(row.organisation_id && { organisationId: row.organisation_id }),
    status: row.status,
    ...(row.hidden_at && { isHidden: true }),
    location: { lon: row.lon, lat: row.lat, precision: row.precision },
    address: row.address,
    identifiers: row.identifiers,
    contacts: row.contacts.map(present),
    ...(row.tenure_holder && {
      tenure: present({
        holder: row.tenure_holder,
        interest: row.tenure_interest,
        expiresOn: row.tenure_expires_on,
      }),
    }),
    services: servicesIn(row),
    ...(openingHours && { openingHours }),
    facts: facts(null),
    // biome-ignore lint/suspicious/noExplicitAny: as above
    spaces: row.spaces.map(({ timezone, hours_note, hours_osm, ...space }: any): SpaceRecord => {
      const spaceHours = hours(space.id, { timezone, hours_note, hours_osm });
      return {
        ...present(space),
        capacities: space.capacities.map(present),
        facts: facts(space.id),
        ...(spaceHours && { openingHours: spaceHours }),
      };
    }),
    stated: row.stated,
    version: row.version,
    createdAt: row.created,
    updatedAt: row.updated,
  };
}

interface HoursText {
  timezone: string | null;
  hours_note: string | null;
  hours_osm: string | null;
}

/** A timezone is kept exactly where hours are stated, so its presence says that they are. */
function hoursOf(
  periods: HoursRow[],
  exceptions: ExceptionRow[],
  spaceId: number | null,
  said: HoursText,
): Hours | undefined {
  if (!said.timezone) return undefined;
  const weekly = periods
    .filter((row) => row.space_id === spaceId)
    .map(
      ({ weekday, opens, closes }): OpeningPeriod => ({
        weekday,
        opens: clock(opens),
        closes: clock(closes),
      }),
    );
  const except = exceptions
    .filter((row) => row.space_id === spaceId)
    .map(
      (row): OpeningException => ({
        from: row.from,
        ...(row.until !== row.from && { until: row.until }),
        ...(row.opens === null || row.closes === null
          ? { closed: true }
          : { opens: clock(row.opens), closes: clock(row.closes) }),
        ...(row.note && { note: row.note }),
      }),
    );
  return {
    weekly,
    exceptions: except,
    timezone: said.timezone,
    osm: said.hours_osm ?? toOsm(weekly, except),
    ...(said.hours_note && { note: said.hours_note }),
  };
}
