/** What the letter says that reminds those who look after places, in the language that they last used. */
import { localePath } from '../../client/language/locales.ts';
import type { ReminderLetter } from '../reminders/letters.ts';
import { languageOf } from './languages.ts';
import { readerLocale } from './reader-locale.ts';

/** More are counted. */
const MOST_NAMED = 20;

export const reminderLetter =
  (publicUrl: string): ReminderLetter =>
  ({ places, confirm, stop, days }, locale) => {
    const spoken = readerLocale(locale);
    const { t } = languageOf(spoken);
    const address = (path: string) => publicUrl + localePath(spoken, path);
    const [first] = places;
    const more = places.length - MOST_NAMED;
    return {
      subject: t('reminder.subject', { count: places.length, venue: first?.name ?? '' }).replace(/\s+/g, ' '),
      text: [
        t('account.letterHello'),
        t('reminder.letter', { count: places.length }),
        ...places
          .slice(0, MOST_NAMED)
          .map(
            ({ id, slug, name, old }) =>
              `${t('reminder.letterPlace', { venue: name, count: old })}\n${address(`/venues/${slug}-${id}/still-true`)}`,
          ),
        ...(more > 0 ? [t('reminder.letterMore', { count: more })] : []),
        `${t('reminder.letterNothing', { days })}\n${address(confirm)}`,
        `${t('reminder.stop')}\n${address(stop)}`,
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  };
