/** What is in a file that was sent, what its columns mean, and what would be saved of it. */
import type { Preview } from '../../server/demand/schema.ts';
import { ColumnCode, DemandTotals } from '../components/demand-totals.tsx';
import { Checkboxes, ErrorSummary, SelectInput, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { type FormState, faultOf, typedValue } from '../logic/form.ts';
import type { DemandFilePageData } from './data.ts';

function Meanings({ form, preview }: { form: FormState; preview: Preview }) {
  const { t } = useLanguage();
  const { columns } = preview;
  const options = (none: string) => [
    { value: '', label: none },
    ...columns.map(({ name }) => ({ value: name, label: name })),
  ];
  const noPlace = t(preview.format === 'geojson' ? 'demand.geometry' : 'demand.noColumn');
  const asked = columns.map((column, at) => ({ ...column, at }));
  const field = ({ name, at, isNumeric, examples }: (typeof asked)[number]) => (
    <TextInput
      key={name}
      form={form}
      name={`as_${at}`}
      label={<bdi>{name}</bdi>}
      hint={
        examples.length === 0
          ? t('demand.holdsNothing')
          : t(isNumeric ? 'demand.holdsNumbers' : 'demand.holdsWords', { examples: examples.join(' · ') })
      }
      autocomplete="off"
      chars={20}
      dir="ltr"
    />
  );
  const isUsual = ({ at, isNumeric, guess }: (typeof asked)[number]) =>
    !guess && (isNumeric || typedValue(form, `as_${at}`) !== '');
  const others = asked.filter((each) => !isUsual(each));
  return (
    <>
      <h2 class="govuk-heading-m">{t('demand.mapTitle')}</h2>
      <SelectInput
        form={form}
        name="id"
        label={t('demand.field_id')}
        hint={t('demand.hint_id')}
        options={options(t('demand.noColumn'))}
      />
      <SelectInput
        form={form}
        name="called"
        label={t('demand.field_called')}
        options={options(t('demand.noColumn'))}
      />
      <SelectInput
        form={form}
        name="lon"
        label={t('demand.field_lon')}
        hint={t('demand.hint_place', { example: '-0.1680' })}
        options={options(noPlace)}
      />
      <SelectInput
        form={form}
        name="lat"
        label={t('demand.field_lat')}
        hint={t('demand.hint_place', { example: '51.4270' })}
        options={options(noPlace)}
      />
      <h2 class="govuk-heading-m" id="columns">
        {t('demand.takeTitle')}
      </h2>
      <p class="govuk-body">{t('demand.takeHow')}</p>
      {asked.filter(isUsual).map(field)}
      {others.length > 0 && (
        <details
          class="mh-demand-others mh-off-paper"
          open={others.some(({ at }) => faultOf(form, `as_${at}`))}
        >
          <summary>{t('demand.others')}</summary>
          <div class="mh-demand-others__fields">{others.map(field)}</div>
        </details>
      )}
      <TextInput
        form={form}
        name="missing"
        label={t('demand.field_missing')}
        hint={t('demand.hint_missing')}
        chars={20}
        dir="ltr"
      />
    </>
  );
}

export function Head({ preview }: { preview: Pick<Preview, 'totals' | 'head'> }) {
  const language = useLanguage();
  const { t } = language;
  const names = preview.totals.map(({ column }) => column);
  return (
    <>
      <h2 class="govuk-heading-m">{t('demand.headTitle')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled with the keys */}
      <section class="mh-table-frame" aria-label={t('demand.headTitle')} tabIndex={0}>
        <table class="govuk-table mh-capacities mh-demand-table">
          <thead>
            <tr>
              <th scope="col">{t('demand.area')}</th>
              <th scope="col" class="mh-number">
                {t('demand.place')}
              </th>
              {names.map((name) => (
                <th scope="col" class="mh-number" key={name}>
                  <ColumnCode name={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.head.map(({ id, name, lon, lat, numbers }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{name}</bdi>
                  {name !== id && (
                    <>
                      <br />
                      <span class="mh-quiet" dir="ltr">
                        {id}
                      </span>
                    </>
                  )}
                </th>
                <td class="mh-number">
                  <span dir="ltr">
                    {lat.toFixed(4)}, {lon.toFixed(4)}
                  </span>
                </td>
                {names.map((each) => {
                  const value = numbers[each];
                  return (
                    <td class="mh-number" key={each}>
                      {typeof value === 'number' ? formatNumber(language, value) : t('demand.noNumber')}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Result({ data }: { data: DemandFilePageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { preview, faults, form } = data;
  if (preview.rows === 0) return <p class="govuk-body">{t('demand.notRead')}</p>;
  const { rows, good, rejected } = preview;
  const number = (value: number) => formatNumber(language, value);
  return (
    <>
      <p class="govuk-body" role="status">
        {t('demand.found', { rows, good: number(good), rejected: number(rejected) })}
      </p>
      {faults.length > 0 && (
        <section class="mh-panel" aria-labelledby="faults">
          <h2 class="mh-panel__title" id="faults">
            {t('demand.faultsTitle')}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {faults.map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
          {rejected > faults.length && (
            <p class="govuk-body">{t('demand.faultsFirst', { count: faults.length })}</p>
          )}
          <Checkboxes
            form={form}
            name="leaveOut"
            label={t('demand.leaveOut')}
            options={[{ value: 'yes', label: t('demand.leaveOut_yes') }]}
          />
          <p class="govuk-body mh-off-paper">
            {t('demand.mendOr')}{' '}
            <a class="govuk-link mh-tap" href={href(`/plan/layers/${data.layer.id}#send`)}>
              {t('demand.mend')}
            </a>
          </p>
        </section>
      )}
      {preview.head.length > 0 && (
        <>
          <Head preview={preview} />
          <h2 class="govuk-heading-m">{t('demand.totalsTitle')}</h2>
          <DemandTotals totals={preview.totals} title={t('demand.totalsTitle')} />
        </>
      )}
    </>
  );
}

export function DemandFilePage({ data }: { data: DemandFilePageData }) {
  const { t, href } = useLanguage();
  const { layer, file, preview, form } = data;
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href(`/plan/layers/${layer.id}`)}>
        <bdi>{layer.name}</bdi>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <h1 class="govuk-heading-l">{t('demand.fileTitle')}</h1>
        {preview.isGuessed && <p class="govuk-body">{t('demand.fileHow')}</p>}
        <form method="post" action={href(`/plan/layers/${layer.id}/files/${file}`)} novalidate>
          <Result data={data} />
          <Meanings form={form} preview={preview} />
          <div class="mh-desk-actions">
            <button type="submit" name="do" value="save" class="mh-button">
              {t('demand.save')}
            </button>
            <button type="submit" name="do" value="look" class="mh-button mh-button--quiet">
              {t('demand.look')}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}
