/** What the shades and signs of the maps of a plan mean, with a swatch drawn as the map draws it. */
import { useLanguage } from '../../language/context.tsx';
import { classCount } from '../../logic/plan-bands.ts';
import type { Drawing, Moment } from '../../logic/plan-drawing.ts';
import { bandName, formatAmount } from '../../logic/plan-words.ts';

interface Props {
  drawing: Drawing;
  /** The maps that it is the legend of. */
  which: readonly Moment[];
  id: string;
}

/** An area, or a dot where the map has dots. */
function Swatch({ band, last, isDot, hatch }: { band: number; last: number; isDot: boolean; hatch: string }) {
  const tone = band === last ? 'none' : String(band);
  return (
    <svg class="mh-sample" viewBox="0 0 30 22" width="30" height="22" aria-hidden="true">
      {isDot && band === last && (
        <rect class={`mh-sample__mark mh-tone-fill--${tone}`} x="8" y="4" width="14" height="14" />
      )}
      {isDot && band !== last && (
        <circle class={`mh-sample__mark mh-tone-fill--${tone}`} cx="15" cy="11" r="8" />
      )}
      {!isDot && <rect class={`mh-sample__mark mh-tone-fill--${tone}`} x="1" y="1" width="28" height="20" />}
      {!isDot && band === last && <rect x="1" y="1" width="28" height="20" fill={`url(#${hatch})`} />}
    </svg>
  );
}

export function AccessLegend({ drawing, which, id }: Props) {
  const language = useLanguage();
  const { t } = language;
  const { bands, signs, places, catchments, marks, tally, scale, gathered } = drawing;
  const count = classCount(bands);
  const isDot = marks.some(({ size }) => size !== undefined);
  const isUsed = (band: number) => which.some((each) => (tally[each][band]?.areas ?? 0) > 0);
  const bandsUsed = Array.from({ length: count }, (_band, at) => at).filter(isUsed);
  const isAfter = which.includes('after');
  const wide = scale?.at(-1)?.size ?? 1;
  return (
    <ul class="mh-legend" aria-label={t('figures.legend')}>
      {bandsUsed.map((band) => (
        <li key={band}>
          <Swatch band={band} last={count - 1} isDot={isDot} hatch={`${id}-hatch`} />
          {bandName(language, bands, band)}
        </li>
      ))}
      {isAfter && signs.some(({ included }) => !included) && (
        <li>
          <svg class="mh-sample" viewBox="-20 -20 40 40" width="30" height="22" aria-hidden="true">
            <g class="mh-access__sign">
              <circle r="18" />
              <text dy="8" text-anchor="middle">
                1
              </text>
            </g>
          </svg>
          {t('figures.legendChosen')}
        </li>
      )}
      {signs.some(({ included }) => included) && (
        <li>
          <svg class="mh-sample" viewBox="-20 -20 40 40" width="30" height="22" aria-hidden="true">
            <g class="mh-access__sign mh-access__sign--there">
              <rect x="-17" y="-17" width="34" height="34" rx="3" />
              <text dy="8" text-anchor="middle">
                1
              </text>
            </g>
          </svg>
          {t('figures.legendThere')}
        </li>
      )}
      {isAfter && places !== '' && (
        <li>
          <svg class="mh-sample" viewBox="0 0 30 22" width="30" height="22" aria-hidden="true">
            <path class="mh-access__places" d="M15 11h.1" />
          </svg>
          {t('figures.legendPlace')}
        </li>
      )}
      {isAfter && catchments.d !== '' && (
        <li>
          <svg class="mh-sample" viewBox="0 0 30 22" width="30" height="22" aria-hidden="true">
            <path class={`mh-access__catchment mh-access__catchment--${catchments.kind}`} d="M2 18L28 4" />
          </svg>
          {t(`figures.legend_${catchments.kind}`)}
        </li>
      )}
      {gathered && <li>{t('figures.legendGathered')}</li>}
      {scale && (
        <li>
          <svg class="mh-sample" viewBox="0 0 30 22" width="30" height="22" aria-hidden="true">
            <circle
              class="mh-sample__mark"
              cx="6"
              cy="11"
              r={Math.round((80 * (scale[0]?.size ?? 0)) / wide) / 10}
            />
            <circle class="mh-sample__mark" cx="20" cy="11" r="8" />
          </svg>
          {t('figures.legendSize', {
            least: formatAmount(language, scale[0]?.weight ?? 0),
            most: formatAmount(language, scale[1]?.weight ?? 0),
          })}
        </li>
      )}
    </ul>
  );
}
