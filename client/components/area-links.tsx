/** Areas as links, each with how many places it has. */
import type { AreaLink, AreaOverview } from '../../server/areas/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { areaName } from '../logic/area.ts';
import { areaPath } from '../logic/place.ts';

interface Props {
  areas: readonly AreaLink[];
  /** Are they of one kind, which is said beside them? */
  alike?: boolean;
}

export function AreaLinks({ areas, alike = false }: Props) {
  const language = useLanguage();
  return (
    <ul class="mh-areas">
      {areas.map((area) => (
        <li key={area.id}>
          <a href={language.href(areaPath(area))} dir="auto">
            {alike ? area.name : areaName(language, area)}
          </a>
          {area.venues !== undefined && (
            <span class="mh-quiet">
              {' '}
              {language.t('area.places', {
                count: area.venues,
                number: formatNumber(language, area.venues),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function AreasAround({ overview }: { overview: AreaOverview }) {
  const { t } = useLanguage();
  const { neighbours, holders, parts } = overview;
  const groups = [
    { title: t('area.partOf'), areas: holders, alike: false },
    { title: t('area.parts'), areas: parts, alike: new Set(parts.map(({ kind }) => kind)).size === 1 },
    { title: t('area.nextTo'), areas: neighbours.filter(({ touches }) => touches), alike: true },
    { title: t('area.nearIt'), areas: neighbours.filter(({ touches }) => !touches), alike: true },
  ].filter(({ areas }) => areas.length > 0);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="around" class="mh-area__section">
      <h2 id="around" class="mh-section__title">
        {t('area.around')}
      </h2>
      {groups.map(({ title, areas, alike }) => (
        <div key={title} class="mh-area__group">
          <h3 class="mh-topic__title">{title}</h3>
          <AreaLinks areas={areas} alike={alike} />
        </div>
      ))}
    </section>
  );
}
