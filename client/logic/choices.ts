/** What can be chosen in the search form, made from the vocabulary. */
import { type FactEntry, kinds, needLabel, topics, weekdays } from '../../server/vocabulary.ts';
import { formatDistance } from './format.ts';
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
export const timeChoices = (chosen: string): string[] =>
  halfHours.includes(chosen) ? halfHours : [...halfHours, chosen].sort();

export const dayChoices: Choice[] = weekdays.map((label) => ({
  value: label.slice(0, 3).toLowerCase(),
  label,
}));

const distances = ['500', '1000', '2000', '5000', '10000', '20000'];

export const radiusChoices = (chosen: string): Choice[] =>
  [...new Set([...distances, ...(Number(chosen) > 0 ? [chosen] : [])])]
    .sort((a, b) => Number(a) - Number(b))
    .map((value) => ({ value, label: formatDistance(Number(value)) }));

export function sortChoices(query: Query, hasPlace: boolean): Choice[] {
  return [
    { value: '', label: query.q ? 'Best match first' : hasPlace ? 'Nearest first' : 'Newest first' },
    ...(query.q && hasPlace ? [{ value: 'distance', label: 'Nearest first' }] : []),
    { value: 'capacity', label: 'Largest room first' },
    ...(query.q || hasPlace ? [{ value: 'updated', label: 'Newest first' }] : []),
    ...unlisted(first(query, 'sort'), query, hasPlace),
  ];
}

function unlisted(sort: string, query: Query, hasPlace: boolean): Choice[] {
  if (sort === 'distance' && !(query.q && hasPlace))
    return [{ value: sort, label: 'Nearest first (by distance)' }];
  if (sort === 'relevance') return [{ value: sort, label: 'Best match first (by words)' }];
  if (sort === 'updated' && !query.q && !hasPlace) return [{ value: sort, label: 'Newest first (by date)' }];
  return [];
}

/** Facts in groups for fieldsets. */
export const factGroups = (list: readonly FactEntry[]) =>
  topics
    .map((topic) => ({
      ...topic,
      entries: list
        .filter((entry) => entry.topic === topic.key)
        .map((entry) => ({ value: entry.key, label: needLabel(entry) })),
    }))
    .filter((topic) => topic.entries.length > 0);

export const kindChoices: Choice[] = kinds.map(({ key, label }) => ({ value: key, label }));
