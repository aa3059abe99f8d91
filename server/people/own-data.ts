/** What the register holds of a person: taking all of it away, and deleting the account. */
import type { Knex } from 'knex';
import { queueLetter } from '../mail/repository.ts';
import { conflict, notFound } from '../problem.ts';
import { personalData } from './personal-data.ts';

/** Everything, by what it is about. */
export async function exportPerson(db: Knex, id: number): Promise<Record<string, object[]>> {
  const person = await db('person').where({ id }).first('email');
  if (!person) throw notFound('person');
  const parts: Record<string, object[]> = {};
  for (const { table, column, by, part, select, from = '' } of personalData) {
    const where = by === 'id' ? `x.${column} = :id` : `lower(x.${column}) = lower(:email)`;
    const { rows } = await db.raw(
      `select row_to_json(each) as row from (select ${select} from ${table} x ${from} where ${where}) each`,
      { id, email: person.email },
    );
    parts[part] = rows.map(({ row }: { row: object }) => row);
  }
  return parts;
}

/** Organisations that would be left without a steward. */
export async function onlySteward(
  db: Knex,
  personId: number,
): Promise<{ id: number; slug: string; name: string }[]> {
  const { rows } = await db.raw(
    `select o.id, o.slug, o.name from member m join organisation o on o.id = m.organisation_id
     where m.person_id = :personId and m.role = 'steward' and o.dissolved_at is null
       and not exists (select from member s where s.organisation_id = o.id and s.role = 'steward'
         and s.person_id <> :personId)
     order by o.name, o.id`,
    { personId },
  );
  return rows;
}

/**
 * Deletes a person. What they changed stays, without them. Throws Problem 409 while an organisation would be left
 * without a steward: it names them.
 */
export async function deletePerson(
  db: Knex,
  id: number,
  farewell: { subject: string; text: string },
): Promise<void> {
  // Their organisations first, as whoever changes members does: so that no two of us wait for each other.
  await db('organisation')
    .whereIn('id', db('member').where({ person_id: id }).select('organisation_id'))
    .orderBy('id')
    .forUpdate()
    .select('id');
  const person = await db('person').where({ id }).forUpdate().first('email');
  if (!person) throw notFound('person');
  const left = await onlySteward(db, id);
  if (left.length > 0)
    throw conflict(
      `You are the only steward of: ${left.map(({ name }) => name).join(', ')}. Hand your stewardship on, or dissolve the organisation, first.`,
    );
  const byEmail = personalData.filter((each) => each.by === 'email' && each.table !== 'person');
  for (const { table, column, afterwards, goesAlong = column } of byEmail) {
    const rows = db(table).whereRaw('lower(??) = lower(?)', [column, person.email]);
    await (afterwards === 'deleted' ? rows.delete() : rows.update({ [column]: null, [goesAlong]: null }));
  }
  await db('person').where({ id }).delete();
  // Somebody else may have left in the same moment.
  await db.raw('set constraints member_last_steward immediate');
  await queueLetter(db, { to: person.email, ...farewell });
}
