/** One area: what is here, what is missing, what is known need by need, and the places themselves. */
import { AreaGaps, AreaHere } from '../components/area-here.tsx';
import { AreasAround } from '../components/area-links.tsx';
import { AreaNeeds } from '../components/area-needs.tsx';
import { AreaSketch } from '../components/area-sketch.tsx';
import { FirstViewEnds } from '../components/first-view.tsx';
import { Layout } from '../components/layout.tsx';
import { ResultCard } from '../components/result-card.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { areaKind, searchWithin } from '../logic/area.ts';
import { areaPath } from '../logic/place.ts';
import { searchPath } from '../logic/query.ts';
import type { AreaPageData } from './data.ts';

function Places({ data }: { data: AreaPageData }) {
  const { t, href } = useLanguage();
  const { items, number, more, overview } = data;
  const later = number > 1;
  const path = areaPath(overview.area);
  return (
    <section aria-labelledby="places" class="mh-area__section">
      <h2 id="places" class="mh-section__title">
        {t(later ? 'area.listMore' : 'area.list')}
      </h2>
      <p class="mh-area__text">
        {t('area.listOrder')} {t('area.hiddenNote')}
      </p>
      <ol class="mh-near__list">
        {items.map((item) => (
          <ResultCard key={item.id} item={item} asked={[]} />
        ))}
      </ol>
      {(later || more) && (
        <nav class="mh-paging" aria-label={t('search.pages')}>
          {later && (
            <a class="mh-button mh-button--quiet" href={href(`${path}#places`)}>
              {t('search.firstPage')}
            </a>
          )}
          {more && (
            <a class="mh-button mh-button--quiet" rel="next" href={href(`${path}?page=${number + 1}#places`)}>
              {t('search.nextPage')}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

export function AreaPage({ data }: { data: AreaPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { overview, gaps, near, settings } = data;
  const { area, numbers, sketch, holders } = overview;
  const kind = areaKind(language, area.kind);
  const holder = holders[0]?.name;
  const some = numbers.venues > 0;
  return (
    <Layout settings={settings}>
      <a class="govuk-back-link" href={href('/areas')}>
        {t('area.allAreas')}
      </a>
      <div class="mh-area__head">
        <div>
          <p class="mh-venue__kind">{holder ? t('area.kindPart', { kind, holder }) : kind}</p>
          <h1 class="mh-venue__name">
            <bdi>{area.name}</bdi>
          </h1>
          <p class="mh-area__lead">
            {t('area.lead', {
              count: numbers.venues,
              number: formatNumber(language, numbers.venues),
              rooms: t('common.rooms', { count: numbers.rooms }),
            })}
          </p>
          {!some && <p class="mh-area__text">{t('area.leadNone')}</p>}
          <p>
            <a class="mh-button" href={href(some ? searchWithin(area) : searchPath(near))}>
              {t(some ? 'area.search' : 'area.near')}
            </a>
          </p>
        </div>
        <AreaSketch sketch={sketch} area={area.name} venues={numbers.venues} />
      </div>
      {some && (
        <>
          <AreaHere area={area} numbers={numbers} />
          <FirstViewEnds />
          <AreaGaps area={area} gaps={gaps} />
          <AreaNeeds area={area} numbers={numbers} />
          <Places data={data} />
        </>
      )}
      <AreasAround overview={overview} />
    </Layout>
  );
}
