/** A person's own page: their organisations and the places these hold, what they are called, and leaving. */
import { Done, ErrorSummary, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { managePath, Press } from '../components/organisation-frame.tsx';
import { PlaceStatus } from '../components/place-status.tsx';
import { useLanguage } from '../language/context.tsx';
import type { AccountPageData } from './data.ts';

function Organisation({ organisation, role, venues }: AccountPageData['organisations'][number]) {
  const { t, href } = useLanguage();
  return (
    <section class="mh-card" aria-labelledby={`organisation-${organisation.id}`}>
      <h2 class="govuk-heading-m" id={`organisation-${organisation.id}`} dir="auto">
        <a class="govuk-link" href={href(managePath(organisation))}>
          {organisation.name}
        </a>
      </h2>
      <p class="mh-quiet">{t(role === 'steward' ? 'account.youSteward' : 'account.youEdit')}</p>
      {venues.length > 0 && (
        <ul class="govuk-list mh-desk-list">
          {venues.map(({ id, slug, name, status, isHidden, waiting }) => (
            <li key={id}>
              <a class="govuk-link" href={href(`/venues/${slug}-${id}/manage`)} dir="auto">
                {name}
              </a>
              {waiting > 0 && (
                <a class="govuk-link mh-tap" href={href(`/venues/${slug}-${id}/corrections`)}>
                  {t('correction.waiting', { count: waiting })}
                  <span class="govuk-visually-hidden">: {name}</span>
                </a>
              )}
              <PlaceStatus place={{ status, isHidden }} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const says = {
  name: 'account.done_name',
  letters: 'account.done_name',
  declined: 'own.done_declined',
  left: 'own.done_left',
} as const;

function Invited({ data }: { data: AccountPageData }) {
  const { t, href } = useLanguage();
  if (data.invitations.length === 0) return null;
  const action = href('/account/invitations');
  return (
    <section class="mh-panel" aria-labelledby="invited">
      <h2 class="mh-panel__title" id="invited">
        {t('own.invited')}
      </h2>
      <ul class="govuk-list mh-desk-list">
        {data.invitations.map(({ id, organisation, role }) => (
          <li key={id}>
            <span dir="auto">
              {t('own.invitedAs', {
                organisation: organisation.name,
                role,
              })}
            </span>
            <span class="mh-presses">
              <Press
                action={action}
                values={{ do: 'accept', invitation: id }}
                label={t('own.accept')}
                about={organisation.name}
                strong
              />
              <Press
                action={action}
                values={{ do: 'decline', invitation: id }}
                label={t('own.decline')}
                about={organisation.name}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AccountPage({ data }: { data: AccountPageData }) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={data.settings} current="/account">
      <div class="mh-desk">
        <ErrorSummary form={data.form} />
        {data.done && <Done>{t(says[data.done])}</Done>}
        <h1 class="govuk-heading-l">{t('account.yourPlaces')}</h1>
        <Invited data={data} />
        {data.enquiries > 0 && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href('/enquiries')}>
              <strong>{t('enquiry.listWaiting', { count: data.enquiries })}</strong>
            </a>
          </p>
        )}
        {data.organisations.length === 0 && <p class="govuk-body">{t('account.noOrganisations')}</p>}
        {data.organisations.map((each) => (
          <Organisation key={each.organisation.id} {...each} />
        ))}
        {data.organisations.length > 0 && data.enquiries === 0 && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href('/enquiries')}>
              {t('enquiry.listTitle')}
            </a>
          </p>
        )}
        <p class="govuk-body">
          <a class="mh-button" href={href('/list')}>
            {t('account.listPlace')}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link mh-tap" href={href('/organisations/new')}>
            {t('own.addGroup')}
          </a>
        </p>
        {data.organisations.length > 0 && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href('/plan')}>
              {t('plan.plansTitle')}
            </a>
          </p>
        )}
        {data.operator && (
          <p class="govuk-body">
            <a class="govuk-link" href={href('/operator')}>
              {t('account.toOperator')}
            </a>
          </p>
        )}
        <h2 class="govuk-heading-m">{t('account.you')}</h2>
        <p class="govuk-body" dir="auto">
          {t('account.signedInAs', { email: data.email })}
        </p>
        <form method="post" action={href('/account')} novalidate>
          <TextInput
            form={data.form}
            name="name"
            label={t('account.name')}
            hint={t('account.nameHint')}
            autocomplete="name"
            maxLength={80}
            dir="auto"
          />
          <button type="submit" class="mh-button mh-button--quiet">
            {t('account.keepName')}
          </button>
        </form>
        <h2 class="govuk-heading-m" id="letters">
          {t('reminder.letters')}
        </h2>
        <p class="govuk-body">{t(data.reminders ? 'reminder.lettersOn' : 'reminder.lettersOff')}</p>
        <form method="post" action={href('/account')}>
          <input type="hidden" name="reminders" value={data.reminders ? 'off' : 'on'} />
          <button type="submit" class="mh-button mh-button--quiet">
            {t(data.reminders ? 'reminder.turnOff' : 'reminder.turnOn')}
          </button>
        </form>
        <p class="govuk-body">
          <a class="govuk-link mh-tap" href={href('/account/you')}>
            {t('own.toYou')}
          </a>
        </p>
        <p class="govuk-body">
          <a class="mh-button mh-button--quiet" href="/api/v1/me/export" download="moothall-about-me.json">
            {t('own.export')}
          </a>
        </p>
        <div class="mh-desk-actions">
          <form method="post" action={href('/sign-out')}>
            <button type="submit" class="mh-button mh-button--quiet">
              {t('account.signOut')}
            </button>
          </form>
          <form method="post" action={href('/sign-out')}>
            <input type="hidden" name="everywhere" value="yes" />
            <button type="submit" class="mh-button mh-button--quiet">
              {t('account.signOutEverywhere')}
            </button>
          </form>
        </div>
      </div>
    </Layout>
  );
}
