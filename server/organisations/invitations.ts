/**
 * Inviting somebody by a letter to their address. The link is good once, for 14 days. It proves that the letter was
 * received, so it makes an account where there is none; but it is no way into an account that is there already, whose
 * owner signs in: letters that are two weeks old have been forwarded and printed.
 */
import type { Knex } from 'knex';
import { recordAudit } from '../audit/repository.ts';
import type { Config } from '../config.ts';
import type { Visitor } from '../http/visitor.ts';
import { queueLetter } from '../mail/repository.ts';
import { personOf, startSession } from '../people/repository.ts';
import { digest, newSecret } from '../people/secrets.ts';
import { canSend } from '../people/sign-in.ts';
import { conflict, gone, notFound, signInNeeded, unavailable } from '../problem.ts';
import type { OrganisationLetter } from './letters.ts';
import { takeOrganisation } from './repository.ts';
import type { Accepted, Invitations, NewInvitation, OwnInvitations } from './schema-invitations.ts';

export const INVITATION_DAYS = 14;
/** Open at once, so that no group sends letters without end. */
export const MOST_OPEN = 50;

const isOpen = 'i.expires_at > now()';
const expires = `to_json(i.expires_at)#>>'{}' as "expiresAt"`;

/**
 * Invites an address, or sends the letter again: then only its new link is good. Answers alike whether anybody has the
 * address or not, but for those who are members, whom the stewards know. Throws Problem 404, 409 or 503.
 */
export async function invite(
  db: Knex,
  config: Pick<Config, 'smtpUrl' | 'demo'>,
  {
    organisationId,
    visitor,
    invitation,
  }: { organisationId: number; visitor: Visitor; invitation: NewInvitation },
  letter: OrganisationLetter,
): Promise<{ id: number; expiresAt: string }> {
  if (!canSend(config))
    throw unavailable('This register cannot send email yet. Its operator must set it up.');
  const { email, role } = invitation;
  const organisation = await takeOrganisation(db, organisationId);
  const member = await db('member as m')
    .join('person as p', 'p.id', 'm.person_id')
    .where({ organisation_id: organisationId })
    .whereRaw('lower(p.email) = lower(?)', [email])
    .first('role');
  if (member) throw conflict('Somebody with this address is a member already. Change their role instead.');
  await db('member_invitation')
    .where({ organisation_id: organisationId })
    .whereRaw('expires_at <= now()')
    .delete();
  const [open] = await db('member_invitation')
    .where({ organisation_id: organisationId })
    .whereRaw('lower(email) <> lower(?)', [email])
    .count({ count: '*' });
  if (Number(open?.count) >= MOST_OPEN)
    throw conflict(`At most ${MOST_OPEN} invitations can be open. Take one back first.`);
  const token = newSecret();
  const { rows } = await db.raw(
    `insert into member_invitation as i (organisation_id, email, role, token_hash, invited_by, expires_at)
     values (:organisationId, :email, :role, :hash, :by, now() + interval '${INVITATION_DAYS} days')
     on conflict (organisation_id, lower(email)) do update set role = excluded.role, token_hash = excluded.token_hash,
       invited_by = excluded.invited_by, expires_at = excluded.expires_at
     returning i.id, ${expires}`,
    { organisationId, email, role, hash: digest(token), by: visitor.kind === 'person' ? visitor.id : null },
  );
  const told = { organisation: organisation.name, role, path: `/invitations/${token}` };
  await queueLetter(db, { to: email, ...letter('invited', told) });
  await recordAudit(db, { visitor, organisationId, action: 'member.invite', detail: { role } });
  return rows[0];
}

/** The open invitations of an organisation, the newest first. */
export async function listInvitations(db: Knex, organisationId: number): Promise<Invitations> {
  const { rows } = await db.raw(
    `select i.id, i.email, i.role, to_json(i.created_at)#>>'{}' as "invitedAt", ${expires}
     from member_invitation i where i.organisation_id = ? and ${isOpen} order by i.id desc limit ${MOST_OPEN + 1}`,
    [organisationId],
  );
  return { items: rows };
}

/** Takes an invitation back: its link is worth nothing from then on. Throws Problem 404. */
export async function withdrawInvitation(db: Knex, organisationId: number, id: number): Promise<void> {
  const count = await db('member_invitation').where({ id, organisation_id: organisationId }).delete();
  if (count === 0) throw notFound('invitation');
}

/** The open invitations to an address that its reader has proved to be theirs. */
export async function invitationsTo(db: Knex, email: string): Promise<OwnInvitations> {
  const { rows } = await db.raw(
    `select i.id, i.role, ${expires}, json_build_object('id', o.id, 'slug', o.slug, 'name', o.name) as organisation
     from member_invitation i join organisation o on o.id = i.organisation_id
     where lower(i.email) = lower(?) and ${isOpen} and o.dissolved_at is null order by i.id`,
    [email],
  );
  return { items: rows };
}

/** Says no to an invitation. Throws Problem 404. */
export async function declineInvitation(db: Knex, id: number, email: string): Promise<void> {
  const count = await db('member_invitation')
    .where({ id })
    .whereRaw('lower(email) = lower(?)', [email])
    .delete();
  if (count === 0) throw notFound('invitation');
}

export interface OpenInvitation extends Accepted {
  id: number;
  email: string;
  /** Has anybody an account with the address already? Told only to whoever has the letter. */
  isKnown: boolean;
}

/** Looking does not use it. Undefined when it is used, taken back or too old. */
export async function openInvitation(
  db: Knex,
  by: { token: string } | { id: number },
): Promise<OpenInvitation | undefined> {
  const [where, value] = 'token' in by ? ['i.token_hash', digest(by.token)] : ['i.id', by.id];
  const { rows } = await db.raw(
    `select i.id, i.email, i.role, json_build_object('id', o.id, 'slug', o.slug, 'name', o.name) as organisation,
       exists (select from person p where lower(p.email) = lower(i.email)) as "isKnown"
     from member_invitation i join organisation o on o.id = i.organisation_id
     where ${where} = ? and ${isOpen} and o.dissolved_at is null`,
    [value],
  );
  return rows[0];
}

const over = () => gone('This invitation was used, taken back, or is too old. Ask the group for a new one.');

/**
 * Accepts: of two who come at once, one is let in. Answers the secret of a session where the letter has made an
 * account, begun on `device`. Throws Problem 401 when there is one already and it is not the visitor's, 404, 409 or 410.
 */
export async function acceptInvitation(
  db: Knex,
  visitor: Visitor,
  by: { token: string } | { id: number },
  device?: string,
): Promise<Accepted & { session?: string }> {
  const found = await openInvitation(db, by);
  const isOwn =
    found !== undefined &&
    visitor.kind === 'person' &&
    visitor.email.toLowerCase() === found.email.toLowerCase();
  // By its number alone, nobody else learns that there is an invitation.
  if ('id' in by && visitor.kind === 'anonymous') throw signInNeeded();
  if ('id' in by && !isOwn) throw notFound('invitation');
  if (!found) throw over();
  if (!isOwn && visitor.kind !== 'anonymous')
    throw conflict('This invitation went to another address than yours. Sign out, and open its link again.');
  if (!isOwn && found.isKnown) throw signInNeeded();
  const { organisation, role } = found;
  await takeOrganisation(db, organisation.id);
  const [used] = await db('member_invitation').where({ id: found.id }).delete().returning('role');
  if (!used) throw over();
  const personId = isOwn ? visitor.id : await personOf(db, found.email);
  const { rows } = await db.raw(
    `insert into member (organisation_id, person_id, role) values (?, ?, ?)
     on conflict (organisation_id, person_id)
       do update set role = case when member.role = 'steward' then 'steward' else excluded.role end
     returning role`,
    [organisation.id, personId, role],
  );
  const joined = {
    kind: 'person',
    id: personId,
    email: found.email,
    operator: false,
    memberships: [],
  } as const;
  await recordAudit(db, {
    visitor: { ...joined, memberships: [] },
    organisationId: organisation.id,
    action: 'member.join',
    detail: { role: rows[0].role },
  });
  const session = isOwn ? undefined : await startSession(db, personId, device);
  return { organisation, role: rows[0].role, ...(session && { session }) };
}

/** What is over. Run now and then, by any node. */
export const sweepInvitations = (db: Knex): Promise<unknown> =>
  db('member_invitation').where('expires_at', '<', db.fn.now()).delete();
