/** A verdict of the server, in words: what was asked, what decides it, and how old that is. */
import type { Verdict } from '../../server/fit/schema.ts';
import { formatAge, formatNumber, formatTime, formatWeekday } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { FitData } from '../pages/data.ts';
import { valueSentence } from './facts.ts';
import { needOf } from './need.ts';
import type { WhoToAsk } from './place.ts';

type Asked = Pick<FitData, 'people' | 'layout' | 'openAt'>;

/** “40 people, Theatre”, “Tuesday at 7pm”, “Hearing loop”. */
export function needText(language: Language, { need }: Verdict, asked: Asked): string {
  const { t, word } = language;
  if (need === 'openAt' && asked.openAt !== undefined) {
    const day = formatWeekday(language, Math.floor(asked.openAt / 1440) + 1);
    return t('search.chipOpenAt', { day, time: formatTime(language, asked.openAt) });
  }
  if (need !== 'capacity') return needOf(language, need);
  const layout = asked.layout && word('layouts', asked.layout, 'label');
  if (asked.people === undefined) return t('search.chipLayout', { layout: layout ?? '' });
  const people = t('search.chipPeople', {
    count: asked.people,
    number: formatNumber(language, asked.people),
  });
  return layout ? t('venue.fitPeople', { people, layout }) : people;
}

/** The fact that decides it. */
export function reasonText(language: Language, { need, answer, value }: Verdict, who?: WhoToAsk): string {
  const { t } = language;
  if (need === 'capacity')
    return typeof value === 'number'
      ? t('venue.fitHolds', { number: formatNumber(language, value) })
      : t('venue.fitHoldsUnknown');
  if (need === 'openAt') {
    if (value === undefined) return t('venue.fitHoursUnknown');
    const says = { yes: 'venue.fitOpen', no: 'venue.fitClosed', ask: 'venue.fitHoursVary' } as const;
    return t(says[answer]);
  }
  if (value === undefined) return t('venue.fitUnknown');
  return valueSentence(language, need, value, who);
}

/** How it is known and how old that is, where it is a fact. To have seen a door is more than to have been told of it. */
export const reasonAge = (language: Language, { need, value, age, method }: Verdict): string | undefined =>
  age && method && value !== undefined && need !== 'capacity' && need !== 'openAt'
    ? language.t('venue.fitAge', { how: method, age: formatAge(language, age.days) })
    : undefined;
