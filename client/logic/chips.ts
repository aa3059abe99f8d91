/** What was asked, as short labels, each with the query that is left when it is taken away. */
import type { Understood } from '../../server/venues/schema.ts';
import { findFact, findKind, findLayout, needLabel, weekdays } from '../../server/vocabulary.ts';
import type { AreaChoice } from '../pages/data.ts';
import { formatDistance, formatNumber } from './format.ts';
import { type Query, readOpenAt, searchPath, without, withoutValue, withValue } from './query.ts';

export interface Chip {
  key: string;
  label: string;
  /** Where to go to be without it. */
  remove: string;
  /** The words in the search box that were read as this filter. */
  read?: string;
}

export const dayName = (day: string): string =>
  weekdays.find((name) => name.slice(0, 3).toLowerCase() === day) ?? day;

function openAtLabel(value: string): string {
  const { day, time } = readOpenAt({ openAt: [value] });
  return day ? `Open ${dayName(day)} at ${time}` : `Open at ${value}`;
}

/** The need in words; what the vocabulary does not know stays as it is. */
export function needOf(key: string): string {
  const entry = findFact(key);
  return entry ? needLabel(entry) : key;
}

function label(name: string, value: string, areas: readonly AreaChoice[]): string | undefined {
  switch (name) {
    case 'people':
      return /^\d+$/.test(value) ? `${formatNumber(Number(value))} people` : `People: ${value}`;
    case 'layout':
      return `${findLayout(value)?.label ?? value} layout`;
    case 'kind':
      return findKind(value)?.label ?? value;
    case 'access':
    case 'amenity':
      return needOf(value);
    case 'within':
      return `In ${areas.find((area) => area.id === value)?.name ?? value}`;
    case 'openAt':
      return openAtLabel(value);
    case 'bbox':
      return 'In the area shown on the map';
    default:
      return undefined;
  }
}

function nearChip(query: Query): Chip[] {
  if (!query.near) return [];
  const metres = Number(query.radius?.[0]);
  return [
    {
      key: 'near',
      label: metres > 0 ? `Within ${formatDistance(metres)} of your point` : 'Near your point',
      remove: searchPath(
        without(query, 'near', 'radius', 'cursor', ...(query.sort?.[0] === 'distance' ? ['sort'] : [])),
      ),
    },
  ];
}

export function chipsOf(
  query: Query,
  understood: readonly Understood[] = [],
  areas: readonly AreaChoice[] = [],
): Chip[] {
  const read = understood.map((each) => ({
    key: `q-${each.parameter}-${each.value}`,
    label: each.label,
    read: each.text,
    remove: searchPath(withValue(query, 'q', each.without.trim())),
  }));
  const asked = Object.entries(query).flatMap(([name, values]) =>
    values.flatMap((value) => {
      const text = label(name, value, areas);
      return text
        ? [{ key: `${name}-${value}`, label: text, remove: searchPath(withoutValue(query, name, value)) }]
        : [];
    }),
  );
  return [...read, ...nearChip(query), ...asked];
}

/** What people and layout come to, whether typed in a field or read from the sentence. */
export function askedFor(query: Query, understood: readonly Understood[] = []) {
  const find = (name: string) =>
    query[name]?.[0] ?? understood.find((each) => each.parameter === name)?.value;
  const people = Number(find('people'));
  return { people: people > 0 ? people : undefined, layout: find('layout') };
}
