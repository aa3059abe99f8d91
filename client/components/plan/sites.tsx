/** The chosen places: each with its page, and the people that are nearest to it. */
import type { Plan } from '../../../server/plan/schema.ts';
import { useLanguage } from '../../language/context.tsx';
import { amount, percent } from '../../logic/plan-question.ts';
import { weightWords } from '../../logic/plan-weights.ts';

type Site = NonNullable<Plan['answer']>['sites'][number];

/** The path of a place’s page, from its whole address. */
const pathOf = (url: string) => new URL(url).pathname;

export function SiteName({ site }: { site: Pick<Site, 'name' | 'url'> }) {
  const { t, href } = useLanguage();
  if (!site.name || !site.url) return <>{t('plan.siteGone')}</>;
  return (
    <a class="govuk-link" href={href(pathOf(site.url))} dir="auto">
      {site.name}
    </a>
  );
}

export function Sites({ plan }: { plan: Plan }) {
  const language = useLanguage();
  const { t } = language;
  const { answer } = plan;
  if (!answer || answer.sites.length === 0) return null;
  const who = weightWords(language, plan.demand.weight);
  return (
    <section aria-labelledby="sites" class="mh-planned__part">
      <h2 class="govuk-heading-m" id="sites">
        {t('plan.sitesTitle')}
      </h2>
      <p class="govuk-body">{t('plan.sitesHow')}</p>
      <ol class="mh-sites">
        {answer.sites.map((site) => (
          <li class="mh-site" key={site.id}>
            <div>
              <h3 class="mh-site__name">
                <SiteName site={site} />
              </h3>
              <p>
                {t('plan.siteNearest', {
                  number: amount(language, site.weight),
                  percent: percent(language, site.weight, answer.demand.weight),
                  weight: who,
                })}
              </p>
              {site.included && <p class="mh-quiet">{t('plan.siteIncluded')}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
