/** Rows for tests, made through the same call that people's changes go through. */
import type { Knex } from 'knex';
import type { Actor } from '../../server/venues/record.ts';
import { type Saved, saveVenue } from '../../server/venues/repository.ts';
import type { NewFact, NewSpace, NewVenue } from '../../server/venues/schema.ts';

export const TODAY = new Date().toISOString().slice(0, 10);

export const holder: Actor = { name: 'steward', kind: 'member', rank: 'holder' };

export const fact = (key: string, value: NewFact['value'], more: Partial<NewFact> = {}): NewFact => ({
  key,
  value,
  method: 'visited',
  observedOn: TODAY,
  ...more,
});

export const space = (
  name: string,
  capacities: Record<string, number> = {},
  more: Partial<NewSpace> = {},
): NewSpace => ({
  name,
  capacities: Object.entries(capacities).map(([layout, comfortable]) => ({ layout, comfortable })),
  ...more,
});

/** A published hall in Tooting, unless told otherwise. */
export const newVenue = (more: Partial<NewVenue> = {}): NewVenue => ({
  name: 'Broadwater Hall',
  kind: 'community_hall',
  status: 'published',
  location: { lon: -0.168, lat: 51.4275, precision: 'exact' },
  ...more,
});

export const addVenue = (db: Knex, more: Partial<NewVenue> = {}, actor: Actor = holder): Promise<Saved> =>
  saveVenue(db, actor, undefined, newVenue(more));
