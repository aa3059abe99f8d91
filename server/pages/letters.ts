/** What letters say, in a language. */
import { defaultLocale, type Locale } from '../../client/language/locales.ts';
import { SIGN_IN_MINUTES, type SignInLetter } from '../people/sign-in.ts';
import { languageOf } from './languages.ts';

export function signInLetter(publicUrl: string, locale: Locale = defaultLocale): SignInLetter {
  const { t } = languageOf(locale);
  const host = new URL(publicUrl).host;
  return {
    subject: t('account.letterSubject', { host }),
    text: (link, code) =>
      [
        t('account.letterHello'),
        t('account.letterLink', { minutes: SIGN_IN_MINUTES }),
        link,
        t('account.letterCode'),
        code,
        t('account.letterNotYou'),
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
  };
}
