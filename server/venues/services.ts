/** May a place be proposed for regular services, such as a weekly clinic? Its holder says so, and nobody for them. */
import type { Knex } from 'knex';
import type { InputFault } from '../problem.ts';
import type { Services } from './schema.ts';

/** What holds until the holder says something else. */
export const askFirst: Readonly<Services> = { consent: 'ask_first' };

export const isSaid = ({ consent }: Services): boolean => consent !== 'ask_first';

/** A number of sessions is a part of an agreement. */
export function checkServices(services: Services | undefined): InputFault[] {
  if (services?.sessionsPerWeek === undefined || services.consent === 'agreed') return [];
  return [
    {
      pointer: '#/services/sessionsPerWeek',
      value: services.sessionsPerWeek,
      detail: 'How many sessions a week is said only where services are agreed to.',
    },
  ];
}

/** Somebody has to hold a place to agree or to decline. */
export function checkHolder(services: Services, organisationId: number | undefined): InputFault[] {
  if (!isSaid(services) || organisationId !== undefined) return [];
  return [
    {
      pointer: '#/services/consent',
      value: services.consent,
      detail: 'Nobody holds this place, so nobody can agree or decline for it.',
      allowed: [askFirst.consent],
    },
  ];
}

/** From the columns of a row of `venue`. */
export const servicesIn = (row: {
  services_consent: Services['consent'];
  services_sessions: number | null;
}): Services => ({
  consent: row.services_consent,
  ...(row.services_sessions !== null && { sessionsPerWeek: row.services_sessions }),
});

/** What the holders of these venues say now, whatever their status; a venue that is not there is left out. */
export async function servicesOf(db: Knex, venueIds: readonly number[]): Promise<Map<number, Services>> {
  if (venueIds.length === 0) return new Map();
  const rows = await db('venue')
    .whereRaw('id = any(?::int[])', [[...venueIds]])
    .select('id', 'services_consent', 'services_sessions');
  return new Map(rows.map((row) => [row.id, servicesIn(row)]));
}
