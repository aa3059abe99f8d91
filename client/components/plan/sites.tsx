/** The chosen places: each with its page, who is nearest to it, its group's word, and why it and no other. */
import type { Plan } from '../../../server/plan/schema.ts';
import type { Findings } from '../../../server/plan/schema-findings.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Language } from '../../language/language.ts';
import { nextBestWords } from '../../logic/plan-next-best.ts';
import { amount, percent } from '../../logic/plan-question.ts';
import { weightBrief } from '../../logic/plan-weights.ts';
import { addsWords } from '../../logic/plan-why.ts';

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

/** What its group says today; and if it said less when the plan was asked, that too. */
function consentWords(
  { t }: Language,
  { consent = 'ask_first', today }: Site,
): { kind: string; words: string[] } {
  const now = today?.consent ?? consent;
  const count = today?.sessionsPerWeek;
  if (now === 'declined') return { kind: 'declined', words: [t('plan.consentDeclined')] };
  if (now === 'ask_first') return { kind: 'ask', words: [t('plan.consentAsk')] };
  return {
    kind: 'agreed',
    words: [
      count === undefined ? t('plan.consentAgreed') : t('plan.consentSessions', { count }),
      ...(consent === 'agreed' ? [] : [t('plan.consentWas')]),
    ],
  };
}

function Why({ plan, site, why }: { plan: Plan; site: Site; why: Findings['sites'][number] }) {
  const language = useLanguage();
  const { kind } = plan.question;
  const isCounted = kind === 'mclp' || kind === 'lscp';
  const next = nextBestWords(language, plan, why);
  return (
    <>
      {isCounted && why.only > 0 && (
        <p>
          {language.t(why.only === site.weight ? 'plan.siteOnlyAll' : 'plan.siteOnly', {
            number: amount(language, why.only),
            weight: weightBrief(language, plan.demand.weight),
          })}
        </p>
      )}
      {!isCounted && <p>{addsWords(language, plan, why)}</p>}
      {next && <p class="mh-quiet">{next}</p>}
    </>
  );
}

function OneSite({ plan, site }: { plan: Plan; site: Site }) {
  const language = useLanguage();
  const { t } = language;
  const { demand, findings } = plan.answer ?? {};
  const why = findings?.sites.find(({ id }) => id === site.id);
  const { kind, words } = consentWords(language, site);
  return (
    <li class="mh-site">
      <div>
        <h3 class="mh-site__name">
          <SiteName site={site} />
        </h3>
        <p>
          {t('plan.siteNearest', {
            number: amount(language, site.weight),
            percent: percent(language, site.weight, demand?.weight ?? 0),
            weight: weightBrief(language, plan.demand.weight),
          })}
        </p>
        {site.name && <p class={`mh-site__word mh-site__word--${kind}`}>{words.join(' ')}</p>}
        {site.included && <p>{t('plan.siteIncluded')}</p>}
        {why && !site.included && <Why plan={plan} site={site} why={why} />}
      </div>
    </li>
  );
}

export function Sites({ plan }: { plan: Plan }) {
  const { t } = useLanguage();
  const { answer } = plan;
  // Where nothing was chosen, all places there are would be listed.
  if (!answer || answer.sites.length === 0 || plan.question.kind === 'coverage') return null;
  return (
    <section aria-labelledby="sites" class="mh-planned__part">
      <h2 class="govuk-heading-m" id="sites">
        {t('plan.sitesTitle')}
      </h2>
      <p class="govuk-body">{t('plan.sitesHow')}</p>
      <ol class="mh-sites">
        {answer.sites.map((site) => (
          <OneSite key={site.id} plan={plan} site={site} />
        ))}
      </ol>
    </section>
  );
}
