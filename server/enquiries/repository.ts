/** Reading enquiries, as those who ask and those who are asked are shown them. */
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';
import { isShown } from '../venues/record.ts';
import type { Services } from '../venues/schema.ts';
import { servicesIn } from '../venues/services.ts';
import type { EnquirySubject } from './policy.ts';
import type { Enquiries, Enquiry, EnquiryAnswer, EnquiryState } from './schema.ts';

/** Those who ask see of the place what everybody does; those who are asked, all they hold. */
export type Side = 'asker' | 'holder';

interface GroupRow {
  id: number;
  slug: string;
  name: string;
}
interface Row {
  id: number;
  version: number;
  state: EnquiryState;
  service: string | null;
  sessions: number | null;
  words: string;
  note: string | null;
  made_at: Date;
  sent_at: Date | null;
  terms_version: number | null;
  answer: EnquiryAnswer['answer'] | null;
  answer_words: string | null;
  answered_at: Date | null;
  withdrawn_at: Date | null;
  plan: { id: number; name: string } | null;
  asker: GroupRow;
  holder: GroupRow | null;
  contact: string | null;
  terms_now: number;
  venue_id: number;
  venue_slug: string;
  venue_name: string;
  venue_holder: number | null;
  status: 'draft' | 'published' | 'withdrawn';
  hidden_at: Date | null;
  services_consent: Services['consent'];
  services_sessions: number | null;
}

const group = (alias: string, name: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name) end as ${name}`;

const enquiries = (db: Knex) =>
  db('enquiry as e')
    .join('venue as v', 'v.id', 'e.venue_id')
    .join('organisation as o', 'o.id', 'e.organisation_id')
    .leftJoin('organisation as h', (on) => on.on('h.id', db.raw('coalesce(e.holder_id, v.organisation_id)')))
    .leftJoin('plan as p', 'p.id', 'e.plan_id')
    // Who has left the organisation is not asked for any more.
    .leftJoin('member as m', { 'm.person_id': 'e.person_id', 'm.organisation_id': 'e.organisation_id' })
    .leftJoin('person as c', 'c.id', 'm.person_id')
    .select(
      'e.id',
      'e.version',
      'e.state',
      'e.service',
      'e.sessions',
      'e.words',
      'e.note',
      'e.made_at',
      'e.sent_at',
      'e.terms_version',
      'e.answer',
      'e.answer_words',
      'e.answered_at',
      'e.withdrawn_at',
      'e.venue_id',
      'v.slug as venue_slug',
      'v.name as venue_name',
      'v.organisation_id as venue_holder',
      'v.status',
      'v.hidden_at',
      'v.services_consent',
      'v.services_sessions',
      'c.name as contact',
    )
    .select(
      db.raw(group('o', 'asker')),
      db.raw(group('h', 'holder')),
      db.raw(
        `case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as plan,
         coalesce((select max(t.version) from terms_version t where t.venue_id = e.venue_id), 0) as terms_now`,
      ),
    );

function changesSince(row: Row): Enquiry['since'] {
  if (row.state === 'draft') return [];
  return [
    ...(row.terms_now !== (row.terms_version ?? 0) ? (['terms_changed'] as const) : []),
    ...(row.services_consent === 'declined' ? (['declined'] as const) : []),
    ...(row.venue_holder !== row.holder?.id ? (['holder_changed'] as const) : []),
  ];
}

function toEnquiry(row: Row, side: Side): Enquiry {
  const mayName =
    isShown({ status: row.status, isHidden: row.hidden_at !== null }) ||
    (side === 'holder' && row.venue_holder === row.holder?.id);
  const { answer, answered_at, answer_words } = row;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    ...(side === 'asker' && row.plan && { plan: row.plan }),
    from: row.asker,
    // Who holds a place that is no longer shown is nobody else’s to know.
    ...(row.holder && (mayName || row.state !== 'draft') && { holder: row.holder }),
    venue: { id: row.venue_id, ...(mayName && { slug: row.venue_slug, name: row.venue_name }) },
    ...(row.service !== null && { service: row.service }),
    ...(row.sessions !== null && { sessionsPerWeek: row.sessions }),
    words: row.words,
    ...(row.note !== null && { note: row.note }),
    ...(row.contact !== null && { contact: row.contact }),
    terms: { ...(row.terms_version !== null && { accepted: row.terms_version }), now: row.terms_now },
    services: servicesIn(row),
    since: changesSince(row),
    madeAt: row.made_at.toISOString(),
    ...(row.sent_at && { sentAt: row.sent_at.toISOString() }),
    ...(answer &&
      answered_at && {
        answer: {
          answer,
          ...(answer_words !== null && { words: answer_words }),
          at: answered_at.toISOString(),
        },
      }),
    ...(row.withdrawn_at && { withdrawnAt: row.withdrawn_at.toISOString() }),
  };
}

/** What policies decide on. Throws Problem 404. */
export async function aboutEnquiry({
  db,
  params,
}: {
  db: Knex;
  params: { id: number };
}): Promise<EnquirySubject> {
  const row = await db('enquiry').where({ id: params.id }).first('organisation_id', 'holder_id', 'venue_id');
  if (!row) throw notFound('enquiry');
  return {
    id: params.id,
    organisationId: row.organisation_id,
    ...(row.holder_id !== null && { holderId: row.holder_id }),
    venueId: row.venue_id,
    isPublic: false,
  };
}

/** Throws Problem 404. */
export async function readEnquiry(db: Knex, id: number, side: Side): Promise<Enquiry> {
  const row: Row | undefined = await enquiries(db).where('e.id', id).first();
  if (!row) throw notFound('enquiry');
  return toEnquiry(row, side);
}

/** Those of a plan about these venues, by venue, as those who ask are shown them. */
export async function enquiriesAbout(
  db: Knex,
  planId: number,
  venueIds: readonly number[],
): Promise<Map<number, Enquiry>> {
  if (venueIds.length === 0) return new Map();
  const rows: Row[] = await enquiries(db)
    .where('e.plan_id', planId)
    .whereRaw('e.venue_id = any(?::int[])', [[...venueIds]]);
  return new Map(rows.map((row) => [row.venue_id, toEnquiry(row, 'asker')]));
}

interface Page {
  limit?: number;
  before?: number;
}

/** Those that these organisations have asked (drafts too), or were asked, the newest first. */
export async function listEnquiries(
  db: Knex,
  { organisations, side, venueId }: { organisations: number[]; side: Side; venueId?: number },
  { limit = 20, before }: Page = {},
): Promise<Enquiries> {
  const found = enquiries(db).whereIn(side === 'asker' ? 'e.organisation_id' : 'e.holder_id', organisations);
  if (venueId !== undefined) found.where('e.venue_id', venueId);
  if (before !== undefined) found.where('e.id', '<', before);
  const rows: Row[] = await found.orderBy('e.id', 'desc').limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => toEnquiry(row, side));
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.id }) };
}

/** How many wait for an answer of these organisations; about one venue alone when it is given. */
export async function countUnanswered(db: Knex, organisations: number[], venueId?: number): Promise<number> {
  const row = await db('enquiry')
    .whereIn('holder_id', organisations)
    .where({ state: 'sent', ...(venueId !== undefined && { venue_id: venueId }) })
    .count({ waiting: '*' })
    .first();
  return Number(row?.waiting ?? 0);
}
