/**
 * A website of an organisation can be kept: a question mark in the rule of before was taken for a place to fill in, so
 * that the rule asked for `https$1`.
 */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table organisation drop constraint organisation_website_check;
    alter table organisation add constraint organisation_website_check
      check (website ~ '^https{0,1}://' and length(website) <= 300);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    alter table organisation drop constraint organisation_website_check;
    alter table organisation add constraint organisation_website_check
      check (website ~ '^https[$]1://' and length(website) <= 300) not valid;
  `);
}
