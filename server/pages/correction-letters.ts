/** What letters about suggestions say, in the language of who reads them. */
import { localePath } from '../../client/language/locales.ts';
import type { CorrectionLetters } from '../corrections/letters.ts';
import { languageOf } from './languages.ts';
import { readerLocale } from './reader-locale.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

export const correctionLetters = (publicUrl: string): CorrectionLetters => ({
  answered: ({ venue, outcome, reason }, locale) => {
    const spoken = readerLocale(locale);
    const { t } = languageOf(spoken);
    return {
      subject: oneLine(t(`correction.subject_${outcome}`, { venue: venue.name })),
      text: [
        t('account.letterHello'),
        t(`correction.letter_${outcome}`, { venue: venue.name }),
        publicUrl + localePath(spoken, `/venues/${venue.slug}-${venue.id}`),
        ...(reason ? [t('correction.letterReason', { reason })] : []),
        t('correction.letterLast'),
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  },
  waiting: ({ places, stop }, locale) => {
    const spoken = readerLocale(locale);
    const { t } = languageOf(spoken);
    const count = places.reduce((sum, { waiting }) => sum + waiting, 0);
    return {
      subject: oneLine(t('correction.subject_waiting', { count })),
      text: [
        t('account.letterHello'),
        t('correction.letter_waiting', { count: places.length }),
        ...places.map(
          ({ id, slug, name, waiting }) =>
            `${t('correction.letterPlace', { venue: name, count: waiting })}\n${publicUrl}${localePath(spoken, `/venues/${slug}-${id}/corrections`)}`,
        ),
        `${t('reminder.stop')}\n${publicUrl}${localePath(spoken, stop)}`,
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  },
});
