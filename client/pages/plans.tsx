/** Plans: for visitors what they are, for members their own, and always the way to the next step. */
import { Done } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import type { PlanLine, PlansPageData } from './data.ts';

function Line({ plan }: { plan: PlanLine }) {
  const { t, href } = useLanguage();
  return (
    <li class="mh-plans__plan">
      <h3 class="mh-plans__name">
        <a class="govuk-link" href={href(`/plan/${plan.id}`)} dir="auto">
          {plan.name}
        </a>
      </h3>
      {plan.question && <p class="mh-plans__said">{plan.question}</p>}
      {plan.result && <p class="mh-plans__said">{plan.result}</p>}
      <p class="mh-plans__state">
        <span class={`mh-plans__status mh-plans__status--${plan.status}`}>
          {t(`plan.status_${plan.status}`)}
        </span>
        <span class="mh-quiet">{t('plan.askedOn', { day: plan.day })}</span>
      </p>
    </li>
  );
}

function Member({ data }: { data: PlansPageData }) {
  const { t, href } = useLanguage();
  const { plans, next, isLater } = data;
  return (
    <>
      <p class="govuk-body">
        <a class="mh-button" href={href('/plan/new')}>
          {t(plans.length === 0 && !isLater ? 'plan.askTitle' : 'plan.ask')}
        </a>
      </p>
      <section aria-labelledby="plans">
        <h2 class="govuk-heading-m" id="plans">
          {t('plan.yourPlans')}
        </h2>
        {plans.length === 0 && <p class="govuk-body">{t('plan.none')}</p>}
        <ul class="mh-plans">
          {plans.map((each) => (
            <Line key={each.id} plan={each} />
          ))}
        </ul>
        {(next !== undefined || isLater) && (
          <p class="govuk-body mh-plans__pages">
            {isLater && (
              <a class="govuk-link mh-tap" href={href('/plan')}>
                {t('plan.newest')}
              </a>
            )}
            {next !== undefined && (
              <a class="govuk-link mh-tap" href={href(`/plan?before=${next}`)} rel="next">
                {t('plan.more')}
              </a>
            )}
          </p>
        )}
      </section>
      <p class="govuk-body">
        <a class="govuk-link mh-tap" href={href('/plan/layers')}>
          {t('plan.layers')}
        </a>
      </p>
    </>
  );
}

export function PlansPage({ data }: { data: PlansPageData }) {
  const { t, href } = useLanguage();
  const { reader, plans } = data;
  return (
    <Layout settings={data.settings} current="/plan">
      <div class="mh-planning">
        {data.done && <Done>{t(`plan.done_${data.done}`)}</Done>}
        <h1 class="govuk-heading-l">{t('plan.plansTitle')}</h1>
        {(reader !== 'member' || plans.length === 0) && (
          <>
            <p class="govuk-body-l">{t('plan.plansHow')}</p>
            <p class="govuk-body">{t('plan.plansProof')}</p>
          </>
        )}
        {reader === 'visitor' && (
          <>
            <p class="govuk-body">
              <a class="mh-button" href={href(`/sign-in?next=${encodeURIComponent(href('/plan'))}`)}>
                {t('plan.signIn')}
              </a>
            </p>
            <p class="govuk-body">{t('plan.signInHow')}</p>
          </>
        )}
        {reader === 'nobody' && (
          <>
            <p class="govuk-body">{t('plan.needGroup')}</p>
            <p class="govuk-body">
              <a class="mh-button" href={href('/organisations/new')}>
                {t('plan.addGroup')}
              </a>
            </p>
          </>
        )}
        {reader === 'member' && <Member data={data} />}
      </div>
    </Layout>
  );
}
