/** What can be chosen in the search form, made from the vocabulary. */

import type { VenueList } from '../../server/venues/schema.ts';
import { type FactEntry, kinds, layouts, topics } from '../../server/vocabulary.ts';
import { formatDistance, formatTime, formatWeekday } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { AreaChoice } from '../pages/data.ts';
import { weekdayKeys } from './chips.ts';
import { minutesOf } from './hours.ts';
import { needOf } from './need.ts';
import { first, type Query } from './query.ts';

export interface Choice {
  value: string;
  label: string;
}

const halfHours = Array.from({ length: 36 }, (_, index) => {
  const minutes = 6 * 60 + index * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}`;
});

/** A time from a link that is not on the half hour is offered too, so that nothing asked is lost. */
export const timeChoices = (language: Language, chosen: string): Choice[] =>
  (chosen === '' || halfHours.includes(chosen) ? halfHours : [...halfHours, chosen].sort()).map((value) => ({
    value,
    label: formatTime(language, minutesOf(value)),
  }));

export const dayChoices = (language: Language): Choice[] =>
  weekdayKeys.map((value, index) => ({ value, label: formatWeekday(language, index + 1) }));

const distances = ['500', '1000', '2000', '5000', '10000', '20000'];

export const radiusChoices = (language: Language, chosen: string): Choice[] =>
  [...new Set([...distances, ...(Number(chosen) > 0 ? [chosen] : [])])]
    .sort((a, b) => Number(a) - Number(b))
    .map((value) => ({ value, label: formatDistance(language, Number(value)) }));

type Sort = NonNullable<VenueList['sort']>;

const orders = {
  distance: 'search.orderDistance',
  relevance: 'search.orderRelevance',
  capacity: 'search.orderCapacity',
  updated: 'search.orderUpdated',
} as const;
/** For an order that is asked although it is the usual one, or has nothing to go by. */
const ordersAsked = {
  ...orders,
  distance: 'search.orderDistanceByPoint',
  relevance: 'search.orderRelevanceByWords',
  updated: 'search.orderUpdatedByDate',
} as const;

/** `usual` is the order of a list for which none was asked: only the server knows what the words are. */
export function sortChoices({ t }: Language, query: Query, hasPlace: boolean, usual?: Sort): Choice[] {
  const order = usual ?? (query.q ? 'relevance' : hasPlace ? 'distance' : 'updated');
  const asked = first(query, 'sort');
  const others = (['distance', 'relevance', 'capacity', 'updated'] as const).flatMap((value) => {
    const useful = value !== order && value !== 'relevance' && (value !== 'distance' || hasPlace);
    if (!useful && value !== asked) return [];
    return [{ value, label: t((useful ? orders : ordersAsked)[value]) }];
  });
  return [{ value: '', label: t(orders[order]) }, ...others];
}

/** Facts in groups for fieldsets. */
export const factGroups = (language: Language, list: readonly FactEntry[]) =>
  topics
    .map(({ key }) => ({
      key,
      label: language.word('topics', key, 'label') ?? key,
      entries: list
        .filter((entry) => entry.topic === key)
        .map((entry) => ({ value: entry.key, label: needOf(language, entry.key) })),
    }))
    .filter((topic) => topic.entries.length > 0);

const labelled = (language: Language, list: 'kinds' | 'layouts', keys: readonly { key: string }[]) =>
  keys.map(({ key }): Choice => ({ value: key, label: language.word(list, key, 'label') ?? key }));

export const kindChoices = (language: Language): Choice[] => labelled(language, 'kinds', kinds);
export const layoutChoices = (language: Language): Choice[] => labelled(language, 'layouts', layouts);

/** An area that is asked is offered too, even one that has no name here. */
export function areaChoices(
  { t }: Language,
  areas: readonly AreaChoice[],
  asked: string | undefined,
): Choice[] {
  const choices = areas.map(({ id, name, kind }) => ({ value: id, label: t('search.area', { name, kind }) }));
  const unknown = asked !== undefined && !areas.some(({ id }) => id === asked);
  return unknown ? [...choices, { value: asked, label: asked }] : choices;
}
