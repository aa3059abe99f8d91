/** Listing a place: each step empty, with a fault, and filled. */
import type { Page } from 'playwright-core';
import { formSteps } from '../../server/listing/steps.ts';
import { change } from './desk.ts';
import { sends } from './other-states.ts';
import { idOf } from './places.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

const go = '.mh-desk-actions .mh-button';
const fault = '.govuk-error-summary';
const step = '/venues/:slug/edit/:step';
const as = 'amara';
const heading = 'main h1';

/** What is typed wrong in each step. */
const wrong: Record<string, (page: Page) => Promise<unknown>> = {
  where: sends({ point: '99, 400' }, go),
  rooms: sends({ people_theatre: 'lots' }, go),
  about: sends({ name: '' }, go),
  'access/getting_in': sends({ fact_door_clear_width: 'wide' }, go),
  hours: async (page) => {
    await page.locator('.mh-day input[type=time]').first().fill('09:00');
    await sends({}, go)(page);
  },
  contacts: async (page) => {
    await page.locator('#contacts_0-value').fill('nobody');
    await sends({}, go)(page);
  },
  publish: sends({}, 'main form .mh-button'),
};

/** The page of a step, or of a part of it. */
const pageOf = (at: string) => [step, ':part', ':more'].slice(0, at.split('/').length).join('/');
const steps = [...formSteps, 'access/getting_in', 'facilities/equipment'];
const named = (at: string) => at.replaceAll('/', '-').replaceAll('_', '-');

const empty = steps.map(
  (at): State => ({
    name: `edit-${named(at)}-empty`,
    page: pageOf(at),
    path: ({ desk }) => `${desk.draft}/edit/${at}`,
    as,
    sees: heading,
  }),
);
const faulty = Object.entries(wrong).map(
  ([at, reach]): State => ({
    name: `edit-${named(at)}-fault`,
    page: pageOf(at),
    path: ({ desk }) => `${desk.draft}/edit/${at}`,
    as,
    reach,
    mayFail: /edit/,
    sees: fault,
  }),
);
const filled = steps
  .filter((at) => at !== 'publish')
  .map(
    (at): State => ({
      name: `edit-${named(at)}`,
      page: pageOf(at),
      path: ({ desk }) => `${desk.held}/edit/${at}`,
      as,
      sees: heading,
    }),
  );

const roomOf = async ({ db, desk }: World) => {
  const room = await db('space')
    .where({ venue_id: idOf(desk.held) })
    .orderBy('id')
    .first('id');
  return `${desk.held}/edit/rooms/${room.id}`;
};
const room = ['', '/access', '/facilities', '/hours'].map(
  (more): State => ({
    name: `edit-room${more.replace('/', '-')}`,
    page: `${step}/:part${more && '/:more'}`,
    path: async (world) => (await roomOf(world)) + more,
    as,
    sees: heading,
  }),
);

const start: State[] = [
  { name: 'list', page: '/list', path: () => '/list', as: 'joe', sees: heading },
  { name: 'list-begun', page: '/list', path: () => '/list', as, sees: '#begun' },
  {
    name: 'list-fault',
    page: '/list',
    path: () => '/list',
    as,
    reach: sends({ postcode: 'nowhere' }, 'main form > .mh-button'),
    mayFail: /list/,
    sees: fault,
  },
];

let turn = 0;
const about: State[] = [
  {
    name: 'edit-clash',
    page: step,
    path: ({ desk }) => `${desk.clash}/edit/about`,
    as,
    reach: async (page, { db, desk }) => {
      turn += 1;
      await change(db, desk.clash, { description: `A warm hall, with ${turn} stoves.` });
      await sends({ description: 'A light hall, with seven windows.' }, go)(page);
    },
    mayFail: /edit/,
    sees: '.mh-clashes',
  },
  {
    name: 'publish-ready',
    page: step,
    path: ({ desk }) => `${desk.begun}/edit/publish`,
    as,
    sees: heading,
  },
  {
    name: 'preview',
    page: '/venues/:slug/manage/preview',
    path: ({ desk }) => `${desk.begun}/manage/preview`,
    as,
    sees: '.mh-venue__name',
  },
  {
    name: 'published',
    page: '/venues/:slug/manage/published',
    path: ({ desk }) => `${desk.changed}/manage/published`,
    as,
    sees: '.mh-done',
  },
  {
    name: 'listing-withdraw',
    page: '/venues/:slug/manage/listing',
    path: ({ desk }) => `${desk.changed}/manage/listing`,
    as,
    sees: 'main form .mh-button',
  },
  {
    name: 'listing-print',
    page: '/venues/:slug/manage/print',
    path: ({ desk }) => `${desk.held}/manage/print`,
    as,
    sees: heading,
  },
  ...(['draft', 'held', 'hidden', 'merging'] as const).map(
    (which): State => ({
      name: `manage-${which}`,
      page: '/venues/:slug/manage',
      path: ({ desk }) => `${desk[which]}/manage`,
      as,
      sees: '#parts',
    }),
  ),
];

const photos: State[] = [
  {
    name: 'photos-none',
    page: '/venues/:slug/photos',
    path: ({ desk }) => `${desk.draft}/photos`,
    as,
    sees: '#photo',
  },
  {
    name: 'photos',
    page: '/venues/:slug/photos',
    path: ({ desk }) => `${desk.held}/photos`,
    as,
    sees: '.mh-photo-rows',
  },
  {
    name: 'photos-fault',
    page: '/venues/:slug/photos',
    path: ({ desk }) => `${desk.held}/photos`,
    as,
    reach: sends({}, 'form[enctype] .mh-button'),
    mayFail: /photos/,
    sees: fault,
  },
  {
    name: 'photo',
    page: '/venues/:slug/photos/:photo',
    path: ({ desk }) => desk.photo,
    as,
    sees: '.mh-photo-shown img',
  },
  {
    name: 'photo-fault',
    page: '/venues/:slug/photos/:photo',
    path: ({ desk }) => desk.photo,
    as,
    reach: sends({ alt: '' }, 'main form .mh-button'),
    mayFail: /photos/,
    sees: fault,
  },
  {
    name: 'photo-delete',
    page: '/venues/:slug/photos/:photo/delete',
    path: ({ desk }) => `${desk.photo}/delete`,
    as,
    sees: 'main form .mh-button',
  },
];

export const listingStates: State[] = [
  ...start,
  ...empty,
  ...faulty,
  ...filled,
  ...room,
  ...about,
  ...photos,
];
