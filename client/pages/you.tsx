/** One's own account: the address, where one is signed in, the data; and deleting it. */
import { Checkboxes, Done, ErrorSummary, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { managePath, Press } from '../components/organisation-frame.tsx';
import { OutboxLink } from '../components/outbox-link.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import type { ConfirmEmailPageData, DeleteAccountPageData, YouPageData } from './data.ts';

const consequences = ['goes', 'stays', 'never'] as const;

function Address({ data }: { data: YouPageData }) {
  const { t, href } = useLanguage();
  const action = href('/account/you');
  return (
    <section aria-labelledby="address">
      <h2 class="govuk-heading-m" id="address">
        {t('own.emailTitle')}
      </h2>
      <p class="govuk-body">{t('own.emailNow', { email: data.email })}</p>
      {data.waiting && (
        <>
          <p class="govuk-body">{t('own.emailWaiting', { email: data.waiting })}</p>
          <OutboxLink shown={data.outbox} />
          <Press action={action} values={{ do: 'keep' }} label={t('own.emailKeep')} />
        </>
      )}
      <form method="post" action={action} novalidate>
        <TextInput
          form={data.form}
          name="email"
          type="email"
          autocomplete="email"
          label={t('own.emailNew')}
          hint={t('own.emailHow')}
          dir="ltr"
        />
        <button type="submit" class="mh-button mh-button--quiet">
          {t('own.emailAsk')}
        </button>
      </form>
    </section>
  );
}

export function YouPage({ data }: { data: YouPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const day = (at: string) => formatDay(language, at.slice(0, 10));
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href('/account')}>
        {t('account.yourPlaces')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={data.form} />
        {data.done && <Done>{t(`own.done_${data.done}`)}</Done>}
        <h1 class="govuk-heading-l">{t('own.title')}</h1>
        <Address data={data} />
        <section aria-labelledby="sessions" class="mh-desk-part">
          <h2 class="govuk-heading-m" id="sessions">
            {t('own.sessions')}
          </h2>
          <p class="govuk-body">{t(data.sessions.length === 1 ? 'own.sessionsOnly' : 'own.sessionsHow')}</p>
          <ul class="govuk-list mh-desk-list">
            {data.sessions.map(({ since, when, lastSeen, device, isThis }) => (
              <li key={since}>
                <div>
                  {device && (
                    <div>
                      <bdi>{device}</bdi>
                    </div>
                  )}
                  <div class={device && 'mh-quiet'}>
                    {t('own.sessionSince', { when, seen: day(lastSeen) })}
                  </div>
                </div>
                {isThis && <strong>{t('own.sessionThis')}</strong>}
              </li>
            ))}
          </ul>
          <Press
            action={href('/sign-out')}
            values={{ everywhere: 'yes' }}
            label={t('account.signOutEverywhere')}
          />
        </section>
        <section aria-labelledby="data" class="mh-desk-part">
          <h2 class="govuk-heading-m" id="data">
            {t('own.exportTitle')}
          </h2>
          <p class="govuk-body">{t('own.exportHow')}</p>
          <p class="govuk-body">
            <a class="mh-button mh-button--quiet" href="/api/v1/me/export" download="moothall-about-me.json">
              {t('own.export')}
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href('/account/delete')}>
              {t('own.toDelete')}
            </a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

export function DeleteAccountPage({ data }: { data: DeleteAccountPageData }) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href('/account/you')}>
        {t('own.title')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={data.form} />
        <h1 class="govuk-heading-l">{t('own.deleteTitle')}</h1>
        <ul class="govuk-list govuk-list--bullet">
          {consequences.map((each) => (
            <li key={each}>{t(`own.deleteWhat_${each}`)}</li>
          ))}
        </ul>
        {data.only.length > 0 ? (
          <>
            <p class="govuk-body">
              <strong>{t('own.onlySteward')}</strong>
            </p>
            <ul class="govuk-list govuk-list--spaced">
              {data.only.map((each) => (
                <li key={each.id}>
                  <a class="govuk-link mh-tap" href={href(managePath(each))} dir="auto">
                    {each.name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <form method="post" action={href('/account/delete')} novalidate>
            <Checkboxes
              form={data.form}
              name="sure"
              label={t('own.confirmBox')}
              options={[{ value: 'yes', label: t('own.sure') }]}
            />
            <button type="submit" class="mh-button">
              {t('own.deleteNow')}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}

export function ConfirmEmailPage({ data }: { data: ConfirmEmailPageData }) {
  const { t, href } = useLanguage();
  const { step, token, email = '' } = data;
  return (
    <Layout settings={data.settings} current="/account">
      <div class="mh-desk">
        {step === 'done' && <Done>{t('own.confirmDone')}</Done>}
        <h1 class="govuk-heading-l">{t(step === 'over' ? 'own.confirmOver' : 'own.confirmTitle')}</h1>
        {step === 'over' && (
          <>
            <p class="govuk-body">{t('own.confirmOverText')}</p>
            <p class="govuk-body">
              <a class="mh-button" href={href('/account/you')}>
                {t('own.title')}
              </a>
            </p>
          </>
        )}
        {step === 'ask' && (
          <>
            <p class="govuk-body">{t('own.confirmText', { email })}</p>
            <Press action={href(`/account/email/${token}`)} values={{}} label={t('own.confirm')} strong />
          </>
        )}
        {step === 'done' && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href('/account')}>
              {t('account.yourPlaces')}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
