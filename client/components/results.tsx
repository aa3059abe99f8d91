/** The answer: how many, which ones, what might fit, and where to go next. */
import type { Ref } from 'preact';
import { venuesUrl } from '../api.ts';
import { Rich, useLanguage } from '../language/context.tsx';
import { capitalised, formatEstimate, formatNumber, formatTotal } from '../language/format.ts';
import { askedFor, type Chip } from '../logic/chips.ts';
import { apiQuery, searchPath, without, writeQuery } from '../logic/query.ts';
import type { Search } from '../state/use-search.ts';
import { NoResults } from './no-results.tsx';
import { ResultCard } from './result-card.tsx';

/** An export is one page of the API, at its longest. */
const mostTaken = 100;

interface Props {
  search: Search;
  chips: readonly Chip[];
  heading: Ref<HTMLHeadingElement>;
  active: number | null;
  onActive: (id: number | null) => void;
}

export function Results({ search, chips, heading, active, onActive }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const { list, query, busy, live, problem } = search;
  const { layout } = askedFor(query, list.understood);
  const read = (list.understood ?? []).map((each) => each.value);
  const asked = [...(query.access ?? []), ...(query.amenity ?? []), ...read];
  const empty = list.items.length === 0;
  const showsMap = query.view?.[0] === 'map';
  return (
    <section
      class={busy ? 'mh-results mh-results--busy' : 'mh-results'}
      aria-labelledby="results"
      aria-busy={busy}
    >
      <div class="mh-results__head">
        <h2 id="results" ref={heading} tabIndex={-1} class="mh-results__title">
          {list.total
            ? capitalised(language, formatTotal(language, list.total))
            : t(empty ? 'search.noResults' : 'search.results')}
        </h2>
        {live && (
          <a
            class="mh-button mh-button--quiet mh-results__toggle"
            href={href(searchPath(showsMap ? without(query, 'view') : { ...query, view: ['map'] }))}
          >
            {t(showsMap ? 'search.showList' : 'search.showMap')}
          </a>
        )}
      </div>
      {list.mightFit !== undefined && list.mightFit.value > 0 && (
        <p class="mh-results__might">
          <strong>
            {capitalised(
              language,
              t(empty ? 'search.mightOnly' : 'search.mightMore', {
                count: list.mightFit.value,
                number: formatEstimate(language, list.mightFit),
              }),
            )}
          </strong>{' '}
          {t('search.mightWhy')}
        </p>
      )}
      {empty && !problem && <NoResults search={search} chips={chips} />}
      {!empty && (
        // Another answer is another list: its cards come, and do not move from where the last one had them.
        <ol key={writeQuery(apiQuery(query))} class="mh-results__list">
          {list.items.map((item) => (
            <ResultCard
              key={item.id}
              item={item}
              asked={asked}
              layout={layout}
              active={item.id === active}
              onActive={onActive}
            />
          ))}
        </ol>
      )}
      {(list.next || query.cursor) && (
        <nav class="mh-paging" aria-label={t('search.pages')}>
          {query.cursor && (
            <a class="mh-button mh-button--quiet" href={href(searchPath(without(query, 'cursor')))}>
              {t('search.firstPage')}
            </a>
          )}
          {list.next && (
            <a
              class="mh-button mh-button--quiet"
              rel="next"
              href={href(searchPath({ ...query, cursor: [list.next] }))}
            >
              {t('search.nextPage')}
            </a>
          )}
        </nav>
      )}
      {!empty && (
        <p class="mh-results__take">
          <Rich
            text={
              (list.total?.value ?? 0) > mostTaken
                ? t('search.takeFirst', { number: formatNumber(language, mostTaken) })
                : t('search.take')
            }
            tags={{
              csv: (children) => (
                <a href={venuesUrl(without(query, 'cursor'), 'csv')} download>
                  {children}
                </a>
              ),
              geojson: (children) => (
                <a href={venuesUrl(without(query, 'cursor'), 'geojson')} download>
                  {children}
                </a>
              ),
            }}
          />
        </p>
      )}
    </section>
  );
}
