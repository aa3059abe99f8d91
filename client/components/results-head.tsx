/** What the list under it answers, and how many that are: never as if an older answer were of what is asked now. */
import type { Ref } from 'preact';
import type { Count } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { capitalised, formatEstimate, formatTotal } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { first, type Query, searchPath, without } from '../logic/query.ts';
import type { Search } from '../state/use-search.ts';

const totalWords = (language: Language, total: Count, possible: boolean): string =>
  possible
    ? language.t('search.mightTotal', { count: total.value, number: formatEstimate(language, total) })
    : formatTotal(language, total);

const lastWords = ({ t }: Language, query: Query, total: string): string => {
  const words = first(query, 'q');
  return t('search.lastResults', { named: words ? 'yes' : 'no', words, total });
};

export function ResultsHead({ search, heading }: { search: Search; heading: Ref<HTMLHeadingElement> }) {
  const language = useLanguage();
  const { t, href } = language;
  const { list, query, asked, waiting, live, problem } = search;
  const showsMap = asked.view?.[0] === 'map';
  const nothingYet = problem !== undefined && !list.total;
  const total = list.total && totalWords(language, list.total, query.match?.[0] === 'possible');
  const words = !total
    ? t(nothingYet ? 'search.notSearched' : 'search.results')
    : problem
      ? lastWords(language, query, total)
      : capitalised(language, query.cursor ? t('search.continued', { total }) : total);
  return (
    <>
      <div class="mh-results__head">
        <h2 id="results" ref={heading} tabIndex={-1} class="mh-results__title">
          {waiting && <span class="mh-results__searching">{t('search.searching')}</span>}
          <span class="mh-results__total">{words}</span>
          {/* Paper shows the last answer while the next is on its way. */}
          {waiting && total && <span class="mh-print-only">{lastWords(language, query, total)}</span>}
        </h2>
        {live && !nothingYet && (
          <a
            class="mh-button mh-button--quiet mh-results__toggle"
            href={href(searchPath(showsMap ? without(asked, 'view') : { ...asked, view: ['map'] }))}
          >
            {t(showsMap ? 'search.showList' : 'search.showMap')}
          </a>
        )}
      </div>
      {nothingYet && problem.errors && <p class="govuk-body">{t('search.notSearchedHow')}</p>}
      {query.cursor && (
        <p class="mh-results__take">
          <a href={href(searchPath(without(query, 'cursor')))}>{t('search.firstPage')}</a>
        </p>
      )}
    </>
  );
}
