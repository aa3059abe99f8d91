/** The chosen places of a report: what each serves, whether its group was asked, and what would be worse without it. */
import type { Plan } from '../../../server/plan/schema.ts';
import { useLanguage } from '../../language/context.tsx';
import { addsWords } from '../../logic/plan-why.ts';
import { formatAmount, formatShare } from '../../logic/plan-words.ts';

type Answer = NonNullable<Plan['answer']>;
export type ReportSite = Answer['sites'][number] & { consent?: 'agreed' | 'ask_first' };

/** As many as there is room for on a page; the others are on the page of the plan. */
export const MOST_SITES = 20;

function Site({ site, number, plan }: { site: ReportSite; number: number; plan: Plan & { answer: Answer } }) {
  const language = useLanguage();
  const { t } = language;
  const why = plan.answer.findings?.sites.find(({ id }) => id === site.id);
  const said = [
    ...(site.included ? [t('paper.there')] : []),
    t('paper.siteServes', {
      amount: formatAmount(language, site.weight),
      share: formatShare(language, site.weight, plan.answer.demand.weight),
    }),
    ...(why ? [addsWords(language, plan, why)] : []),
  ];
  const isAgreed = site.consent === 'agreed';
  return (
    <li class="mh-report__site">
      <span class={`mh-report__number ${site.included ? 'mh-report__number--there' : ''}`} aria-hidden="true">
        {number}
      </span>
      <div>
        <p class="mh-report__name" dir="auto">
          {site.name ?? t('paper.siteGone')}
        </p>
        <p class="mh-report__consent">
          <span aria-hidden="true">{isAgreed ? '✓' : '?'}</span>{' '}
          {t(isAgreed ? 'paper.agreed' : 'paper.askFirst')}
        </p>
        <p class="mh-report__small">{said.join(' · ')}</p>
      </div>
    </li>
  );
}

export function ReportSites({ plan }: { plan: Plan & { answer: Answer } }) {
  const { t } = useLanguage();
  const sites: readonly ReportSite[] = plan.answer.sites;
  const toAsk = sites.filter(({ consent }) => consent !== 'agreed').length;
  if (sites.length === 0) return <p>{t('paper.sitesNone')}</p>;
  return (
    <>
      <p class="mh-report__lead">
        {toAsk === 0 ? t('paper.consentAll') : t('paper.consentAsk', { count: toAsk })}
      </p>
      <ol class={`mh-report__sites ${sites.length > 10 ? 'mh-report__sites--many' : ''}`}>
        {sites.slice(0, MOST_SITES).map((site, at) => (
          <Site key={site.id} site={site} number={at + 1} plan={plan} />
        ))}
      </ol>
      {sites.length > MOST_SITES && (
        <p class="mh-report__lead">{t('paper.sitesMore', { count: sites.length - MOST_SITES })}</p>
      )}
    </>
  );
}
