/** What letters about organisations say, in a language. */
import { defaultLocale, type Locale, localePath, locales } from '../../client/language/locales.ts';
import type { OrganisationLetter } from '../organisations/letters.ts';
import { languageOf } from './languages.ts';

export const organisationLetter =
  (publicUrl: string, usual: Locale = defaultLocale): OrganisationLetter =>
  (event, { organisation, other = '', venue, path }, reads) => {
    const locale = locales.find((each) => each === reads) ?? usual;
    const { t } = languageOf(locale);
    // A name of several lines could speak to whoever is written to, as if it were us.
    const oneLine = (name: string) => name.replace(/\s+/g, ' ');
    const named = {
      organisation: oneLine(organisation),
      other: oneLine(other),
      venue: oneLine(venue?.name ?? ''),
    };
    return {
      subject: t(`organisation.subject_${event}`, named),
      text: [
        t('account.letterHello'),
        t(`organisation.letter_${event}`, named),
        publicUrl + localePath(locale, path),
        ...(event === 'invited' ? [t('organisation.letterIgnore')] : []),
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  };
