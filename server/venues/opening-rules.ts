/**
 * The rules of an OSM `opening_hours` text, one by one, in the spelling of the library that knows its grammar.
 */
import opening_hours from 'opening_hours';

export interface Rule {
  text: string;
  separator: string;
}

const england = { lat: 51.5, lon: -0.1, address: { country_code: 'gb', state: 'England' } };
export const parse = (text: string) => new opening_hours(text, england);

/** Rules with what joins them to the one before; separators inside comments are no separators. */
const split = (text: string, separators: string): Rule[] =>
  [...text.matchAll(new RegExp(`(${separators}|^)\\s*((?:"[^"]*"|(?!${separators})[^])+)`, 'g'))]
    .map(([, separator = '', rule = '']) => ({ separator: separator || ';', text: rule.trim() }))
    .filter(({ text: rule }) => rule !== '');

export const join = (rules: readonly Rule[]) =>
  rules
    .map(({ text, separator }, index) => {
      if (index === 0) return text;
      return `${separator === '||' ? ' || ' : `${separator.trim()} `}${text}`;
    })
    .join('');

const withoutComment = (rule: string) => rule.replace(/"[^"]*"/g, '').trim();
export const commentOnly = (rule: string) => /^"[^"]*"$/.test(rule);
const sun = /sunrise|sunset|dawn|dusk/;
/** The library knows the public holidays of England, and no school holidays there. */
const holidaysUnknownIn = (timezone: string) => (timezone === 'Europe/London' ? 'SH' : '(?:SH|PH)');

/** In the library’s spelling. It may respell comments too, so they are kept out of its way. */
function spelled(text: string): string {
  parse(text);
  const comments = [...text.matchAll(/"[^"]+"/g)].map(([comment]) => comment);
  let index = 0;
  const masked = text.replace(/"[^"]+"/g, () => `"c${index++}"`);
  return parse(masked)
    .prettifyValue()
    .replace(/"c(\d+)"/g, (mask, number) => comments[Number(number)] ?? mask);
}

/** The rules in the library’s spelling, without the holidays that it does not know; `unread` names those rules. */
export function rulesOf(text: string, timezone: string): { rules: Rule[]; unread: string[] } {
  const holiday = holidaysUnknownIn(timezone);
  const listed = new RegExp(`,\\s?${holiday}\\b(?! [-+])|\\b${holiday},\\s?`, 'g');
  const holidays = new RegExp(`\\b${holiday}\\b`);
  const all = split(text, ';|\\|\\|');
  const unread = all.filter((rule) => holidays.test(withoutComment(rule.text)));
  const read = all
    .map((rule) => (unread.includes(rule) ? { ...rule, text: rule.text.replace(listed, '') } : rule))
    .filter((rule) => !holidays.test(withoutComment(rule.text)));
  if (read.length === 0 && unread.length > 0) return { rules: [], unread: unread.map((rule) => rule.text) };
  return {
    rules: split(spelled(unread.length === 0 ? text : join(read)), ';|\\|\\||, '),
    unread: unread.map((rule) => rule.text),
  };
}

/** Comments alone and the sun’s hours cannot be counted. */
export const countable = ({ text }: Rule) => !commentOnly(text) && !sun.test(withoutComment(text));

/** A rule that says no more than opening or closing, the same in every week. */
export const plain = (rule: string) =>
  !rule.includes('"') && !/\bunknown\b|\d\+/.test(rule) && !sun.test(rule) && parse(rule).isWeekStable();
