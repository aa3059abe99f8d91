/** Whole pages for the pictures, made of fixed data on a fixed day: nothing on them comes from a database or a clock. */
import {
  cardStates,
  compared,
  factStates,
  fit,
  hourStates,
  rooms,
} from '../../client/logic/style-samples.ts';
import type { PageData } from '../../client/pages.ts';
import { searchPage, settings, venue, venuePage } from '../client/examples.ts';

const asked = { missing: 0, over: 0, unread: false };
const { certain, might, ...others } = cardStates;

export const pages = {
  search: searchPage({
    query: { people: ['60'], access: ['hearing_loop'] },
    list: {
      ...searchPage().list,
      items: [certain, ...Object.values(others)],
      total: { value: 6, exact: true },
      possible: [might],
      mightFit: { value: 4, exact: true },
    },
  }),
  nothing: searchPage({
    query: { people: ['900'], access: ['hearing_loop'] },
    list: { ...searchPage().list, items: [], total: { value: 0, exact: true } },
  }),
  venue: venuePage({
    venue: venue({ names: {}, facts: factStates.facts, spaces: rooms, openingHours: hourStates.Open.hours }),
    open: hourStates.Open.open,
    fit,
    near: [might],
    back: '/?people=60',
  }),
  compare: { page: 'compare', venues: compared, open: {}, asked, differences: false, settings },
  shortlist: {
    page: 'shortlist',
    venues: Object.values(others).map(({ id, slug, name, kind }) => ({
      id,
      slug,
      name,
      kind,
      place: 'Tooting, London',
      rooms: 2,
      capacity: 120,
    })),
    asked,
    settings,
  },
  error: { page: 'error', status: 404, detail: 'Nothing here.', settings },
} satisfies Record<string, PageData>;
