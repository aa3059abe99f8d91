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
import type { PageProblem, SearchPageData } from '../pages/data.ts';

/** `query` is what `list` answers. After a failure that is still the question before it. */
type Shown = Pick<SearchPageData, 'query' | 'list' | 'problem'>;
export type FocusAfter = 'results' | 'keep';

export interface Search extends Shown {
  /** What was asked last, answered or not: the page’s URL. */
  asked: Query;
  draft: Query;
  setDraft: (draft: Query) => void;
  busy: boolean;
  /** The answer takes so long that the last one steps back, for it is of another question. */
  waiting: boolean;
  /** True once the page is awake in a browser. */
  live: boolean;
  announcement: string;
  /** Go to another state of the search: new URL, new results. */
  go: (query: Query, focus?: FocusAfter) => void;
  /** The same after a moment, unless something else is asked in it. */
  goSoon: (query: () => Query) => void;
  retry: () => void;
}

const remembered = 30;
const pause = 200;
/** Milliseconds: what is faster shows no sign of waiting, which would only be a flash. */
const patience = 300;

function found(language: Language, { list }: Shown): string {
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
  const [waiting, setWaiting] = useState(false);
  const [live, setLive] = useState(false);
  const [announcement, announce] = useState('');
  const request = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<Shown>(initial);
  const askedNow = useRef<Query>(initial.query);
  const past = useRef(new Map<string, Shown>(initial.problem ? [] : [[writeQuery(initial.query), initial]]));

  function show(next: Shown, focus: FocusAfter, said: string) {
    latest.current = next;
    setShown(next);
    setBusy(false);
    clearTimeout(late.current);
    late.current = undefined;
    setWaiting(false);
    // Emptied when the question was asked: the same is said again, because it is news again. The heading says it by itself
    // where the focus goes to it.
    requestAnimationFrame(() => announce(focus === 'results' ? '' : said));
    if (focus === 'results') requestAnimationFrame(focusResults);
  }

  /** The last answer stays, and says of which question it is. */
  function fail(problem: PageProblem) {
    // A problem announces itself when it comes; when it stays, it must be said.
    show({ ...latest.current, problem }, 'keep', latest.current.problem ? problem.title : '');
  }

  async function load(query: Query, focus: FocusAfter) {
    clearTimeout(timer.current);
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    askedNow.current = query;
    setAsked(query);
    announce('');
    const kept = past.current.get(writeQuery(query));
    if (kept) return show(kept, focus, found(language, kept));
    const { problem, ...last } = latest.current;
    if (sameQuery(apiQuery(query), apiQuery(last.query)) && !problem)
      return show({ ...last, query }, focus, found(language, last));
    setBusy(true);
    // From the first question that waits: whoever goes on typing has waited since then.
    late.current ??= setTimeout(() => {
      setWaiting(true);
      announce(t('search.searching'));
    }, patience);
    try {
      const next = { query, list: await fetchVenues(query, controller.signal) };
      if (past.current.size >= remembered) past.current.clear();
      past.current.set(writeQuery(query), next);
      if (!controller.signal.aborted) show(next, focus, found(language, next));
    } catch (error) {
      if (controller.signal.aborted) return;
      fail(
        error instanceof ApiFailure
          ? failureInWords(language, error.status, error.problem)
          : { title: t('search.failedTitle'), detail: t('search.reload') },
      );
    }
  }

  function go(query: Query, focus: FocusAfter = 'keep') {
    setDraft(query);
    const path = href(searchPath(query));
    if (path !== location.pathname + location.search) history.pushState(null, '', path);
    void load(query, focus);
  }

  function goSoon(query: () => Query) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go(query()), pause);
  }

  // Listens once: everything it reads is a ref or a setter.
  useEffect(() => {
    setLive(true);
    const back = () => {
      const query = readQuery(location.search);
      // A link to a part of this page is no other question.
      if (sameQuery(query, askedNow.current)) return;
      setDraft(query);
      void load(query, 'keep');
    };
    addEventListener('popstate', back);
    return () => {
      removeEventListener('popstate', back);
      clearTimeout(timer.current);
      clearTimeout(late.current);
    };
  }, []);

  return {
    ...shown,
    asked,
    draft,
    setDraft,
    busy,
    waiting,
    live,
    announcement,
    go,
    goSoon,
    retry: () => load(askedNow.current, 'results'),
  };
}
