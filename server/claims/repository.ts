/** All SQL about claims and contests. */
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';
import { isShown, type VenueRecord } from '../venues/record.ts';
import { present } from '../venues/rows.ts';
import type { ClaimSubject, ContestSubject } from './policy.ts';
import type { Claim, ClaimList } from './schema.ts';

/** Days in which another group may say that a claim is wrong. */
export const CONTEST_DAYS = 14;

/** A contest `k` of the group `g`, with all that is said in it. */
export const contestJson = `json_build_object('id', k.id, 'state', k.state, 'madeAt', k.made_at,
  'endedAt', k.ended_at, 'reason', k.reason, 'organisation', json_build_object('id', g.id, 'name', g.name),
  'words', (select coalesce(json_agg(json_build_object('side', w.side, 'words', w.words, 'at', w.said_at)
    order by w.id), '[]') from contest_word w where w.contest_id = k.id))`;

const CLAIMS = `
  select c.id, c.evidence, c.declaration, c.state, to_json(c.made_at)#>>'{}' as "madeAt",
    to_json(c.contestable_until)#>>'{}' as "contestableUntil", to_json(c.ended_at)#>>'{}' as "endedAt",
    json_build_object('id', o.id, 'name', o.name) as organisation,
    (select coalesce(json_agg(${contestJson} order by k.id), '[]')
       from contest k join organisation g on g.id = k.organisation_id where k.claim_id = c.id) as contests
  from claim c join organisation o on o.id = c.organisation_id`;

const toClaim = ({ contests, ...row }: { contests: object[] }): Claim => ({
  ...present(row),
  contests: contests.map(present),
});

/** One page of the claims of a venue, newest first. */
export async function listClaims(
  db: Knex,
  venueId: number,
  { limit = 20, before }: { limit?: number; before?: number } = {},
): Promise<ClaimList> {
  const { rows } = await db.raw(
    `${CLAIMS} where c.venue_id = :venueId and (:before::int is null or c.id < :before) order by c.id desc limit :most`,
    { venueId, before: before ?? null, most: limit + 1 },
  );
  const items: Claim[] = rows.slice(0, limit).map(toClaim);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.id }) };
}

/** The claim by which a venue is held now, when it is held by one. */
export async function standingClaim(db: Knex, venueId: number): Promise<Claim | undefined> {
  const { rows } = await db.raw(
    `${CLAIMS} join venue v on v.id = c.venue_id and v.organisation_id = c.organisation_id
     where c.venue_id = ? and c.state = 'standing'`,
    [venueId],
  );
  return rows[0] && toClaim(rows[0]);
}

const subject = {
  venueId: 'c.venue_id',
  holderId: 'c.organisation_id',
  status: 'v.status',
  hiddenAt: 'v.hidden_at',
};
const isPublic = ({
  status,
  hiddenAt,
  ...row
}: {
  status: VenueRecord['status'];
  hiddenAt: Date | null;
}) => ({
  ...row,
  isPublic: isShown({ status, isHidden: hiddenAt !== null }),
});

/** For `about` of routes whose path has the id of a claim. Throws Problem 404. */
export async function aboutClaim({
  db,
  params,
}: {
  db: Knex;
  params: { id: number };
}): Promise<ClaimSubject> {
  const row = await db('claim as c')
    .join('venue as v', 'v.id', 'c.venue_id')
    .where('c.id', params.id)
    .first({ id: 'c.id', ...subject });
  if (!row) throw notFound('claim');
  return isPublic(row) as unknown as ClaimSubject;
}

/** For `about` of routes whose path has the id of a contest. Throws Problem 404. */
export async function aboutContest({
  db,
  params,
}: {
  db: Knex;
  params: { id: number };
}): Promise<ContestSubject> {
  const row = await db('contest as k')
    .join('claim as c', 'c.id', 'k.claim_id')
    .join('venue as v', 'v.id', 'c.venue_id')
    .where('k.id', params.id)
    .first({ id: 'k.id', contesterId: 'k.organisation_id', ...subject });
  if (!row) throw notFound('contest');
  return isPublic(row) as unknown as ContestSubject;
}

export interface ClaimRow {
  venueId: number;
  organisationId: number;
  personId?: number;
  evidence: Claim['evidence'];
  declaration?: string;
}

/** A claim that stands from now on. The index lets no second one stand. */
export async function insertClaim(db: Knex, row: ClaimRow): Promise<number> {
  const days = row.evidence === 'decision' ? 0 : CONTEST_DAYS;
  const [{ id }] = await db('claim')
    .insert({
      venue_id: row.venueId,
      organisation_id: row.organisationId,
      person_id: row.personId ?? null,
      evidence: row.evidence,
      declaration: row.declaration ?? null,
      contestable_until: db.raw(`now() + ? * interval '1 day'`, [days]),
    })
    .returning('id');
  return id;
}

/** Ends the claim by which a venue is, or was, held. */
export const endClaims = (db: Knex, venueId: number, state: 'released' | 'overturned'): Promise<unknown> =>
  db('claim').where({ venue_id: venueId, state: 'standing' }).update({ state, ended_at: db.fn.now() });

/** Has a group held the venue by a claim, and does no longer? */
export const wasClaimed = async (db: Knex, venueId: number): Promise<boolean> =>
  (await db('claim').where({ venue_id: venueId }).whereNot({ state: 'standing' }).first('id')) !== undefined;

/** Holds a contest, or a claim, until the transaction ends. */
export const lockRow = (db: Knex, table: 'claim' | 'contest' | 'venue', id: number) =>
  db(table).where({ id }).forUpdate().first();

export async function insertContest(
  db: Knex,
  row: { claimId: number; organisationId: number; personId: number; words: string },
): Promise<number> {
  const [{ id }] = await db('contest')
    .insert({ claim_id: row.claimId, organisation_id: row.organisationId, person_id: row.personId })
    .returning('id');
  await addWords(db, id, 'contester', row.words);
  return id;
}

export const addWords = (
  db: Knex,
  contestId: number,
  side: 'contester' | 'holder' | 'operator',
  words: string,
): Promise<unknown> => db('contest_word').insert({ contest_id: contestId, side, words });

export const countWords = async (db: Knex, contestId: number, side: string): Promise<number> =>
  Number((await db('contest_word').where({ contest_id: contestId, side }).count({ count: '*' }))[0]?.count);

export const endContest = (
  db: Knex,
  id: number,
  state: 'upheld' | 'overturned' | 'withdrawn',
  reason?: string,
): Promise<unknown> =>
  db('contest')
    .where({ id })
    .update({ state, reason: reason ?? null, ended_at: db.fn.now() });

/** The other contests of a claim go on against the claim that takes its place. */
export const moveContests = (db: Knex, from: number, to: number, organisationId: number): Promise<unknown> =>
  db('contest')
    .where({ claim_id: from, state: 'open' })
    .whereNot({ organisation_id: organisationId })
    .update({ claim_id: to });

/** A group's name while there is such a group; undefined when it is dissolved. */
export async function groupName(db: Knex, id: number): Promise<string | undefined> {
  const row = await db('organisation').where({ id }).whereNull('dissolved_at').first('name');
  return row?.name;
}

/** Where letters to a group go. */
export const stewardAddresses = (db: Knex, organisationId: number): Promise<string[]> =>
  db('member as m')
    .join('person as p', 'p.id', 'm.person_id')
    .where({ 'm.organisation_id': organisationId, 'm.role': 'steward' })
    .orderBy('p.id')
    .limit(20)
    .pluck('p.email');

/** Groups by name, for whoever speaks for them. */
export const ownGroups = (db: Knex, ids: number[]): Promise<{ id: number; name: string }[]> =>
  db('organisation')
    .whereIn('id', ids)
    .whereNull('dissolved_at')
    .orderBy(['name', 'id'])
    .select('id', 'name');
