/** Letters that remind those who look after a place to say what is still true, and quiet for whoever wants it. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table person
      -- The language they last signed in with; unknown for those who never did on a page.
      add column locale text check (locale ~ '^[a-z]{2}$'),
      -- Do they want letters about keeping their places true?
      add column reminders boolean not null default true,
      -- A letter to them was given up; until they sign in again.
      add column unreachable_since timestamptz(3),
      -- When they were last written to about corrections that wait.
      add column corrections_told_at timestamptz(3);
    alter table sign_in add column locale text check (locale ~ '^[a-z]{2}$');

    -- When the holder of a place was last reminded of it. Locked by the one who sends.
    create table reminder (
      venue_id integer primary key references venue on delete cascade,
      sent_on date not null
    );

    -- One letter to one person. Of its links only digests are kept.
    create table reminder_letter (
      id integer generated always as identity primary key,
      person_id integer not null references person on delete cascade,
      confirm_hash bytea not null unique,
      stop_hash bytea not null unique,
      sent_on date not null,
      expires_on date not null,
      used_at timestamptz(3)
    );
    create index reminder_letter_person on reminder_letter (person_id);
    create index reminder_letter_sent on reminder_letter (sent_on);

    -- What was old when it was sent, as it was then: only that can be confirmed by its link.
    create table reminder_fact (
      letter_id integer not null references reminder_letter on delete cascade,
      venue_id integer not null references venue on delete cascade,
      -- No reference: a room that is gone takes nothing from the letter.
      space_id integer,
      key text not null,
      mark text not null,
      observed_on date not null,
      unique nulls not distinct (letter_id, venue_id, space_id, key)
    );
    create index reminder_fact_venue on reminder_fact (venue_id);
    create index fact_observed on fact (observed_on, venue_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index fact_observed;
    drop table reminder_fact, reminder_letter, reminder;
    alter table sign_in drop column locale;
    alter table person drop column locale, drop column reminders, drop column unreachable_since,
      drop column corrections_told_at;
  `);
}
