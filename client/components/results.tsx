/** The answer: how many, which ones, what might fit, and where to go next. */
import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { venuesUrl } from '../api.ts';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { askedFor, type Chip } from '../logic/chips.ts';
import { apiQuery, searchPath, without, writeQuery } from '../logic/query.ts';
import type { Pointed } from '../state/pointed.ts';
import type { Search } from '../state/use-search.ts';
import { MightFit } from './might-fit.tsx';
import { NoResults } from './no-results.tsx';
import { ResultCard } from './result-card.tsx';
import { ResultsHead } from './results-head.tsx';
import { WakesLater } from './wakes-later.tsx';

/** An export is one page of the API, at its longest. */
const mostTaken = 100;

/** As many as a usual desk shows; a phone shows the first at most. */
const cardsInFirstView = 2;

interface Props {
  search: Search;
  chips: readonly Chip[];
  heading: Ref<HTMLHeadingElement>;
  /** The day on which the page was made. */
  today: string;
  pointed: Pointed;
  /** It is the answer that the page came with. */
  isFirst?: boolean;
}

export function Results({ search, chips, heading, today, pointed, isFirst = false }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const { list, query, busy, waiting, problem } = search;
  // The same cards until another answer comes: whatever else is drawn anew, as at each letter that is typed, they are not.
  const cards = useMemo(() => {
    if (list.items.length === 0) return null;
    const { people, layout, facts } = askedFor(query, list.understood);
    const ends = isFirst && list.items.length > cardsInFirstView;
    return (
      // Another answer is another list: its cards come, and do not move from where the last one had them.
      <ol key={writeQuery(apiQuery(query))} class="mh-results__list">
        {list.items.map((item, index) => (
          <ResultCard
            key={item.id}
            item={item}
            asked={facts}
            layout={layout}
            people={people}
            query={query}
            today={today}
            pointed={pointed}
            endsFirstView={ends && index + 1 === cardsInFirstView}
          />
        ))}
      </ol>
    );
  }, [list, query, today, pointed, isFirst]);
  const possible = query.match?.[0] === 'possible';
  const empty = list.items.length === 0;
  return (
    <section
      class={['mh-results', busy && 'mh-results--busy', waiting && 'mh-results--waiting']
        .filter(Boolean)
        .join(' ')}
      aria-labelledby="results"
      aria-busy={busy}
    >
      <ResultsHead search={search} heading={heading} />
      {possible && (
        <p class="mh-results__might">
          {t('search.mightWhy')}{' '}
          <a href={href(searchPath(without(query, 'match', 'cursor')))}>{t('search.mightBack')}</a>
        </p>
      )}
      {empty && !problem && <NoResults search={search} chips={chips} />}
      {list.next && !query.cursor && (
        <p class="mh-print-only">{t('search.printedFirst', { count: list.items.length })}</p>
      )}
      <WakesLater>{cards}</WakesLater>
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
      {!empty && (
        <p class="mh-results__take">
          <Rich
            text={t('search.plan')}
            tags={{
              a: (children) => (
                <a href={href(`/plan/new?${writeQuery(without(apiQuery(query), 'sort', 'cursor'))}`)}>
                  {children}
                </a>
              ),
            }}
          />
        </p>
      )}
      {!query.cursor && !possible && <MightFit search={search} today={today} />}
    </section>
  );
}
