/** What letters of the register's operators say, in a language. */
import { defaultLocale, type Locale, localePath } from '../../client/language/locales.ts';
import type { OperatorLetters } from '../operator/letters.ts';
import { claimLetter } from './claim-letters.ts';
import { languageOf } from './languages.ts';

export function operatorLetters(publicUrl: string, locale: Locale = defaultLocale): OperatorLetters {
  const { t } = languageOf(locale);
  const end = `${t('common.name')}\n${publicUrl}`;
  const address = ({ slug, id }: { slug: string; id: number }, more = '') =>
    publicUrl + localePath(locale, `/venues/${slug}-${id}${more}`);
  return {
    claim: claimLetter(publicUrl, locale),
    hiding: (event, { venue, reason }) => ({
      subject: t(`operator.subject_${event}`, { venue: venue.name }),
      text: [
        t('account.letterHello'),
        t(`operator.letter_${event}`, { venue: venue.name }),
        address(venue, event === 'hidden' ? '/reply' : ''),
        ...(reason ? [t('operator.letterReason', { reason })] : []),
        end,
      ].join('\n\n'),
    }),
    merger: ({ gone, kept, own, reason }) => ({
      subject: t('operator.subject_merger', { venue: gone.name }),
      text: [
        t('account.letterHello'),
        t('operator.letter_merger', { gone: gone.name, venue: kept.name }),
        address(own, '/manage/merger'),
        t('operator.letterReason', { reason }),
        end,
      ].join('\n\n'),
    }),
    merge: ({ gone, kept }) => ({
      subject: t('operator.subject_merged', { venue: kept.name }),
      text: [
        t('account.letterHello'),
        t('operator.letter_merged', { gone: gone.name, venue: kept.name }),
        address(kept),
        end,
      ].join('\n\n'),
    }),
  };
}
