/** What each number of a layer adds up to, as a table that scrolls by itself on a narrow screen. */
import { Fragment } from 'preact';
import type { Total } from '../../server/demand/schema.ts';
import { isMeasure } from '../../server/vocabulary.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';

/** A name of one word, which may be broken where its parts meet. */
export function ColumnCode({ name }: { name: string }) {
  return (
    <code dir="ltr">
      {name.split('_').map((part, at) => (
        <Fragment key={`${at} ${part}`}>
          {at > 0 && (
            <>
              _<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

export function DemandTotals({ totals, title }: { totals: readonly Total[]; title: string }) {
  const language = useLanguage();
  const { t } = language;
  const number = (value: number | undefined) => (value === undefined ? '' : formatNumber(language, value));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled with the keys
    <section class="mh-table-frame" aria-label={title} tabIndex={0}>
      <table class="govuk-table mh-capacities mh-demand-table">
        <thead>
          <tr>
            <th scope="col">{t('demand.column')}</th>
            {(['sum', 'min', 'max', 'missing'] as const).map((each) => (
              <th scope="col" class="mh-number" key={each}>
                {t(`demand.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map(({ column, sum, min, max, missing }) => (
            <tr key={column}>
              <th scope="row">
                <ColumnCode name={column} />
              </th>
              {[isMeasure(column) ? undefined : sum, min, max, missing].map((value, at) => (
                <td class="mh-number" key={['sum', 'min', 'max', 'missing'][at]}>
                  {number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
