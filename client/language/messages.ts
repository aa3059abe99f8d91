/**
 * What the pages say, by key: `namespace.name`, one file a namespace in `messages/<locale>/`, in ICU MessageFormat.
 * English is the measure: a key that it does not have cannot be asked for. Facts, kinds, layouts and topics are said
 * by the vocabulary in English, and by files in the other languages.
 */
import type about from '../messages/en/about.json';
import type account from '../messages/en/account.json';
import type area from '../messages/en/area.json';
import type check from '../messages/en/check.json';
import type claim from '../messages/en/claim.json';
import type common from '../messages/en/common.json';
import type compare from '../messages/en/compare.json';
import type correction from '../messages/en/correction.json';
import type demand from '../messages/en/demand.json';
import type docs from '../messages/en/docs.json';
import type enquiry from '../messages/en/enquiry.json';
import type error from '../messages/en/error.json';
import type figures from '../messages/en/figures.json';
import type form from '../messages/en/form.json';
import type history from '../messages/en/history.json';
import type house from '../messages/en/house.json';
import type keep from '../messages/en/keep.json';
import type listing from '../messages/en/listing.json';
import type map from '../messages/en/map.json';
import type operator from '../messages/en/operator.json';
import type organisation from '../messages/en/organisation.json';
import type own from '../messages/en/own.json';
import type paper from '../messages/en/paper.json';
import type photos from '../messages/en/photos.json';
import type plan from '../messages/en/plan.json';
import type reminder from '../messages/en/reminder.json';
import type search from '../messages/en/search.json';
import type shortlist from '../messages/en/shortlist.json';
import type still from '../messages/en/still.json';
import type style from '../messages/en/style.json';
import type venue from '../messages/en/venue.json';

interface English {
  about: typeof about;
  account: typeof account;
  area: typeof area;
  check: typeof check;
  claim: typeof claim;
  common: typeof common;
  compare: typeof compare;
  correction: typeof correction;
  demand: typeof demand;
  docs: typeof docs;
  enquiry: typeof enquiry;
  error: typeof error;
  figures: typeof figures;
  form: typeof form;
  history: typeof history;
  listing: typeof listing;
  house: typeof house;
  keep: typeof keep;
  map: typeof map;
  paper: typeof paper;
  photos: typeof photos;
  plan: typeof plan;
  operator: typeof operator;
  reminder: typeof reminder;
  organisation: typeof organisation;
  own: typeof own;
  search: typeof search;
  shortlist: typeof shortlist;
  still: typeof still;
  style: typeof style;
  venue: typeof venue;
}

export const namespaces = [
  'about',
  'account',
  'area',
  'check',
  'claim',
  'common',
  'compare',
  'correction',
  'demand',
  'docs',
  'enquiry',
  'error',
  'figures',
  'form',
  'history',
  'listing',
  'house',
  'keep',
  'map',
  'paper',
  'photos',
  'plan',
  'operator',
  'reminder',
  'organisation',
  'own',
  'search',
  'shortlist',
  'still',
  'style',
  'venue',
] as const;
/** Pages that go on in the browser where the server left off. The others are only HTML, and say nothing there. */
export const livePageNames = ['search', 'shortlist', 'venue'] as const;
export type LivePage = (typeof livePageNames)[number];
/**
 * What is fetched with its own messages: each live page; the map, which comes later and adds to a page's; the map of a
 * form's pin, or of a plan; and the script of the pages on which people work.
 */
export const parts = [...livePageNames, 'map', 'pin', 'planMap', 'desk'] as const;
export type Part = (typeof parts)[number];
/** Parts that say their own messages only: their pages have the words of the vocabulary already. */
export const plainParts: readonly Part[] = ['map', 'pin', 'planMap', 'desk'];
/** The words of the vocabulary, by key and part: `facts.hearing_loop.yes`. */
export const vocabularies = ['facts', 'kinds', 'layouts', 'profiles', 'terms', 'topics'] as const;
/** Vocabularies that only the server speaks: the pages are given whole sentences. */
export const serverWords: readonly Vocabulary[] = ['terms'];
/** Pages that say in the browser what each fact says. The others need only what it is called when it is asked for. */
export const factPages: readonly LivePage[] = ['venue'];
export type Vocabulary = (typeof vocabularies)[number];

export type MessageKey = {
  [Name in keyof English]: `${Name}.${keyof English[Name] & string}`;
}[keyof English];

export type Values = Record<string, string | number>;
export type Message = (values: Values) => string;
/** Compiled messages, or the text itself where nothing is filled in; deeper only where the vocabulary is. */
export interface Messages {
  [key: string]: string | Message | Messages;
}
