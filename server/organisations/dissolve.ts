/** The end of an organisation: each of its places is given up or withdrawn, and what is personal goes. */
import type { Knex } from 'knex';
import { recordAudit } from '../audit/repository.ts';
import { canRelease } from '../claims/claim.ts';
import { endClaims } from '../claims/repository.ts';
import { endEnquiriesOf } from '../enquiries/ending.ts';
import type { Visitor } from '../http/visitor.ts';
import { endPlansOf } from '../plan/repository.ts';
import { conflict, notFound, stale } from '../problem.ts';
import { actorOf } from '../venues/held.ts';
import type { VenueRecord } from '../venues/record.ts';
import { saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { forgetName, forgetPeople } from './forget.ts';
import { type OrganisationLetter, readersOf, tellReaders } from './letters.ts';
import type { Dissolving } from './schema-handovers.ts';

export interface HeldToEnd {
  id: number;
  slug: string;
  name: string;
  status: VenueRecord['status'];
  /** Could it be given up? Else it can only be withdrawn. */
  canBeReleased: boolean;
}

/** All that an organisation holds, by name, with what can become of it. `lock` holds them until the transaction ends. */
export async function placesToEnd(db: Knex, organisationId: number, lock = false): Promise<HeldToEnd[]> {
  const ids = await db('venue')
    .where({ organisation_id: organisationId })
    .orderBy('id')
    .pluck<number[]>('id');
  const records = (await loadRecords(db, ids, lock)).filter((each) => each.organisationId === organisationId);
  return records
    .map((record) => ({
      id: record.id,
      slug: record.slug,
      name: record.name,
      status: record.status,
      canBeReleased: canRelease(record),
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.id - b.id);
}

/** What stays with a place that is given up: where it says of itself more. Numbers and addresses are people's. */
const websites = (contacts: VenueRecord['contacts']) =>
  contacts.filter((each) => each.public && each.kind === 'website').map(({ name: _person, ...each }) => each);

/** Throws Problem 404, 409 when a place is left open, and 412. */
export async function dissolve(
  db: Knex,
  {
    organisationId: id,
    visitor,
    dissolving: { release = [], withdraw = [], name },
    versions,
  }: { organisationId: number; visitor: Visitor; dissolving: Dissolving; versions: number[] | undefined },
  letter: OrganisationLetter,
): Promise<void> {
  const organisation = await db('organisation').where({ id }).whereNull('dissolved_at').forUpdate().first();
  if (!organisation) throw notFound('organisation');
  if (versions && !versions.includes(organisation.version)) throw stale();
  const held = await placesToEnd(db, id, true);
  refuseOpen(held, release, withdraw);
  const actor = await actorOf(db, visitor, id);
  for (const record of await loadRecords(
    db,
    held.map((each) => each.id),
  )) {
    await endClaims(db, record.id, 'released');
    await saveVenue(db, actor, record.id, {
      organisationId: null,
      ...(release.includes(record.id)
        ? { contacts: websites(record.contacts) }
        : { contacts: [], status: 'withdrawn' }),
    });
  }
  const members = await readersOf(db, id, ['steward', 'editor']);
  await db('organisation')
    .where({ id })
    .update({
      dissolved_at: db.fn.now(),
      updated_at: db.fn.now(),
      version: db.raw('version + 1'),
      about: null,
      website: null,
    });
  await endEnquiriesOf(db, id);
  await endPlansOf(db, id);
  for (const table of ['member', 'member_invitation', 'api_key', 'demand_layer'])
    await db(table).where({ organisation_id: id }).delete();
  await db('handover').where({ from_id: id }).orWhere({ to_id: id }).delete();
  await db('contest')
    .where({ organisation_id: id, state: 'open' })
    .update({ state: 'withdrawn', ended_at: db.fn.now() });
  await forgetPeople(db, id);
  if (name === 'forget') await forgetName(db, id);
  await recordAudit(db, { visitor, organisationId: id, action: 'organisation.dissolve' });
  const told = { organisation: organisation.name, path: '/account' };
  await tellReaders(db, members, (locale) => letter('dissolved', told, locale));
}

function refuseOpen(held: HeldToEnd[], release: number[], withdraw: number[]): void {
  const names = (list: HeldToEnd[]) => list.map((each) => `${each.name} (${each.id})`).join(', ');
  const open = held.filter(({ id }) => release.includes(id) === withdraw.includes(id));
  if (open.length > 0)
    throw conflict(`Say of each place whether it is given up or withdrawn. Still open: ${names(open)}.`);
  const hidden = held.filter(({ id, canBeReleased }) => release.includes(id) && !canBeReleased);
  if (hidden.length > 0)
    throw conflict(
      `Only a place that is published, and shown where it is, can be given up. Withdraw instead: ${names(hidden)}.`,
    );
}
