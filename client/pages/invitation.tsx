/** The link of an invitation. It is only used by the button: programs that look through mail open links too. */
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import type { InvitationPageData } from './data.ts';

function Step({ data }: { data: InvitationPageData }) {
  const { t, href } = useLanguage();
  const { step, token, isNew, email = '' } = data;
  if (step === 'signIn')
    return (
      <>
        <p class="govuk-body">{t('organisation.signInToAccept', { email })}</p>
        <p class="govuk-body">
          <a class="mh-button" href={href('/sign-in')}>
            {t('account.signIn')}
          </a>
        </p>
      </>
    );
  if (step === 'other')
    return (
      <>
        <p class="govuk-body">{t('organisation.otherAddress', { email })}</p>
        <form method="post" action={href('/sign-out')}>
          <button type="submit" class="mh-button mh-button--quiet">
            {t('account.signOut')}
          </button>
        </form>
      </>
    );
  return (
    <form method="post" action={href(`/invitations/${token}`)}>
      {isNew && <p class="govuk-body">{t('organisation.acceptNew', { email })}</p>}
      <button type="submit" class="mh-button">
        {t('organisation.acceptInvitation')}
      </button>
    </form>
  );
}

export function InvitationPage({ data }: { data: InvitationPageData }) {
  const { t } = useLanguage();
  const { step, organisation, role = 'editor' } = data;
  const isOver = step === 'over';
  return (
    <Layout settings={data.settings}>
      <div class="mh-desk">
        <h1 class="govuk-heading-l">
          {t(isOver ? 'organisation.invitationOver' : 'organisation.invitationTitle')}
        </h1>
        {isOver ? (
          <p class="govuk-body">{t('organisation.invitationOverText')}</p>
        ) : (
          <>
            <p class="govuk-body">
              {t('organisation.invitationText', {
                organisation: organisation?.name ?? '',
                role: t(`organisation.role_${role}`),
              })}
            </p>
            <p class="govuk-body">{t(`organisation.roleHint_${role}`)}</p>
            <Step data={data} />
          </>
        )}
      </div>
    </Layout>
  );
}
