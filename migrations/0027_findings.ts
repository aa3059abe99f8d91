/** What an answered plan says of each area. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table plan_reach (
      plan_id integer primary key references plan on delete cascade,
      -- By the position of each area in its version of the layer. Whole lists, because they are written once and read by
      -- the stretch: 5,000 areas take 100 kB so, and some 400 kB as rows.
      weights double precision[] not null,
      -- The venue that is nearest of those that were chosen, and travel to it; null: none is within reach.
      sites integer[] not null,
      travels real[] not null,
      -- Travel to the nearest of those that were to be chosen in any case.
      befores real[] not null,
      check (cardinality(weights) = cardinality(sites) and cardinality(sites) = cardinality(travels)
             and cardinality(travels) = cardinality(befores))
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table plan_reach');
}
