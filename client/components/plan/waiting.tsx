/** A plan without an answer: waiting, being worked out, failed or stopped, each with what to do next. */
import type { Plan } from '../../../server/plan/schema.ts';
import { useLanguage } from '../../language/context.tsx';
import { amount, percent, travelWords } from '../../logic/plan-question.ts';
import { weightWords } from '../../logic/plan-weights.ts';
import type { PlanPageData } from '../../pages/data.ts';

/** What was found until now, as words that go on changing. */
function SoFar({ plan }: { plan: Plan }) {
  const language = useLanguage();
  const { t } = language;
  const { progress, question, travel } = plan;
  const { objective, gap, seconds = 0 } = progress ?? {};
  const best = () => {
    if (objective === undefined) return t('plan.soFarNone');
    const reached = () =>
      t('plan.soFarReached', {
        reached: amount(language, objective),
        weight: weightWords(language, plan.demand.weight),
      });
    const words = {
      coverage: reached,
      mclp: reached,
      lscp: () => t('plan.soFarSites', { count: Math.round(objective) }),
      p_median: () => t('plan.soFarSome'),
      p_centre: () => t('plan.soFarTravel', { travel: travelWords(language, objective, travel.unit) }),
    };
    return words[question.kind]();
  };
  return (
    <ul class="govuk-list" data-plan-progress>
      <li>{best()}</li>
      {objective !== undefined && gap !== undefined && (
        <li>
          {gap === 0
            ? t('plan.soFarProven')
            : t('plan.soFarGap', { percent: percent(language, Math.abs(gap), 1) })}
        </li>
      )}
      {seconds >= 1 && <li class="mh-quiet">{t('plan.elapsed', { count: Math.round(seconds) })}</li>}
    </ul>
  );
}

export function Waiting({ data }: { data: PlanPageData }) {
  const { t, href } = useLanguage();
  const { plan } = data;
  const path = href(`/plan/${plan.id}`);
  return (
    <section class="mh-answer" aria-labelledby="waiting" data-plan-watch={`/api/v1/plans/${plan.id}/events`}>
      <h2 class="mh-answer__title" id="waiting" data-plan-title>
        {t(plan.status === 'queued' ? 'plan.waitTurn' : 'plan.waitTitle')}
      </h2>
      <p class="govuk-body" role="status" data-plan-state>
        {t(plan.status === 'queued' ? 'plan.waiting' : 'plan.working')}
      </p>
      {plan.status === 'running' && <div class="mh-working" aria-hidden="true" />}
      <SoFar plan={plan} />
      <div class="mh-presses">
        <a class="mh-button mh-button--quiet mh-no-script" href={path} data-look-again>
          {t('plan.lookAgain')}
        </a>
        <form method="post" action={path}>
          <input type="hidden" name="do" value="stop" />
          <button type="submit" class="mh-button mh-button--quiet">
            {t('plan.stop')}
          </button>
        </form>
      </div>
    </section>
  );
}

/** Sentences of the runner that have words of their own here; by how they begin. */
const faults: [start: string, key: 'pairs' | 'memory' | 'tries' | 'layer'][] = [
  ['Too many pairs', 'pairs'],
  ['It needs more memory', 'memory'],
  ['It was begun', 'tries'],
  ['The organisation whose layer', 'layer'],
];

export function Ended({ data }: { data: PlanPageData }) {
  const { t } = useLanguage();
  const { plan } = data;
  const isStopped = plan.status === 'cancelled';
  const [, fault] = faults.find(([start]) => plan.fault?.startsWith(start)) ?? [];
  return (
    <section class="mh-answer mh-answer--none" aria-labelledby="answer">
      {/* Reading goes on here, as at an answer. */}
      <h2 class="mh-answer__title" id="answer" tabIndex={-1}>
        {t(isStopped ? 'plan.stoppedTitle' : 'plan.failedTitle')}
      </h2>
      <p class="govuk-body">
        {isStopped ? t('plan.stopped') : fault ? t(`plan.failed_${fault}`) : t('plan.failed')}
      </p>
      {!isStopped && <p class="govuk-body">{t('plan.failedNext')}</p>}
    </section>
  );
}
