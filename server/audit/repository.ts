/** All SQL about the record of what was done in somebody's name. */
import type { Knex } from 'knex';
import type { Visitor } from '../http/visitor.ts';

export interface AuditEntry {
  visitor: Visitor;
  organisationId?: number;
  /** Other groups that it touches: each reads it in its own record. */
  alsoFor?: (number | undefined)[];
  venueId?: number;
  /** What was done, such as `member.remove`. */
  action: string;
  /** Never names or addresses of people. */
  detail?: Record<string, string | number | boolean | string[]>;
}

/** Notes what was done, in the transaction that does it. */
export async function recordAudit(db: Knex, entry: AuditEntry): Promise<void> {
  const { visitor, organisationId, alsoFor = [], venueId, action, detail = {} } = entry;
  if (visitor.kind === 'anonymous') throw new TypeError('nobody does nothing that is noted');
  const groups = [...new Set([organisationId, ...alsoFor].filter((each) => each !== undefined))];
  const row = (group: number | undefined, copyOf: string | null) => ({
    actor_kind: visitor.kind,
    person_id: visitor.kind === 'person' ? visitor.id : null,
    organisation_id: group ?? null,
    venue_id: venueId ?? null,
    action,
    detail: JSON.stringify(detail),
    copy_of: copyOf,
  });
  const [first] = await db('audit_entry').insert(row(groups[0], null)).returning('id');
  const others = groups.slice(1).map((group) => row(group, first.id));
  if (others.length > 0) await db('audit_entry').insert(others);
}

/**
 * One page of what was done in an organisation's name, or about it, newest first. Operators are not named, and of the
 * places of others only those that everybody can read.
 */
export async function listAudit(
  db: Knex,
  organisationId: number,
  { limit = 20, before }: { limit?: number; before?: number },
): Promise<{ items: object[]; next?: number }> {
  const { rows } = await db.raw(
    `select a.id::int, a.at, a.actor_kind as "actorKind", case when a.action not like 'operator.%' then p.name end as "personName", a.venue_id as "venueId", a.action, a.detail,
       case when v.organisation_id = :organisationId or (v.status = 'published' and v.hidden_at is null)
         then json_build_object('slug', v.slug, 'name', v.name, 'held', coalesce(v.organisation_id = :organisationId, false))
       end as venue
     from audit_entry a left join person p on p.id = a.person_id left join venue v on v.id = a.venue_id
     where a.organisation_id = :organisationId and (:before::int is null or a.id < :before)
     order by a.id desc limit :most`,
    { organisationId, before: before ?? null, most: limit + 1 },
  );
  const items = rows
    .slice(0, limit)
    .map((row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    );
  return { items, ...(rows.length > limit && { next: items.at(-1).id }) };
}
