/** What letters about claims say, in a language. */
import { defaultLocale, type Locale, localePath } from '../../client/language/locales.ts';
import type { ClaimLetter } from '../claims/letters.ts';
import { languageOf } from './languages.ts';

export const claimLetter =
  (publicUrl: string, locale: Locale = defaultLocale): ClaimLetter =>
  (event, { venue, holder, contester = '', words }) => {
    const { t } = languageOf(locale);
    const named = { venue: venue.name, holder, contester };
    return {
      subject: t(`claim.subject_${event}`, named).replace(/\s+/g, ' '),
      text: [
        t('account.letterHello'),
        t(`claim.letter_${event}`, named),
        ...(words ? [words] : []),
        t('claim.letterSee'),
        `${publicUrl}${localePath(locale, `/venues/${venue.slug}-${venue.id}/claim`)}`,
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  };
