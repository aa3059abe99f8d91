/**
 * Pairs of bars from a baseline of nothing to all: before is outlined, with the plan is solid, and each says its share.
 * Names and numbers are words of the page, so that they are as large on a telephone as anywhere.
 */
import { useLanguage } from '../../language/context.tsx';
import { formatAmount, formatShare } from '../../logic/plan-words.ts';

export interface ShareRow {
  key: string;
  name: string;
  before: number;
  after: number;
  total: number;
}

interface Props {
  title: string;
  rows: readonly ShareRow[];
  /** What the first column of the table is about, and the words for its numbers. */
  of: string;
  unit: string;
  /** Where nothing is there yet, there is no before to compare with. */
  isBefore: boolean;
  /** Nothing is chosen: it is how it is now, and not with the plan. */
  isNow?: boolean;
}

function Bar({ part, total, kind }: { part: number; total: number; kind: 'before' | 'after' }) {
  const language = useLanguage();
  const width = total > 0 ? Math.round((1000 * part) / total) / 10 : 0;
  return (
    <span class="mh-bars__line">
      <svg
        class={`mh-bars__bar mh-bars__bar--${kind}`}
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect class="mh-bars__ground" width="100" height="10" />
        <rect class="mh-bars__part" width={width} height="10" />
        {[25, 50, 75].map((at) => (
          <path
            key={at}
            class={`mh-bars__ticks ${at < width ? 'mh-bars__ticks--over' : ''}`}
            d={`M${at} 0V10`}
          />
        ))}
        <path class="mh-bars__base" d="M0 0V10" />
      </svg>
      <span class="mh-bars__share">{formatShare(language, part, total)}</span>
    </span>
  );
}

export function ShareBars({ title, rows, of, unit, isBefore, isNow = false }: Props) {
  const language = useLanguage();
  const { t } = language;
  const said = { before: 'before', after: isNow ? 'now' : 'after' } as const;
  const columns = isBefore ? (['before', 'after'] as const) : (['after'] as const);
  return (
    <figure class="mh-figure">
      <figcaption class="mh-figure__title">{title}</figcaption>
      <p class="mh-bars__key">
        {columns.map((each) => (
          <span key={each}>
            <svg
              class={`mh-sample mh-bars__bar--${each}`}
              viewBox="0 0 30 14"
              width="30"
              height="14"
              aria-hidden="true"
            >
              <rect class="mh-bars__part" x="1" y="1" width="28" height="12" />
            </svg>{' '}
            {t(`figures.moment_${said[each]}`)}
          </span>
        ))}
        <span>{t('figures.barsHow')}</span>
      </p>
      <ul class="mh-bars">
        {rows.map(({ key, name, total, ...row }) => (
          <li key={key} class="mh-bars__row">
            <span class="mh-bars__name" dir="auto">
              {name}
            </span>
            <span class="mh-bars__pair">
              {columns.map((each) => (
                <span key={each} class="mh-bars__one">
                  <span class="govuk-visually-hidden">{t(`figures.moment_${said[each]}`)}: </span>
                  <Bar part={row[each]} total={total} kind={each} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <details class="mh-figure__numbers">
        <summary>{t('figures.numbers')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled with the keys */}
        <section class="mh-table-frame" aria-label={title} tabIndex={0}>
          <table class="govuk-table mh-capacities">
            <caption class="govuk-visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{of}</th>
                {columns.map((each) => (
                  <th scope="col" class="mh-number" key={each}>
                    {t(`figures.unit_${said[each]}`, { unit })}
                  </th>
                ))}
                <th scope="col" class="mh-number">
                  {t('figures.allUnit', { unit })}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, total, ...row }) => (
                <tr key={key}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {columns.map((each) => (
                    <td class="mh-number" key={each}>
                      {formatAmount(language, row[each])} ({formatShare(language, row[each], total)})
                    </td>
                  ))}
                  <td class="mh-number">{formatAmount(language, total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
