/** What is said of a layer of demand, to be changed; and deleting it, or why that cannot be. */
import { LayerFields } from '../components/demand-fields.tsx';
import { ErrorSummary } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { typedValue } from '../logic/form.ts';
import type { DemandEditPageData } from './data.ts';

export function DemandEditPage({ data }: { data: DemandEditPageData }) {
  const { t, href } = useLanguage();
  const { layer, plans, form } = data;
  const action = href(`/plan/layers/${layer.id}/edit`);
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href(`/plan/layers/${layer.id}`)}>
        <bdi>{layer.name}</bdi>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <h1 class="govuk-heading-l">{t('demand.editTitle')}</h1>
        <form method="post" action={action} novalidate>
          <input type="hidden" name="version" value={typedValue(form, 'version')} />
          <LayerFields form={form} />
          <button type="submit" class="mh-button">
            {t('demand.keep')}
          </button>
        </form>
        <section aria-labelledby="delete" class="mh-desk-part">
          <h2 class="govuk-heading-m" id="delete">
            {t('demand.deleteTitle')}
          </h2>
          {plans > 0 ? (
            <p class="govuk-body">
              {t('demand.deleteNot', { count: plans })}{' '}
              <a class="govuk-link mh-tap" href={href('/plan')}>
                {t('plan.yourPlans')}
              </a>
            </p>
          ) : (
            <form method="post" action={action}>
              <p class="govuk-body">{t('demand.deleteHow')}</p>
              <input type="hidden" name="do" value="delete" />
              <button type="submit" class="mh-button mh-button--quiet">
                {t('demand.delete')}
              </button>
            </form>
          )}
        </section>
      </div>
    </Layout>
  );
}
