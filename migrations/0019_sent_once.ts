/** What was answered to a request that its client may send again, not having heard the answer. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table sent_once (
      -- Who sent what where under which key, as one digest: nothing of it can be read back.
      name_hash bytea primary key,
      body_hash bytea not null,
      answer jsonb,
      sent_at timestamptz(3) not null default now()
    );
    create index sent_once_at on sent_once (sent_at);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table sent_once');
}
