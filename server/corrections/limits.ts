/** How often one network may suggest something, and how often one address may be left: anybody may, without an account. */

const emailIn = ({ body }: { body?: unknown }): string | undefined => {
  const email = (body as Record<string, unknown> | undefined)?.email;
  return typeof email === 'string' && email.trim() !== ''
    ? email.trim().toLowerCase().slice(0, 150)
    : undefined;
};

export const correctionLimits = [
  { name: 'correction', tries: 20, seconds: 3600, by: 'address' as const },
  { name: 'correction-day', tries: 60, seconds: 86_400, by: 'address' as const },
  { name: 'correction-to', tries: 5, seconds: 86_400, by: emailIn },
];
