/** What letters about organisations say, in a language. */
import { defaultLocale, type Locale, localePath, locales } from '../../client/language/locales.ts';
import type { OrganisationLetter } from '../organisations/letters.ts';
import { languageOf } from './languages.ts';

export const organisationLetter =
  (publicUrl: string, usual: Locale = defaultLocale): OrganisationLetter =>
  (event, { organisation, other = '', venue, path }, reads) => {
    const locale = locales.find((each) => each === reads) ?? usual;
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
