/** Handing a venue on, changing one's address, and what goes when a group is dissolved. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- An offer by the holder of a venue, open until the other group accepts or its time is over.
    create table handover (
      id integer generated always as identity primary key,
      venue_id integer not null unique references venue on delete cascade,
      from_id integer not null references organisation on delete cascade,
      to_id integer not null references organisation on delete cascade,
      offered_by integer references person on delete set null,
      offered_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null,
      check (from_id <> to_id)
    );
    create index handover_from on handover (from_id);
    create index handover_to on handover (to_id);
    create index handover_person on handover (offered_by) where offered_by is not null;

    -- The address that a person wants to have, until a letter to it was answered.
    create table email_change (
      person_id integer primary key references person on delete cascade,
      email text not null check (email ~ '^\\S+@\\S+$' and length(email) <= 254),
      token_hash bytea not null unique,
      asked_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null
    );
    create index member_invitation_email on member_invitation (lower(email));

    -- A group that is dissolved takes on nothing. Its row is held while it is dissolved (for update), so that whoever
    -- gives it a venue at that moment waits, and is told.
    create function keep_holder() returns trigger language plpgsql as $$
    begin
      perform from organisation where id = new.organisation_id and dissolved_at is null for key share;
      if not found then
        raise exception using errcode = 'foreign_key_violation', constraint = 'venue_holder_is_there',
          message = 'a dissolved organisation holds nothing';
      end if;
      return new;
    end $$;
    create trigger venue_holder_on_insert before insert on venue
      for each row when (new.organisation_id is not null) execute function keep_holder();
    create trigger venue_holder_on_update before update of organisation_id on venue
      for each row when (new.organisation_id is not null and new.organisation_id is distinct from old.organisation_id)
      execute function keep_holder();

    -- The changes by which venues came to their holders: few among all.
    create index change_names_holder on change (venue_id, version) where edits @> '[{"path": "/organisationId"}]';

    create function without_contacts(edits jsonb) returns jsonb language sql immutable as $$
      select coalesce(jsonb_agg(case when each->>'path' = '/contacts' then '{"path": "/contacts"}' else each end
        order by place), '[]') from jsonb_array_elements(edits) with ordinality as e (each, place)
    $$;
    -- A recorded change is never altered, but for what a dissolved group takes with it: its name, and its contacts.
    create or replace function keep_change() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - '{actor,edits}'::text[] = to_jsonb(old) - '{actor,edits}'::text[]
        and new.actor in (old.actor, 'a former group')
        and new.edits in (old.edits, without_contacts(old.edits)) then
        return new;
      end if;
      raise exception 'a recorded change is never altered';
    end $$;
    create or replace function keep_terms() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and not exists (select from venue where id = old.venue_id) then
        return old;
      end if;
      if tg_op = 'UPDATE' and to_jsonb(new) - 'actor' = to_jsonb(old) - 'actor' and new.actor = 'a former group' then
        return new;
      end if;
      raise exception 'terms that were stated are never altered';
    end $$;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    create or replace function keep_terms() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and not exists (select from venue where id = old.venue_id) then
        return old;
      end if;
      raise exception 'terms that were stated are never altered';
    end $$;
    create or replace function keep_change() returns trigger language plpgsql as $$
    begin
      raise exception 'a recorded change is never altered';
    end $$;
    drop function without_contacts(jsonb);
    drop index change_names_holder, member_invitation_email;
    drop trigger venue_holder_on_insert on venue;
    drop trigger venue_holder_on_update on venue;
    drop function keep_holder();
    drop table email_change, handover;
  `);
}
