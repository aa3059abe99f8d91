/** Planning: layers of demand, and files on their way into them. */
import type { Page } from 'playwright-core';
import { sends } from './other-states.ts';
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

export const planStates: State[] = [
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
