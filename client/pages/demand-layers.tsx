/** Layers of demand: those that can be used, and the form that adds one. */
import { LayerFields } from '../components/demand-fields.tsx';
import { Done, ErrorSummary, SelectInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import type { DemandLayersPageData } from './data.ts';

function NewLayer({ data }: { data: DemandLayersPageData }) {
  const { t, href } = useLanguage();
  const { form, organisations } = data;
  if (organisations.length === 0) return <p class="govuk-body">{t('demand.needGroup')}</p>;
  return (
    <form method="post" action={href('/plan/layers')} novalidate>
      <p class="govuk-body">{t('demand.newHow')}</p>
      <SelectInput
        form={form}
        name="organisationId"
        label={t('demand.field_organisationId')}
        options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <LayerFields form={form} />
      <button type="submit" class="mh-button">
        {t('demand.add')}
      </button>
    </form>
  );
}

export function DemandLayersPage({ data }: { data: DemandLayersPageData }) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href('/plan')}>
        {t('plan.toPlans')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={data.form} />
        {data.done && <Done>{t(`demand.done_${data.done}`)}</Done>}
        <h1 class="govuk-heading-l">{t('demand.layersTitle')}</h1>
        <p class="govuk-body">{t('demand.layersHow')}</p>
        <h2 class="govuk-heading-m">{t('demand.listTitle')}</h2>
        {data.layers.length === 0 && <p class="govuk-body">{t('demand.none')}</p>}
        <ul class="govuk-list mh-desk-list">
          {data.layers.map((layer) => (
            <li key={layer.id}>
              <span>
                <a class="govuk-link" href={href(`/plan/layers/${layer.id}`)} dir="auto">
                  {layer.name}
                </a>
                <br />
                <span class="mh-quiet" dir="auto">
                  {t('demand.heldBy', { organisation: layer.organisation })}
                </span>
              </span>
              <span class="mh-quiet">
                {t(
                  layer.version ? (layer.public ? 'demand.forAll' : 'demand.forMembers') : 'demand.noNumbers',
                )}
              </span>
            </li>
          ))}
        </ul>
        {data.next && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href(`/plan/layers?after=${data.next}`)}>
              {t('demand.more')}
            </a>
          </p>
        )}
        <section aria-labelledby="new" class="mh-desk-part">
          <h2 class="govuk-heading-m" id="new">
            {t('demand.newTitle')}
          </h2>
          <NewLayer data={data} />
        </section>
      </div>
    </Layout>
  );
}
