/** How often one network may suggest something, and how often one address may be left: anybody may, without an account. */

import { bodyText } from '../people/limits.ts';

/** Most leave none. */
const emailIn = ({ body }: { body?: unknown }) => bodyText(body, 'email') || undefined;

export const correctionLimits = [
  { name: 'correction', tries: 20, seconds: 3600, by: 'address' as const },
  { name: 'correction-day', tries: 60, seconds: 86_400, by: 'address' as const },
  { name: 'correction-to', tries: 5, seconds: 86_400, by: emailIn },
];
