/** The outline of an area with what may be shown of the places in it; its words say the same. */
import type { Sketch } from '../../server/areas/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';

interface Props {
  sketch: Sketch;
  area: string;
  venues: number;
}

const DOT = 4.5;

export function AreaSketch({ sketch, area, venues }: Props) {
  const language = useLanguage();
  const { t } = language;
  const { path, width, height, dots, cells, crowds } = sketch;
  const number = (count: number) => ({ count, number: formatNumber(language, count) });
  const words = [
    ...(crowds.length > 0
      ? [
          t('area.sketchCrowds', {
            total: t('area.places', { count: venues, number: formatNumber(language, venues) }),
          }),
        ]
      : [t('area.sketchDots', number(dots.length))]),
    ...(cells.length > 0 ? [t('area.sketchCells', number(cells.length))] : []),
  ];
  const most = Math.max(1, ...crowds.map((each) => each.venues));
  return (
    <figure class="mh-sketch">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby="sketch-title"
        aria-describedby="sketch-text"
      >
        <title id="sketch-title">{t('area.sketch', { area })}</title>
        <path class="mh-sketch__area" d={path} fill-rule="evenodd" />
        {cells.map(({ x, y, size }) => (
          <rect
            key={`${x} ${y}`}
            class="mh-sketch__cell"
            x={x}
            y={y}
            width={size}
            height={size}
            rx={Math.min(6, size / 6)}
          />
        ))}
        {crowds.map((crowd) => (
          <circle
            key={`${crowd.x} ${crowd.y}`}
            class="mh-sketch__crowd"
            cx={crowd.x}
            cy={crowd.y}
            r={Math.round(30 + 120 * Math.sqrt(crowd.venues / most)) / 10}
          />
        ))}
        {dots.map(({ x, y }, index) => (
          <circle key={index} class="mh-sketch__dot" cx={x} cy={y} r={DOT} />
        ))}
      </svg>
      {venues > 0 && <figcaption id="sketch-text">{words.join(' ')}</figcaption>}
    </figure>
  );
}
