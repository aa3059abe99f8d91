/** The map that the service draws by itself where no tiles come: rivers, roads and railways, and names of places. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table map_line (
      id bigint generated always as identity primary key,
      source_id text not null references source,
      -- The file it came from: what a newer file of the same name no longer has is taken away.
      scope text not null,
      record_id text not null,
      kind text not null check (kind in ('water', 'road', 'rail')),
      bounds box not null,
      -- Metres in Web Mercator, corner to corner: the largest are drawn first.
      size double precision not null check (size >= 0),
      -- GeoJSON, simplified: lines, or the outlines of waters.
      geometry jsonb not null,
      run_id integer not null,
      unique (source_id, scope, record_id)
    );
    create index map_line_bounds on map_line using gist (bounds);
    create index map_line_size on map_line (size desc);
    -- The few places whose names stand on a map, among millions of postcodes.
    create index place_label on place (lat, lon) where kind in ('city', 'town', 'village', 'suburb');
    alter table import_run drop constraint import_run_command_check,
      add constraint import_run_command_check check (command in ('osm', 'csv', 'geojson', 'areas', 'places', 'lines'));
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    delete from import_run where command = 'lines';
    alter table import_run drop constraint import_run_command_check,
      add constraint import_run_command_check check (command in ('osm', 'csv', 'geojson', 'areas', 'places'));
    drop index place_label;
    drop table map_line;
  `);
}
