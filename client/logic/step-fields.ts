/** What the fields of a listing's steps are called, and what they hold, as a person reads it. */
import { formatDay, formatList, formatWeekday } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { factLabel } from './facts.ts';
import { servicesText } from './services.ts';
import type { FieldValue } from './three-way.ts';

const named = [
  ...['street', 'locality', 'town', 'postcode', 'directions', 'point', 'name', 'kind', 'description'],
  ...['names', 'setting', 'floor', 'floorArea', 'joins', 'days', 'note', 'contacts', 'precision', 'services'],
] as const;
type Named =
  | 'street'
  | 'locality'
  | 'town'
  | 'postcode'
  | 'directions'
  | 'point'
  | 'name'
  | 'kind'
  | 'description'
  | 'names'
  | 'setting'
  | 'floor'
  | 'floorArea'
  | 'joins'
  | 'days'
  | 'note'
  | 'contacts'
  | 'precision'
  | 'services';

const split = (name: string): [string, string] => {
  const [, head = '', rest = ''] = /^([a-z]+)_(\w+)$/.exec(name) ?? [];
  return [head, rest];
};

export function stepFieldLabel(language: Language, name: string): string {
  const { t, word } = language;
  const [head, key] = split(name);
  const layout = word('layouts', key, 'label') ?? key;
  if (head === 'fact') return factLabel(language, key);
  if (head === 'note') return t('listing.noteOf', { label: factLabel(language, key) });
  if (head === 'people') return layout;
  if (head === 'most') return t('listing.mostOf', { layout });
  if (head === 'condition') return t('listing.conditionOf', { layout });
  if (/^day[1-7]$/.test(name)) return formatWeekday(language, Number(name.slice(3)));
  return (named as readonly string[]).includes(name) ? t(`listing.field_${name as Named}`) : name;
}

/** The rows of a list of so many columns. */
export const rowsOf = (value: FieldValue, width: number): string[][] => {
  const all = [value].flat();
  return Array.from({ length: Math.ceil(all.length / width) }, (_, row) =>
    Array.from({ length: width }, (_, column) => all[row * width + column] ?? ''),
  );
};

const answers = { yes: 'listing.yes', no: 'listing.no', partial: 'listing.partly' } as const;

/** Empty when it holds nothing. `rooms` are the others, by id, where rooms can be joined. */
export function stepFieldText(
  language: Language,
  name: string,
  value: FieldValue,
  rooms: readonly { id: number; name: string }[] = [],
): string {
  const { t, word } = language;
  const text = [value].flat()[0] ?? '';
  const parts = [value].flat().filter(Boolean);
  if (name.startsWith('fact_')) return text in answers ? t(answers[text as 'yes']) : text;
  if (/^day[1-7]$/.test(name))
    return parts[0] === 'closed'
      ? t('venue.closed')
      : rowsOf(value, 2)
          .filter(([opens]) => opens)
          .map(([opens = '', closes = '']) => `${opens}–${closes}`)
          .join(t('common.comma'));
  if (name === 'kind') return text && (word('kinds', text, 'label') ?? text);
  if (name === 'setting') return text && t(`history.setting_${text as 'indoor' | 'outdoor'}`);
  if (name === 'precision')
    return text && t(`history.precision_${text as 'exact' | 'approximate' | 'hidden'}`);
  if (name === 'services') return servicesText(language, parts[0] ?? '', [value].flat()[1] ?? '');
  if (name === 'joins')
    return formatList(
      language,
      rooms.filter(({ id }) => parts.includes(String(id))).map((room) => room.name),
    );
  if (name === 'names')
    return rowsOf(value, 2)
      .map(([tag = '', said = '']) => `${said} (${tag})`)
      .join('\n');
  if (name === 'days')
    return rowsOf(value, 6)
      .map(([from = '', until = '', how, opens, closes, note]) => {
        const days = [from, until].filter(Boolean).map((day) => formatDay(language, day));
        const when = how === 'open' ? `${opens}–${closes}` : t('venue.closed');
        return [days.join(' – '), when, note].filter(Boolean).join(t('common.comma'));
      })
      .join('\n');
  if (name === 'contacts')
    return rowsOf(value, 4)
      .map(([kind, said = '', who = '', seen]) =>
        t(seen === 'public' ? 'history.contactPublic' : 'history.contactPrivate', {
          kind: t(`venue.${kind as 'email'}`),
          value: [said, who].filter(Boolean).join(' '),
        }),
      )
      .join('\n');
  return parts.join('\n');
}
