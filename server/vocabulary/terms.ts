/** The closed lists of house terms. `label` is the choice in a form; `sentence` is what the venue page says. */

export interface TermEntry {
  key: string;
  label: string;
  sentence: string;
}

export const alcoholAnswers = [
  { key: 'allowed', label: 'Allowed', sentence: 'Alcohol is allowed.' },
  { key: 'not', label: 'Not allowed', sentence: 'Alcohol is not allowed.' },
  { key: 'ask', label: 'Ask us', sentence: 'Ask before you bring alcohol.' },
] as const;

/** Kinds of use that a house may not host; `sentence` as it stands in a list. */
export const uses = [
  { key: 'political', label: 'Party political events', sentence: 'party political events' },
  { key: 'commercial', label: 'Selling and other business', sentence: 'selling and other business' },
  { key: 'religious', label: 'Worship by other groups', sentence: 'worship by other groups' },
  { key: 'private_party', label: 'Private parties', sentence: 'private parties' },
  { key: 'teenage_party', label: 'Parties for teenagers', sentence: 'parties for teenagers' },
  { key: 'loud_music', label: 'Loud music', sentence: 'loud music' },
  { key: 'gambling', label: 'Gambling', sentence: 'gambling' },
  {
    key: 'animals',
    label: 'Animals, other than assistance dogs',
    sentence: 'animals, other than assistance dogs',
  },
  { key: 'overnight', label: 'Staying overnight', sentence: 'staying overnight' },
] as const;

/** Who comes, as rates tell them apart. */
export const visitorKinds = [
  { key: 'own_group', label: 'Our own group', sentence: 'The house’s own group' },
  { key: 'community', label: 'Community groups', sentence: 'Community groups' },
  { key: 'charity', label: 'Charities', sentence: 'Charities' },
  { key: 'public_body', label: 'Public bodies', sentence: 'Public bodies' },
  { key: 'commercial', label: 'Businesses', sentence: 'Businesses' },
] as const;

/** What a rate is for; the last two have no amount. */
export const rateUnits = [
  { key: 'hour', label: 'an hour', sentence: '{visitor}: {amount} an hour.' },
  { key: 'half_day', label: 'half a day', sentence: '{visitor}: {amount} for half a day.' },
  { key: 'day', label: 'a day', sentence: '{visitor}: {amount} a day.' },
  { key: 'session', label: 'a session', sentence: '{visitor}: {amount} a session.' },
  { key: 'free', label: 'free', sentence: '{visitor}: free.' },
  { key: 'ask', label: 'ask us', sentence: '{visitor}: ask what it costs.' },
] as const;

export const keyWays = [
  { key: 'opened', label: 'Somebody opens the door', sentence: 'Somebody opens the door for you.' },
  { key: 'collected', label: 'You collect a key', sentence: 'You collect a key.' },
  { key: 'key_safe', label: 'Key safe', sentence: 'The key is in a key safe; you are told its code.' },
  { key: 'smart_lock', label: 'Smart lock', sentence: 'A smart lock lets you in; you are told its code.' },
  { key: 'ask', label: 'Ask us', sentence: 'Ask how you get in.' },
] as const;

/** The lists by the name under which their words are found: `use_political`. */
export const termLists: Readonly<Record<string, readonly TermEntry[]>> = {
  alcohol: alcoholAnswers,
  use: uses,
  visitor: visitorKinds,
  per: rateUnits,
  keys: keyWays,
};
