/** The first step of listing a place: what it is called, where it is, and who holds it. */
import { ErrorSummary, Radios, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { KindField } from '../components/listing/about-fields.tsx';
import { PlaceFields, Same } from '../components/listing/place-fields.tsx';
import { useLanguage } from '../language/context.tsx';
import { listingSteps } from '../logic/listing.ts';
import { venuePath } from '../logic/rooms.ts';
import type { ListPageData } from './data.ts';

export function ListPage({ data }: { data: ListPageData }) {
  const { t, href } = useLanguage();
  const { form, groups } = data;
  const own = groups.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Layout settings={data.settings} current="/list">
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <p class="mh-quiet">{t('listing.stepOf', { number: 1, all: listingSteps.length })}</p>
        <h1 class="govuk-heading-l">{t('listing.start')}</h1>
        <p class="govuk-body">{t('listing.startHow')}</p>
        {data.drafts.length > 0 && (
          <section class="mh-panel" aria-labelledby="begun">
            <h2 class="mh-panel__title" id="begun">
              {t('listing.begun')}
            </h2>
            <ul class="govuk-list mh-desk-list">
              {data.drafts.map((each) => (
                <li key={each.id}>
                  <a class="govuk-link" href={href(`${venuePath(each)}/manage`)} dir="auto">
                    {each.name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <form method="post" action={href('/list')} novalidate>
          <button type="submit" class="mh-default" tabIndex={-1} aria-hidden="true" />
          <TextInput form={form} name="name" label={t('listing.name')} maxLength={160} dir="auto" />
          <KindField form={form} />
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
          <PlaceFields form={form} settings={data.settings} />
          <Same form={form} same={data.same} />
          <button type="submit" class="mh-button">
            {t('listing.goOn')}
          </button>
        </form>
      </div>
    </Layout>
  );
}
