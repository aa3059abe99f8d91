/** A made-up search whose answer is on its way, for the page of styles. */
import type { Search } from '../state/use-search.ts';
import { cardStates } from './style-samples.ts';

const nothing = () => undefined;

export const slowSearch: Search = {
  query: {},
  asked: {},
  draft: {},
  list: {
    items: [cardStates.certain, cardStates.photo],
    total: { value: 2, exact: true },
    understood: [],
  },
  busy: true,
  waiting: true,
  live: false,
  announcement: '',
  setDraft: nothing,
  go: nothing,
  goSoon: nothing,
  retry: nothing,
};
