/**
 * What a dissolved group takes with it out of the record: the contacts it kept, who of its people did what, and, if it
 * so chooses, its name. What it did stays told: the record of a place has no holes.
 */
import type { Knex } from 'knex';
import { forgetEnquiryWords } from '../enquiries/ending.ts';
import { FORMER_GROUP } from './schema.ts';

const FORGOTTEN_WORDS = 'The group is dissolved, and asked that its words be taken out.';

/** The versions of venues from which, and until which, the organisation held them; the last one is when it gave it up. */
const SPANS = `
  with turn as (
    select c.venue_id, c.version, c.at, (e->>'after')::int as holder
    from change c cross join lateral jsonb_array_elements(c.edits) e
    where c.edits @> '[{"path": "/organisationId"}]' and e->>'path' = '/organisationId'
  ), span as (
    select * from (
      select venue_id, holder, version as first, at as since, lead(version) over turns as next,
        lead(holder) over turns as next_holder, lead(at) over turns as until
      from turn window turns as (partition by venue_id order by version)) each
    where holder = :id)`;
const HELD = 'c.venue_id = s.venue_id and c.version >= s.first and (s.next is null or c.version <= s.next)';
/** The change by which another group took over is theirs. */
const OWN = `c.actor_kind = 'member' and ${HELD}
  and (s.next is null or c.version < s.next or s.next_holder is null)`;

export async function forgetPeople(db: Knex, id: number): Promise<void> {
  const bind = { id };
  await db.raw(
    `${SPANS} update change c set edits = without_contacts(c.edits) from span s
     where ${HELD} and c.edits @> '[{"path": "/contacts"}]'`,
    bind,
  );
  await db.raw(
    `${SPANS} delete from change_author a using change c, span s where a.change_id = c.id and ${OWN}`,
    bind,
  );
  await db.raw(
    `${SPANS} delete from terms_author a using terms_version t, span s
     where a.venue_id = t.venue_id and a.version = t.version
       and t.venue_id = s.venue_id and t.at >= s.since and (s.until is null or t.at <= s.until)`,
    bind,
  );
  await db('claim').where({ organisation_id: id }).update({ person_id: null });
  await db('contest').where({ organisation_id: id }).update({ person_id: null });
  // What operators did about a place is told to whoever holds it next, too.
  await db('audit_entry').where({ organisation_id: id }).whereRaw(`action not like 'operator.%'`).delete();
}

export async function forgetName(db: Knex, id: number): Promise<void> {
  const bind = { id, former: FORMER_GROUP };
  await db.raw(
    `${SPANS} update change c set actor = :former from span s where ${OWN} and c.actor <> :former`,
    bind,
  );
  await db.raw(
    `${SPANS} update terms_version t set actor = :former from span s
     where t.venue_id = s.venue_id and t.at >= s.since and (s.until is null or t.at <= s.until)
       and t.actor <> :former`,
    bind,
  );
  const words = { id, words: FORGOTTEN_WORDS };
  await db.raw(
    'update claim set declaration = :words where organisation_id = :id and declaration is not null',
    words,
  );
  await db.raw(
    `update contest_word w set words = :words from contest k join claim c on c.id = k.claim_id
     where w.contest_id = k.id and ((w.side = 'contester' and k.organisation_id = :id)
       or (w.side = 'holder' and c.organisation_id = :id))`,
    words,
  );
  for (const side of ['from', 'into'])
    await db.raw(
      `update merger set ${side}_words = :words where ${side}_group = :id and ${side}_words is not null`,
      words,
    );
  await db.raw(
    `${SPANS} update hiding h set reply = :words from span s
     where h.venue_id = s.venue_id and h.replied_at >= s.since and (s.until is null or h.replied_at <= s.until)`,
    words,
  );
  await forgetEnquiryWords(db, id, FORGOTTEN_WORDS);
  await db('organisation')
    .where({ id })
    .update({ name: FORMER_GROUP, slug: `former-group-${id}` });
}
