/**
 * What search reads. These tables hold only what the public may see: they are written from the public view of a
 * published venue, so nothing asked of them can narrow an approximate or hidden place.
 */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- A point in Web Mercator metres (EPSG:3857): box and nearest-neighbour searches are right in the plane.
    create function to_mercator(lon double precision, lat double precision) returns point
      language sql immutable strict parallel safe
      return point(6378137 * radians(lon), 6378137 * ln(tan(pi() / 4 + radians(lat) / 2)));

    -- Great-circle metres between two Mercator points (haversine, mean Earth radius 6,371,008.8 m).
    create function great_circle(a point, b point) returns double precision
      language sql immutable strict parallel safe
      return 2 * 6371008.8 * asin(least(1, sqrt(
        power(sin((atan(sinh(b[1] / 6378137)) - atan(sinh(a[1] / 6378137))) / 2), 2)
        + cos(atan(sinh(a[1] / 6378137))) * cos(atan(sinh(b[1] / 6378137)))
          * power(sin((b[0] - a[0]) / 6378137 / 2), 2))));

    -- The box that holds every point within so many metres on the ground of a point; the whole world near the poles.
    create function circle_box(middle point, metres double precision) returns box
      language sql immutable strict parallel safe
      return (
        with c as (
          select 2 * atan(exp(middle[1] / 6378137)) - pi() / 2 as lat, least(metres / 6371008.8 * 1.000001, pi()) as arc
        )
        select case when abs(lat) + arc > 1.4835 then box(point(-2e8, -2e8), point(2e8, 2e8))
          else box(
            point(middle[0] - 6378137 * asin(sin(arc) / cos(lat)), 6378137 * ln(tan(pi() / 4 + (lat - arc) / 2))),
            point(middle[0] + 6378137 * asin(sin(arc) / cos(lat)), 6378137 * ln(tan(pi() / 4 + (lat + arc) / 2))))
          end
        from c);

    create table venue_search (
      venue_id integer primary key references venue on delete cascade,
      pt point,
      kind smallint not null,
      -- Met somewhere in the venue; known to be met nowhere in it.
      access_yes bigint not null,
      access_no bigint not null,
      amenity_yes bigint not null,
      amenity_no bigint not null,
      -- Layouts in which one of its spaces holds anyone, a bit each.
      layouts bigint not null,
      capacity_max integer,
      updated_at timestamptz(3) not null,
      words tsvector not null,
      card text not null,
      core smallint not null,
      capacity_bucket smallint not null
    );
    -- kd trees with everything that is asked of a venue: boxes, nearest and counts are answered without the rows.
    create index venue_search_place on venue_search using spgist (pt kd_point_ops) include (
      venue_id, kind, access_yes, access_no, amenity_yes, amenity_no, layouts, capacity_max, updated_at
    );
    -- One venue in eight, for counts in crowded boxes that are estimates anyway.
    create index venue_search_sample on venue_search using spgist (pt kd_point_ops) include (
      venue_id, kind, access_yes, access_no, amenity_yes, amenity_no, layouts
    ) where venue_id % 8 = 0;
    create index venue_search_words on venue_search using gin (words) with (fastupdate = off);

    -- One row a space (or one for a venue without spaces): its venue's facts, overridden by its own.
    create table space_search (
      venue_id integer not null references venue on delete cascade,
      space_id integer,
      pt point,
      kind smallint not null,
      access_yes bigint not null,
      access_no bigint not null,
      amenity_yes bigint not null,
      amenity_no bigint not null,
      capacity_max integer,
      -- The largest capacity of the venue, the same on each of its rows, so that rows of a venue sort together.
      venue_capacity integer not null,
      theatre integer, classroom integer, boardroom integer, u_shape integer,
      cabaret integer, banquet integer, standing integer, dancing integer,
      -- The same numbers in lanes of 20 bits, 0 where unknown, so that indexes can carry all of them.
      seats_a bigint not null generated always as (
        coalesce(theatre, 0)::bigint | (coalesce(classroom, 0)::bigint << 20) | (coalesce(boardroom, 0)::bigint << 40)) stored,
      seats_b bigint not null generated always as (
        coalesce(u_shape, 0)::bigint | (coalesce(cabaret, 0)::bigint << 20) | (coalesce(banquet, 0)::bigint << 40)) stored,
      seats_c bigint not null generated always as (
        coalesce(standing, 0)::bigint | (coalesce(dancing, 0)::bigint << 20) | (coalesce(capacity_max, 0)::bigint << 40)) stored,
      open int4multirange,
      -- False where the hours say more than weekdays and times: then not open is not known to be closed.
      open_whole boolean not null default true,
      updated_at timestamptz(3) not null
    );
    create index space_search_place on space_search using spgist (pt kd_point_ops) include (
      venue_id, kind, access_yes, access_no, amenity_yes, amenity_no, seats_a, seats_b, seats_c, updated_at
    );
    create index space_search_sample on space_search using spgist (pt kd_point_ops) include (
      venue_id, kind, access_yes, access_no, amenity_yes, amenity_no, seats_a, seats_b, seats_c
    ) where venue_id % 8 = 0;
    create index space_search_venue on space_search (venue_id);
    create index space_search_updated on space_search (updated_at desc, venue_id desc) include (
      pt, kind, access_yes, access_no, amenity_yes, amenity_no, seats_a, seats_b, seats_c
    );
    create index space_search_capacity on space_search (venue_capacity desc, venue_id desc);

    -- The distinct words of the register, by trigram: a typo is corrected here before any text is searched.
    create table search_word (word text primary key);
    create index search_word_trigram on search_word using gin (word gin_trgm_ops);

    -- New words wait here, so that two writers never wait for each other's words.
    create table search_word_change (id bigint generated always as identity primary key, words text[] not null);

    -- Counts of venues per map cell (level: 2^level cells across the world), core facts and capacity bucket.
    create table rollup (
      level smallint not null,
      x integer not null,
      y integer not null,
      core smallint not null,
      capacity_bucket smallint not null,
      venues integer not null,
      sum_x double precision not null,
      sum_y double precision not null,
      primary key (level, y, x, core, capacity_bucket)
    );
    -- What has changed since the rollup was last brought up to date; readers add it, so counts are always exact.
    create table rollup_change (
      id bigint generated always as identity primary key,
      pt point not null,
      core smallint not null,
      capacity_bucket smallint not null,
      venues smallint not null check (venues in (-1, 1))
    );

    create table area (
      id text primary key,
      name text not null,
      kind text not null,
      parent text,
      source_id text references source,
      bounds box not null,
      outline jsonb not null
    );
    create index area_kind on area (kind, name, id);
    create table area_ring (
      area_id text not null references area on delete cascade,
      hole boolean not null,
      ring polygon not null
    );
    create index area_ring_area on area_ring (area_id);

    create table place (
      id integer generated always as identity primary key,
      name text not null,
      folded text not null,
      area text not null,
      kind text not null,
      lon double precision not null check (lon between -180 and 180),
      lat double precision not null check (lat between -85 and 85),
      source_id text references source,
      unique (folded, area, kind, lon, lat)
    );
    create index place_folded on place (folded text_pattern_ops);
    create index place_trigram on place using gin (folded gin_trgm_ops);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table place, area_ring, area, rollup_change, rollup, search_word_change, search_word, space_search, venue_search;
    drop function circle_box(point, double precision);
    drop function great_circle(point, point);
    drop function to_mercator(double precision, double precision);
  `);
}
