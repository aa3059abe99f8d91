/** What was asked, as short labels, each with the query that is left when it is taken away. */
import type { Understood } from '../../server/venues/schema.ts';
import { needsOf } from '../../server/vocabulary.ts';
import { formatDistance, formatNumber, formatTime, formatWeekday } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { AreaChoice } from '../pages/data.ts';
import { walkRadius } from './boxes.ts';
import { minutesOf } from './hours.ts';
import { needOf } from './need.ts';
import { type Query, readOpenAt, searchPath, without, withoutValue, withValue } from './query.ts';

export interface Chip {
  key: string;
  parameter: string;
  value?: string;
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
    ? language.t('search.chipOpenAt', {
        day: formatWeekday(language, weekday),
        time: formatTime(language, minutesOf(time)),
      })
    : language.t('search.chipOpenAtOther', { value });
}

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
    case 'profile':
      return word('profiles', value, 'label') ?? value;
    case 'access':
    case 'amenity':
      return needOf(language, value);
    case 'within':
      return t('search.chipWithin', { area: areas.find((area) => area.id === value)?.name ?? value });
    case 'openAt':
      return openAtLabel(language, value);
    case 'bbox':
      return t('search.chipBox');
    case 'match':
      return value === 'possible' ? t('search.chipPossible') : undefined;
    case 'polygon':
      return t('map.chipDrawn');
    default:
      return undefined;
  }
}

/** Without a place there is nothing to measure from. */
const placeless = (query: Query): Query =>
  without(query, 'radius', 'cursor', ...(query.sort?.[0] === 'distance' ? ['sort'] : []));

/** A place that was read in words, by its own name. The API speaks English, and knows more words for distances. */
function readLabel(language: Language, { label: english, place, metres }: Understood): string {
  if (language.locale === 'en' || !place) return english;
  return metres
    ? language.t('search.chipRadiusPlace', { distance: formatDistance(language, metres), place })
    : language.t('search.chipNearPlace', { place });
}

function nearChip(language: Language, query: Query): Chip[] {
  if (!query.near) return [];
  const metres = Number(query.radius?.[0]);
  const distance = formatDistance(language, metres);
  return [
    {
      key: 'near',
      parameter: 'near',
      label:
        metres === walkRadius
          ? language.t('map.chipWalk', { distance })
          : metres > 0
            ? language.t('search.chipRadius', { distance })
            : language.t('search.chipNear'),
      remove: language.href(searchPath(placeless(without(query, 'near')))),
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
  const read = understood.map((each): Chip => {
    const { parameter, value } = each;
    const rest = withValue(query, 'q', each.without.trim());
    return {
      key: `q-${parameter}-${value}`,
      parameter,
      value,
      label:
        parameter === 'near'
          ? readLabel(language, each)
          : (label(language, parameter, value, areas) ?? each.label),
      read: each.text,
      remove: href(searchPath(parameter === 'near' ? placeless(rest) : rest)),
    };
  });
  const asked = Object.entries(query).flatMap(([parameter, values]) =>
    values.flatMap((value): Chip[] => {
      const text = label(language, parameter, value, areas);
      const remove = href(searchPath(withoutValue(query, parameter, value)));
      return text ? [{ key: `${parameter}-${value}`, parameter, value, label: text, remove }] : [];
    }),
  );
  return [...read, ...nearChip(language, query), ...asked];
}

/** How many people, the layout and the facts that the answer is about, whether chosen in a field or read from the sentence. */
export function askedFor(query: Query, understood: readonly Understood[] = []) {
  const all = (name: string) => [
    ...(query[name] ?? []),
    ...understood.filter(({ parameter }) => parameter === name).map(({ value }) => value),
  ];
  const facts = [...needsOf(all('profile')), ...all('access'), ...all('amenity')];
  return { people: all('people')[0], layout: all('layout')[0], facts: [...new Set(facts)] };
}
