/** What letters about organisations say, in a language. */
import { defaultLocale, type Locale, localePath } from '../../client/language/locales.ts';
import type { OrganisationLetter } from '../organisations/letters.ts';
import { languageOf } from './languages.ts';

export const organisationLetter =
  (publicUrl: string, locale: Locale = defaultLocale): OrganisationLetter =>
  (event, { organisation, other = '', venue, path }) => {
    const { t } = languageOf(locale);
    const named = { organisation, other, venue: venue?.name ?? '' };
    return {
      subject: t(`organisation.subject_${event}`, named).replace(/\s+/g, ' '),
      text: [
        t('account.letterHello'),
        t(`organisation.letter_${event}`, named),
        publicUrl + localePath(locale, path),
        ...(event === 'invited' ? [t('organisation.letterIgnore')] : []),
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  };
