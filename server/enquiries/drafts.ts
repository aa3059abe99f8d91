/** Writing drafts: made from what a plan says of a site, changed, and thrown away. Nobody is told of them. */
import type { Knex } from 'knex';
import type { Telling } from '../plan/results.ts';
import { conflict, invalidInput } from '../problem.ts';
import { servicesOf } from '../venues/services.ts';
import type { DraftWords } from './letters.ts';
import { type EnquiryChange, type EnquiryDone, longest, MOST_DRAFTS } from './schema.ts';
import { chosenSites, isToWrite } from './sites.ts';
import { done, take } from './take.ts';

/**
 * A draft for each chosen site that has a holder to write to and no letter yet, 100 at most at once. `service`: what would
 * be done there, where that is known. Throws Problem 404, and 409 when the plan has no answer.
 */
export async function makeDrafts(
  db: Knex,
  planId: number,
  { telling, words, service }: { telling: Telling; words: DraftWords; service?: string },
): Promise<{ made: number; left: number }> {
  const { organisationId, counted, sites } = await chosenSites(db, planId, telling);
  const toWrite = sites.filter(isToWrite);
  const { visitor } = telling;
  const rows = toWrite.slice(0, MOST_DRAFTS).map(({ id, name = '', weight }) => ({
    plan_id: planId,
    venue_id: id,
    organisation_id: organisationId,
    service: service?.slice(0, longest.service) ?? null,
    words: words({ venue: name, weight, counted }),
    person_id: visitor.kind === 'person' ? visitor.id : null,
  }));
  if (rows.length === 0) return { made: 0, left: 0 };
  // Of two who press at once, each makes what the other has not.
  const made = await db('enquiry')
    .insert(rows)
    .onConflict(['plan_id', 'venue_id'])
    .ignore()
    .returning<{ id: number }[]>('id');
  return { made: made.length, left: toWrite.length - rows.length };
}

const kept = (text: string | null) => text?.replaceAll('\r\n', '\n').trim() || null;

/** Throws Problem 400 when more is asked than the holder agrees to, 404, 409 when it is no draft any more, and 412. */
export async function changeDraft(
  db: Knex,
  id: number,
  { service, sessionsPerWeek, words, note }: EnquiryChange,
  versions: number[] | undefined,
): Promise<EnquiryDone> {
  const enquiry = await take(db, id, versions);
  if (enquiry.state !== 'draft') throw conflict('This was sent, and stays as it is. Withdraw it instead.');
  if (typeof sessionsPerWeek === 'number') {
    const cap = (await servicesOf(db, [enquiry.venueId])).get(enquiry.venueId)?.sessionsPerWeek;
    if (cap !== undefined && sessionsPerWeek > cap)
      throw invalidInput([
        {
          pointer: '#/sessionsPerWeek',
          value: sessionsPerWeek,
          detail: `The holder agrees to at most ${cap} sessions a week.`,
          allowed: { maximum: cap },
        },
      ]);
  }
  return done(db, id, {
    ...(service !== undefined && { service: kept(service) }),
    ...(sessionsPerWeek !== undefined && { sessions: sessionsPerWeek }),
    ...(words !== undefined && { words: kept(words) }),
    ...(note !== undefined && { note: kept(note) }),
  });
}

/** The same service, and as many sessions as each holder agrees to, in all drafts of a plan. */
export async function fillDrafts(
  db: Knex,
  planId: number,
  { service, sessionsPerWeek }: { service: string; sessionsPerWeek?: number },
): Promise<void> {
  await db.raw(
    `update enquiry e set version = e.version + 1, service = :service,
       sessions = case when :sessions::smallint is null then e.sessions
         else least(:sessions::smallint, coalesce(v.services_sessions, :sessions::smallint)) end
     from venue v where v.id = e.venue_id and e.plan_id = :planId and e.state = 'draft'`,
    { planId, service: service.trim(), sessions: sessionsPerWeek ?? null },
  );
}

/** Throws Problem 404, and 409 when it was sent. */
export async function deleteDraft(db: Knex, id: number): Promise<void> {
  const { state } = await take(db, id, undefined);
  if (state !== 'draft') throw conflict('This was sent, and cannot be deleted. Withdraw it instead.');
  await db('enquiry').where({ id }).delete();
}
