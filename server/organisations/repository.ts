/** All SQL about organisations and their members. */
import type { Knex } from 'knex';
import { conflict, gone, notFound, stale, tooMany } from '../problem.ts';
import { foldedSlug } from '../search/words.ts';
import { refreshSearch } from '../search/write.ts';
import { loadRecords } from '../venues/rows.ts';
import type { OrganisationSubject } from './policy.ts';
import {
  FORMER_GROUP,
  type Members,
  type NewOrganisation,
  type Organisation,
  type OrganisationChange,
} from './schema.ts';

/** What it is called in the record when its stewards change what it says of itself. */
export const ORGANISATION_CHANGED = 'organisation.change';

const SLUGS = 100;
/** Organisations that one person adds in a day, by whatever page or program. */
const MOST_A_DAY = 5;

/** Throws Problem 429. Held until the end of the transaction, so that many at once are counted too. */
async function countMade(db: Knex, personId: number): Promise<void> {
  await db('person').where({ id: personId }).forUpdate().first('id');
  const [made] = await db('member as m')
    .join('organisation as o', 'o.id', 'm.organisation_id')
    .where({ 'm.person_id': personId, 'm.role': 'steward' })
    .whereRaw(`o.created_at > now() - interval '1 day'`)
    .count({ count: '*' });
  if (Number(made?.count) >= MOST_A_DAY) throw tooMany(86_400);
}

/** Adds an organisation, of which this person is the first steward. Its short name is made from its name. */
export async function createOrganisation(
  db: Knex,
  { name, kind, about, website }: NewOrganisation,
  personId: number,
): Promise<{ id: number; slug: string }> {
  await countMade(db, personId);
  const start = foldedSlug(name) || kind;
  for (let count = 1; count <= SLUGS; count += 1) {
    const slug = count === 1 ? start : `${start}-${count}`;
    const [made] = await db('organisation')
      .insert({ name: name.trim(), kind, slug, about: about?.trim() || null, website: website || null })
      .onConflict('slug')
      .ignore()
      .returning(['id', 'slug']);
    if (!made) continue;
    await db('member').insert({ organisation_id: made.id, person_id: personId, role: 'steward' });
    return made;
  }
  throw conflict('Many organisations have this name already. Add your town to it.');
}

/** What policies decide on. Throws Problem 404. */
export async function aboutOrganisation({
  db,
  params,
}: {
  db: Knex;
  params: { id: number; person?: number };
}): Promise<OrganisationSubject> {
  const row = await db('organisation').where({ id: params.id }).whereNull('dissolved_at').first('id');
  if (!row) throw notFound('organisation');
  return { id: row.id, isPublic: true, ...(params.person && { personId: params.person }) };
}

interface Page {
  limit?: number;
  after?: number;
}

const paged = <T extends { id: number }>(rows: T[], limit: number) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.id }) };
};

/** Holds the organisation as one that is not dissolved, until the transaction ends. Throws Problem 404. */
export async function takeOrganisation(db: Knex, id: number): Promise<{ slug: string; name: string }> {
  const row = await db('organisation')
    .where({ id })
    .whereNull('dissolved_at')
    .forKeyShare()
    .first('slug', 'name');
  if (!row) throw notFound('organisation');
  return row;
}

/** What everybody may read, and its version. Throws Problem 404, and 410 when it is dissolved. */
export async function getOrganisation(
  db: Knex,
  id: number,
  { limit = 20, after = 0 }: Page,
): Promise<{ organisation: Organisation; version: number }> {
  const row = await db('organisation')
    .where({ id })
    .first('id', 'slug', 'name', 'kind', 'about', 'website', 'version', 'dissolved_at as dissolved');
  if (!row) throw notFound('organisation');
  if (row.dissolved)
    throw gone(
      row.name === FORMER_GROUP
        ? 'This group is dissolved. It asked not to be named.'
        : `${row.name} is dissolved. What it held was given up or withdrawn.`,
    );
  const venues = await db('venue')
    .where({ organisation_id: id, status: 'published', hidden_at: null })
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1)
    .select('id', 'slug', 'name');
  const { about, website, version, dissolved: _never, ...rest } = row;
  return {
    organisation: {
      ...rest,
      ...(about && { about }),
      ...(website && { website }),
      venues: paged(venues, limit),
    },
    version,
  };
}

/** A short name that is free for this organisation, made from its name. */
async function slugFor(db: Knex, id: number, name: string, kind: string): Promise<string> {
  const start = foldedSlug(name) || kind;
  const taken = new Set(
    await db('organisation').whereNot({ id }).whereLike('slug', `${start}%`).pluck<string[]>('slug'),
  );
  let slug = start;
  for (let count = 2; taken.has(slug); count += 1) slug = `${start}-${count}`;
  return slug;
}

/** Pages and search name the holder of a place: they follow its new name. */
async function refreshHeld(db: Knex, id: number): Promise<void> {
  const ids = await db('venue')
    .where({ organisation_id: id, status: 'published', hidden_at: null })
    .orderBy('id')
    .pluck<number[]>('id');
  for (const record of await loadRecords(db, ids, true))
    if (record.organisationId === id) await refreshSearch(db, record);
}

/** Changes what everybody reads, if it is still one of these versions. Answers the version that it has now. */
export async function changeOrganisation(
  db: Knex,
  id: number,
  { name, about, website }: OrganisationChange,
  versions: number[] | undefined,
): Promise<number> {
  const before = await db('organisation').where({ id }).forNoKeyUpdate().first('name', 'kind');
  const isRenamed = name !== undefined && before !== undefined && name.trim() !== before.name;
  const [changed] = await db('organisation')
    .where({ id })
    .whereNull('dissolved_at')
    .modify((query) => versions && query.whereIn('version', versions))
    .update({
      ...(name !== undefined && { name: name.trim() }),
      ...(isRenamed && { slug: await slugFor(db, id, name, before.kind) }),
      ...(about !== undefined && { about: about?.trim() || null }),
      ...(website !== undefined && { website }),
      version: db.raw('version + 1'),
      updated_at: db.fn.now(),
    })
    .returning('version');
  if (!changed) throw stale();
  if (isRenamed) await refreshHeld(db, id);
  return changed.version;
}

export async function listMembers(db: Knex, id: number, { limit = 20, after = 0 }: Page): Promise<Members> {
  const rows = await db('member')
    .join('person', 'person.id', 'member.person_id')
    .where({ organisation_id: id })
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(limit + 1)
    .select('person.id', 'email', 'name', 'role');
  return paged(
    rows.map(({ name, ...row }) => ({ ...row, ...(name && { name }) })),
    limit,
  );
}

/** What a member is called by the others; undefined for who is none. */
export async function memberName(db: Knex, id: number, personId: number): Promise<string | undefined> {
  const row = await db('member as m')
    .join('person as p', 'p.id', 'm.person_id')
    .where({ organisation_id: id, person_id: personId })
    .first('p.name', 'p.email');
  return row?.name ?? row?.email;
}

/** The last steward stays, and whoever tries is told now, not at the end of the transaction. */
export const keepSteward = (db: Knex) => db.raw('set constraints member_last_steward immediate');

/** Those who change members take turns, so that none waits for another who waits for them. */
const takeTurn = (db: Knex, id: number) => db('organisation').where({ id }).forUpdate().first('id');

export async function setRole(db: Knex, id: number, personId: number, role: string): Promise<void> {
  await takeTurn(db, id);
  const count = await db('member').where({ organisation_id: id, person_id: personId }).update({ role });
  if (count === 0) throw notFound('member');
  await keepSteward(db);
}

export async function removeMember(db: Knex, id: number, personId: number): Promise<void> {
  await takeTurn(db, id);
  const count = await db('member').where({ organisation_id: id, person_id: personId }).delete();
  if (count === 0) throw notFound('member');
  await keepSteward(db);
}

/** One steward makes another member a steward, and steps down, in one go. Throws Problem 404 or 409. */
export async function handOnStewardship(
  db: Knex,
  id: number,
  { from, to, leaves }: { from: number; to: number; leaves: boolean },
): Promise<void> {
  if (from === to) throw conflict('You are a steward already. Choose another member.');
  await setRole(db, id, to, 'steward');
  if (leaves) await removeMember(db, id, from);
  else await setRole(db, id, from, 'editor');
}
