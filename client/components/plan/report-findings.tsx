/** The second page of a report: who gains, how evenly, who is left out, and which place would be missed most. */
import type { Plan } from '../../../server/plan/schema.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Drawing } from '../../logic/plan-drawing.ts';
import { groupsOf, weightBrief } from '../../logic/plan-weights.ts';
import { gapWords, lostWords } from '../../logic/plan-why.ts';
import { formatAmount, formatShare } from '../../logic/plan-words.ts';
import { GroupBars } from './group-bars.tsx';
import { LorenzChart } from './lorenz-chart.tsx';
import { TravelBands } from './travel-bands.tsx';

type Answered = Plan & { answer: NonNullable<Plan['answer']> };

const MOST_GROUPS = 8;
const MOST_GAPS = 8;

export function ReportGroups({ plan, unit }: { plan: Answered; unit: string }) {
  const { t } = useLanguage();
  const { findings } = plan.answer;
  if (!findings) return <p>{t('paper.noFindings')}</p>;
  // What the plan counts comes first, and is kept whatever else there is.
  const sorted = groupsOf(findings, plan.demand.weight).sort(
    (a, b) => Number(b.name === 'weight') - Number(a.name === 'weight'),
  );
  // Where nothing is chosen, before and with the plan are the same.
  const isCoverage = plan.question.kind === 'coverage';
  const shown = sorted.slice(0, MOST_GROUPS).map((group) => (isCoverage ? { ...group, before: 0 } : group));
  return (
    <>
      <GroupBars groups={shown} unit={unit} isNow={isCoverage} />
      {sorted.length > MOST_GROUPS && (
        <p class="mh-report__small">{t('paper.groupsMore', { count: sorted.length - MOST_GROUPS })}</p>
      )}
    </>
  );
}

export function ReportFairness({ plan }: { plan: Answered }) {
  const { t } = useLanguage();
  const fairness = plan.answer.findings?.fairness;
  if (!fairness || fairness.points.length === 0) return null;
  return (
    <section aria-labelledby="fair">
      <h2 class="mh-report__title" id="fair">
        {t('paper.fairTitle')}
      </h2>
      <LorenzChart fairness={fairness} id="lorenz" />
    </section>
  );
}

interface Bands {
  plan: Answered;
  drawing: Drawing | undefined;
  unit: string;
}

export const ReportBands = ({ plan, drawing, unit }: Bands) =>
  drawing ? <TravelBands drawing={drawing} unit={unit} isNow={plan.question.kind === 'coverage'} /> : null;

export function ReportGaps({ plan }: { plan: Answered }) {
  const language = useLanguage();
  const { t } = language;
  const { findings, demand } = plan.answer;
  if (!findings) return null;
  const lost = lostWords(language, plan, findings);
  const out = Object.values(findings.gapReasons).reduce((sum, weight) => sum + weight, 0);
  const shown = findings.gaps.slice(0, MOST_GAPS);
  return (
    <>
      {lost && (
        <section aria-labelledby="lost">
          <h2 class="mh-report__title" id="lost">
            {t('paper.lostTitle')}
          </h2>
          <p class="mh-report__text mh-report__text--short">{lost}</p>
        </section>
      )}
      <section aria-labelledby="gaps">
        <h2 class="mh-report__title" id="gaps">
          {t('paper.gapsTitle')}
        </h2>
        <p class="mh-report__text">
          {findings.gapsCount === 0
            ? t('paper.gapsNone')
            : t('paper.gapsCount', {
                count: findings.gapsCount,
                amount: formatAmount(language, out),
                weight: weightBrief(language, plan.demand.weight),
                share: formatShare(language, out, demand.weight),
              })}{' '}
          {shown.length > 0 && t('paper.gapsMost')}
        </p>
        <ul class="mh-report__gaps">
          {shown.map(({ id, name, weight, reason }) => (
            <li key={id}>
              <strong dir="auto">{name || id}</strong> ({formatAmount(language, weight)}):{' '}
              {gapWords(language, reason)}
            </li>
          ))}
        </ul>
        {findings.gapsCount > shown.length && shown.length > 0 && (
          <p class="mh-report__small">{t('paper.gapsMore', { count: findings.gapsCount - shown.length })}</p>
        )}
      </section>
    </>
  );
}
