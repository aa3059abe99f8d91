/**
 * The report of a plan for a committee: on paper exactly two pages of A4. What there is no room for is counted, and is
 * on the page of the plan.
 */
import { Layout } from '../components/layout.tsx';
import { strong } from '../components/plan/answer.tsx';
import { PlanMaps } from '../components/plan/plan-maps.tsx';
import { PlanSource } from '../components/plan/plan-source.tsx';
import {
  ReportBands,
  ReportFairness,
  ReportGaps,
  ReportGroups,
} from '../components/plan/report-findings.tsx';
import { ReportSites } from '../components/plan/report-sites.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatDay, isolated } from '../language/format.ts';
import { isNamed } from '../logic/plan-question.ts';
import type { PlanReportPageData } from './data.ts';

function Method({ data }: { data: PlanReportPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { plan, layer, drawing, settings } = data;
  const { answer } = plan;
  const address = `${settings.publicUrl}${href(`/plan/${plan.id}`)}`;
  return (
    <section aria-labelledby="method" class="mh-report__method">
      <h2 class="mh-report__title" id="method">
        {t('paper.methodTitle')}
      </h2>
      <p class="mh-report__small">
        {t('paper.method', {
          candidates: plan.candidates.count,
          areas: answer.demand.areas,
          model: isolated(language, answer.model),
          solver: isolated(language, `HiGHS ${answer.solver.highs ?? ''}`.trim()),
          day: formatDay(language, plan.endedAt ?? plan.madeAt),
        })}{' '}
        {t('paper.limits')}
      </p>
      <PlanSource
        {...(layer && { layer })}
        weight={plan.demand.weight}
        travel={plan.travel.model}
        ground={drawing?.attribution ?? []}
      />
      <p class="mh-report__small mh-report__link">
        {t('paper.link')} <a href={address}>{address}</a>
      </p>
    </section>
  );
}

export function PlanReportPage({ data }: { data: PlanReportPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { plan, said, counted, layer, organisation, drawing, settings } = data;
  const named = isNamed(language, plan);
  return (
    <Layout settings={settings} current="/plan">
      <a class="govuk-back-link" href={href(`/plan/${plan.id}`)}>
        {t('paper.toPlan')}
      </a>
      <p class="mh-report__how">
        <button type="button" class="mh-button mh-button--quiet" data-print hidden>
          {t('paper.print')}
        </button>{' '}
        {t('paper.printHow')}
      </p>
      <div class="mh-report">
        <div class="mh-report__page">
          <p class="mh-report__about" dir="auto">
            {t('paper.about', {
              organisation: isolated(language, organisation),
              day: formatDay(language, plan.madeAt),
            })}
          </p>
          <h1 class="mh-report__heading" dir="auto">
            {named ? plan.name : <Rich text={said.question} tags={strong} />}
          </h1>
          {named && (
            <p class="mh-report__question">
              <strong>{t('paper.question')}:</strong> <Rich text={said.question} tags={strong} />
            </p>
          )}
          <section class="mh-report__answer" aria-labelledby="answer">
            <h2 class="govuk-visually-hidden" id="answer">
              {t('paper.answer')}
            </h2>
            <p class="mh-report__said">
              <Rich text={said.answer} tags={strong} />
            </p>
            <p class="mh-report__proof">{said.sure.join(' ')}</p>
          </section>
          <section aria-labelledby="map-heading">
            <h2 class="mh-report__title" id="map-heading">
              {t('paper.mapTitle')}
            </h2>
            {drawing ? (
              <PlanMaps drawing={drawing} plan={plan} settings={settings} />
            ) : (
              <p>{t('paper.mapGone')}</p>
            )}
          </section>
          {plan.question.kind !== 'coverage' && (
            <section aria-labelledby="sites">
              <h2 class="mh-report__title" id="sites">
                {t('paper.sitesTitle')}
              </h2>
              <ReportSites plan={plan} />
            </section>
          )}
          <p class="mh-report__foot" aria-hidden="true">
            {t('paper.pageOf', { page: 1 })}
          </p>
        </div>
        <div class="mh-report__page">
          <div class="mh-report__columns">
            <section aria-labelledby="groups">
              <h2 class="mh-report__title" id="groups">
                {t(plan.question.kind === 'coverage' ? 'plan.reachedTitle' : 'paper.groupsTitle')}
              </h2>
              <ReportGroups plan={plan} unit={layer?.unit ?? counted} />
              <ReportBands plan={plan} drawing={drawing} unit={counted} />
            </section>
            <div>
              <ReportFairness plan={plan} />
              <ReportGaps plan={plan} />
            </div>
          </div>
          <Method data={data} />
          <p class="mh-report__foot" aria-hidden="true">
            {t('paper.pageOf', { page: 2 })}
          </p>
        </div>
      </div>
    </Layout>
  );
}
