/** How often one may add organisations, invite, hand on and make keys. */
import { bodyText } from '../people/limits.ts';

const DAY = 86_400;
const perDay = (name: string, tries: number) => ({ name, tries, seconds: DAY, by: 'visitor' as const });

export const newOrganisationLimits = [perDay('organisation', 5)];

/** Letters to one address, whichever group sends them; counted apart from those with which people sign in. */
export const invitationLimits = [
  perDay('invite', 100),
  {
    name: 'invite-to',
    tries: 5,
    seconds: DAY,
    by: (request: { body?: unknown }) => bodyText(request.body, 'email'),
  },
];

export const keyLimits = [perDay('key', 20)];
export const handoverLimits = [perDay('handover', 30)];
