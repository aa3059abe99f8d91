/** All SQL of looking after the register, but for what claims, contests and venues do themselves. */
import type { Knex } from 'knex';
import { isOf } from '../claims/policy.ts';
import { contestJson } from '../claims/repository.ts';
import type { Visitor } from '../http/visitor.ts';
import { notAllowed, notFound } from '../problem.ts';
import { venueHeld } from '../venues/held.ts';
import { present } from '../venues/rows.ts';
import { recordAction } from './actions.ts';
import type { NewReport, Notice, OpenContest, Report, Signal } from './schema.ts';

interface Page {
  limit?: number;
  after?: number;
}
const MOST_SIGNALS = 50;

const paged = <T>(rows: T[], limit: number, idOf: (row: T) => number) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: idOf(last) }) };
};

/** Why a venue is hidden now; undefined when it is not. */
export async function noticeOf(db: Knex, venueId: number): Promise<Notice | undefined> {
  const row = await db('hiding as h')
    .join('venue as v', 'v.id', 'h.venue_id')
    .where({ 'h.venue_id': venueId, 'v.status': 'published' })
    .whereNull('h.restored_at')
    .first(
      'reason',
      'reply',
      db.raw(`to_json(h.hidden_at)#>>'{}' as "hiddenAt", to_json(replied_at)#>>'{}' as "repliedAt"`),
    );
  return row && (present(row) as Notice);
}

export const insertHiding = (db: Knex, venueId: number, reason: string): Promise<unknown> =>
  db('hiding').insert({ venue_id: venueId, reason });

/** Answers whether it was hidden. */
export const endHiding = (db: Knex, venueId: number): Promise<number> =>
  db('hiding').where({ venue_id: venueId }).whereNull('restored_at').update({ restored_at: db.fn.now() });

/** Answers whether it is hidden. */
export const setReply = (db: Knex, venueId: number, reply: string): Promise<number> =>
  db('hiding')
    .where({ venue_id: venueId })
    .whereNull('restored_at')
    .update({ reply, replied_at: db.fn.now() });

/** Who reported it is not kept. */
export async function insertReport(db: Knex, venueId: number, { kind, words }: NewReport): Promise<number> {
  const [{ id }] = await db('report').insert({ venue_id: venueId, kind, words }).returning('id');
  return id;
}

/** Throws Problem 403 and 404. */
export async function closeReport(db: Knex, id: number, visitor: Visitor): Promise<void> {
  const [row] = await db('report')
    .where({ id })
    .whereNull('closed_at')
    .update({ closed_at: db.fn.now() })
    .returning('venue_id as venueId');
  if (!row) throw notFound('report');
  if (isOf(visitor, (await venueHeld(db, row.venueId)).organisationId))
    throw notAllowed('This is about your own group. Another operator must look at it.');
  await recordAction(db, visitor, { venueId: row.venueId, action: 'closed' });
}

const place = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as venue`;

/** Reports that nobody has dealt with, of all venues or of one, the oldest first. */
export async function openReports(db: Knex, { limit = 20, after = 0, venueId }: Page & { venueId?: number }) {
  const rows: Report[] = await db('report as r')
    .join('venue as v', 'v.id', 'r.venue_id')
    .whereNull('r.closed_at')
    .where('r.id', '>', after)
    .modify((query) => venueId !== undefined && query.where('r.venue_id', venueId))
    .orderBy('r.id')
    .limit(limit + 1)
    .select('r.id', 'r.kind', 'r.words', db.raw(`to_json(r.made_at)#>>'{}' as "madeAt", ${place}`));
  return paged(rows, limit, ({ id }) => id);
}

/** Contests that nobody has decided, the oldest first. */
export async function openContests(db: Knex, { limit = 20, after = 0 }: Page) {
  const { rows } = await db.raw(
    `select ${contestJson} as contest, o.name as holder, ${place},
       json_build_object('evidence', c.evidence, 'declaration', c.declaration, 'madeAt', c.made_at) as claim
     from contest k join organisation g on g.id = k.organisation_id join claim c on c.id = k.claim_id
       join organisation o on o.id = c.organisation_id join venue v on v.id = c.venue_id
     where k.state = 'open' and k.id > ? order by k.id limit ?`,
    [after, limit + 1],
  );
  const items: OpenContest[] = rows.map((row: OpenContest) => ({
    ...row,
    claim: present(row.claim),
    contest: present(row.contest),
  }));
  return paged(items, limit, ({ contest }) => contest.id);
}

/** What may be abuse, and is for a person to look at. */
export async function signals(db: Knex): Promise<Signal[]> {
  const { rows } = await db.raw(
    `(select 'many_listings' as kind, count(*)::int as count, o.name as organisation, null::json as venue
       from organisation o join venue v on v.organisation_id = o.id
       where o.created_at > now() - interval '30 days' and o.dissolved_at is null
       group by o.id having count(*) >= 10 order by count(*) desc limit :most)
     union all
     (select 'withdrawn_after_claim', 1, o.name, json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)
       from claim c join venue v on v.id = c.venue_id join organisation o on o.id = c.organisation_id
       where c.state = 'standing' and c.evidence = 'declaration' and v.status = 'withdrawn' and v.merged_into is null
         and c.contestable_until > now() order by c.id limit :most)
     union all
     (select 'many_reports', count(*)::int, null, json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)
       from report r join venue v on v.id = r.venue_id where r.closed_at is null
       group by v.id having count(*) >= 3 order by count(*) desc limit :most)
     union all
     (select 'many_suggestions', s.count, null, json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)
       from (select sender, count(*)::int as count, (array_agg(venue_id order by id desc))[1] as venue_id from correction
         where sender is not null and made_at > now() - interval '7 days' group by sender having count(*) >= 8) s
       join venue v on v.id = s.venue_id order by s.count desc limit :most)
     union all
     (select 'many_waiting', count(*)::int, null, json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)
       from correction c join venue v on v.id = c.venue_id where c.state = 'waiting'
       group by v.id having count(*) >= 20 order by count(*) desc limit :most)`,
    { most: MOST_SIGNALS },
  );
  return rows.map(present);
}

/** A venue as an operator meets it: what they may know is its name, whether it is shown, and who holds it. */
export async function venueInHand(db: Knex, id: number) {
  const row = await db('venue as v')
    .leftJoin('organisation as o', 'o.id', 'v.organisation_id')
    .where('v.id', id)
    .first('v.id', 'v.slug', 'v.name', 'v.status', 'v.merged_into as mergedInto', 'o.name as holder');
  if (!row) throw notFound('venue');
  return present(row) as {
    id: number;
    slug: string;
    name: string;
    status: 'draft' | 'published' | 'withdrawn';
    mergedInto?: number;
    holder?: string;
  };
}

export const isVenue = async (db: Knex, id: number): Promise<boolean> =>
  (await db('venue').where({ id }).first('id')) !== undefined;

/** What goes along when a venue is merged into another; whatever was merged into it before goes too. */
export async function moveAll(db: Knex, from: number, into: number): Promise<void> {
  const ids = { from, into };
  await db.raw('update source_record set venue_id = :into where venue_id = :from', ids);
  await db.raw(
    `insert into suggestion (venue_id, path, value, source_id, suggested_at)
     select :into, path, value, source_id, suggested_at from suggestion where venue_id = :from
     on conflict do nothing`,
    ids,
  );
  await db.raw('delete from suggestion where venue_id = :from', ids);
  await db.raw(
    `update claim c set venue_id = :into where venue_id = :from
       and exists (select from venue v where v.id = :into and v.organisation_id = c.organisation_id)
       and not exists (select from claim k where k.venue_id = :into and k.state = 'standing')`,
    ids,
  );
  await db.raw('update report set venue_id = :into where venue_id = :from', ids);
  await db.raw('update correction set venue_id = :into where venue_id = :from', ids);
  await db.raw('update venue set merged_into = :into where id = :from or merged_into = :from', ids);
}

/** The venue that this one was merged into, when it is shown. */
export const keptOf = (db: Knex, id: number): Promise<{ id: number; slug: string } | undefined> =>
  db('venue as gone')
    .join('venue as kept', 'kept.id', 'gone.merged_into')
    .where({ 'gone.id': id, 'kept.status': 'published' })
    .whereNull('kept.hidden_at')
    .first('kept.id', 'kept.slug');
