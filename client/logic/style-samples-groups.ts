/** Made-up groups and numbers for the page of styles: members, keys, disputes, a layer of demand. */
import type { Contest } from '../../server/claims/schema.ts';
import type { Area, Total } from '../../server/demand/schema.ts';
import type { Merger } from '../../server/operator/schema.ts';
import type { OrganisationKeysPageData, OrganisationMembersPageData } from '../pages/data-organisations.ts';

export const members: Pick<OrganisationMembersPageData, 'organisation' | 'members' | 'invitations'> = {
  organisation: { id: 1, slug: 'sample', name: 'Friends of the Common' },
  members: [
    { id: 1, email: 'amara@example.org', name: 'Amara Obi', role: 'steward', isYou: true },
    { id: 2, email: 'joe@example.org', role: 'editor', isYou: false },
  ],
  invitations: [{ id: 3, email: 'priya@example.org', role: 'editor', expiresAt: '2026-12-07T10:00:00Z' }],
};

const key = { id: 1, prefix: 'mh_4fa2', scopes: ['venues:read', 'plan'], isOver: false };

export const keys: OrganisationKeysPageData['keys'] = [
  { ...key, name: 'Booking list', expiresAt: '2027-11-23T00:00:00Z', lastUsedOn: '2026-11-20' },
  {
    ...key,
    id: 2,
    name: 'Old report',
    scopes: ['venues:write'],
    expiresAt: '2026-06-01T00:00:00Z',
    isOver: true,
  },
];

const [at, later] = ['2026-11-02T10:00:00Z', '2026-11-09T10:00:00Z'];
const place = { slug: 'sample', name: 'Marigold Hall' };
const friends = { id: 1, name: 'Friends of the Common' };
const scouts = { id: 2, name: '14th Tooting Scouts' };

/** One side objects, and the other has said nothing. */
export const merger: Merger = {
  id: 1,
  from: { ...place, id: 2, name: 'Marigold Scout Hall' },
  into: { ...place, id: 1 },
  fromGroup: scouts,
  intoGroup: friends,
  reason: 'Both have the same door.',
  fromAnswer: 'objects',
  fromWords: 'Ours is the hut behind it.',
  proposedAt: at,
  answerableUntil: '2026-11-16T10:00:00Z',
  state: 'open',
};

export const contest: Contest = {
  id: 1,
  organisation: scouts,
  state: 'upheld',
  madeAt: at,
  endedAt: later,
  reason: 'The lease is in the name of the Friends.',
  words: [
    { side: 'contester', words: 'We have run the hall since 1974.', at },
    { side: 'holder', words: 'We took the lease over in 2020.', at: later },
  ],
};

export const notices = [
  { reason: 'The hall was sold, says its parish council.', hiddenAt: at },
  {
    reason: 'Two people found another place there.',
    hiddenAt: at,
    reply: 'We are back after the works.',
    repliedAt: later,
  },
];

export const totals: Total[] = [
  { column: 'people', sum: 48_210, min: 12, max: 1840, missing: 0 },
  { column: 'older', sum: 0, missing: 3 },
];

export const firstAreas: Area[] = [
  {
    id: 'E01004511',
    name: 'Tooting Bec North',
    lon: -0.158,
    lat: 51.437,
    numbers: { people: 1640, older: null },
  },
  { id: 'E01004512', name: 'E01004512', lon: -0.162, lat: 51.431, numbers: { people: 1512, older: null } },
];
