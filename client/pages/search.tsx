/** Find a place: the question, the answer as a list, and the same answer on a map. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Chips } from '../components/chips.tsx';
import { Layout } from '../components/layout.tsx';
import { MapPanel } from '../components/map-panel.tsx';
import { ProblemBox } from '../components/problem-box.tsx';
import { Results } from '../components/results.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { type Chip, chipsOf } from '../logic/chips.ts';
import { fieldIds, inWords } from '../logic/problems.ts';
import { first, readQuery, searchPath, withUnasked } from '../logic/query.ts';
import { searchTitle } from '../logic/titles.ts';
import { createPointed } from '../state/pointed.ts';
import { useSearch } from '../state/use-search.ts';
import type { SearchPageData } from './data.ts';

/** A link to another state of this search, which is at `home`: followed without leaving the page. */
function searchLink(event: MouseEvent, home: string): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const here = link?.origin === location.origin && link.pathname === home && link.hash === '';
  return here ? link : undefined;
}

export function SearchPage({ data }: { data: SearchPageData }) {
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const [pointed] = useState(createPointed);
  const fault = data.problem && inWords(language, data.problem);
  const search = useSearch({ ...data, ...(fault && { problem: fault }) }, () => {
    heading.current?.focus({ preventScroll: true });
    const top = heading.current?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) heading.current?.scrollIntoView();
  });
  const { query, asked, draft, list, problem, go, live } = search;
  // Shown at once, so that the page does not move when the answer comes; but what is read from words comes with it.
  const words = first(asked, 'q');
  const sameWords = words === first(query, 'q');
  // What was refused was not asked; where it has a field, it is mended there.
  const refused = ({ parameter }: Chip) =>
    Object.hasOwn(fieldIds, parameter) && problem?.errors?.some((each) => each.parameter === parameter);
  const chips = chipsOf(language, asked, sameWords ? list.understood : [], data.areas).filter(
    (each) => !refused(each),
  );
  const title = searchTitle(language, asked, problem);
  useEffect(() => {
    if (live) document.title = title;
  }, [live, title]);
  const onMap = live && asked.view?.[0] === 'map';
  return (
    <Layout settings={{ ...data.settings, path: searchPath(asked) }} wide current="/">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches clicks on links, which answer to keys themselves */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        onClick={(event) => {
          const link = searchLink(event, language.href('/'));
          if (!link) return;
          event.preventDefault();
          go(withUnasked(readQuery(link.search), asked, draft), 'results');
        }}
      >
        <div class="mh-lead">
          <h1 class="mh-title">{language.t('common.tagline')}</h1>
          <div class="mh-lead__street" />
        </div>
        {problem && <ProblemBox problem={problem} onRetry={live ? search.retry : undefined} />}
        <SearchForm search={search} areas={data.areas} problem={problem} chips={chips.length} />
        <p class="govuk-visually-hidden" role="status">
          {search.announcement}
        </p>
        {words && <p class="mh-print-only">{language.t('search.printedWords', { words })}</p>}
        <p class="mh-print-only">
          <bdi>{data.settings.publicUrl + language.href(searchPath(asked))}</bdi>
          {language.t('common.comma')}
          {formatDay(language, data.settings.today)}
        </p>
        <Chips chips={chips} />
        <div class={onMap ? 'mh-split mh-split--map' : 'mh-split'}>
          <Results
            search={search}
            chips={chips}
            heading={heading}
            today={data.settings.today}
            pointed={pointed}
            isFirst={list === data.list}
          />
          <MapPanel search={search} settings={data.settings} pointed={pointed} />
        </div>
      </div>
    </Layout>
  );
}
