/** Who is a member of an organisation, who is invited, and who takes stewardship on. */
import { Radios, SelectInput, TextInput } from '../components/form.tsx';
import { managePath, OrganisationFrame, Press } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import type { OrganisationMembersPageData } from './data.ts';

const roles = ['editor', 'steward'] as const;
const ways = ['editor', 'leave'] as const;

type Props = { data: OrganisationMembersPageData; action: string };

export function Members({ data, action }: Props) {
  const { t } = useLanguage();
  const { members, isSteward } = data;
  return (
    <ul class="govuk-list mh-desk-list">
      {members.map(({ id, email, name, role, isYou }) => {
        const who = name ?? email;
        const other = role === 'steward' ? 'editor' : 'steward';
        return (
          <li key={id}>
            <span class="mh-member">
              <strong dir="auto">{who}</strong>{' '}
              {isYou && <span class="mh-quiet">({t('organisation.isYou')})</span>}
              <br />
              {name && (
                <>
                  <bdi>{email}</bdi>
                  <br />
                </>
              )}
              {t(`organisation.role_${role}`)}
            </span>
            <span class="mh-presses">
              {isSteward && (
                <Press
                  action={action}
                  values={{ do: 'role', person: id, role: other }}
                  label={t(other === 'steward' ? 'organisation.makeSteward' : 'organisation.makeEditor')}
                  about={who}
                />
              )}
              {(isSteward || isYou) && (
                <Press
                  action={action}
                  values={{ do: 'remove', person: id }}
                  label={t(isYou ? 'organisation.leave' : 'organisation.remove')}
                  {...(!isYou && { about: who })}
                />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export function Invitations({ data, action }: Props) {
  const language = useLanguage();
  const { t } = language;
  if (data.invitations.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('organisation.openInvitations')}</h2>
      <ul class="govuk-list mh-desk-list">
        {data.invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <span class="mh-member">
              <strong>
                <bdi>{email}</bdi>
              </strong>
              <br />
              {t('organisation.invitedUntil', {
                role: t(`organisation.role_${role}`),
                day: formatDay(language, expiresAt.slice(0, 10)),
              })}
            </span>
            <span class="mh-presses">
              <Press
                action={action}
                values={{ do: 'invite', email, role }}
                label={t('organisation.sendAgain')}
                about={email}
              />
              <Press
                action={action}
                values={{ do: 'withdraw', invitation: id }}
                label={t('organisation.withdraw')}
                about={email}
              />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Invite({ data, action }: Props) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="invite" class="mh-desk-part">
      <h2 class="govuk-heading-m" id="invite">
        {t('organisation.inviteTitle')}
      </h2>
      <p class="govuk-body">{t('organisation.inviteHow')}</p>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="do" value="invite" />
        <TextInput
          form={data.form}
          name="email"
          type="email"
          label={t('organisation.inviteEmail')}
          dir="ltr"
          autocomplete="off"
        />
        <Radios
          form={data.form}
          name="role"
          label={t('organisation.inviteRole')}
          options={roles.map((role) => ({
            value: role,
            label: t(`organisation.role_${role}`),
            hint: t(`organisation.roleHint_${role}`),
          }))}
        />
        <button type="submit" class="mh-button">
          {t('organisation.sendInvitation')}
        </button>
      </form>
    </section>
  );
}

function HandOn({ data, action }: Props) {
  const { t } = useLanguage();
  const others = data.members.filter(({ isYou }) => !isYou);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="hand-on" class="mh-desk-part">
      <h2 class="govuk-heading-m" id="hand-on">
        {t('organisation.handOnTitle')}
      </h2>
      <p class="govuk-body">{t('organisation.handOnHow')}</p>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="do" value="handOn" />
        <SelectInput
          form={data.form}
          name="to"
          label={t('organisation.handOnTo')}
          options={[
            { value: '', label: '–' },
            ...others.map(({ id, name, email }) => ({ value: String(id), label: name ?? email })),
          ]}
        />
        <Radios
          form={data.form}
          name="after"
          label={t('organisation.handOnThen')}
          options={ways.map((way) => ({ value: way, label: t(`organisation.then_${way}`) }))}
        />
        <button type="submit" class="mh-button mh-button--quiet">
          {t('organisation.handOn')}
        </button>
      </form>
    </section>
  );
}

function Leaving({ data, action }: Props) {
  const { t } = useLanguage();
  const { leaving } = data;
  if (!leaving) return null;
  const { id, who, isYou } = leaving;
  return (
    <section class="mh-panel" aria-labelledby="leaving" data-focus tabIndex={-1}>
      <h2 class="mh-panel__title" id="leaving" dir="auto">
        {isYou ? t('organisation.sureLeave') : t('organisation.sureRemove', { who })}
      </h2>
      <div class="mh-presses">
        <Press
          action={action}
          values={{ do: 'remove', person: id, sure: 'yes' }}
          label={t(isYou ? 'organisation.yesLeave' : 'organisation.yesRemove')}
          strong
        />
        <a class="mh-button mh-button--quiet" href={action}>
          {t('organisation.notNow')}
        </a>
      </div>
    </section>
  );
}

export function OrganisationMembersPage({ data }: { data: OrganisationMembersPageData }) {
  const { t, href } = useLanguage();
  const { organisation, isSteward, next, isLater, done } = data;
  const path = `${managePath(organisation)}/members`;
  const action = href(path);
  return (
    <OrganisationFrame
      settings={data.settings}
      back={organisation}
      title={t('organisation.membersTitle')}
      form={data.form}
      done={done && t(`organisation.done_${done}`)}
    >
      <p class="govuk-body">{t('organisation.membersHow')}</p>
      <Leaving data={data} action={action} />
      <Members data={data} action={action} />
      {(isLater || next !== undefined) && (
        <p class="govuk-body mh-presses">
          {isLater && (
            <a class="govuk-link mh-tap" href={action}>
              {t('organisation.firstMembers')}
            </a>
          )}
          {next !== undefined && (
            <a class="govuk-link mh-tap" href={href(`${path}?after=${next}`)}>
              {t('organisation.moreMembers')}
            </a>
          )}
        </p>
      )}
      {isSteward && (
        <>
          <Invitations data={data} action={action} />
          <Invite data={data} action={action} />
          <HandOn data={data} action={action} />
        </>
      )}
    </OrganisationFrame>
  );
}
