/** What an organisation says of itself, as a form; and the form that adds one. */
import { Clashes } from '../components/clashes.tsx';
import { Radios, TextArea, TextInput } from '../components/form.tsx';
import { managePath, OrganisationFrame } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import type { FormState } from '../logic/form.ts';
import type { OrganisationAboutPageData, OrganisationNewPageData } from './data.ts';

const kinds = ['community', 'agency', 'commissioner'] as const;

function Said({ form, open }: { form: FormState; open: (name: string) => boolean }) {
  const { t } = useLanguage();
  return (
    <>
      {open('about') && (
        <TextArea
          form={form}
          name="about"
          label={t('organisation.field_about')}
          hint={t('organisation.aboutHint')}
          rows={6}
        />
      )}
      {open('website') && (
        <TextInput
          form={form}
          name="website"
          type="url"
          autocomplete="url"
          label={t('organisation.field_website')}
          hint={t('organisation.websiteHint')}
          dir="ltr"
        />
      )}
    </>
  );
}

const Name = ({ form }: { form: FormState }) => {
  const { t } = useLanguage();
  return (
    <TextInput
      form={form}
      name="name"
      label={t('organisation.field_name')}
      autocomplete="organization"
      dir="auto"
    />
  );
};

export function OrganisationAboutPage({ data }: { data: OrganisationAboutPageData }) {
  const { t, href } = useLanguage();
  const { organisation, form, clashes } = data;
  const open = (name: string) => !clashes.some((each) => each.name === name);
  return (
    <OrganisationFrame
      settings={data.settings}
      back={organisation}
      title={t('organisation.aboutTitle')}
      form={form}
      done={data.done}
    >
      <p class="govuk-body">{t('organisation.aboutHow')}</p>
      <form method="post" action={href(`${managePath(organisation)}/about`)} novalidate>
        {Object.entries(data.was).map(([name, value]) => (
          <input key={name} type="hidden" name={`was_${name}`} value={value} />
        ))}
        <Clashes clashes={clashes} who={t('organisation.someone')} day={data.day} form={form} />
        {open('name') && <Name form={form} />}
        <Said form={form} open={open} />
        <button type="submit" class="mh-button">
          {t('organisation.save')}
        </button>
      </form>
    </OrganisationFrame>
  );
}

export function OrganisationNewPage({ data }: { data: OrganisationNewPageData }) {
  const { t, href } = useLanguage();
  return (
    <OrganisationFrame settings={data.settings} title={t('organisation.newTitle')} form={data.form}>
      <p class="govuk-body">{t('organisation.newHow')}</p>
      <form method="post" action={href('/organisations/new')} novalidate>
        <Name form={data.form} />
        <Radios
          form={data.form}
          name="kind"
          label={t('organisation.field_kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`organisation.kind_${kind}`) }))}
        />
        <Said form={data.form} open={() => true} />
        <button type="submit" class="mh-button">
          {t('organisation.add')}
        </button>
      </form>
    </OrganisationFrame>
  );
}
