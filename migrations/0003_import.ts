/** Imports that can be interrupted, and which data set saw which record last. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- One reading of one file. Each batch and its mark here commit together, so a killed run goes on where it was.
    create table import_run (
      id integer generated always as identity primary key,
      source_id text not null references source,
      -- What the file covers: only records of the same scope can vanish.
      scope text not null check (scope <> ''),
      command text not null check (command in ('osm', 'csv', 'geojson', 'areas', 'places')),
      file text not null,
      sha256 text not null,
      -- The mapping and the options: another way of reading is another run.
      settings text not null,
      started_at timestamptz(3) not null default now(),
      finished_at timestamptz(3),
      last_row integer not null default 0 check (last_row >= 0),
      report jsonb not null default '{}'
    );
    create index import_run_file on import_run (source_id, scope, sha256);

    create table source_sighting (
      source_id text not null,
      scope text not null,
      record_id text not null,
      run_id integer not null references import_run,
      primary key (source_id, scope, record_id),
      foreign key (source_id, record_id) references source_record on delete cascade
    );
    create index source_sighting_record on source_sighting (source_id, record_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table source_sighting, import_run');
}
