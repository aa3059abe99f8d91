/** What a card says of each need that was asked: known, and since when, or worth asking. */
import type { VenueItem } from '../../server/venues/schema.ts';
import { formatAge, formatList } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { needOf } from './need.ts';

/** “Changing Places toilet”, “Wi-Fi”, “U-shape”: names keep their capitals. */
const isName = (label: string): boolean => /^\S+\p{Lu}|^\p{Lu}-|^\S+ \p{Lu}/u.test(label);

/** As it is called within a sentence. */
export const inSentence = ({ tag }: Language, label: string): string =>
  isName(label) ? label : label.charAt(0).toLocaleLowerCase(tag) + label.slice(1);

/** “seen 3 months ago”, by how it is known. */
export function seenWords(
  language: Language,
  item: VenueItem,
  key: string,
  today: string,
): string | undefined {
  const seen = item.seen?.[key];
  if (!seen) return undefined;
  const days = Math.round((Date.parse(today) - Date.parse(seen.on)) / 86_400_000);
  return language.t(`search.seen_${seen.method}`, { age: formatAge(language, days) });
}

/** “hearing loop and how many people it holds in theatre layout”. Where one room's number is known, it is another's that is not. */
export function askWords(
  language: Language,
  ask: readonly string[],
  { layout, capacity }: { layout?: string } & Pick<VenueItem, 'capacity'> = {},
): string {
  const { t, word } = language;
  const words = ask.map((key) => {
    if (key === 'openAt') return t('search.askOpenAt');
    if (key !== 'people') return inSentence(language, needOf(language, key));
    if (!layout) return t(capacity === undefined ? 'search.askPeople' : 'search.askPeopleOther');
    return t('search.askLayout', {
      layout: inSentence(language, word('layouts', layout, 'label') ?? layout),
    });
  });
  return formatList(language, words);
}
