/** Another group says that a claim is wrong; both sides are heard, and an operator decides. */
import type { Knex } from 'knex';
import type { PersonVisitor, Visitor } from '../http/visitor.ts';
import { recordAction } from '../operator/actions.ts';
import { conflict, notAllowed, notFound } from '../problem.ts';
import { changeHolder, lockVenue } from './claim.ts';
import { type ClaimEvent, type ClaimLetter, tellStewards } from './letters.ts';
import { type ClaimSubject, type ContestSubject, isOf, looksAfter, speaksFor } from './policy.ts';
import {
  addWords,
  countWords,
  endClaims,
  endContest,
  groupName,
  insertClaim,
  insertContest,
  lockRow,
  moveContests,
} from './repository.ts';
import type { NewContest } from './schema.ts';

/** What one side says in one contest, at most: enough for an answer to every question. */
const MOST_WORDS = 10;

const over = () => conflict('This contest is over: it was decided, or taken back.');

/** Contests a claim that stands and is not older than 14 days. Throws Problem 403, 404 or 409. */
export async function contestClaim(
  db: Knex,
  { claim, visitor, contest }: { claim: ClaimSubject; visitor: PersonVisitor; contest: NewContest },
  letter: ClaimLetter,
): Promise<number> {
  const { organisationId, words } = contest;
  if (!speaksFor(visitor, organisationId)) throw notAllowed('Only a steward speaks for a group.');
  if (organisationId === claim.holderId) throw conflict('This claim is your own group’s.');
  const contester = await groupName(db, organisationId);
  if (contester === undefined) throw notFound('organisation');
  const row = await lockRow(db, 'claim', claim.id);
  if (row?.state !== 'standing' || row.contestable_until < new Date())
    throw conflict('The 14 days in which this claim could be contested are over, or it no longer stands.');
  const id = await insertContest(db, { claimId: claim.id, organisationId, personId: visitor.id, words });
  const told = { ...(await aboutTold(db, claim)), contester, words };
  await tellStewards(db, claim.holderId, letter('contested', told));
  return id;
}

async function aboutTold(db: Knex, { venueId, holderId }: ClaimSubject) {
  const venue = await db('venue').where({ id: venueId }).first('id', 'slug', 'name');
  return { venue, holder: (await groupName(db, holderId)) ?? '' };
}

/** Adds what a side has to say, or what the operator asks. Throws Problem 409. */
export async function sayMore(
  db: Knex,
  { contest, visitor, words }: { contest: ContestSubject; visitor: Visitor; words: string },
  letter: ClaimLetter,
): Promise<void> {
  const row = await lockRow(db, 'contest', contest.id);
  if (row?.state !== 'open') throw over();
  const side = speaksFor(visitor, contest.holderId)
    ? 'holder'
    : speaksFor(visitor, contest.contesterId)
      ? 'contester'
      : 'operator';
  if ((await countWords(db, contest.id, side)) >= MOST_WORDS)
    throw conflict('You have said as much as there is room for. Wait for what is decided.');
  await addWords(db, contest.id, side, words);
  if (side !== 'operator') return;
  await recordAction(db, visitor, {
    venueId: contest.venueId,
    action: 'asked',
    words,
    alsoFor: [contest.holderId, contest.contesterId],
  });
  await tellBoth(db, contest, 'more', words, letter);
}

/** The group that contests takes it back. Throws Problem 409. */
export async function takeBack(db: Knex, contest: ContestSubject): Promise<void> {
  const row = await lockRow(db, 'contest', contest.id);
  if (row?.state !== 'open') throw over();
  await endContest(db, contest.id, 'withdrawn');
}

/** An operator decides, and says why: the claim stands, or the place goes to the group that contests. */
export async function decideContest(
  db: Knex,
  {
    contest,
    visitor,
    decision,
    reason,
  }: { contest: ContestSubject; visitor: Visitor; decision: 'upheld' | 'overturned'; reason: string },
  letter: ClaimLetter,
): Promise<void> {
  if (!looksAfter(visitor)) throw notAllowed('Only an operator decides.');
  if (isOf(visitor, contest.holderId) || isOf(visitor, contest.contesterId))
    throw notAllowed('You are of one of the sides. Another operator must decide.');
  // The venue first, as whoever changes it does: so that no two of us wait for each other.
  const venue = await lockVenue(db, contest.venueId);
  const row = await lockRow(db, 'contest', contest.id);
  if (row?.state !== 'open') throw over();
  await endContest(db, contest.id, decision, reason);
  await recordAction(db, visitor, {
    venueId: contest.venueId,
    action: decision,
    words: reason,
    alsoFor: [contest.holderId, contest.contesterId],
  });
  await tellBoth(db, contest, decision, reason, letter);
  if (decision === 'upheld') return;
  if (venue.organisationId !== contest.holderId)
    throw conflict(
      'The place is no longer held by the group that claimed it, so there is nothing to overturn.',
    );
  if ((await groupName(db, contest.contesterId)) === undefined)
    throw conflict('The group that contests is dissolved.');
  await endClaims(db, venue.id, 'overturned');
  const next = await insertClaim(db, {
    venueId: venue.id,
    organisationId: contest.contesterId,
    evidence: 'decision',
  });
  await moveContests(db, row.claim_id, next, contest.contesterId);
  await changeHolder(db, { name: 'operator', kind: 'operator', rank: 'holder' }, venue, contest.contesterId);
}

async function tellBoth(
  db: Knex,
  contest: ContestSubject,
  event: ClaimEvent,
  words: string,
  letter: ClaimLetter,
): Promise<void> {
  const contester = await groupName(db, contest.contesterId);
  const told = { ...(await aboutTold(db, contest)), ...(contester && { contester }), words };
  await tellStewards(db, contest.contesterId, letter(event, told));
  await tellStewards(db, contest.holderId, letter(event, told));
}
