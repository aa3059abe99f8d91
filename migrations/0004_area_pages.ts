/** What pages of areas need: an address for each area, which it keeps, and ways to find areas by place. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- Words of an address: “Bôn-y-maen” is bon-y-maen. Empty where nothing is Latin.
    create function address_words(words text) returns text language sql immutable strict parallel safe
      return trim(both '-' from left(regexp_replace(
        regexp_replace(lower(normalize(words, nfkd)), '[^a-z0-9 _.,;:()/&-]', '', 'g'), '[^a-z0-9]+', '-', 'g'), 80));

    -- Every address an area has had. One is its own now; the others lead to it.
    create table area_slug (
      slug text primary key check (slug <> ''),
      area_id text not null references area on delete cascade,
      current boolean not null default true
    );
    create unique index area_slug_current on area_slug (area_id) where current;
    create index area_slug_area on area_slug (area_id);

    -- Name and kind; where another area has that address already, its code too.
    create function give_area_slug() returns trigger language plpgsql as $$
    declare
      short text := trim(both '-' from address_words(new.name) || '-' || address_words(new.kind));
      code text := address_words(replace(new.id, ':', '-'));
      wanted text;
    begin
      foreach wanted in array array[short, short || '-' || code, short || '-' || md5(new.id)] loop
        continue when wanted = '' or exists (select from area_slug where slug = wanted and area_id <> new.id);
        update area_slug set current = false where area_id = new.id and current and slug <> wanted;
        insert into area_slug (slug, area_id) values (wanted, new.id)
          on conflict (slug) do update set current = true where area_slug.area_id = new.id;
        return null;
      end loop;
      return null;
    end $$;
    create trigger area_has_slug after insert or update of name, kind on area
      for each row execute function give_area_slug();
    update area set name = name;

    -- Which areas hold a place, and which lie beside each other.
    create index area_bounds on area using spgist (bounds);
    create index area_name_trigram on area using gin (name gin_trgm_ops);
    -- What is true in part: the search tables tell yes, no, and neither.
    create index fact_partial on fact (venue_id) include (key) where answer = 'partial';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index fact_partial, area_name_trigram, area_bounds;
    drop trigger area_has_slug on area;
    drop function give_area_slug();
    drop table area_slug;
    drop function address_words(text);
  `);
}
