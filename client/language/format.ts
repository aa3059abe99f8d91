/**
 * Numbers, distances and days in the language of the page. Names of months and days, ages and lists are messages,
 * because browsers do not know every language that the register speaks. Days are days: never shifted by a time zone.
 */
import type { Count } from '../../server/venues/schema.ts';
import type { Language } from './language.ts';
import type { MessageKey } from './messages.ts';
import { writeNumber } from './numbers.ts';

/** A minus stays before its number among words that run from right to left. */
export const formatNumber = ({ dir }: Language, value: number): string =>
  (dir === 'rtl' && value < 0 ? '\u200e' : '') + writeNumber(value);

export const rounded = (value: number): number => {
  if (value < 100) return value;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
};

/** An estimate says that it is one, and does not pretend to more than two figures. */
export const formatEstimate = (language: Language, { value, exact }: Count): string =>
  exact
    ? formatNumber(language, value)
    : language.t('common.about', { number: formatNumber(language, rounded(value)) });

/** “7 venues”, “about 4,300 venues”. */
export const formatTotal = (language: Language, total: Count): string =>
  language.t('common.venues', {
    count: total.exact ? total.value : rounded(total.value),
    number: formatEstimate(language, total),
  });

/** As the first words of a sentence: “About 4,300 venues”. */
export const capitalised = ({ tag }: Language, text: string): string =>
  text.charAt(0).toLocaleUpperCase(tag) + text.slice(1);

/** Metres as a person would say them. */
export function formatDistance(language: Language, metres: number): string {
  if (metres < 995) {
    const tens = Math.max(10, Math.round(metres / 10) * 10);
    return language.t('common.metres', { number: formatNumber(language, tens) });
  }
  const km = metres / 1000;
  const number = formatNumber(language, km < 9.95 ? Math.round(km * 10) / 10 : Math.round(km));
  return language.t('common.kilometres', { number });
}

const monthKey = (month: number) => `common.month${month}` as MessageKey;

/** Only the day is read, so a full timestamp works too. What is not a day comes back as it is. */
export function formatDay({ t }: Language, iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  if (!year) return iso;
  return t('common.day', { day: Number(day), month: t(monthKey(Number(month))), year });
}

/** The day of the week by its ISO number: Monday is 1. */
export const formatWeekday = ({ t }: Language, weekday: number): string =>
  t(`common.weekday${weekday}` as MessageKey);

/** “9am”, “5:30pm”, “midday”, “midnight”, from minutes after midnight. */
export function formatTime({ t }: Language, minutes: number): string {
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  if (ofDay === 0) return t('common.midnight');
  if (ofDay === 720) return t('common.midday');
  const hour = Math.floor(ofDay / 60);
  const rest = ofDay % 60 === 0 ? '' : `:${String(ofDay % 60).padStart(2, '0')}`;
  return t(hour < 12 ? 'common.am' : 'common.pm', { time: `${hour % 12 || 12}${rest}` });
}

/** How long ago, as a person would say it. */
export function formatAge({ t }: Language, days: number): string {
  if (days <= 0) return t('common.today');
  if (days === 1) return t('common.yesterday');
  if (days < 14) return t('common.daysAgo', { count: days });
  if (days < 60) return t('common.weeksAgo', { count: Math.round(days / 7) });
  // Two years are a day more than twice 365.
  if (days < 731) return t('common.monthsAgo', { count: Math.round(days / 30.4) });
  return t('common.yearsAgo', { count: Math.floor(days / 365.25) });
}

/** “a, b and c”. Welsh says “and” in another way before a vowel. */
export function formatList({ t }: Language, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const begins = /^[aeiouwy]/.test(last.normalize('NFD').toLowerCase()) ? 'vowel' : 'consonant';
  return t('common.and', { list: items.slice(0, -1).join(t('common.comma')), last, begins });
}

export function formatFloor({ t }: Language, floor: number): string {
  if (floor < 0) return floor === -1 ? t('common.basement') : t('common.basementNumber', { number: -floor });
  return floor === 0 ? t('common.groundFloor') : t('common.floor', { number: floor });
}

/** Words that may be of another script, so that they do not pull what stands beside them to their side. */
export const isolated = ({ dir }: Pick<Language, 'dir'>, text: string): string =>
  dir === 'rtl' || /[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text;
