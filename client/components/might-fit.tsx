/** Below what is known to fit: the first of those that would, if what nobody knows of them turned out to be yes. */
import { useLanguage } from '../language/context.tsx';
import { capitalised, formatEstimate } from '../language/format.ts';
import { askedFor } from '../logic/chips.ts';
import { searchPath, without } from '../logic/query.ts';
import type { Search } from '../state/use-search.ts';
import { ResultCard } from './result-card.tsx';

interface Props {
  search: Search;
  today: string;
}

export function MightFit({ search, today }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const { list, query } = search;
  const { mightFit, possible = [] } = list;
  if (!mightFit || mightFit.value === 0) return null;
  const { layout, facts } = askedFor(query, list.understood);
  const count = { count: mightFit.value, number: formatEstimate(language, mightFit) };
  const message = list.items.length === 0 ? 'search.mightTotal' : 'search.mightMore';
  return (
    <section class="mh-might" aria-labelledby="might">
      <h2 id="might" class="mh-might__title">
        {t('search.might')}
      </h2>
      <p class="mh-might__text">
        <strong>{capitalised(language, t(message, count))}.</strong> {t('search.mightWhy')}
      </p>
      {possible.length > 0 && possible.length < mightFit.value && (
        <p class="mh-print-only">{t('search.printedFirst', { count: possible.length })}</p>
      )}
      {possible.length > 0 && (
        <ol class="mh-results__list">
          {possible.map((item) => (
            <ResultCard key={item.id} item={item} asked={facts} layout={layout} query={query} today={today} />
          ))}
        </ol>
      )}
      {mightFit.value > possible.length && (
        <a
          class="mh-button mh-button--quiet mh-might__all"
          href={href(searchPath({ ...without(query, 'cursor'), match: ['possible'] }))}
        >
          {t('search.mightAll', count)}
        </a>
      )}
    </section>
  );
}
