/** The chosen places of a report: what each serves, whether its group was asked, and what would be worse without it. */
import type { Plan } from '../../../server/plan/schema.ts';
import { useLanguage } from '../../language/context.tsx';
import { addsWords } from '../../logic/plan-why.ts';
import { formatAmount, formatShare } from '../../logic/plan-words.ts';

type Answer = NonNullable<Plan['answer']>;
type Chosen = Answer['sites'][number];

/** As the holder says today; what was said when the plan was asked may be old. */
const consentOf = ({ today, consent = 'ask_first' }: Chosen) => today?.consent ?? consent;
const consents = {
  agreed: { sign: '✓', key: 'paper.agreed' },
  ask_first: { sign: '?', key: 'paper.askFirst' },
  declined: { sign: '✗', key: 'paper.declined' },
} as const;

/** As many as there is room for on a page; the others are on the page of the plan. */
export const MOST_SITES = 20;
/** Names of more letters take two lines on paper. When many do, each has one line, so that the map keeps its room. */
const LONG_NAME = 50;
const MOST_LONG = 6;

function densityOf(sites: readonly Chosen[]): string {
  if (sites.length <= 10) return '';
  const long = sites.slice(0, MOST_SITES).filter(({ name = '' }) => name.length > LONG_NAME).length;
  return long > MOST_LONG ? 'mh-report__sites--many mh-report__sites--tight' : 'mh-report__sites--many';
}

function Site({ site, number, plan }: { site: Chosen; number: number; plan: Plan & { answer: Answer } }) {
  const language = useLanguage();
  const { t } = language;
  const why = plan.answer.findings?.sites.find(({ id }) => id === site.id);
  const said = [
    t('paper.siteServes', {
      amount: formatAmount(language, site.weight),
      share: formatShare(language, site.weight, plan.answer.demand.weight),
    }),
    ...(why ? [addsWords(language, plan, why)] : []),
  ];
  const { sign, key } = consents[consentOf(site)];
  return (
    <li class="mh-report__site">
      <span class={`mh-report__number ${site.included ? 'mh-report__number--there' : ''}`} aria-hidden="true">
        {number}
      </span>
      <div>
        <p class="mh-report__name" dir="auto">
          {site.name ?? t('paper.siteGone')}
        </p>
        {site.name !== undefined && (
          <p class="mh-report__consent">
            <span aria-hidden="true">{sign}</span> {t(key)}
            {site.included && ` · ${t('paper.there')}`}
          </p>
        )}
        <p class="mh-report__small">{said.join(' · ')}</p>
      </div>
    </li>
  );
}

export function ReportSites({ plan }: { plan: Plan & { answer: Answer } }) {
  const { t } = useLanguage();
  const { sites } = plan.answer;
  // Nothing is known any more of a place that is no longer shown.
  const known = sites.filter(({ name }) => name !== undefined);
  const count = (consent: keyof typeof consents) =>
    known.filter((each) => consentOf(each) === consent).length;
  const lead = [
    count('declined') > 0 && t('paper.consentDeclined', { count: count('declined') }),
    count('ask_first') > 0 && t('paper.consentAsk', { count: count('ask_first') }),
    count('agreed') === sites.length && t('paper.consentAll'),
  ].filter(Boolean);
  if (sites.length === 0) return <p>{t('paper.sitesNone')}</p>;
  return (
    <>
      {lead.length > 0 && <p class="mh-report__lead">{lead.join(' ')}</p>}
      <ol class={`mh-report__sites ${densityOf(sites)}`}>
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
