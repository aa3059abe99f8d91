/** The answer: how many, which ones, what might fit, and where to go next. */
import type { Ref } from 'preact';
import { venuesUrl } from '../api.ts';
import { askedFor, type Chip } from '../logic/chips.ts';
import { formatEstimate, formatTotal } from '../logic/format.ts';
import { apiQuery, searchPath, without, writeQuery } from '../logic/query.ts';
import type { Search } from '../state/use-search.ts';
import { NoResults } from './no-results.tsx';
import { ResultCard } from './result-card.tsx';

interface Props {
  search: Search;
  chips: readonly Chip[];
  heading: Ref<HTMLHeadingElement>;
  active: number | null;
  onActive: (id: number | null) => void;
}

export function Results({ search, chips, heading, active, onActive }: Props) {
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
          {list.total ? formatTotal(list.total) : empty ? 'No results' : 'Results'}
        </h2>
        {live && (
          <a
            class="mh-button mh-button--quiet mh-results__toggle"
            href={searchPath(showsMap ? without(query, 'view') : { ...query, view: ['map'] })}
          >
            {showsMap ? 'Show list' : 'Show map'}
          </a>
        )}
      </div>
      {list.mightFit !== undefined && list.mightFit.value > 0 && (
        <p class="mh-results__might">
          <strong>
            {formatEstimate(list.mightFit)}
            {empty ? '' : ' more'} might fit.
          </strong>{' '}
          Some facts about them are not known yet, so it is worth asking.
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
        <nav class="mh-paging" aria-label="Pages of results">
          {query.cursor && (
            <a class="mh-button mh-button--quiet" href={searchPath(without(query, 'cursor'))}>
              Back to first page
            </a>
          )}
          {list.next && (
            <a
              class="mh-button mh-button--quiet"
              rel="next"
              href={searchPath({ ...query, cursor: [list.next] })}
            >
              Next page
            </a>
          )}
        </nav>
      )}
      {!empty && (
        <p class="mh-results__take">
          Take {(list.total?.value ?? 0) > 100 ? 'the first 100' : 'these'} with you:{' '}
          <a href={venuesUrl(without(query, 'cursor'), 'csv')} download>
            spreadsheet (CSV)
          </a>{' '}
          or{' '}
          <a href={venuesUrl(without(apiQuery(query), 'cursor'), 'geojson')} download>
            map data (GeoJSON)
          </a>
          .
        </p>
      )}
    </section>
  );
}
