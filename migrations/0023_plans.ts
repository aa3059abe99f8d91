/** Plans: questions that are worked out in the background, by whichever node is free. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table plan (
      id integer generated always as identity primary key,
      organisation_id integer not null references organisation,
      name text not null check (name ~ '\\S' and length(name) <= 160),
      -- As it was asked, with what was left to us filled in.
      asked jsonb not null check (jsonb_typeof(asked) = 'object'),
      -- Null when the layer went with its organisation.
      layer_id integer,
      layer_version integer,
      -- The sites to choose from as the public saw them at that moment: id, public point, precision.
      candidates jsonb not null check (jsonb_typeof(candidates) = 'array'),
      status text not null default 'queued'
        check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
      progress jsonb,
      answer jsonb,
      fault text,
      made_at timestamptz(3) not null default now(),
      started_at timestamptz(3),
      ended_at timestamptz(3),
      -- Who works on it, and when they last said so. Whoever has another claim by now is not listened to.
      claim uuid,
      heartbeat_at timestamptz,
      tries integer not null default 0,
      constraint plan_demand foreign key (layer_id, layer_version) references demand_version,
      check ((status = 'running') = (claim is not null)),
      check ((status = 'running') = (heartbeat_at is not null)),
      check ((status = 'done') = (answer is not null)),
      check ((status = 'failed') = (fault is not null)),
      check ((status in ('done', 'failed', 'cancelled')) = (ended_at is not null))
    );
    create index plan_organisation on plan (organisation_id, id);
    create index plan_to_do on plan (id) where status in ('queued', 'running');
    create index plan_layer on plan (layer_id, layer_version);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table plan');
}
