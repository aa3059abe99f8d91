/** The keys by which programs of an organisation use the API. */
import { Checkboxes, TextInput } from '../components/form.tsx';
import { managePath, OrganisationFrame, Press } from '../components/organisation-frame.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import type { OrganisationKeysPageData } from './data.ts';

const scopeKeys = {
  'venues:read': 'organisation.scope_read',
  'venues:write': 'organisation.scope_write',
  plan: 'organisation.scope_plan',
} as const;

export function Keys({ keys, action }: Pick<OrganisationKeysPageData, 'keys'> & { action: string }) {
  const language = useLanguage();
  const { t } = language;
  const day = (at: string) => formatDay(language, at.slice(0, 10));
  return (
    <ul class="govuk-list mh-desk-list">
      {keys.map(({ id, name, prefix, scopes, expiresAt, isOver, lastUsedOn }) => (
        <li key={id}>
          <span class="mh-member">
            <strong dir="auto">{name}</strong>
            <br />
            {t('organisation.keyPrefix', { prefix })}
            {scopes.map((scope) => (
              <span key={scope}>
                <br />
                {scope in scopeKeys ? t(scopeKeys[scope as keyof typeof scopeKeys]) : scope}
              </span>
            ))}
            <br />
            {t(isOver ? 'organisation.keyOver' : 'organisation.keyExpires', { day: day(expiresAt) })}
            <br />
            {lastUsedOn
              ? t('organisation.keyUsed', { day: day(lastUsedOn) })
              : t('organisation.keyNeverUsed')}
          </span>
          <Press
            action={action}
            values={{ do: 'revoke', key: id }}
            label={t('organisation.revoke')}
            about={name}
          />
        </li>
      ))}
    </ul>
  );
}

export function OrganisationKeysPage({ data }: { data: OrganisationKeysPageData }) {
  const { t, href } = useLanguage();
  const { organisation, keys, made, form, done } = data;
  const action = href(`${managePath(organisation)}/keys`);
  return (
    <OrganisationFrame
      settings={data.settings}
      back={organisation}
      title={t('organisation.keysTitle')}
      form={form}
      done={done && t(`organisation.done_${done}`)}
    >
      {made && (
        <div class="mh-done" role="status">
          <p class="govuk-body">{t('organisation.keyMade')}</p>
          <p class="mh-key" dir="ltr">
            <code>{made}</code>
          </p>
        </div>
      )}
      <p class="govuk-body">
        <Rich
          text={t('organisation.keysHow')}
          tags={{
            a: (words) => (
              <a class="govuk-link" href={href('/api/docs')}>
                {words}
              </a>
            ),
          }}
        />
      </p>
      {keys.length === 0 && <p class="govuk-body">{t('organisation.noKeys')}</p>}
      <Keys keys={keys} action={action} />
      <section aria-labelledby="make" class="mh-desk-part">
        <h2 class="govuk-heading-m" id="make">
          {t('organisation.makeKeyTitle')}
        </h2>
        <form method="post" action={action} novalidate>
          <input type="hidden" name="do" value="make" />
          <TextInput
            form={form}
            name="name"
            label={t('organisation.keyName')}
            hint={t('organisation.keyNameHint')}
            autocomplete="off"
            dir="auto"
          />
          <Checkboxes
            form={form}
            name="scopes"
            label={t('organisation.keyScopes')}
            options={(['venues:read', 'venues:write', 'plan'] as const).map((scope) => ({
              value: scope,
              label: t(scopeKeys[scope]),
            }))}
          />
          <TextInput
            form={form}
            name="days"
            label={t('organisation.keyDays')}
            hint={t('organisation.keyDaysHint')}
            inputMode="numeric"
            chars={3}
            dir="ltr"
          />
          <button type="submit" class="mh-button">
            {t('organisation.makeKey')}
          </button>
        </form>
      </section>
    </OrganisationFrame>
  );
}
