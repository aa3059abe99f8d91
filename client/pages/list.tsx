/** The first step of listing a place: what it is called, where it is, and who holds it. */
import { kinds } from '../../server/vocabulary.ts';
import { Checkboxes, ErrorSummary, Radios, SelectInput, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { ListPageData } from './data.ts';

function Same({ data }: { data: ListPageData }) {
  const { t, href } = useLanguage();
  if (data.same.length === 0) return null;
  return (
    <section aria-labelledby="same">
      <h2 class="govuk-heading-m" id="same">
        {t('listing.same')}
      </h2>
      <ul class="govuk-list mh-desk-list">
        {data.same.map((each) => (
          <li key={each.id}>
            <a class="govuk-link" href={href(venuePath(each))} dir="auto">
              {each.name}
            </a>
            <a class="govuk-link" href={href(`${venuePath(each)}/claim`)}>
              {t('listing.thisOne')}
              <span class="govuk-visually-hidden" dir="auto">
                : {each.name}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <Checkboxes
        form={data.form}
        name="another"
        label={t('listing.notThese')}
        options={[{ value: 'yes', label: t('listing.another') }]}
      />
    </section>
  );
}

export function ListPage({ data }: { data: ListPageData }) {
  const { t, word, href } = useLanguage();
  const { form, groups } = data;
  const kindOptions = kinds
    .map(({ key, label }) => ({ value: key, label: word('kinds', key, 'label') ?? label }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const own = groups.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Layout settings={data.settings} current="/list">
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <h1 class="govuk-heading-l">{t('listing.start')}</h1>
        <p class="govuk-body">{t('listing.startHow')}</p>
        <form method="post" action={href('/list')} novalidate>
          <TextInput form={form} name="name" label={t('listing.name')} maxLength={160} dir="auto" />
          <SelectInput
            form={form}
            name="kind"
            label={t('listing.kind')}
            options={[{ value: '', label: t('listing.choose') }, ...kindOptions]}
          />
          {own.length > 0 && (
            <Radios
              form={form}
              name="organisationId"
              label={t('listing.group')}
              options={[...own, { value: 'new', label: t('listing.anotherGroup') }]}
            />
          )}
          <TextInput
            form={form}
            name="newGroup"
            label={t('listing.newGroup')}
            hint={t('listing.newGroupHint')}
            maxLength={160}
            dir="auto"
          />
          <TextInput
            form={form}
            name="street"
            label={t('listing.street')}
            autocomplete="off"
            maxLength={120}
          />
          <TextInput form={form} name="town" label={t('listing.town')} autocomplete="off" maxLength={120} />
          <TextInput form={form} name="postcode" label={t('listing.postcode')} maxLength={16} chars={10} />
          <TextInput
            form={form}
            name="point"
            label={t('listing.point')}
            hint={t('listing.pointHint')}
            maxLength={50}
            chars={20}
            dir="ltr"
          />
          <Same data={data} />
          <button type="submit" class="mh-button">
            {t('listing.goOn')}
          </button>
        </form>
      </div>
    </Layout>
  );
}
