/** Opening hours in plain English. */
import { weekdays } from '../vocabulary.ts';
import { minutesOf, minutesPerDay } from './opening-week.ts';
import type { Hours } from './schema.ts';

/** “9am”, “5:30pm”, “midday”, “midnight”. */
export function timeText(minutes: number): string {
  const ofDay = minutes % minutesPerDay;
  if (ofDay === 0) return 'midnight';
  if (ofDay === minutesPerDay / 2) return 'midday';
  const hour = Math.floor(ofDay / 60);
  const rest = ofDay % 60 === 0 ? '' : `:${String(ofDay % 60).padStart(2, '0')}`;
  return `${hour % 12 || 12}${rest}${hour < 12 ? 'am' : 'pm'}`;
}

export interface DayOfWeek {
  weekday: number;
  label: string;
  text: string;
}

/** A note that may open a day which has no fixed hours. */
const otherTimes = /also: |appointment|arrangement|request/i;

/** One line a day. A day without hours is closed only when there is no note that may say otherwise. */
export function describeWeek(hours: Pick<Hours, 'weekly' | 'osm' | 'note'>): DayOfWeek[] {
  const fixed = hours.weekly.length > 0 || hours.osm === 'off';
  const none = fixed ? (otherTimes.test(hours.note ?? '') ? 'See note' : 'Closed') : 'No fixed hours';
  return weekdays.map((label, index) => {
    const periods = hours.weekly.filter(({ weekday }) => weekday === index + 1);
    const times = periods.map(({ opens, closes }) => [minutesOf(opens), minutesOf(closes)] as const);
    const allDay = times.some(([start, end]) => start === 0 && end === minutesPerDay);
    const text = times.map(([start, end]) => `${timeText(start)} to ${timeText(end)}`).join(', ');
    return { weekday: index + 1, label, text: allDay ? 'Open all day' : text || none };
  });
}
