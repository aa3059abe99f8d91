/** Demand layers: areas or points with numbers, of which a plan asks who can reach what. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table demand_layer (
      id integer generated always as identity primary key,
      organisation_id integer not null references organisation,
      name text not null check (name ~ '\\S' and length(name) <= 160),
      -- What is counted, such as “people”.
      unit text not null check (unit ~ '\\S' and length(unit) <= 60),
      source text not null check (source ~ '\\S' and length(source) <= 300),
      licence text not null check (licence ~ '\\S' and length(licence) <= 120),
      attribution text check (length(attribution) <= 500),
      public boolean not null default false,
      -- Of what is said of it; its numbers have versions of their own.
      edit integer not null default 1,
      added_at timestamptz(3) not null default now(),
      unique (organisation_id, name)
    );
    create index demand_layer_public on demand_layer (id) where public;

    create table demand_version (
      layer_id integer not null references demand_layer on delete cascade,
      version integer not null check (version > 0),
      at timestamptz(3) not null default now(),
      -- The names of the numbers, in the order in which each area has them.
      columns text[] not null check (cardinality(columns) between 1 and 40),
      mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
      file text not null check (length(file) <= 200),
      sha256 text not null,
      areas integer not null default 0 check (areas >= 0),
      rejected integer not null default 0 check (rejected >= 0),
      -- For each column: sum, least, most, and how many areas have no number.
      totals jsonb not null default '[]' check (jsonb_typeof(totals) = 'array'),
      -- Whole: from then on nothing of it is altered.
      sealed boolean not null default false,
      primary key (layer_id, version)
    );

    create table demand_area (
      layer_id integer not null,
      version integer not null,
      position integer not null check (position > 0),
      area_id text not null check (area_id <> '' and length(area_id) <= 120),
      name text not null check (length(name) <= 200),
      lon double precision not null check (lon between -180 and 180),
      lat double precision not null check (lat between -90 and 90),
      -- As many as the version has columns; null is missing. An array is a third of the size of the same as jsonb.
      numbers double precision[] not null,
      outline jsonb,
      primary key (layer_id, version, position),
      unique (layer_id, version, area_id),
      foreign key (layer_id, version) references demand_version on delete cascade
    );

    -- What a plan was worked out from stays as it was. All of it goes with its layer, or not at all.
    create function keep_demand() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and not exists (select from demand_layer where id = old.layer_id) then
        return old;
      end if;
      if tg_table_name = 'demand_version' and tg_op = 'UPDATE' then
        if not old.sealed then return new; end if;
      end if;
      raise exception 'numbers that were saved are never altered';
    end $$;
    create trigger demand_versions_are_kept before update or delete on demand_version
      for each row execute function keep_demand();
    create trigger demand_areas_are_kept before update or delete on demand_area
      for each row execute function keep_demand();

    create function add_demand() returns trigger language plpgsql as $$
    begin
      if exists (select from demand_version v join (select distinct layer_id, version from added) a
                   on a.layer_id = v.layer_id and a.version = v.version where v.sealed) then
        raise exception 'numbers that were saved are never added to';
      end if;
      return null;
    end $$;
    create trigger demand_is_whole after insert on demand_area
      referencing new table as added for each statement execute function add_demand();

    -- Files that were sent and wait for somebody to say what their columns mean; for a day.
    create table demand_file (
      id text primary key check (id ~ '^[0-9a-f]{32}$'),
      layer_id integer not null references demand_layer on delete cascade,
      name text not null check (length(name) <= 200),
      sha256 text not null,
      added_at timestamptz not null default now()
    );
    create index demand_file_layer on demand_file (layer_id, added_at);
    create index demand_file_due on demand_file (added_at);
    create table demand_file_part (
      file_id text not null references demand_file on delete cascade,
      position integer not null,
      bytes bytea not null,
      primary key (file_id, position)
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table demand_file_part, demand_file, demand_area, demand_version, demand_layer;
    drop function keep_demand(), add_demand();
  `);
}
