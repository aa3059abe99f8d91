/** One layer of demand: its numbers, what a weight comes to, and the form that sends a file. */
import { DemandTotals } from '../components/demand-totals.tsx';
import { Done, ErrorSummary, FieldFault } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { faultOf } from '../logic/form.ts';
import type { DemandLayerPageData } from './data.ts';

const path = ({ layer }: DemandLayerPageData) => `/plan/layers/${layer.id}`;

function Weigh({ data }: { data: DemandLayerPageData }) {
  const { t, href } = useLanguage();
  const { text, lines } = data.expression;
  const fault = faultOf(data.form, 'expression');
  const columns = data.versions[0]?.columns ?? [];
  const [first = '', second = first] = columns;
  const decile = columns.find((each) => each.includes('decile'));
  const example = decile ? `if(${decile} <= 3, 2, 1) * ${first}` : `${second} + 0.5 * ${first}`;
  return (
    <section aria-labelledby="weigh" class="mh-desk-part">
      <h2 class="govuk-heading-m" id="weigh">
        {t('demand.weighTitle')}
      </h2>
      <form method="get" action={href(`${path(data)}#weigh`)} novalidate>
        <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
          <label class="govuk-label mh-label" for="expression">
            {t('demand.expression')}
          </label>
          <div id="expression-hint" class="govuk-hint">
            <Rich
              text={t('demand.weighHow', { example })}
              tags={{ code: (words) => <code dir="ltr">{words}</code> }}
            />
          </div>
          <FieldFault id="expression" sentence={fault} />
          <input
            class={`govuk-input ${fault ? 'govuk-input--error' : ''}`}
            id="expression"
            name="expression"
            value={text}
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={fault ? 'expression-hint expression-error' : 'expression-hint'}
            aria-invalid={fault ? 'true' : undefined}
          />
        </div>
        <button type="submit" class="mh-button mh-button--quiet">
          {t('demand.weigh')}
        </button>
      </form>
      {lines.length > 0 && (
        <div role="status">
          {lines.map((line) => (
            <p class="govuk-body" key={line}>
              {line}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

function Send({ data }: { data: DemandLayerPageData }) {
  const { t, href } = useLanguage();
  const fault = faultOf(data.form, 'file');
  return (
    <section aria-labelledby="send" class="mh-desk-part mh-off-paper">
      <h2 class="govuk-heading-m" id="send">
        {t('demand.sendTitle')}
      </h2>
      <form method="post" action={href(path(data))} encType="multipart/form-data" novalidate>
        <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
          <label class="govuk-label mh-label" for="file">
            {t('demand.file')}
          </label>
          <div id="file-hint" class="govuk-hint">
            {t('demand.sendHow')}
          </div>
          <FieldFault id="file" sentence={fault} />
          <input
            class={`govuk-file-upload ${fault ? 'govuk-file-upload--error' : ''}`}
            id="file"
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,.json,.geojson"
            aria-describedby={fault ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={fault ? 'true' : undefined}
          />
        </div>
        <button type="submit" class="mh-button">
          {t('demand.send')}
        </button>
      </form>
    </section>
  );
}

export function DemandLayerPage({ data }: { data: DemandLayerPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { layer, versions } = data;
  const [newest] = versions;
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href('/plan/layers')}>
        {t('demand.toLayers')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={data.form} />
        {data.done && <Done>{t(`demand.done_${data.done}`)}</Done>}
        <h1 class="govuk-heading-l" dir="auto">
          {layer.name}
        </h1>
        <ul class="govuk-list" dir="auto">
          <li>{t('demand.heldBy', { organisation: layer.organisation })}</li>
          <li>{t('demand.unit', { unit: layer.unit })}</li>
          <li>{t('demand.source', { source: layer.source })}</li>
          <li>{t('demand.licence', { licence: layer.licence })}</li>
          {layer.attribution && <li>{layer.attribution}</li>}
          <li>{t(layer.public ? 'demand.forAll' : 'demand.forMembers')}</li>
        </ul>
        {newest ? (
          <>
            <h2 class="govuk-heading-m">{t('demand.numbersTitle', { version: newest.version })}</h2>
            <p class="govuk-body">
              {t('demand.numbersFrom', { areas: newest.areas, file: newest.file })}
              {newest.rejected > 0 && (
                <>
                  <br />
                  {t('demand.leftOut', { rows: newest.rejected })}
                </>
              )}
            </p>
            <DemandTotals
              totals={newest.totals}
              title={t('demand.numbersTitle', { version: newest.version })}
            />
            <Weigh data={data} />
          </>
        ) : (
          <p class="govuk-body">{t('demand.noNumbers')}</p>
        )}
        {data.mayEdit && <Send data={data} />}
        {data.mayEdit && (
          <p class="govuk-body mh-off-paper">
            <a class="govuk-link mh-tap" href={href(`${path(data)}/edit`)}>
              {t('demand.edit')}
            </a>
          </p>
        )}
        {versions.length > 0 && (
          <section aria-labelledby="versions" class="mh-desk-part">
            <h2 class="govuk-heading-m" id="versions">
              {t('demand.versionsTitle')}
            </h2>
            <p class="govuk-body">{t('demand.versionsHow')}</p>
            <ul class="govuk-list">
              {versions.map(({ version, at, areas }) => (
                <li key={version}>
                  {t('demand.versionLine', { version, day: formatDay(language, at.slice(0, 10)), areas })}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  );
}
