/**
 * How evenly access is shared, as M. O. Lorenz drew it (1905): along the bottom the people, from the worst off on; up the
 * side their share of what is reached. On the straight line all would have as much.
 */
import { useLanguage } from '../../language/context.tsx';
import { formatNumber } from '../../language/format.ts';
import { columnName } from '../../logic/plan-words.ts';

export interface FairnessShown {
  people: string;
  /** Shares, from 0,0 to 1,1. */
  points: readonly (readonly [people: number, access: number])[];
  gini?: number;
  concentration?: number;
  palma?: number;
  rankedBy?: string;
}

/** Nearer to nothing than this, a concentration index says that rank makes no difference that anybody would see. */
const EVEN = 0.05;
const SIDE = 240;
const at = (share: number) => Math.round(share * SIDE * 10) / 10;

/** The share of what is reached that the first so much of the people have, along the curve. */
export function heldBy(points: FairnessShown['points'], people: number): number {
  let [lastPeople, lastAccess] = [0, 0];
  for (const [share, access] of points) {
    if (share >= people)
      return share > lastPeople
        ? lastAccess + ((access - lastAccess) * (people - lastPeople)) / (share - lastPeople)
        : access;
    [lastPeople, lastAccess] = [share, access];
  }
  return lastAccess;
}

export function LorenzChart({ fairness, id }: { fairness: FairnessShown; id: string }) {
  const language = useLanguage();
  const { t } = language;
  const { points, gini, concentration, palma, rankedBy, people } = fairness;
  const line = points.map(([share, access]) => `${at(share)} ${at(1 - access)}`).join('L');
  const percent = (share: number) =>
    t('figures.share', { number: formatNumber(language, Math.round(share * 100)) });
  const decimal = (value: number) => formatNumber(language, Math.round(value * 100) / 100).replace('-', '−');
  const order = rankedBy
    ? t('figures.rankedBy', { column: columnName(language, rankedBy) })
    : t('figures.rankedByAccess');
  const held = heldBy(points, 0.4);
  const leaning = Math.abs(concentration ?? 0) < EVEN ? 'even' : (concentration ?? 0) < 0 ? 'low' : 'high';
  const indices = [
    gini !== undefined && t('figures.gini', { value: decimal(gini) }),
    gini !== undefined && rankedBy && t('figures.giniOwnOrder'),
    concentration !== undefined && t('figures.concentration', { value: decimal(concentration) }),
    palma !== undefined && t('figures.palma', { value: decimal(palma) }),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <figure class="mh-figure mh-lorenz">
      <figcaption class="mh-figure__title">{t('figures.lorenzTitle')}</figcaption>
      <div class="mh-lorenz__chart">
        <p class="mh-lorenz__up">{t('figures.lorenzUp', { people: columnName(language, people) })}</p>
        <svg
          viewBox="-48 -12 300 276"
          width="300"
          height="276"
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
        >
          <title id={`${id}-title`}>{t('figures.lorenzTitle')}</title>
          <path
            class="mh-lorenz__grid"
            d={`M60 0V${SIDE}M120 0V${SIDE}M180 0V${SIDE}M0 60H${SIDE}M0 120H${SIDE}M0 180H${SIDE}`}
          />
          <path class="mh-lorenz__between" d={`M${line}L0 ${SIDE}z`} />
          <path class="mh-lorenz__even" d={`M0 ${SIDE}L${SIDE} 0`} />
          <path class="mh-lorenz__curve" d={`M${line}`} />
          <path class="mh-lorenz__frame" d={`M0 0V${SIDE}H${SIDE}`} />
          {[0, 0.5, 1].map((share) => (
            <g key={share} class="mh-lorenz__ticks">
              <text x={at(share)} y={SIDE + 18} text-anchor={share === 1 ? 'end' : 'middle'}>
                {percent(share)}
              </text>
              {share > 0 && (
                <text x="-5" y={at(1 - share) + 5} text-anchor="end">
                  {percent(share)}
                </text>
              )}
            </g>
          ))}
        </svg>
        <p class="mh-lorenz__along">
          {t('figures.lorenzAlong', { people: columnName(language, people), order })}
        </p>
        <p class="mh-lorenz__key">
          <svg class="mh-sample" viewBox="0 0 30 14" width="30" height="14" aria-hidden="true">
            <path class="mh-lorenz__even" d="M1 7H29" />
          </svg>{' '}
          {t('figures.lorenzEven')}
        </p>
      </div>
      <p id={`${id}-text`} class="mh-figure__text">
        {rankedBy &&
          concentration !== undefined &&
          t(`figures.fair_${leaning}`, { column: columnName(language, rankedBy) })}{' '}
        {t('figures.lorenzSays', { first: percent(0.4), held: percent(held) })}
      </p>
      {indices && <p class="mh-figure__text mh-print-only">{indices}</p>}
      <details class="mh-figure__numbers">
        <summary>{t('figures.numbers')}</summary>
        {indices && <p class="mh-figure__text">{indices}</p>}
        <table class="govuk-table mh-capacities">
          <caption class="govuk-visually-hidden">{t('figures.lorenzTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.lorenzFirst', { order })}</th>
              <th scope="col" class="mh-number">
                {t('figures.lorenzHave')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 1].map((share) => (
              <tr key={share}>
                <th scope="row">{percent(share)}</th>
                <td class="mh-number">{percent(heldBy(points, share))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
