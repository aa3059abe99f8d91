/** Photos of venues: what each shows, in which order, and which files are waiting to be taken away. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- One row a venue that has, or had, photos: the lock that their changes take turns by, and the version of them all.
    create table photo_album (
      venue_id integer primary key references venue on delete cascade,
      version integer not null default 0 check (version >= 0)
    );

    create table photo (
      -- Random, for it stands in addresses and names the files.
      id text primary key check (id ~ '^[0-9a-f]{32}$'),
      venue_id integer not null references photo_album on delete cascade,
      -- Twenty places, each taken once.
      position smallint not null check (position between 0 and 19),
      alt text not null check (alt ~ '\\S' and length(alt) <= 250),
      caption text check (caption ~ '\\S' and length(caption) <= 300),
      space_id integer,
      fact_key text references fact_entry,
      -- Of the largest size that was made.
      width smallint not null check (width > 0),
      height smallint not null check (height > 0),
      added_at timestamptz(3) not null default now(),
      unique (venue_id, position) deferrable initially immediate,
      foreign key (venue_id, space_id) references space (venue_id, id) on delete set null (space_id)
    );
    create index photo_space on photo (space_id) where space_id is not null;

    -- Files that no photo owns, or may not come to own: to be taken away from then on.
    create table photo_leftover (
      id text primary key,
      due_at timestamptz not null default now()
    );
    create index photo_leftover_due on photo_leftover (due_at);

    create function leave_photo_files() returns trigger language plpgsql as $$
    begin
      insert into photo_leftover (id) values (old.id);
      return null;
    end $$;
    create trigger photo_files_are_left after delete on photo for each row execute function leave_photo_files();
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table photo_leftover, photo, photo_album;
    drop function leave_photo_files();
  `);
}
