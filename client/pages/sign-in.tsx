/** Signing in: ask for a letter, type its code, or follow its link. */
import { ErrorSummary, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { OutboxLink } from '../components/outbox-link.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { SignInPageData } from './data.ts';

function Ask({ data }: { data: SignInPageData }) {
  const { t, href } = useLanguage();
  const next = data.next && <input type="hidden" name="next" value={data.next} />;
  return (
    <>
      <h1 class="govuk-heading-l">
        {data.claims ? t('account.signInToClaim', { venue: data.claims.name }) : t('account.signIn')}
      </h1>
      {data.claims && <p class="govuk-body">{t('account.signInToClaimWhy')}</p>}
      {data.kept && <p class="mh-done">{t('account.kept')}</p>}
      <p class="govuk-body">{t('account.signInHow')}</p>
      {data.noMail ? (
        <p class="govuk-body">
          <strong>{t('account.noMail')}</strong>
        </p>
      ) : (
        <form method="post" action={href('/sign-in')} novalidate>
          {next}
          <TextInput
            form={data.form}
            name="email"
            type="email"
            autocomplete="email"
            label={t('account.email')}
            hint={t('account.emailHint')}
            dir="ltr"
          />
          <button type="submit" class="mh-button">
            {t('account.sendLetter')}
          </button>
        </form>
      )}
      {data.demoPeople.length > 0 && (
        <section aria-labelledby="demo-people" class="mh-demo-people">
          <h2 class="govuk-heading-m" id="demo-people">
            {t('account.demoPeople')}
          </h2>
          <p class="govuk-body">{t('account.demoPeopleHow')}</p>
          {data.demoPeople.map((each) => (
            <form method="post" action={href('/sign-in')} key={each.email}>
              {next}
              <input type="hidden" name="email" value={each.email} />
              <button type="submit" class="mh-button mh-button--quiet">
                {each.name}
              </button>
            </form>
          ))}
        </section>
      )}
    </>
  );
}

function Code({ data }: { data: SignInPageData }) {
  const { t, href } = useLanguage();
  return (
    <>
      <h1 class="govuk-heading-l">{t('account.lookInYourMail')}</h1>
      <p class="govuk-body">
        <Rich
          text={t('account.letterSent', { email: data.email ?? '' })}
          tags={{ b: (words) => <strong dir="ltr">{words}</strong> }}
        />
      </p>
      <OutboxLink shown={data.outbox} />
      <form method="post" action={href('/sign-in/code')} novalidate>
        <input type="hidden" name="id" value={data.id} />
        <input type="hidden" name="email" value={data.email} />
        <TextInput
          form={data.form}
          name="code"
          label={t('account.code')}
          hint={t('account.codeHint')}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
          chars={10}
          dir="ltr"
        />
        <button type="submit" class="mh-button">
          {t('account.signInNow')}
        </button>
      </form>
      <p class="govuk-body">{t('account.noLetter')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/sign-in')}>
          {t('account.anotherLetter')}
        </a>
      </p>
    </>
  );
}

/** The link is only used by the button: programs that look through mail open links too. */
function Link({ data }: { data: SignInPageData }) {
  const { t, href } = useLanguage();
  return (
    <>
      <h1 class="govuk-heading-l">{t('account.almostIn')}</h1>
      <form method="post" action={href(`/sign-in/${data.token}`)}>
        <button type="submit" class="mh-button">
          {t('account.signInNow')}
        </button>
      </form>
    </>
  );
}

function Over() {
  const { t, href } = useLanguage();
  return (
    <>
      <h1 class="govuk-heading-l">{t('account.linkOver')}</h1>
      <p class="govuk-body">{t('account.linkOverText')}</p>
      <p class="govuk-body">
        <a class="mh-button" href={href('/sign-in')}>
          {t('account.anotherLetter')}
        </a>
      </p>
    </>
  );
}

const steps = { ask: Ask, code: Code, link: Link, over: Over };

export function SignInPage({ data }: { data: SignInPageData }) {
  const { href } = useLanguage();
  const Step = steps[data.step];
  const { claims } = data;
  return (
    <Layout settings={data.settings} {...(!claims && { current: '/account' })}>
      {claims && (
        <a class="govuk-back-link" href={href(venuePath(claims))}>
          <span dir="auto">{claims.name}</span>
        </a>
      )}
      <div class="mh-desk">
        <ErrorSummary form={data.form} />
        <Step data={data} />
      </div>
    </Layout>
  );
}
