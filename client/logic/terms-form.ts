/** House terms as the fields of a form, and back. */
import type { NewTerms, Rate } from '../../server/terms/schema.ts';
import { alcoholAnswers, keyWays, rateUnits, uses, visitorKinds } from '../../server/vocabulary.ts';
import { formatList, formatWeekday } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { FormFault } from './form.ts';
import type { Fields, FieldValue } from './three-way.ts';

export const rateName = (visitor: string): string => `rate_${visitor}`;
/** Every field, in the order of the form. Others that a form sends are not of the terms. */
export const termsFieldNames: readonly string[] = [
  ...visitorKinds.map(({ key }) => rateName(key)),
  ...['deposit', 'notice', 'days', 'uses', 'otherUses', 'alcohol', 'keys', 'text'],
];

const MOST = { text: 4000, other: 80, others: 10, pence: 10_000_000, days: 730 };

const pounds = (pence: number) => (pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2));

export function termsFields(terms: NewTerms): Record<string, FieldValue> {
  const rates = visitorKinds.map(({ key }): [string, string[]] => {
    const rate = terms.rates?.find(({ visitor }) => visitor === key);
    return [rateName(key), [rate?.amount === undefined ? '' : pounds(rate.amount), rate?.per ?? '']];
  });
  return {
    ...Object.fromEntries(rates),
    deposit: terms.deposit ? pounds(terms.deposit.amount) : '',
    notice: terms.noticeDays === undefined ? '' : String(terms.noticeDays),
    days: (terms.daysNotOffered ?? []).map(String),
    uses: terms.usesNotHosted ?? [],
    otherUses: (terms.otherUsesNotHosted ?? []).join('\n'),
    alcohol: terms.alcohol ?? '',
    keys: terms.keys ?? '',
    text: terms.text ?? '',
  };
}

const textIn = (values: Fields, name: string, at = 0): string =>
  ([values[name] ?? ''].flat()[at] ?? '').trim();
const listIn = (values: Fields, name: string): string[] => [values[name] ?? []].flat().filter(Boolean);
const oneIn = <K extends string>(list: readonly { key: K }[], key: string): K | undefined =>
  list.find((each) => each.key === key)?.key;
const linesIn = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Pence of “£10”, “10.50” or “1,000”; undefined when it is no amount. */
export function penceIn(text: string): number | undefined {
  const found = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const pence = Number(found[1]?.replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return pence <= MOST.pence ? pence : undefined;
}

/** What was typed, as terms; and what is wrong with it. */
export function readTerms(values: Fields, { t, word }: Language): { terms: NewTerms; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const fault = (field: string, sentence: string) => void faults.push({ field, sentence });

  const rates = visitorKinds.flatMap(({ key: visitor }): Rate[] => {
    const name = rateName(visitor);
    const [typed, per] = [textIn(values, name), oneIn(rateUnits, textIn(values, name, 1))];
    const who = word('terms', `visitor_${visitor}`, 'label') ?? visitor;
    if (per === 'free' || per === 'ask') {
      if (typed !== '' && penceIn(typed) !== 0) fault(name, t('house.error_rateNone', { who }));
      return [{ visitor, per }];
    }
    if (per === undefined) {
      if (typed !== '') fault(name, t('house.error_ratePer', { who }));
      return [];
    }
    const amount = penceIn(typed);
    if (amount === undefined) fault(name, t('house.error_rate', { who }));
    return amount === undefined ? [] : [{ visitor, per, amount }];
  });

  const deposit = textIn(values, 'deposit');
  const pence = penceIn(deposit);
  if (deposit !== '' && pence === undefined) fault('deposit', t('house.error_deposit'));
  const notice = textIn(values, 'notice');
  const isNotice = /^\d{1,3}$/.test(notice) && Number(notice) <= MOST.days;
  if (notice !== '' && !isNotice) fault('notice', t('house.error_notice', { most: MOST.days }));
  const others = [...new Set(linesIn(textIn(values, 'otherUses')))];
  if (others.length > MOST.others || others.some((each) => each.length > MOST.other))
    fault('otherUses', t('house.error_others', { most: MOST.others, long: MOST.other }));
  const text = textIn(values, 'text').replaceAll('\r\n', '\n');
  if (text.length > MOST.text) fault('text', t('house.error_text', { most: MOST.text, now: text.length }));

  const days = listIn(values, 'days')
    .map(Number)
    .filter((day) => day >= 1 && day <= 7);
  const kinds = listIn(values, 'uses').flatMap((key) => oneIn(uses, key) ?? []);
  const alcohol = oneIn(alcoholAnswers, textIn(values, 'alcohol'));
  const keys = oneIn(keyWays, textIn(values, 'keys'));
  const terms: NewTerms = {
    ...(text && { text }),
    ...(alcohol && { alcohol }),
    ...(days.length > 0 && { daysNotOffered: [...new Set(days)] }),
    ...(kinds.length > 0 && { usesNotHosted: [...new Set(kinds)] }),
    ...(others.length > 0 && { otherUsesNotHosted: others }),
    ...(rates.length > 0 && { rates }),
    ...(pence !== undefined && { deposit: { amount: pence } }),
    ...(isNotice && { noticeDays: Number(notice) }),
    ...(keys && { keys }),
  };
  return { terms, faults };
}

/** What a field is called. */
export function termsFieldLabel({ t, word }: Language, name: string): string {
  if (name.startsWith('rate_')) {
    const who = word('terms', name.replace('rate_', 'visitor_'), 'label') ?? name;
    return t('house.rateOf', { who });
  }
  return t(
    `house.field_${name as 'deposit' | 'notice' | 'days' | 'uses' | 'otherUses' | 'alcohol' | 'keys' | 'text'}`,
  );
}

/** What a field holds, as a person reads it; empty when it holds nothing. */
export function termsFieldText(language: Language, name: string, value: FieldValue): string {
  const label = (list: string, key: string) => language.word('terms', `${list}_${key}`, 'label') ?? key;
  const parts = [value].flat().filter(Boolean);
  if (name.startsWith('rate_')) {
    const [amount = '', per = ''] = [value].flat();
    return [amount && `£${amount.replace('£', '')}`, per && label('per', per)].filter(Boolean).join(' ');
  }
  if (name === 'days')
    return formatList(
      language,
      parts.map((day) => formatWeekday(language, Number(day))),
    );
  if (name === 'uses')
    return formatList(
      language,
      parts.map((key) => label('use', key)),
    );
  if (name === 'alcohol' || name === 'keys') return parts.map((key) => label(name, key)).join();
  if (name === 'deposit') return parts.map((amount) => `£${amount.replace('£', '')}`).join();
  return parts.join('\n');
}
