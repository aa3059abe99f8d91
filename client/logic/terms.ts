/** House terms as sentences. What is not stated is said to be so, and never passes for “anything goes”. */
import type { NewTerms } from '../../server/terms/schema.ts';
import { visitorKinds } from '../../server/vocabulary.ts';
import { formatDay, formatList, formatNumber, formatWeekday, isolated } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { WhoToAsk } from './place.ts';

/** Ready to be read: pages that show it need no words of their own. */
export interface TermsView {
  version: number;
  sentences: string[];
  /** One sentence on what is not stated. */
  unstated?: string;
  text?: string;
  /** Who stated them, and when. */
  stated?: string;
  /** The version before this one. */
  older?: { path: string; label: string };
}

const said = (language: Language, list: string, key: string, values = {}): string =>
  language.word('terms', `${list}_${key}`, 'sentence', values) ?? key;

/** “£10”, “£1,250.50”, from pence. */
function formatMoney(language: Language, pence: number): string {
  const [pounds, rest] = [Math.floor(pence / 100), pence % 100];
  const amount = formatNumber(language, pounds) + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`);
  return language.t('house.pounds', { amount });
}

function rateSentence(language: Language, rate: NonNullable<NewTerms['rates']>[number]): string {
  return said(language, 'per', rate.per, {
    visitor: said(language, 'visitor', rate.visitor),
    amount: formatMoney(language, rate.amount ?? 0),
  });
}

/** The kinds of visitor without a price, where others have one: who reads nothing of itself might take it to be free. */
function unpriced(language: Language, rates: NonNullable<NewTerms['rates']>, who: WhoToAsk): string[] {
  const without = visitorKinds.filter(({ key }) => !rates.some(({ visitor }) => visitor === key));
  if (rates.length === 0 || without.length === 0) return [];
  const visitors = without.map(({ key }) => {
    const name = said(language, 'visitor', key);
    return name.charAt(0).toLocaleLowerCase(language.locale) + name.slice(1);
  });
  return [language.t('house.unpriced', { visitors: formatList(language, visitors), who })];
}

const notHosted = (language: Language, terms: NewTerms): string[] => [
  ...(terms.usesNotHosted ?? []).map((key) => said(language, 'use', key)),
  ...(terms.otherUsesNotHosted ?? []).map((use) => isolated(language, use)),
];

function termsSentences(language: Language, terms: NewTerms, who: WhoToAsk): string[] {
  const { t } = language;
  const { rates = [], deposit, noticeDays, alcohol, daysNotOffered = [], keys } = terms;
  const uses = notHosted(language, terms);
  const days = daysNotOffered.map((day) => formatWeekday(language, day));
  return [
    ...rates.map((rate) => rateSentence(language, rate)),
    ...unpriced(language, rates, who),
    ...(deposit
      ? [
          deposit.amount === 0
            ? t('house.noDeposit')
            : t('house.deposit', { amount: formatMoney(language, deposit.amount) }),
        ]
      : []),
    ...(noticeDays === undefined ? [] : [t('house.notice', { days: noticeDays })]),
    ...(days.length > 0 ? [t('house.notOffered', { days: formatList(language, days) })] : []),
    ...(uses.length > 0 ? [t('house.notHosted', { uses: formatList(language, uses) })] : []),
    ...(alcohol ? [said(language, 'alcohol', alcohol)] : []),
    ...(keys ? [said(language, 'keys', keys)] : []),
  ];
}

function unstatedParts({ t }: Language, terms: NewTerms): string[] {
  return [
    ...(terms.rates?.length ? [] : [t('house.askRates')]),
    ...(terms.deposit ? [] : [t('house.askDeposit')]),
    ...(terms.noticeDays === undefined ? [t('house.askNotice')] : []),
    ...(terms.daysNotOffered ? [] : [t('house.askDays')]),
    ...(terms.usesNotHosted || terms.otherUsesNotHosted ? [] : [t('house.askUses')]),
    ...(terms.alcohol ? [] : [t('house.askAlcohol')]),
    ...(terms.keys ? [] : [t('house.askKeys')]),
  ];
}

/** Undefined where nothing at all is stated. */
export function termsView(
  language: Language,
  {
    version,
    statedAt,
    statedBy,
    terms,
  }: { version: number; statedAt?: string; statedBy?: string; terms: NewTerms },
  path?: string,
  who: WhoToAsk = 'group',
): TermsView | undefined {
  const { t, href } = language;
  if (Object.keys(terms).length === 0) return undefined;
  const parts = unstatedParts(language, terms);
  return {
    version,
    sentences: termsSentences(language, terms, who),
    ...(parts.length > 0 && { unstated: t('house.unstated', { parts: formatList(language, parts), who }) }),
    ...(terms.text && { text: terms.text }),
    ...(statedAt &&
      statedBy && {
        stated: t('house.stated', { who: isolated(language, statedBy), day: formatDay(language, statedAt) }),
      }),
    ...(path &&
      version > 1 && { older: { path: href(`${path}/terms/${version - 1}`), label: t('house.older') } }),
  };
}
