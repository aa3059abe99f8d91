/** The answer as one sentence, how sure it is, and what it rests on. */
import type { Findings } from '../../../server/plan/schema-findings.ts';
import { Rich, useLanguage } from '../../language/context.tsx';
import { formatDay, formatNumber } from '../../language/format.ts';
import {
  answerWords,
  countSites,
  peopleWords,
  proofWords,
  reasonWords,
  type Told,
} from '../../logic/plan-answer.ts';
import { travelSentence } from '../../logic/plan-words.ts';
import type { PlanPageData } from '../../pages/data.ts';

export const strong = { b: (words: unknown) => <strong>{words as string}</strong> };

/** What the words of an answer are made of. */
export function toldOf({ plan }: Pick<PlanPageData, 'plan'>): Told | undefined {
  const { answer, question, travel, demand, seconds } = plan;
  return answer && { question, travel, demand, answer, seconds, ...countSites(answer) };
}

export function AnswerBox({ told, findings }: { told: Told; findings?: Findings }) {
  const language = useLanguage();
  const proof = proofWords(language, told);
  const people = peopleWords(language, told, findings?.groups);
  const reasons = reasonWords(language, told.answer);
  return (
    <section class="mh-answer" aria-labelledby="answer">
      <h2 class="mh-answer__title" id="answer" tabIndex={-1}>
        {language.t('plan.answerTitle')}
      </h2>
      <p class="mh-answer__said">
        <Rich text={answerWords(language, told)} tags={strong} />
      </p>
      {people && <p class="mh-answer__also">{people}</p>}
      {proof && <p class="mh-answer__proof">{proof}</p>}
      {reasons.map((each) => (
        <p class="mh-answer__also" key={each}>
          {each}
        </p>
      ))}
    </section>
  );
}

/** Numbers, candidates, travel and time: what anybody would ask who does not believe it. */
export function RestsOn({ data }: { data: PlanPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { plan, layer, chips } = data;
  const { count } = plan.candidates;
  const from = { count, number: formatNumber(language, count), filters: chips.join(' · ') };
  const seconds = Math.round(plan.answer?.seconds ?? 0);
  const day = formatDay(language, (plan.endedAt ?? plan.madeAt).slice(0, 10));
  return (
    <section class="mh-rests" aria-labelledby="rests">
      <h2 class="govuk-heading-s" id="rests">
        {t('plan.basedOn')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {layer ? (
            <Rich
              text={t('plan.basedLayer', { layer: layer.name, version: layer.version })}
              tags={{
                a: (words) => (
                  <a class="govuk-link" href={href(`/plan/layers/${layer.id}`)} dir="auto">
                    {words}
                  </a>
                ),
              }}
            />
          ) : (
            t('plan.basedLayerGone')
          )}
          {layer?.attribution && (
            <>
              <br />
              <span class="mh-quiet" dir="auto">
                {layer.attribution}
              </span>
            </>
          )}
        </li>
        <li>{t(chips.length > 0 ? 'plan.basedFromSome' : 'plan.basedFrom', from)}</li>
        <li>{travelSentence(language, plan.answer?.travel ?? plan.travel.model)}</li>
        {plan.answer && (
          <li>
            {seconds < 1 ? t('plan.basedTookShort', { day }) : t('plan.basedTook', { day, count: seconds })}
          </li>
        )}
      </ul>
    </section>
  );
}
