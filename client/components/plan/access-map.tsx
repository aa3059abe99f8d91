/**
 * A map of who gets where, drawn as a picture: the same on the page, on paper and without a script. Classes differ in
 * lightness, and what is out of reach in pattern or shape too. What it shows is in words and a table beside it.
 */
import { useLanguage } from '../../language/context.tsx';
import { classCount } from '../../logic/plan-bands.ts';
import { type Drawing, type Mark, type Moment, moments } from '../../logic/plan-drawing.ts';
import type { Sign } from '../../logic/plan-signs.ts';
import { formatShare } from '../../logic/plan-words.ts';
import { AccessLegend } from './access-legend.tsx';

interface Props {
  drawing: Drawing;
  which: Moment;
  /** Begins the ids of this map; no two on a page have the same. */
  id: string;
  /** Where the shapes are drawn from: the id of a map on the same page that has them. */
  shapes?: string;
  legend?: boolean;
  /** Nothing is chosen: it is how it is now. */
  isNow?: boolean;
}

const shapeId = (id: string, at: number) => `${id}-shape-${at}`;

/** Lightness by class; the last class has a pattern, and its dots are squares. */
function Shape({
  mark,
  band,
  last,
  href,
  hatch,
}: {
  mark: Mark;
  band: number;
  last: number;
  href: string;
  hatch: string;
}) {
  const tone = band === last ? 'none' : String(band);
  if (mark.size === undefined)
    return (
      <>
        <use href={href} class={`mh-access__area mh-tone-fill--${tone}`} />
        {band === last && <use href={href} class="mh-access__hatch" fill={`url(#${hatch})`} />}
      </>
    );
  const ends = band === last ? 'square' : 'round';
  return (
    <g fill="none" stroke-linecap={ends}>
      <use
        href={href}
        class={`mh-access__rim ${band === last ? 'mh-access__rim--none' : ''}`}
        stroke-width={mark.size}
      />
      <use href={href} class={`mh-tone-line--${tone}`} stroke-width={Math.round(mark.size * 7) / 10} />
    </g>
  );
}

function NumberSign({ sign }: { sign: Sign }) {
  const { x, y, placeX, placeY, number, included } = sign;
  return (
    <>
      {(x !== placeX || y !== placeY) && (
        <>
          <path class="mh-access__leader" d={`M${placeX} ${placeY}L${x} ${y}`} />
          <circle class="mh-access__place" cx={placeX} cy={placeY} r="5" />
        </>
      )}
      <g transform={`translate(${x} ${y})`}>
        <g class={`mh-access__sign ${included ? 'mh-access__sign--there' : ''}`}>
          {included ? <rect x="-17" y="-17" width="34" height="34" rx="3" /> : <circle r="18" />}
          <text dy="8" text-anchor="middle">
            {number}
          </text>
        </g>
      </g>
    </>
  );
}

export function AccessMap({ drawing, which, id, shapes, legend = true, isNow = false }: Props) {
  const language = useLanguage();
  const { t } = language;
  const { width, height, bands, marks, tally, signs, places, catchments, ground, names } = drawing;
  const last = classCount(bands) - 1;
  const parts = tally[which];
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const shown = signs.filter(({ included }) => included || which === 'after');
  const hatch = `${id}-hatch`;
  // What is reached lies over what is not; wide dots under small ones.
  const inOrder = marks
    .map((mark, at) => ({ mark, at }))
    .sort(
      (a, b) =>
        Number(b.mark[which] === last) - Number(a.mark[which] === last) ||
        (b.mark.size ?? 0) - (a.mark.size ?? 0),
    );
  return (
    <div class="mh-access">
      <svg
        class={`mh-access__map mh-access__map--${which}`}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{t(`figures.map_${isNow ? 'now' : which}`)}</title>
        <desc id={`${id}-desc`}>
          {t('figures.mapSays', {
            share: formatShare(language, all - (parts[last]?.weight ?? 0), all),
            sites: shown.length,
          })}
        </desc>
        <defs>
          <pattern
            id={hatch}
            width="12"
            height="12"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path class="mh-access__hatching" d="M0 0V12" />
          </pattern>
          {shapes === undefined && marks.map(({ d }, at) => <path key={at} id={shapeId(id, at)} d={d} />)}
        </defs>
        {ground.map(({ kind, d }, at) => (
          <path key={at} class={`mh-access__ground mh-access__ground--${kind}`} d={d} />
        ))}
        {inOrder.map(({ mark, at }) => (
          <Shape
            key={at}
            mark={mark}
            band={mark[which]}
            last={last}
            href={`#${shapeId(shapes ?? id, at)}`}
            hatch={hatch}
          />
        ))}
        {which === 'after' && catchments.d !== '' && (
          <path class={`mh-access__catchment mh-access__catchment--${catchments.kind}`} d={catchments.d} />
        )}
        <g class="mh-access__names" text-anchor="middle">
          {names.map(({ x, y, name }) => (
            <text key={`${x} ${y}`} x={x} y={y}>
              {name}
            </text>
          ))}
        </g>
        {which === 'after' && places !== '' && <path class="mh-access__places" d={places} />}
        {shown.map((sign) => (
          <NumberSign key={sign.number} sign={sign} />
        ))}
      </svg>
      {legend && <AccessLegend drawing={drawing} which={moments.filter((each) => each === which)} id={id} />}
    </div>
  );
}
