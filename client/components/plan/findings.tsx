/** What an answer means for people: the maps, who gains, who is left out and why, how even it is, what would be missed most. */
import type { Plan } from '../../../server/plan/schema.ts';
import type { Findings } from '../../../server/plan/schema-findings.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Drawing } from '../../logic/plan-drawing.ts';
import { amount, percent } from '../../logic/plan-question.ts';
import { groupsOf, weightBrief } from '../../logic/plan-weights.ts';
import { gapWords, lostWords } from '../../logic/plan-why.ts';
import type { PlanPageData } from '../../pages/data.ts';
import { GroupBars } from './group-bars.tsx';
import { LorenzChart } from './lorenz-chart.tsx';
import { PlanMaps } from './plan-maps.tsx';
import { TravelBands } from './travel-bands.tsx';

type Answer = NonNullable<Plan['answer']>;

export function Maps({ data, drawing }: { data: PlanPageData; drawing: Drawing }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="maps" class="mh-planned__part mh-planned__map">
      <h2 class="govuk-heading-m" id="maps">
        {t('plan.mapTitle')}
      </h2>
      <PlanMaps drawing={drawing} plan={data.plan} settings={data.settings} />
    </section>
  );
}

export function Gains({ data, findings }: { data: PlanPageData; findings: Findings }) {
  const language = useLanguage();
  const { t } = language;
  const { plan, drawing, layer } = data;
  const isCoverage = plan.question.kind === 'coverage';
  // Where nothing was chosen, before and after are the same.
  const groups = groupsOf(findings, plan.demand.weight).map((each) => ({
    ...each,
    before: isCoverage ? 0 : each.before,
  }));
  const counted = weightBrief(language, plan.demand.weight);
  if (groups.length === 0 && !drawing) return null;
  return (
    <section aria-labelledby="gains" class="mh-planned__part">
      <h2 class="govuk-heading-m" id="gains">
        {t(isCoverage ? 'plan.reachedTitle' : 'plan.groupsTitle')}
      </h2>
      <div class="mh-planned__figures">
        {groups.length > 0 && <GroupBars groups={groups} unit={layer?.unit ?? counted} isNow={isCoverage} />}
        {drawing && <TravelBands drawing={drawing} unit={counted} isNow={isCoverage} />}
      </div>
    </section>
  );
}

function GapTable({ gaps }: Pick<Findings, 'gaps'>) {
  const language = useLanguage();
  const { t } = language;
  return (
    <details class="mh-asking__more">
      <summary>{t('plan.gapsTable', { count: gaps.length })}</summary>
      <table class="govuk-table mh-capacities mh-planned__table">
        <caption class="govuk-visually-hidden">{t('plan.gapsTable', { count: gaps.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.gapsArea')}</th>
            <th scope="col" class="mh-number">
              {t('plan.gapsWeight')}
            </th>
            <th scope="col">{t('plan.gapsWhy')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ id, name, weight, reason }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name || id}</bdi>
              </th>
              <td class="mh-number">{amount(language, weight)}</td>
              <td>{gapWords(language, reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function LeftOut({ plan, findings }: { plan: Plan & { answer: Answer }; findings: Findings }) {
  const language = useLanguage();
  const { t } = language;
  const { gaps, gapsCount, gapReasons } = findings;
  const reasons = Object.entries(gapReasons)
    .filter(([, weight]) => weight > 0)
    .sort(([, one], [, other]) => other - one);
  return (
    <section aria-labelledby="gaps" class="mh-planned__part">
      <h2 class="govuk-heading-m" id="gaps">
        {t('plan.gapsTitle')}
      </h2>
      <p class="govuk-body">
        {gapsCount === 0 ? t('plan.gapsNone') : t('plan.gapsSome', { count: gapsCount })}
      </p>
      {reasons.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {reasons.map(([reason, weight]) => (
            <li key={reason}>
              {t('plan.gapsBy', {
                number: amount(language, weight),
                weight: weightBrief(language, plan.demand.weight),
                percent: percent(language, weight, plan.answer.demand.weight),
                reason: gapWords(language, reason as Findings['gaps'][number]['reason']),
              })}
            </li>
          ))}
        </ul>
      )}
      {gaps.length > 0 && <GapTable gaps={gaps} />}
    </section>
  );
}

export function Fair({ findings, plan }: { findings: Findings; plan: Plan & { answer: Answer } }) {
  const language = useLanguage();
  const { t } = language;
  const { fairness } = findings;
  const lost = lostWords(language, plan, findings);
  return (
    <>
      {fairness && fairness.points.length > 0 && (
        <section aria-labelledby="fair" class="mh-planned__part">
          <h2 class="govuk-heading-m" id="fair">
            {t('plan.fairTitle')}
          </h2>
          <LorenzChart fairness={fairness} id="lorenz" />
        </section>
      )}
      {lost && (
        <section aria-labelledby="lost" class="mh-planned__part">
          <h2 class="govuk-heading-m" id="lost">
            {t('paper.lostTitle')}
          </h2>
          <p class="govuk-body">{lost}</p>
        </section>
      )}
    </>
  );
}
