/** How often one may ask for letters, and try to get in with them. */

/** What a text field of the body says, to count by it; a field that is sent twice says what the form reads of it. */
export const bodyText = (body: unknown, name: string): string | undefined => {
  const sent = (body as Record<string, unknown> | undefined)?.[name];
  const value: unknown = Array.isArray(sent) ? sent[0] : sent;
  return typeof value === 'string' ? value.trim().toLowerCase().slice(0, 150) : undefined;
};

/** Letters to one address, and letters asked for from one network. */
export const signInLimits = [
  {
    name: 'letter-to',
    tries: 5,
    seconds: 900,
    by: (request: { body?: unknown }) => bodyText(request.body, 'email'),
  },
  { name: 'letter-from', tries: 30, seconds: 900, by: 'address' as const },
];

/** Stopping letters: mail programs of many people come from one network, and nobody guesses such a link. */
export const stopLimits = [{ name: 'stop-letters', tries: 600, seconds: 900, by: 'address' as const }];

/** Tries to get in, from one network. */
export const redeemLimits = [{ name: 'redeem', tries: 60, seconds: 900, by: 'address' as const }];

/** Asking for another address: by one person, and letters to one address. */
export const newEmailLimits = [
  { name: 'new-email', tries: 10, seconds: 86_400, by: 'visitor' as const },
  {
    name: 'new-email-to',
    tries: 5,
    seconds: 86_400,
    by: (request: { body?: unknown }) => bodyText(request.body, 'email'),
  },
];
