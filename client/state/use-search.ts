/**
 * A search that lives: the same state as the page’s URL, refreshed without leaving the page. The newest question wins;
 * older requests are aborted. What is typed lives in `draft`, so an answer that arrives late never overwrites it.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiFailure, fetchVenues } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { capitalised, formatTotal } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { failureInWords } from '../logic/problems.ts';
import { apiQuery, type Query, readQuery, sameQuery, searchPath, writeQuery } from '../logic/query.ts';
import type { SearchPageData } from '../pages/data.ts';

type Shown = Pick<SearchPageData, 'query' | 'list' | 'problem'>;
export type FocusAfter = 'results' | 'keep';

export interface Search extends Shown {
  /** What was asked last, answered or not. */
  asked: Query;
  draft: Query;
  setDraft: (draft: Query) => void;
  busy: boolean;
  /** True once the page is awake in a browser. */
  live: boolean;
  announcement: string;
  /** Go to another state of the search: new URL, new results. */
  go: (query: Query, focus?: FocusAfter) => void;
  retry: () => void;
}

const remembered = 30;

/** A problem announces itself; everything else is announced here. */
function found(language: Language, { problem, list }: Shown): string {
  if (problem) return '';
  if (!list.total) return language.t('search.changed');
  return capitalised(language, language.t('search.found', { total: formatTotal(language, list.total) }));
}

export function useSearch(initial: SearchPageData, focusResults: () => void): Search {
  const language = useLanguage();
  const { t, href } = language;
  const [shown, setShown] = useState<Shown>(initial);
  const [asked, setAsked] = useState<Query>(initial.query);
  const [draft, setDraft] = useState<Query>(initial.query);
  const [busy, setBusy] = useState(false);
  const [live, setLive] = useState(false);
  const [announcement, announce] = useState('');
  const request = useRef<AbortController | null>(null);
  const latest = useRef<Shown>(initial);
  const past = useRef(new Map<string, Shown>(initial.problem ? [] : [[writeQuery(initial.query), initial]]));

  function show(next: Shown, focus: FocusAfter) {
    latest.current = next;
    setShown(next);
    setBusy(false);
    // Emptied when the question was asked: the same count is said again, because it is news again.
    requestAnimationFrame(() => announce(found(language, next)));
    if (focus === 'results') requestAnimationFrame(focusResults);
  }

  async function load(query: Query, focus: FocusAfter) {
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    setAsked(query);
    announce('');
    const kept = past.current.get(writeQuery(query));
    if (kept) return show(kept, focus);
    if (sameQuery(apiQuery(query), apiQuery(latest.current.query)) && !latest.current.problem) {
      return show({ ...latest.current, query }, focus);
    }
    setBusy(true);
    try {
      const next = { query, list: await fetchVenues(query, controller.signal) };
      if (past.current.size >= remembered) past.current.clear();
      past.current.set(writeQuery(query), next);
      if (!controller.signal.aborted) show(next, focus);
    } catch (error) {
      if (controller.signal.aborted) return;
      const problem =
        error instanceof ApiFailure
          ? failureInWords(language, error.status, error.problem)
          : { title: t('search.failedTitle'), detail: t('search.reload') };
      show({ query, list: latest.current.list, problem }, 'keep');
    }
  }

  function go(query: Query, focus: FocusAfter = 'keep') {
    setDraft(query);
    const path = href(searchPath(query));
    if (path !== location.pathname + location.search) history.pushState(null, '', path);
    void load(query, focus);
  }

  // Listens once: everything it reads is a ref or a setter.
  useEffect(() => {
    setLive(true);
    const back = () => {
      const query = readQuery(location.search);
      setDraft(query);
      void load(query, 'keep');
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  return {
    ...shown,
    asked,
    draft,
    setDraft,
    busy,
    live,
    announcement,
    go,
    retry: () => load(shown.query, 'keep'),
  };
}
