/** One plan: its question in words, and the answer; or how far it is, or why there is none. */
import { ErrorSummary } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { AnswerBox, RestsOn, strong, toldOf } from '../components/plan/answer.tsx';
import { Fair, Gains, LeftOut, Maps } from '../components/plan/findings.tsx';
import { Holders } from '../components/plan/holders.tsx';
import { Delete, Next, TakeAway } from '../components/plan/keep.tsx';
import { Sites } from '../components/plan/sites.tsx';
import { Ended, Waiting } from '../components/plan/waiting.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { isNamed, questionRich } from '../logic/plan-question.ts';
import type { PlanPageData } from './data.ts';

export function PlanPage({ data }: { data: PlanPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { plan, drawing } = data;
  const told = toldOf(data);
  const answered = plan.answer && { ...plan, answer: plan.answer };
  const findings = plan.answer?.findings;
  const isWaiting = plan.status === 'queued' || plan.status === 'running';
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href('/plan')}>
        {t('plan.toPlans')}
      </a>
      <div class="mh-planned">
        <ErrorSummary form={data.form} />
        {isNamed(language, plan) && (
          <p class="mh-planned__name" dir="auto">
            {plan.name}
          </p>
        )}
        <h1 class="mh-planned__question">
          <Rich text={questionRich(language, plan)} tags={strong} />
        </h1>
        {isWaiting && <Waiting data={data} />}
        {told && <AnswerBox told={told} findings={findings} />}
        {!told && !isWaiting && <Ended data={data} />}
        {!isWaiting && <Next data={data} />}
        {answered && drawing && <Maps data={data} drawing={drawing} />}
        {told && <Sites plan={plan} />}
        {findings && <Gains data={data} findings={findings} />}
        {answered && findings && <LeftOut plan={answered} findings={findings} />}
        {answered && findings && <Fair plan={answered} findings={findings} />}
        <RestsOn data={data} />
        {told && <Holders data={data} />}
        {told && <TakeAway data={data} />}
        {!isWaiting && <Delete data={data} />}
      </div>
    </Layout>
  );
}
