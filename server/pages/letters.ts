/** What letters say, in a language. */
import { defaultLocale, type Locale, localePath } from '../../client/language/locales.ts';
import type { EmailLetter } from '../people/change-email.ts';
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

/** About a person's address and account. */
export const emailLetter =
  (publicUrl: string, locale: Locale = defaultLocale): EmailLetter =>
  (event, { path }) => {
    const { t } = languageOf(locale);
    const leadsOn = { confirm: path, asked: '/account/you' }[event as string];
    return {
      subject: t(`own.subject_${event}`, { host: new URL(publicUrl).host }),
      text: [
        t('account.letterHello'),
        t(`own.letter_${event}`),
        ...(leadsOn ? [publicUrl + localePath(locale, leadsOn)] : []),
        `${t('common.name')}\n${publicUrl}`,
      ].join('\n\n'),
    };
  };
