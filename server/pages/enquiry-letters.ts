/** What letters about enquiries say, and what a draft says to begin with, in a language. */
import type { Language } from '../../client/language/language.ts';
import { defaultLocale, localePath } from '../../client/language/locales.ts';
import { amount } from '../../client/logic/plan-question.ts';
import { weightWords } from '../../client/logic/plan-weights.ts';
import type { DraftWords, EnquiryLetter, EnquiryWords } from '../enquiries/letters.ts';
import { languageOf } from './languages.ts';
import { readerLocale } from './reader-locale.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
/** What others wrote is set off, so that it cannot speak as if it were us. */
const quoted = (text: string) => text.replace(/^/gm, '> ');

export const enquiryLetter =
  (publicUrl: string): EnquiryLetter =>
  (event, { path, answer, ...told }, reads) => {
    const locale = readerLocale(reads);
    const { t } = languageOf(locale);
    const named = {
      from: oneLine(told.from),
      holder: oneLine(told.holder),
      venue: oneLine(told.venue),
      service: oneLine(told.service),
    };
    const said =
      event === 'answered'
        ? t(`enquiry.letter_answered_${answer?.answer ?? 'talk'}`, named)
        : t(`enquiry.letter_${event}`, named);
    return {
      subject: oneLine(t(`enquiry.subject_${event}`, named)),
      text: [
        t('account.letterHello'),
        said,
        ...(answer?.words ? [t('enquiry.letterTheirWords'), quoted(answer.words)] : []),
        publicUrl + localePath(locale, path),
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  };

/** Numbers are those of the plan. */
export const draftWords =
  (language: Language): DraftWords =>
  ({ venue, weight, counted }) =>
    language.t('enquiry.draftWords', {
      venue: oneLine(venue),
      number: amount(language, weight),
      weight: weightWords(language, counted),
    });

export const enquiryWords: EnquiryWords = {
  letter: enquiryLetter,
  draft: draftWords(languageOf(defaultLocale)),
};
