/** The rooms of a place in a line. */
import { formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { ShortVenue } from '../pages/data.ts';

export function roomsOf(language: Language, { rooms, capacity }: ShortVenue): string {
  const { t } = language;
  if (capacity) return t('search.roomsLargest', { count: rooms, number: formatNumber(language, capacity) });
  return rooms === 0 ? t('search.roomsNone') : t('search.roomsUnknown', { count: rooms });
}
