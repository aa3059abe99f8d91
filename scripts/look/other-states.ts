/** The other pages that anybody reads. */
import type { Page } from 'playwright-core';
import { idOf } from './places.ts';
import { fillStorage } from './search-failing-states.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

const ids = (count: number, { places }: World) =>
  [places.exact, places.approximate, places.secret, places.rich].slice(0, count).map(idOf).join();
const heading = 'main h1';

/** Sends the first form of the page with this in it. */
export const sends =
  (fields: Record<string, string> = {}, button = 'main form .mh-button[type=submit]') =>
  async (page: Page) => {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`main [name="${name}"]:not([type=hidden])`).first().fill(value);
    await page.evaluate(() => document.getElementById('app')?.setAttribute('data-before', ''));
    await page.locator(button).first().click();
    await page.locator('#app:not([data-before])').waitFor();
  };

const compare: State[] = [
  { name: 'compare-none', page: '/compare', path: () => '/compare', sees: heading },
  ...[2, 4].map(
    (count): State => ({
      name: `compare-${count}`,
      page: '/compare',
      path: (world) => `/compare?ids=${ids(count, world)}`,
      sees: '.mh-compare',
    }),
  ),
  {
    name: 'compare-differences',
    page: '/compare',
    path: (world) => `/compare?ids=${ids(4, world)}&only=differences`,
    sees: '.mh-compare',
  },
  {
    name: 'shortlist-empty',
    page: '/shortlist',
    path: () => '/shortlist',
    reach: (page) => page.locator('.mh-no-script').waitFor({ state: 'detached' }),
    sees: heading,
  },
  {
    name: 'shortlist',
    page: '/shortlist',
    path: (world) => `/shortlist?ids=${ids(4, world)}`,
    sees: '.mh-short button',
  },
  {
    name: 'shortlist-undo',
    page: '/shortlist',
    path: (world) => `/shortlist?ids=${ids(3, world)}`,
    reach: (page) => page.locator('.mh-short button').first().click(),
    sees: '.mh-short-said button',
  },
  {
    name: 'shortlist-storage-full',
    page: '/shortlist',
    path: ({ places }) => places.exact,
    reach: async (page, world) => {
      await page.locator('.mh-venue__head ~ .mh-actions .mh-keep[aria-pressed=false]').click();
      await fillStorage(page);
      await page.goto(`/shortlist?ids=${ids(4, world)}`);
      await page.getByRole('button', { name: 'Add these to my shortlist' }).click();
    },
    sees: (page) => page.getByRole('alert').filter({ hasText: 'Copy the link to keep it' }),
  },
];

const reading: State[] = [
  { name: 'areas', page: '/areas', path: () => '/areas', sees: heading },
  { name: 'areas-asked', page: '/areas', path: () => '/areas?q=tooting', sees: heading },
  { name: 'areas-nothing', page: '/areas', path: () => '/areas?q=qqqqq', sees: heading },
  { name: 'area-ward', page: '/areas/:slug', path: () => '/areas/tooting-bec-ward', sees: '#places' },
  { name: 'area-borough', page: '/areas/:slug', path: () => '/areas/wandsworth-borough', sees: '#places' },
  {
    name: 'area-second-page',
    page: '/areas/:slug',
    path: () => '/areas/wandsworth-borough?page=2',
    sees: '.mh-paging',
  },
  { name: 'about', page: '/about', path: () => '/about', sees: heading },
  { name: 'style', page: '/style', path: () => '/style', sees: '#drawings' },
  { name: 'docs', page: '/api/docs', path: () => '/api/docs', sees: heading },
];

const signIn: State[] = [
  { name: 'sign-in', page: '/sign-in', path: () => '/sign-in', sees: '#email' },
  {
    name: 'sign-in-fault',
    page: '/sign-in',
    path: () => '/sign-in',
    reach: sends({ email: 'nobody' }),
    mayFail: /sign-in/,
    sees: '#email-error',
  },
  {
    name: 'sign-in-sent',
    page: '/sign-in/code',
    path: () => '/sign-in',
    reach: sends({ email: 'new.person@hall.example' }),
    sees: '#code',
  },
  {
    name: 'sign-in-wrong-code',
    page: '/sign-in/code',
    path: () => '/sign-in',
    reach: async (page) => {
      await sends({ email: 'new.person@hall.example' })(page);
      await sends({ code: '000000' })(page);
    },
    mayFail: /sign-in/,
    sees: '#code-error',
  },
  {
    name: 'sign-in-link-over',
    page: '/sign-in/:token',
    path: () => '/sign-in/used-long-ago',
    status: 410,
    sees: heading,
  },
  { name: 'outbox', page: '/outbox', path: () => '/outbox', sees: heading },
];

const failing: State[] = [
  { name: 'error-404', page: 'error', path: () => '/nowhere', status: 404, sees: heading },
  {
    name: 'error-403',
    page: 'error',
    path: ({ places }) => `${places.rich}/manage`,
    as: 'joe',
    status: 403,
    sees: heading,
  },
  {
    name: 'error-500',
    page: 'error',
    path: ({ failing: url }) => `${url}/?q=hall`,
    status: 500,
    mayFail: /./,
    sees: heading,
  },
];

const about = (which: 'suggest' | 'report') => ({
  page: `/venues/:slug/${which}`,
  path: ({ places }: World) => `${places.exact}/${which}`,
});
const telling: State[] = [
  { name: 'suggest', ...about('suggest'), sees: '#about' },
  ...['fact-step_free_entrance', 'name'].map(
    (subject): State => ({
      name: `suggest-${subject.split('-')[0]}`,
      ...about('suggest'),
      path: ({ places }) => `${places.exact}/suggest?about=${subject}`,
      sees: 'main form[method=post]',
    }),
  ),
  {
    name: 'suggest-fault',
    ...about('suggest'),
    path: ({ places }) => `${places.exact}/suggest?about=fact-step_free_entrance`,
    reach: sends(),
    mayFail: /suggest/,
    sees: '.govuk-error-summary',
  },
  { name: 'report', ...about('report'), sees: '#words' },
  {
    name: 'report-fault',
    ...about('report'),
    reach: sends(),
    mayFail: /report/,
    sees: '.govuk-error-summary',
  },
  {
    name: 'report-done',
    ...about('report'),
    reach: async (page) => {
      await page.locator('[name=kind]').first().check();
      await sends({ words: 'The hall was sold, and the doors are locked.' })(page);
    },
    sees: '.mh-done',
  },
];

export const otherStates: State[] = [...compare, ...reading, ...signIn, ...failing, ...telling];
