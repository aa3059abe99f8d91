/**
 * One place listed twice by two groups. An operator proposes in public that the two become one, and says why; both groups
 * are asked. When both agree it is done at once; when neither objects within 14 days, an operator may do it; and when one
 * objects, nobody may.
 */
import type { Knex } from 'knex';
import { tellStewards } from '../claims/letters.ts';
import { isOf, speaksFor } from '../claims/policy.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict, invalidInput, notAllowed, notFound } from '../problem.ts';
import { loadRecords, present } from '../venues/rows.ts';
import { recordAction } from './actions.ts';
import { ofTheirGroup } from './hide.ts';
import { type MergeLetter, mergeRecords, refuseUnseen } from './merge.ts';
import type { Merger, NewMergerAnswer, NotYet } from './schema.ts';

/** What decisions about a proposal need to know. */
export interface MergerSubject {
  id: number;
  fromId: number;
  intoId: number;
  fromGroup: number;
  intoGroup: number;
  isPublic: boolean;
}

export type MergerLetter = (told: {
  gone: { name: string };
  kept: { name: string };
  /** The listing of the group that reads it. */
  own: { id: number; slug: string };
  reason: string;
}) => { subject: string; text: string };

const sideOf = (visitor: Visitor, { fromGroup, intoGroup }: MergerSubject) =>
  speaksFor(visitor, fromGroup) ? 'from' : speaksFor(visitor, intoGroup) ? 'into' : undefined;

/** Stewards of the two groups answer. */
export const mayAnswer = (visitor: Visitor, merger: MergerSubject): boolean =>
  sideOf(visitor, merger) !== undefined;

const subject = {
  id: 'id',
  fromId: 'from_id',
  intoId: 'into_id',
  fromGroup: 'from_group',
  intoGroup: 'into_group',
};

/** For `about` of routes whose path has the id of a proposal. Throws Problem 404. */
export async function aboutMerger({
  db,
  params,
}: {
  db: Knex;
  params: { id: number };
}): Promise<MergerSubject> {
  const row = await db('merger').where({ id: params.id }).first(subject);
  if (!row) throw notFound('proposal');
  return { ...row, isPublic: true };
}

/** Proposes it, and tells both groups. Throws Problem 403, 404 and 409. */
export async function proposeMerger(
  db: Knex,
  { from, into, visitor, reason }: { from: number; into: number; visitor: Visitor; reason: string },
  letter: MergerLetter,
): Promise<number> {
  const records = await loadRecords(db, [from, into], true);
  const [gone, kept] = [from, into].map((id) => records.find((each) => each.id === id));
  if (!gone || !kept) throw notFound('venue');
  refuseUnseen(gone, kept);
  const [fromGroup, intoGroup] = [gone.organisationId, kept.organisationId];
  if (fromGroup === undefined || intoGroup === undefined || fromGroup === intoGroup)
    throw conflict('Two groups must hold these places.');
  if (isOf(visitor, fromGroup) || isOf(visitor, intoGroup)) throw ofTheirGroup();
  const [made] = await db('merger')
    .insert({ from_id: from, into_id: into, from_group: fromGroup, into_group: intoGroup, reason })
    .onConflict(db.raw(`(from_id) where state = 'open'`))
    .ignore()
    .returning('id');
  if (!made) throw conflict('It is proposed already that this listing goes into another.');
  await recordAction(db, visitor, {
    venueId: from,
    action: 'proposed',
    words: reason,
    alsoFor: [fromGroup, intoGroup],
  });
  const told = { gone, kept, reason };
  await tellStewards(db, fromGroup, letter({ ...told, own: gone }));
  await tellStewards(db, intoGroup, letter({ ...told, own: kept }));
  return made.id;
}

async function openMerger(db: Knex, id: number) {
  // The venues first, as whoever changes them does: so that no two of us wait for each other.
  const ids = await db('merger').where({ id }).first('from_id', 'into_id');
  const records = await loadRecords(db, [ids.from_id, ids.into_id], true);
  const row = await db('merger').where({ id }).forUpdate().first();
  if (row.state !== 'open') throw conflict('This is over: the listings became one, or stay two.');
  const [gone, kept] = [row.from_id, row.into_id].map((each) => records.find((record) => record.id === each));
  if (!gone || !kept) throw notFound('venue');
  return { row, gone, kept };
}
type Open = Awaited<ReturnType<typeof openMerger>>;

const end = (db: Knex, id: number, state: 'merged' | 'dropped') =>
  db('merger').where({ id }).update({ state, ended_at: db.fn.now() });

async function carryOut(db: Knex, visitor: Visitor, open: Open, letter: MergeLetter, words?: string) {
  const { row, gone, kept } = open;
  if (gone.organisationId !== row.from_group || kept.organisationId !== row.into_group)
    throw conflict('One of the groups that were asked no longer holds its place.');
  refuseUnseen(gone, kept);
  await end(db, row.id, 'merged');
  await mergeRecords(db, { gone, kept, visitor, ...(words && { words }) }, letter);
}

/** What one group says. The second that agrees carries it out. Throws Problem 400 and 409. */
export async function answerMerger(
  db: Knex,
  { merger, visitor, sent }: { merger: MergerSubject; visitor: Visitor; sent: NewMergerAnswer },
  letter: MergeLetter,
): Promise<'answered' | 'merged'> {
  const side = sideOf(visitor, merger);
  if (!side) throw notAllowed('Only a steward speaks for a group.');
  if (sent.answer === 'objects' && sent.words === undefined)
    throw invalidInput([{ pointer: '#/words', detail: 'Say why in 20 to 1,000 characters.' }]);
  const open = await openMerger(db, merger.id);
  await db('merger')
    .where({ id: merger.id })
    .update({ [`${side}_answer`]: sent.answer, [`${side}_words`]: sent.words ?? null });
  const other = side === 'from' ? open.row.into_answer : open.row.from_answer;
  if (sent.answer !== 'agrees' || other !== 'agrees') return 'answered';
  await carryOut(db, visitor, open, letter);
  return 'merged';
}

/** Why an operator may not make them one now; undefined when they may. */
export function whyNotYet(
  {
    fromAnswer,
    intoAnswer,
    answerableUntil,
  }: Pick<Merger, 'fromAnswer' | 'intoAnswer'> & { answerableUntil: string | Date },
  now = new Date(),
): NotYet | undefined {
  if (fromAnswer === 'objects' || intoAnswer === 'objects') return 'objects';
  return new Date(answerableUntil) > now ? 'early' : undefined;
}

/** An operator carries it out when its time has come, or drops it. Throws Problem 403 and 409. */
export async function decideMerger(
  db: Knex,
  {
    merger,
    visitor,
    decision,
    words,
  }: { merger: MergerSubject; visitor: Visitor; decision: 'merged' | 'dropped'; words: string },
  letter: MergeLetter,
): Promise<void> {
  const { fromGroup, intoGroup } = merger;
  if (isOf(visitor, fromGroup) || isOf(visitor, intoGroup)) throw ofTheirGroup();
  const open = await openMerger(db, merger.id);
  const { row } = open;
  if (decision === 'dropped') {
    await end(db, row.id, 'dropped');
    await recordAction(db, visitor, {
      venueId: row.from_id,
      action: 'dropped',
      words,
      alsoFor: [fromGroup, intoGroup],
    });
    return;
  }
  const notYet = whyNotYet({
    fromAnswer: row.from_answer,
    intoAnswer: row.into_answer,
    answerableUntil: row.answerable_until,
  });
  if (notYet === 'objects')
    throw conflict('One of the groups objects, so the listings stay two. Drop it, and talk with both.');
  if (notYet) throw conflict('Both groups have 14 days to answer. Until then only both together can do it.');
  await carryOut(db, visitor, open, letter, words);
}

const MERGERS = `
  select m.id, m.reason, m.from_answer as "fromAnswer", m.from_words as "fromWords", m.into_answer as "intoAnswer",
    m.into_words as "intoWords", m.state, to_json(m.proposed_at)#>>'{}' as "proposedAt",
    to_json(m.answerable_until)#>>'{}' as "answerableUntil", to_json(m.ended_at)#>>'{}' as "endedAt",
    json_build_object('id', f.id, 'slug', f.slug, 'name', f.name) as "from",
    json_build_object('id', i.id, 'slug', i.slug, 'name', i.name) as "into",
    json_build_object('id', g.id, 'name', g.name) as "fromGroup", json_build_object('id', h.id, 'name', h.name) as "intoGroup"
  from merger m join venue f on f.id = m.from_id join venue i on i.id = m.into_id
    join organisation g on g.id = m.from_group join organisation h on h.id = m.into_group`;

/** What is, or was, proposed of a venue, newest first: as far as anybody may know of both. At most 20. */
export async function listMergers(db: Knex, venueId: number): Promise<Merger[]> {
  const shown = (venue: string) => `(${venue}.status = 'published' and ${venue}.hidden_at is null)`;
  const { rows } = await db.raw(
    `${MERGERS} where :venueId in (m.from_id, m.into_id) and ${shown('i')}
       and (${shown('f')} or f.merged_into = i.id) order by m.id desc limit 20`,
    { venueId },
  );
  return rows.map(present);
}

/** Proposals that nobody has ended, the oldest first. At most 50. */
export async function openMergers(db: Knex): Promise<Merger[]> {
  const { rows } = await db.raw(`${MERGERS} where m.state = 'open' order by m.id limit 50`);
  return rows.map(present);
}
