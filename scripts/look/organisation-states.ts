/** The pages of an organisation: what anybody reads, and what its stewards do. */
import { sends } from './other-states.ts';
import type { State } from './state.ts';

const heading = 'main h1';
const manage = '/organisations/:slug/manage';
const amara = { as: 'amara', sees: heading } as const;
const part = (name: string) => ({
  page: `${manage}/${name}`,
  path: ({ desk }: Parameters<State['path']>[0]) => `${desk.organisation}/manage/${name}`,
  ...amara,
});
const fault = '.govuk-error-summary';

export const organisationStates: State[] = [
  {
    name: 'organisation',
    page: '/organisations/:slug',
    path: ({ desk }) => desk.organisation,
    sees: heading,
  },
  {
    name: 'organisation-gone',
    page: '/organisations/:slug',
    path: ({ desk }) => desk.gone,
    status: 410,
    sees: heading,
  },
  { name: 'organisation-new', page: '/organisations/new', path: () => '/organisations/new', ...amara },
  {
    name: 'organisation-new-fault',
    page: '/organisations/new',
    path: () => '/organisations/new',
    as: 'amara',
    reach: sends(),
    mayFail: /new/,
    sees: fault,
  },
  { name: 'organisation-manage', page: manage, path: ({ desk }) => `${desk.organisation}/manage`, ...amara },
  {
    name: 'organisation-about',
    ...part('about'),
  },
  {
    name: 'organisation-about-fault',
    ...part('about'),
    reach: sends({ name: '', website: 'nowhere' }),
    mayFail: /about/,
    sees: fault,
  },
  { name: 'organisation-members', ...part('members') },
  {
    name: 'organisation-members-fault',
    ...part('members'),
    reach: sends({ email: 'nobody' }, 'form:has([name=email][type=email]) .mh-button'),
    mayFail: /members/,
    sees: fault,
  },
  { name: 'organisation-keys', ...part('keys') },
  {
    name: 'organisation-keys-fault',
    ...part('keys'),
    reach: sends({ name: '' }, 'form:has([name=days]) .mh-button'),
    mayFail: /keys/,
    sees: fault,
  },
  {
    name: 'organisation-keys-new',
    ...part('keys'),
    reach: async (page) => {
      await page.locator('[name=scopes]').first().check();
      await sends({ name: 'The notice board in the hall' }, 'form:has([name=days]) .mh-button')(page);
    },
    sees: '.mh-key',
  },
  { name: 'organisation-record', ...part('record') },
  {
    name: 'organisation-dissolve',
    ...part('dissolve'),
    path: ({ desk }) => `${desk.choir}/manage/dissolve`,
  },
  {
    name: 'organisation-dissolve-fault',
    ...part('dissolve'),
    path: ({ desk }) => `${desk.choir}/manage/dissolve`,
    reach: sends(),
    mayFail: /dissolve/,
    sees: fault,
  },
  {
    name: 'organisation-dissolve-sure',
    ...part('dissolve'),
    path: ({ desk }) => `${desk.choir}/manage/dissolve`,
    reach: async (page) => {
      for (const value of ['withdraw', 'keep']) await page.locator(`[value=${value}]`).first().check();
      await sends()(page);
    },
    sees: '#sure',
  },
];
