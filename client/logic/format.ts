/** Numbers, distances and days in British English. Days are days: they are read and written in UTC, never shifted. */
import type { Count } from '../../server/venues/schema.ts';

const numbers = new Intl.NumberFormat('en-GB');
const longDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const formatNumber = (value: number): string => numbers.format(value);

/** 7 → “7 rooms”, 1 → “1 room”. */
export const formatCount = (value: number, one: string, many: string): string =>
  `${formatNumber(value)} ${value === 1 ? one : many}`;

const rounded = (value: number): number => {
  if (value < 100) return value;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
};

/** An estimate says that it is one, and does not pretend to more than two figures. */
export const formatEstimate = ({ value, exact }: Count): string =>
  exact ? formatNumber(value) : `about ${formatNumber(rounded(value))}`;

export const formatTotal = (total: Count): string =>
  `${formatEstimate(total)} ${total.value === 1 ? 'venue' : 'venues'}`;

export function formatDistance(metres: number): string {
  if (metres < 995) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  const km = metres / 1000;
  return `${km < 9.95 ? km.toFixed(1).replace('.0', '') : formatNumber(Math.round(km))} km`;
}

/** Only the day is read, so a full timestamp works too. What is not a day comes back as it is. */
export function formatDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return year ? longDay.format(Date.UTC(Number(year), Number(month) - 1, Number(day))) : iso;
}

/** How long ago, as a person would say it. */
export function formatAge(days: number): string {
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.round(days / 7)} weeks ago`;
  if (days < 730) return `${Math.round(days / 30.4)} months ago`;
  return `${Math.floor(days / 365.25)} years ago`;
}

/** “a, b and c” */
export function formatList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const floors = ['Ground floor', 'First floor', 'Second floor', 'Third floor'];
export const formatFloor = (floor: number): string =>
  floor < 0 ? (floor === -1 ? 'Basement' : `Basement ${-floor}`) : (floors[floor] ?? `Floor ${floor}`);

/** The English name of a language tag, or nothing where the browser does not know it. */
export function languageName(tag: string): string | undefined {
  try {
    const name = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' }).of(tag);
    return name === tag ? undefined : name;
  } catch {
    return undefined;
  }
}
