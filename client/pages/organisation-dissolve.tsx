/** Dissolving an organisation: what happens, in sentences; what becomes of each place; and the question once more. */
import { Radios } from '../components/form.tsx';
import { managePath, OrganisationFrame } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatList } from '../language/format.ts';
import { typedValue } from '../logic/form.ts';
import type { OrganisationDissolvePageData } from './data.ts';

const consequences = ['places', 'contacts', 'members', 'keys', 'record', 'history'] as const;
/** What is the same whatever was chosen; the rest is said by name where it is asked once more. */
const settled = ['contacts', 'members', 'keys', 'record'] as const;
const names = ['keep', 'forget'] as const;

type Props = { data: OrganisationDissolvePageData; action: string };

function Asked({ data, action }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const { form, places, organisation } = data;
  const chosen = (what: string) =>
    places.filter(({ id }) => typedValue(form, `place_${id}`) === what).map(({ name }) => name);
  const [released, withdrawn] = [chosen('release'), chosen('withdraw')];
  const fields = ['name', ...places.map(({ id }) => `place_${id}`)];
  return (
    <section aria-labelledby="sure">
      <h2 class="govuk-heading-m" id="sure">
        {t('organisation.sureTitle')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {released.length > 0 && (
          <li>{t('organisation.sureRelease', { venues: formatList(language, released) })}</li>
        )}
        {withdrawn.length > 0 && (
          <li>{t('organisation.sureWithdraw', { venues: formatList(language, withdrawn) })}</li>
        )}
        <li>
          {t(typedValue(form, 'name') === 'forget' ? 'organisation.sureForget' : 'organisation.sureKeep')}
        </li>
      </ul>
      <form method="post" action={action}>
        <input type="hidden" name="version" value={data.version} />
        <input type="hidden" name="do" value="dissolve" />
        {fields.map((name) => (
          <input key={name} type="hidden" name={name} value={typedValue(form, name)} />
        ))}
        <div class="mh-desk-actions">
          <button type="submit" class="mh-button">
            {t('organisation.dissolveNow')}
          </button>
          <a class="mh-button mh-button--quiet" href={href(managePath(organisation))}>
            {t('organisation.notNow')}
          </a>
        </div>
      </form>
    </section>
  );
}

function Choices({ data, action }: Props) {
  const { t } = useLanguage();
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="version" value={data.version} />
      {data.places.map(({ id, name, canBeReleased }) => (
        <Radios
          key={id}
          form={data.form}
          name={`place_${id}`}
          label={t('organisation.placeOf', { venue: name })}
          {...(!canBeReleased && { hint: t('organisation.onlyWithdraw') })}
          options={[
            ...(canBeReleased ? [{ value: 'release', label: t('organisation.end_release') }] : []),
            { value: 'withdraw', label: t('organisation.end_withdraw') },
          ]}
        />
      ))}
      <Radios
        form={data.form}
        name="name"
        label={t('organisation.nameAfter')}
        options={names.map((each) => ({ value: each, label: t(`organisation.name_${each}`) }))}
      />
      <button type="submit" class="mh-button">
        {t('organisation.goOn')}
      </button>
    </form>
  );
}

export function OrganisationDissolvePage({ data }: { data: OrganisationDissolvePageData }) {
  const { t, href } = useLanguage();
  const { organisation } = data;
  const action = href(`${managePath(organisation)}/dissolve`);
  return (
    <OrganisationFrame
      settings={data.settings}
      back={organisation}
      title={t('organisation.dissolveTitle', { organisation: organisation.name })}
      form={data.form}
    >
      <p class="govuk-body">{t('organisation.dissolveHow')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {(data.isAsked ? settled : consequences).map((each) => (
          <li key={each}>{t(`organisation.dissolve_${each}`)}</li>
        ))}
      </ul>
      {data.isAsked ? <Asked data={data} action={action} /> : <Choices data={data} action={action} />}
    </OrganisationFrame>
  );
}
