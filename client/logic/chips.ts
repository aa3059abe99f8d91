/** What was asked, as short labels, each with the query that is left when it is taken away. */
import type { Understood } from '../../server/venues/schema.ts';
import { formatDistance, formatNumber, formatWeekday } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { AreaChoice } from '../pages/data.ts';
import { walkRadius } from './boxes.ts';
import { type Query, readOpenAt, searchPath, without, withoutValue, withValue } from './query.ts';

export interface Chip {
  key: string;
  label: string;
  /** Where to go to be without it. */
  remove: string;
  /** The words in the search box that were read as this filter. */
  read?: string;
}

export const weekdayKeys: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function openAtLabel(language: Language, value: string): string {
  const { day, time } = readOpenAt({ openAt: [value] });
  const weekday = weekdayKeys.indexOf(day) + 1;
  return weekday > 0
    ? language.t('search.chipOpenAt', { day: formatWeekday(language, weekday), time })
    : language.t('search.chipOpenAtOther', { value });
}

/** The need in words; what the vocabulary does not know stays as it is. */
export const needOf = ({ word }: Language, key: string): string => word('facts', key, 'need') ?? key;

function peopleLabel(language: Language, value: string): string {
  if (!/^\d+$/.test(value)) return language.t('search.chipPeopleOther', { value });
  const count = Number(value);
  return language.t('search.chipPeople', { count, number: formatNumber(language, count) });
}

function label(
  language: Language,
  name: string,
  value: string,
  areas: readonly AreaChoice[],
): string | undefined {
  const { t, word } = language;
  switch (name) {
    case 'people':
      return peopleLabel(language, value);
    case 'layout':
      return t('search.chipLayout', { layout: word('layouts', value, 'label') ?? value });
    case 'kind':
      return word('kinds', value, 'label') ?? value;
    case 'access':
    case 'amenity':
      return needOf(language, value);
    case 'within':
      return t('search.chipWithin', { area: areas.find((area) => area.id === value)?.name ?? value });
    case 'openAt':
      return openAtLabel(language, value);
    case 'bbox':
      return t('search.chipBox');
    case 'polygon':
      return t('map.chipDrawn');
    default:
      return undefined;
  }
}

function nearChip(language: Language, query: Query): Chip[] {
  if (!query.near) return [];
  const metres = Number(query.radius?.[0]);
  const gone = ['near', 'radius', 'cursor', ...(query.sort?.[0] === 'distance' ? ['sort'] : [])];
  const distance = formatDistance(language, metres);
  return [
    {
      key: 'near',
      label:
        metres === walkRadius
          ? language.t('map.chipWalk', { distance })
          : metres > 0
            ? language.t('search.chipRadius', { distance })
            : language.t('search.chipNear'),
      remove: language.href(searchPath(without(query, ...gone))),
    },
  ];
}

export function chipsOf(
  language: Language,
  query: Query,
  understood: readonly Understood[] = [],
  areas: readonly AreaChoice[] = [],
): Chip[] {
  const { href } = language;
  const read = understood.map((each) => ({
    key: `q-${each.parameter}-${each.value}`,
    label: label(language, each.parameter, each.value, areas) ?? each.label,
    read: each.text,
    remove: href(searchPath(withValue(query, 'q', each.without.trim()))),
  }));
  const asked = Object.entries(query).flatMap(([name, values]) =>
    values.flatMap((value) => {
      const text = label(language, name, value, areas);
      const remove = href(searchPath(withoutValue(query, name, value)));
      return text ? [{ key: `${name}-${value}`, label: text, remove }] : [];
    }),
  );
  return [...read, ...nearChip(language, query), ...asked];
}

/** What people and layout come to, whether typed in a field or read from the sentence. */
export function askedFor(query: Query, understood: readonly Understood[] = []) {
  const find = (name: string) =>
    query[name]?.[0] ?? understood.find((each) => each.parameter === name)?.value;
  const people = Number(find('people'));
  return { people: people > 0 ? people : undefined, layout: find('layout') };
}
