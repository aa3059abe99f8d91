/** Who signs in, which organisations they are of, the keys of those, the post that leaves, and how often one may try. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table person (
      id integer generated always as identity primary key,
      email text not null check (email ~ '^\\S+@\\S+$' and length(email) <= 254),
      name text check (name ~ '\\S' and length(name) <= 80),
      operator boolean not null default false,
      created_at timestamptz(3) not null default now()
    );
    create unique index person_email on person (lower(email));

    -- One request to sign in: used by its link or by its code, once, whichever comes first. Only digests are kept.
    create table sign_in (
      id uuid primary key,
      token_hash bytea not null unique,
      code_hash bytea not null,
      email text not null,
      next text,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null,
      used_at timestamptz(3),
      attempts smallint not null default 0
    );
    create index sign_in_expiry on sign_in (expires_at);

    create table session (
      token_hash bytea primary key,
      person_id integer not null references person on delete cascade,
      created_at timestamptz(3) not null default now(),
      last_seen_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null
    );
    create index session_person on session (person_id);
    create index session_expiry on session (expires_at);

    alter table organisation
      add column version integer not null default 1 check (version > 0),
      add column about text check (length(about) <= 2000),
      add column website text check (website ~ '^https?://' and length(website) <= 300),
      add column updated_at timestamptz(3) not null default now(),
      add column dissolved_at timestamptz(3);

    create table member (
      organisation_id integer not null references organisation on delete cascade,
      person_id integer not null references person on delete cascade,
      role text not null check (role in ('steward', 'editor')),
      since timestamptz(3) not null default now(),
      primary key (organisation_id, person_id)
    );
    create index member_person on member (person_id);

    -- The last steward cannot leave: somebody must be able to answer for what is listed. Looked at when all is done,
    -- so that one may hand over to another in one go; the organisation's row is locked, so that two cannot leave at once.
    create function keep_steward() returns trigger language plpgsql as $$
    begin
      perform from organisation where id = old.organisation_id and dissolved_at is null for update;
      if found and not exists (select from member where organisation_id = old.organisation_id and role = 'steward') then
        raise exception using errcode = 'check_violation', constraint = 'member_last_steward',
          message = 'an organisation keeps a steward';
      end if;
      return null;
    end $$;
    create constraint trigger member_last_steward after update or delete on member
      deferrable initially deferred for each row when (old.role = 'steward') execute function keep_steward();

    create table member_invitation (
      id integer generated always as identity primary key,
      organisation_id integer not null references organisation on delete cascade,
      email text not null check (email ~ '^\\S+@\\S+$' and length(email) <= 254),
      role text not null check (role in ('steward', 'editor')),
      token_hash bytea not null unique,
      invited_by integer references person on delete set null,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null
    );
    create unique index member_invitation_once on member_invitation (organisation_id, lower(email));

    create table api_key (
      id integer generated always as identity primary key,
      organisation_id integer not null references organisation on delete cascade,
      name text not null check (name ~ '\\S' and length(name) <= 80),
      -- The first characters, by which its owner knows it again; the rest is a digest only.
      prefix text not null,
      key_hash bytea not null unique,
      scopes text[] not null check (cardinality(scopes) > 0),
      created_by integer references person on delete set null,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null,
      last_used_on date
    );
    create index api_key_organisation on api_key (organisation_id);

    -- Which person made a change: known to the venue's members, and gone with the person. What the public reads is the
    -- actor's name in the change itself, which is never altered.
    create table change_author (
      change_id bigint primary key references change on delete cascade,
      person_id integer not null references person on delete cascade
    );
    create index change_author_person on change_author (person_id);

    -- Letters on their way: written in the transaction that needs them, sent by whichever node comes first, and kept
    -- no longer than they are needed.
    create table letter (
      id bigint generated always as identity primary key,
      recipient text not null,
      subject text not null,
      body text not null,
      headers jsonb not null default '{}',
      created_at timestamptz(3) not null default now(),
      next_try_at timestamptz(3) not null default now(),
      tries smallint not null default 0,
      fault text
    );
    create index letter_waiting on letter (next_try_at);

    -- What a form sent when its session was over, until its writer has signed in again.
    create table kept_form (
      name_hash bytea primary key,
      path text not null,
      typed jsonb not null,
      kept_at timestamptz(3) not null default now()
    );
    create index kept_form_age on kept_form (kept_at);

    create table rate_limit (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );
    create index rate_limit_expire on rate_limit (expire);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table rate_limit, kept_form, letter, change_author, api_key, member_invitation, member, session, sign_in, person;
    drop function keep_steward();
    alter table organisation drop column version, drop column about, drop column website, drop column updated_at,
      drop column dissolved_at;
  `);
}
