/** House terms: every version that a venue's holder has stated, kept as it was. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table terms_version (
      venue_id integer not null references venue on delete cascade,
      version integer not null check (version > 0),
      at timestamptz(3) not null default now(),
      actor text not null,
      -- As it was stated, so that it can be read for ever, whatever the lists of words become.
      terms jsonb not null check (jsonb_typeof(terms) = 'object' and length(coalesce(terms->>'text', '')) <= 4000),
      primary key (venue_id, version)
    );

    -- Who asked to come accepted these words: nobody alters them afterwards, nor takes them away while the venue stands.
    create function keep_terms() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and not exists (select from venue where id = old.venue_id) then
        return old;
      end if;
      raise exception 'terms that were stated are never altered';
    end $$;
    create trigger terms_are_kept before update or delete on terms_version
      for each row execute function keep_terms();

    -- Which person it was: known to members, and gone with the person.
    create table terms_author (
      venue_id integer not null,
      version integer not null,
      person_id integer not null references person on delete cascade,
      primary key (venue_id, version),
      foreign key (venue_id, version) references terms_version on delete cascade
    );
    create index terms_author_person on terms_author (person_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table terms_author, terms_version;
    drop function keep_terms();
  `);
}
