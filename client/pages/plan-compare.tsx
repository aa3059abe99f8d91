/** Two plans of the same numbers side by side: which places change, and who gains and who loses. */
import type { Comparison } from '../../server/plan/schema-areas.ts';
import { Layout } from '../components/layout.tsx';
import { strong } from '../components/plan/answer.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { capitalised, formatList, formatNumber } from '../language/format.ts';
import { answerWords } from '../logic/plan-answer.ts';
import { amount, isNamed, questionRich } from '../logic/plan-question.ts';
import { unlikeIn } from '../logic/plan-unlike.ts';
import { groupsOf } from '../logic/plan-weights.ts';
import { columnName } from '../logic/plan-words.ts';
import type { PlanComparePageData } from './data.ts';

type Side = PlanComparePageData['plan'];

function Plan({ side, title }: { side: Side; title: string }) {
  const language = useLanguage();
  const { id, name, told } = side;
  return (
    <section class="mh-answer" aria-labelledby={`plan-${id}`}>
      <h2 class="mh-answer__title" id={`plan-${id}`}>
        {title}
      </h2>
      <p class="mh-planned__name">
        <a class="govuk-link" href={language.href(`/plan/${id}`)} dir="auto">
          {name}
        </a>
      </p>
      {!told && (
        <p class="mh-answer__also">
          {language.t('plan.compareStatus', { status: language.t(`plan.status_${side.status}`) })}
        </p>
      )}
      {told && (
        <>
          {isNamed(language, { ...told, name }) && (
            <p class="govuk-body">
              <Rich text={questionRich(language, told)} tags={strong} />
            </p>
          )}
          <p class="mh-answer__also">
            <Rich text={answerWords(language, told)} tags={strong} />
          </p>
        </>
      )}
    </section>
  );
}

function Places({ title, sites }: { title: string; sites: Comparison['kept'] }) {
  const { t, href } = useLanguage();
  return (
    <div>
      <h3 class="govuk-heading-s">{title}</h3>
      {sites.length === 0 ? (
        <p class="mh-quiet">{t('plan.compareNoPlace')}</p>
      ) : (
        <ul class="govuk-list">
          {sites.map(({ id, name }) => (
            <li key={id}>
              {name ? (
                <a class="govuk-link mh-tap" href={href(`/venues/${id}`)} dir="auto">
                  {name}
                </a>
              ) : (
                t('plan.siteGone')
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Areas({ title, changed }: { title: string; changed: Comparison['gained'] }) {
  const language = useLanguage();
  const { count, items } = changed;
  if (items.length === 0) return <p class="govuk-body">{title}</p>;
  return (
    <details class="mh-asking__more mh-on-paper">
      <summary>{title}</summary>
      <ul class="govuk-list govuk-list--bullet">
        {items.map(({ id, name, weight }) => (
          <li key={id}>
            <bdi>{name || id}</bdi>: {amount(language, weight)}
          </li>
        ))}
      </ul>
      {count > items.length && (
        <p class="mh-quiet">{language.t('plan.compareFirst', { count: items.length })}</p>
      )}
    </details>
  );
}

function Changes({ comparison, weight }: { comparison: Comparison; weight: string }) {
  const language = useLanguage();
  const { t } = language;
  const { kept, dropped, opened, gained, lost } = comparison;
  return (
    <>
      <section class="mh-planned__part" aria-labelledby="places">
        <h2 class="govuk-heading-m" id="places">
          {t('plan.comparePlaces')}
        </h2>
        <div class="mh-sides mh-sides--three">
          <Places title={t('plan.compareDropped')} sites={dropped} />
          <Places title={t('plan.compareKept')} sites={kept} />
          <Places title={t('plan.compareOpened')} sites={opened} />
        </div>
      </section>
      <section class="mh-planned__part" aria-labelledby="who">
        <h2 class="govuk-heading-m" id="who">
          {t('plan.compareWho')}
        </h2>
        <p class="govuk-body">{t('plan.compareWhoHow')}</p>
        <table class="govuk-table mh-capacities mh-planned__table">
          <caption class="govuk-visually-hidden">{t('plan.compareWho')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('plan.compareGroup')}</th>
              <th scope="col" class="mh-number">
                {t('plan.compareGained')}
              </th>
              <th scope="col" class="mh-number">
                {t('plan.compareLost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groupsOf(comparison, weight).map(({ name, gained: more, lost: fewer }) => (
              <tr key={name}>
                <th scope="row">
                  {name === 'weight'
                    ? t('plan.compareWeight')
                    : capitalised(language, columnName(language, name))}
                </th>
                <td class="mh-number">{formatNumber(language, Math.round(more))}</td>
                <td class="mh-number">{formatNumber(language, Math.round(fewer))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Areas title={t('plan.compareAreasGained', { count: gained.count })} changed={gained} />
        <Areas title={t('plan.compareAreasLost', { count: lost.count })} changed={lost} />
      </section>
    </>
  );
}

/** Why there is nothing to compare, and the ways on. */
function Not({ data: { plan, other, fault = 'answer' } }: { data: PlanComparePageData }) {
  const { t, href } = useLanguage();
  const sides = [plan, other];
  const toAsk = fault === 'answer' ? sides.filter(({ told }) => !told) : sides;
  const answered = sides.filter(({ told }) => told);
  return (
    <>
      <p class="govuk-body">{t(`plan.compareNot_${fault}`)}</p>
      <ul class="govuk-list mh-off-paper">
        {toAsk.map(({ id, name }) => (
          <li key={id}>
            <a class="govuk-link mh-tap" href={href(`/plan/new?from=${id}`)}>
              {t('plan.compareAskAgain', { name })}
            </a>
          </li>
        ))}
        {answered.map(({ id, name }) => (
          <li key={id}>
            <a class="govuk-link mh-tap" href={href(`/plan/${id}`)}>
              {t('plan.compareAnother', { name })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function PlanComparePage({ data }: { data: PlanComparePageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { plan, other, comparison } = data;
  const unlike = plan.told && other.told ? unlikeIn(plan.told, other.told) : [];
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href(`/plan/${other.id}`)}>
        <bdi>{other.name}</bdi>
      </a>
      <div class="mh-planned">
        <h1 class="govuk-heading-l">{t('plan.compareTitle')}</h1>
        <div class="mh-sides">
          <Plan side={plan} title={t('plan.compareOld')} />
          <Plan side={other} title={t('plan.compareNew')} />
        </div>
        {comparison && unlike.length > 0 && (
          <p class="govuk-inset-text">
            {t('plan.compareUnlike', {
              what: formatList(
                language,
                unlike.map((each) => t(`plan.unlike_${each}`)),
              ),
            })}
          </p>
        )}
        {comparison ? (
          <Changes comparison={comparison} weight={plan.told?.demand.weight ?? ''} />
        ) : (
          <Not data={data} />
        )}
      </div>
    </Layout>
  );
}
