/** Planning: questions and their answers, layers of demand, and files on their way into them. */
import type { Page } from 'playwright-core';
import { sends } from './other-states.ts';
import { type Plans, questions } from './plans.ts';
import type { State } from './state.ts';

const as = 'priya';
const heading = 'main h1';
const fault = '.govuk-error-summary';
const good = 'code,name,lon,lat,people,imd\na,Ash,-0.16,51.43,1000,1\nb,Birch,-0.17,51.44,2000,10\n';
const layer = {
  page: '/plan/layers/:id',
  path: ({ desk }: { desk: { layer: string } }) => desk.layer,
  as,
} as const;

const sendsFile = (text: string) => async (page: Page) => {
  await page
    .locator('#file')
    .setInputFiles({ name: 'areas.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await sends({}, 'form[enctype] .mh-button')(page);
};

const planned = (name: string, which: keyof Plans, more: Partial<State> = {}): State => ({
  name: `plan-${name}`,
  page: '/plan/:id',
  path: ({ desk }) => desk.plans[which],
  as,
  sees: '.mh-answer',
  ...more,
});

const plans: State[] = [
  { name: 'plans-visitor', page: '/plan', path: () => '/plan', sees: heading },
  { name: 'plans', page: '/plan', path: () => '/plan', as, sees: '.mh-plans__plan' },
  { name: 'plans-none', page: '/plan', path: () => '/plan', as: 'joe', sees: heading },
  { name: 'plan-ask', page: '/plan/new', path: () => '/plan/new', as, sees: '#question' },
  ...(['lscp', 'p_median', 'p_centre'] as const).map(
    (kind): State => ({
      name: `plan-ask-${kind.replace('_', '-')}`,
      page: '/plan/new',
      path: () => `/plan/new?question=${kind}`,
      as,
      sees: '#question',
    }),
  ),
  {
    name: 'plan-ask-all-open',
    page: '/plan/new',
    path: () => '/plan/new?people=20&layout=classroom&find=hall',
    as,
    reach: (page) =>
      page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
      }),
    sees: '#named',
  },
  {
    name: 'plan-ask-fault',
    page: '/plan/new',
    path: () => '/plan/new',
    as,
    reach: sends({ p: 'five', far: '' }, '.mh-asking__go .mh-button'),
    mayFail: /plan/,
    sees: fault,
  },
  ...(Object.keys(questions) as (keyof typeof questions)[]).map((which) => planned(which, which)),
  ...(['again', 'stopped'] as const).map((other) =>
    planned(`compare-${other}`, 'mclp', {
      page: '/plan/:id/compare/:other',
      path: ({ desk: { plans: all } }) => `${all.mclp}/compare/${all[other].split('/').pop()}`,
      sees: heading,
    }),
  ),
  planned('all-open', 'mclp', {
    reach: (page) =>
      page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
      }),
    sees: 'main details[open] table',
  }),
  planned('report', 'mclp', {
    page: '/plan/:id/report',
    path: ({ desk }) => `${desk.plans.mclp}/report`,
    sees: '.mh-report',
  }),
  planned('waiting', 'waiting', { sees: '#waiting' }),
  planned('stopped', 'stopped', { sees: '.mh-answer--none' }),
  planned('failed', 'failed', { sees: '.mh-answer--none' }),
];

export const planStates: State[] = [
  ...plans,
  { name: 'layers', page: '/plan/layers', path: () => '/plan/layers', as, sees: heading },
  {
    name: 'layers-fault',
    page: '/plan/layers',
    path: () => '/plan/layers',
    as,
    reach: sends({}, 'form:has([name=licence]) .mh-button'),
    mayFail: /layers/,
    sees: fault,
  },
  { name: 'layer', ...layer, sees: '#weigh' },
  {
    name: 'layer-weighed',
    ...layer,
    path: ({ desk }) => `${desk.layer}?expression=${encodeURIComponent('disabled * 2')}#weigh`,
    sees: '#weigh',
  },
  {
    name: 'layer-fault',
    ...layer,
    path: ({ desk }) => `${desk.layer}?expression=peple`,
    sees: '#expression-error',
  },
  {
    name: 'layer-edit',
    page: '/plan/layers/:id/edit',
    path: ({ desk }) => `${desk.layer}/edit`,
    as,
    sees: 'main form [name=name]',
  },
  {
    name: 'layer-edit-fault',
    page: '/plan/layers/:id/edit',
    path: ({ desk }) => `${desk.layer}/edit`,
    as,
    reach: sends({ name: '' }),
    mayFail: /layers/,
    sees: fault,
  },
  {
    name: 'layer-file',
    page: '/plan/layers/:id/files/:file',
    path: ({ desk }) => desk.layer,
    as,
    reach: sendsFile(good),
    sees: '[name=id]',
  },
  {
    name: 'layer-file-faults',
    page: '/plan/layers/:id/files/:file',
    path: ({ desk }) => desk.layer,
    as,
    reach: sendsFile(`${good}b,Again,-0.17,51.44,5,5\nc,Cedar,north,51.4,many,3\n`),
    sees: '#faults',
  },
];
