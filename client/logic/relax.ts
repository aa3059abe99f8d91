/** Nothing is found: what to let go of, as links, with how many venues each way gives. */
import type { Relaxed } from '../../server/venues/schema.ts';
import { formatList, formatNumber, formatTotal } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { Chip } from './chips.ts';
import { type Query, searchPath, without, withValue } from './query.ts';

export interface Way {
  key: string;
  /** What is left out, as it stands after “without”. */
  part: string;
  href: string;
  gives: string;
}

/** Those that find something; none when no single one does. */
export const waysOut = (
  language: Language,
  query: Query,
  chips: readonly Chip[],
  relaxed: readonly Relaxed[],
): Way[] =>
  relaxed
    .filter(({ venues }) => venues > 0)
    .flatMap((each) => {
      const way = wayOf(language, query, chips, each);
      const key = `${each.parameter}-${each.value ?? ''}`;
      return way ? [{ ...way, key, gives: gives(language, each) }] : [];
    });

const gives = (language: Language, { venues, more }: Relaxed): string =>
  more
    ? language.t('search.relaxMore', { count: venues, number: formatNumber(language, venues) })
    : formatTotal(language, { value: venues, exact: true });

function wayOf(
  language: Language,
  query: Query,
  chips: readonly Chip[],
  { parameter, value }: Relaxed,
): Pick<Way, 'part' | 'href'> | undefined {
  const { t, href } = language;
  if (parameter === 'q') {
    // What was read from the words stays; the words that were only looked for go.
    const read = chips.flatMap((chip) => chip.read ?? []).join(' ');
    return {
      part: read ? t('search.emptyOtherWords') : t('search.emptyWords', { words: query.q?.[0] ?? '' }),
      href: href(searchPath(withValue(query, 'q', read))),
    };
  }
  const own = chips.filter((chip) => chip.parameter === parameter);
  const chip = own.find((each) => value === undefined || each.value === value);
  if (!chip) return undefined;
  const named = (each: Chip) => t('search.emptyPart', { label: each.label });
  if (value !== undefined || own.length === 1) return { part: named(chip), href: chip.remove };
  return {
    part: formatList(language, own.map(named)),
    href: href(searchPath(without(query, parameter, 'cursor'))),
  };
}
