/** What the search page is called, in the tab and in the history: it follows the search. */
import type { Language } from '../language/language.ts';
import type { PageProblem } from '../pages/data.ts';
import { first, type Query } from './query.ts';

export function searchTitle({ t }: Language, query: Query, problem?: PageProblem): string {
  const name = t('common.name');
  const words = first(query, 'q');
  if (problem) return t('search.pageTitleProblem', { problem: problem.title, name });
  return words ? t('search.pageTitleWords', { words, name }) : t('search.pageTitle', { name });
}
