/** Asking a question of a plan: a sentence with controls in it, filled in so that one press answers. */
import { Checkboxes, ErrorSummary, FieldFault } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { AskMore, AskPlaces } from '../components/plan/ask-places.tsx';
import { Kinds } from '../components/plan/kinds.tsx';
import { Sentence } from '../components/plan/sentence.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { faultOf, typedValue } from '../logic/form.ts';
import { carriedWords } from '../logic/plan-carried.ts';
import type { PlanAskPageData } from './data.ts';

const path = '/plan/new';

function Numbers({ data, action }: { data: PlanAskPageData; action: string }) {
  const { t, href } = useLanguage();
  const { form, layers, layer } = data;
  const fault = faultOf(form, 'layer');
  if (layers.length === 0)
    return (
      <div class="mh-panel">
        <FieldFault id="layer" sentence={fault} />
        <p class="govuk-body">{t('plan.layerNone')}</p>
        <p class="govuk-body">
          <a class="mh-button" href={href('/plan/layers')}>
            {t('plan.layerAdd')}
          </a>
        </p>
      </div>
    );
  if (layers.length === 1 && layer)
    return (
      <p class="mh-asking__layer">
        <input type="hidden" name="layer" value={String(layer.id)} />
        <Rich
          text={t('plan.layerOne')}
          tags={{
            a: () => (
              <a class="govuk-link" href={href(`/plan/layers/${layer.id}`)} dir="auto">
                {layer.name}
              </a>
            ),
          }}
        />
      </p>
    );
  return (
    <div class={`mh-asking__layers ${fault ? 'govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for="layer">
        {t('plan.layer')}
      </label>
      <FieldFault id="layer" sentence={fault} />
      <div class="mh-asking__pair">
        <select
          class="govuk-select"
          id="layer"
          name="layer"
          data-ask-again
          aria-describedby={fault ? 'layer-error' : undefined}
          aria-invalid={fault ? 'true' : undefined}
        >
          {layers.map(({ id, name }) => (
            <option key={id} value={String(id)} selected={String(id) === typedValue(form, 'layer')}>
              {name}
            </option>
          ))}
        </select>
        <button
          data-ask-again-by
          type="submit"
          class="mh-button mh-button--quiet"
          formaction={`${action}#question`}
          formmethod="get"
        >
          {t('plan.layerUse')}
        </button>
      </div>
    </div>
  );
}

export function PlanAskPage({ data }: { data: PlanAskPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { form, kind, weights, from } = data;
  const action = href(path);
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href(from ? `/plan/${from.id}` : '/plan')}>
        {from ? <bdi>{from.name}</bdi> : t('plan.toPlans')}
      </a>
      <div class="mh-asking">
        <ErrorSummary form={form} />
        <h1 class="govuk-heading-l">{t(from ? 'plan.againTitle' : 'plan.askTitle')}</h1>
        {from && (
          <p class="govuk-body">
            <Rich
              text={t('plan.againHow', { plan: from.name })}
              tags={{
                a: (words) => (
                  <a class="govuk-link" href={href(`/plan/${from.id}`)} dir="auto">
                    {words}
                  </a>
                ),
              }}
            />
          </p>
        )}
        <form method="post" action={action} novalidate>
          {/* Enter in a field presses the first button of a form: this one. */}
          <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
            {t('plan.go')}
          </button>
          <input type="hidden" name="question" value={kind} />
          {from && <input type="hidden" name="from" value={String(from.id)} />}
          {from && <input type="hidden" name="carry" value="asked" />}
          <Kinds chosen={kind} action={action} />
          <section class="mh-asking__question" id="question" aria-labelledby="asked">
            <h2 class="govuk-heading-m" id="asked">
              {t('plan.questionTitle')}
            </h2>
            <Sentence kind={kind} form={form} weights={weights} />
            <Numbers data={data} action={action} />
            {from && from.carried.length > 0 && (
              <Checkboxes
                form={form}
                name="carry"
                label={t('plan.carried')}
                options={from.carried.map((choice) => ({
                  value: choice.key,
                  label: <bdi>{carriedWords(language, choice)}</bdi>,
                }))}
                small
              />
            )}
            {data.layer && (
              <div class="mh-asking__go">
                <button type="submit" class="mh-button">
                  {t('plan.go')}
                </button>
                <span class="mh-quiet">{t('plan.goHow')}</span>
              </div>
            )}
          </section>
          <AskPlaces data={data} action={action} />
          <AskMore data={data} />
          {/* Whoever opened the parts above is far from the button of the question. */}
          {data.layer && (
            <div class="mh-asking__go mh-asking__go--again">
              <button type="submit" class="mh-button">
                {t('plan.go')}
              </button>
            </div>
          )}
        </form>
      </div>
    </Layout>
  );
}
