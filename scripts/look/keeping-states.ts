/** Keeping a place true: terms, history, checks, suggestions, claims, and handing it on. */
import { fact } from '../../test/support/factories.ts';
import { change } from './desk.ts';
import { sends } from './other-states.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

const as = 'amara';
const heading = 'main h1';
const fault = '.govuk-error-summary';
const of = (page: string, which: keyof World['desk'] = 'held') =>
  ({
    page: `/venues/:slug/${page}`,
    path: ({ desk }: World) => `${desk[which]}/${page}`,
    as,
    sees: heading,
  }) as const;

/** A place of ours with terms, and its newest version. */
const withTerms = async ({ db, people }: World) => {
  const row = await db('terms_version')
    .join('venue', 'venue.id', 'venue_id')
    .join('member', 'member.organisation_id', 'venue.organisation_id')
    .where({ person_id: people.amara.id })
    .orderBy('venue_id')
    .first('venue_id', 'slug', 'terms_version.version');
  return { path: `/venues/${row.slug}-${row.venue_id}`, version: row.version };
};

/** What may be said of the kitchen, where at first it is there in part. */
const turns = ['no', 'yes', 'partial'] as const;
let turn = 0;

export const keepingStates: State[] = [
  { name: 'terms-empty', ...of('terms', 'draft'), sees: '[name=deposit]' },
  {
    name: 'terms',
    ...of('terms'),
    path: async (world) => `${(await withTerms(world)).path}/terms`,
    sees: '[name=deposit]',
  },
  {
    name: 'terms-fault',
    ...of('terms', 'draft'),
    reach: sends({ deposit: 'much', notice: 'soon' }, '.mh-desk-actions .mh-button'),
    mayFail: /terms/,
    sees: fault,
  },
  {
    name: 'terms-preview',
    ...of('terms'),
    path: async (world) => `${(await withTerms(world)).path}/terms`,
    reach: sends({}, '[name=do][value=preview]'),
    sees: '#preview',
  },
  {
    name: 'terms-version',
    page: '/venues/:slug/terms/:version',
    path: async (world) => {
      const { path, version } = await withTerms(world);
      return `${path}/terms/${version}`;
    },
    sees: heading,
  },
  { name: 'history', ...of('history'), as: undefined, sees: '.mh-history' },
  { name: 'history-members', ...of('manage/history'), sees: '.mh-history' },
  {
    name: 'undo',
    page: '/venues/:slug/manage/history/:version',
    path: ({ desk }) => `${desk.changed}/manage/history/2`,
    as,
    sees: 'main form .mh-button',
  },
  { name: 'check', ...of('check') },
  {
    name: 'check-fault',
    ...of('check'),
    reach: sends({ day: '' }, '.mh-desk-actions .mh-button'),
    mayFail: /check/,
    sees: fault,
  },
  {
    name: 'check-clash',
    ...of('check', 'clash'),
    reach: async (page, { db, desk }) => {
      // Neither what the form was made from, nor each other.
      const [theirs = 'no', mine] = [turns[turn % 3], turns[(turn + 1) % 3]];
      turn += 1;
      await change(db, desk.clash, { facts: [fact('kitchen', theirs)] });
      await page.locator(`[name="answer_all_kitchen"][value="${mine}"]`).check();
      await sends({}, '.mh-desk-actions .mh-button')(page);
    },
    mayFail: /check/,
    sees: '.mh-clashes',
  },
  { name: 'check-sheet', ...of('check/print') },
  { name: 'still-true', ...of('still-true'), sees: '.mh-true' },
  {
    name: 'still-true-change',
    ...of('still-true'),
    reach: async (page) => {
      await page.locator('.mh-true__buttons a').first().click();
      await page.waitForURL(/change=/);
    },
    sees: 'form:has([name=change])',
  },
  { name: 'corrections-none', ...of('corrections', 'clash') },
  { name: 'corrections', ...of('corrections'), sees: '.mh-correct' },
  {
    name: 'claim',
    ...of('claim'),
    path: ({ places }) => `${places.unclaimed}/claim`,
    as: 'bola',
    sees: 'main form',
  },
  {
    name: 'claim-fault',
    ...of('claim'),
    path: ({ places }) => `${places.unclaimed}/claim`,
    as: 'bola',
    reach: sends({}, '[name=do][value=claim]'),
    mayFail: /claim/,
    sees: fault,
  },
  {
    name: 'claim-to-sign-in',
    page: '/sign-in',
    path: ({ places }) => `${places.unclaimed}/claim`,
    sees: '#email',
  },
  { name: 'claim-contested', ...of('claim', 'contested'), sees: '.mh-said' },
  { name: 'claim-contest-ours', ...of('claim', 'contested'), as: 'bola', sees: '.mh-said' },
  { name: 'venue-contested', page: '/venues/:slug', path: ({ desk }) => desk.contested, sees: '.mh-whose' },
  { name: 'handover', ...of('manage/handover'), sees: '#to' },
  {
    name: 'handover-fault',
    ...of('manage/handover'),
    reach: sends({ to: 'nobody at all' }),
    mayFail: /handover/,
    sees: fault,
  },
  { name: 'handover-offered', ...of('manage/handover', 'offered') },
  { name: 'merger', ...of('merger', 'merging'), as: undefined },
  { name: 'merger-answer', ...of('manage/merger', 'merging'), sees: '[name=words]' },
  { name: 'merger-fault', ...of('manage/merger', 'merging'), reach: sends(), mayFail: /merger/, sees: fault },
  { name: 'reply', ...of('reply', 'hidden'), sees: '[name=words]' },
  {
    name: 'reply-fault',
    ...of('reply', 'hidden'),
    reach: sends({ words: 'no' }),
    mayFail: /reply/,
    sees: fault,
  },
];
