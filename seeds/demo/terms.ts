/** House terms for some of the demo’s groups: amounts and words are made up, as the groups are. */
import type { NewTerms } from '../../server/terms/schema.ts';

const kinds: NewTerms[] = [
  {
    text: 'Leave the hall as you found it. Sweep the floor and put the chairs back.',
    alcohol: 'not',
    daysNotOffered: [7],
    usesNotHosted: ['political', 'gambling'],
    rates: [
      { visitor: 'own_group', per: 'free' },
      { visitor: 'community', per: 'hour', amount: 1200 },
      { visitor: 'charity', per: 'hour', amount: 1500 },
      { visitor: 'public_body', per: 'hour', amount: 2800 },
    ],
    deposit: { amount: 5000 },
    noticeDays: 14,
    keys: 'opened',
  },
  {
    text: 'You are our guests: come early, and have tea with us.',
    alcohol: 'ask',
    rates: [
      { visitor: 'community', per: 'session', amount: 2000 },
      { visitor: 'public_body', per: 'half_day', amount: 9500 },
    ],
    noticeDays: 7,
    keys: 'collected',
  },
  {
    alcohol: 'allowed',
    usesNotHosted: ['teenage_party', 'loud_music'],
    otherUsesNotHosted: ['Fireworks'],
    rates: [{ visitor: 'charity', per: 'ask' }],
    deposit: { amount: 0 },
    keys: 'key_safe',
  },
];

/** Three groups in five have stated terms; of the others they are not known. */
export const demoTerms = (index: number): NewTerms | undefined => kinds[index % 5];
