/** What is one's own: places, address, invitations, and what letters lead to. */
import { secretIn } from './desk.ts';
import { sends } from './other-states.ts';
import type { State } from './state.ts';

const heading = 'main h1';
const amara = { as: 'amara', sees: heading } as const;

export const ownStates: State[] = [
  { name: 'account', page: '/account', path: () => '/account', ...amara },
  { name: 'account-none', page: '/account', path: () => '/account', as: 'olu', sees: heading },
  {
    name: 'account-invited',
    page: '/account',
    path: () => '/account',
    as: 'joe',
    sees: '#invited',
  },
  { name: 'you', page: '/account/you', path: () => '/account/you', ...amara },
  {
    name: 'you-fault',
    page: '/account/you',
    path: () => '/account/you',
    as: 'amara',
    reach: sends({ email: 'nobody' }, 'main form:has([name=email]) .mh-button'),
    mayFail: /you/,
    sees: '#email-error',
  },
  {
    name: 'you-waiting',
    page: '/account/you',
    path: () => '/account/you',
    as: 'priya',
    reach: sends({ email: 'priya.new@tsw.example' }, 'main form:has([name=email]) .mh-button'),
    sees: '.mh-done',
  },
  {
    name: 'email-confirm',
    page: '/account/email/:token',
    path: () => '/account/you',
    as: 'priya',
    reach: async (page, { db }) => {
      await sends({ email: 'priya.new@tsw.example' }, 'main form:has([name=email]) .mh-button')(page);
      await page.goto(`/account/email/${await secretIn(db, 'account/email')}`);
    },
    sees: 'main form[method=post]',
  },
  {
    name: 'email-over',
    page: '/account/email/:token',
    path: () => '/account/email/used-long-ago',
    status: 410,
    sees: heading,
  },
  { name: 'account-delete', page: '/account/delete', path: () => '/account/delete', ...amara },
  {
    name: 'account-delete-fault',
    page: '/account/delete',
    path: () => '/account/delete',
    as: 'olu',
    reach: sends(),
    mayFail: /delete/,
    sees: '.govuk-error-summary',
  },
  {
    name: 'invitation',
    page: '/invitations/:token',
    path: ({ desk }) => `/invitations/${desk.invitation}`,
    sees: 'main form',
  },
  {
    name: 'invitation-to-another',
    page: '/invitations/:token',
    path: ({ desk }) => `/invitations/${desk.invitation}`,
    as: 'joe',
    sees: heading,
  },
  {
    name: 'invitation-over',
    page: '/invitations/:token',
    path: () => '/invitations/used-long-ago',
    status: 410,
    sees: heading,
  },
  {
    name: 'reminded',
    page: '/still-true/:token',
    path: ({ desk }) => `/still-true/${desk.confirm}`,
    sees: 'main form',
  },
  {
    name: 'reminded-over',
    page: '/still-true/:token',
    path: () => '/still-true/used-long-ago',
    status: 410,
    sees: heading,
  },
  { name: 'quiet', page: '/quiet/:token', path: ({ desk }) => `/quiet/${desk.quiet}`, sees: 'main form' },
  {
    name: 'quiet-done',
    page: '/quiet/:token',
    path: ({ desk }) => `/quiet/${desk.quiet}`,
    reach: sends(),
    sees: 'main:not(:has(form))',
  },
];
