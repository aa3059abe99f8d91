/**
 * The question. A plain GET form first; awake, every change asks again shortly after, and what is typed is
 * asked when it is finished (Enter, the button, a suggestion, or leaving the field).
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../language/context.tsx';
import { askedBy, draftOf, first, without } from '../logic/query.ts';
import type { AreaChoice, PageProblem } from '../pages/data.ts';
import type { FocusAfter, Search } from '../state/use-search.ts';
import { Field } from './fields.tsx';
import { Filters } from './filters.tsx';
import { SuggestBox } from './suggest-box.tsx';

interface Props {
  search: Search;
  areas: readonly AreaChoice[];
  problem?: PageProblem;
  /** How many things are asked. */
  chips: number;
}

export function SearchForm({ search, areas, problem, chips }: Props) {
  const { t, href } = useLanguage();
  const { draft, setDraft, go, goSoon, live } = search;
  const form = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState(false);
  const errorOf = (parameter: string) =>
    problem?.errors?.find((error) => error.parameter === parameter)?.detail;
  const peopleError = errorOf('people');
  const faulty = problem?.errors?.some(({ parameter }) => parameter !== 'q') ?? false;
  const hasPlace =
    draft.near !== undefined || (search.list.understood ?? []).some((each) => each.parameter === 'near');

  // What was typed while the page was still waking up is kept.
  useEffect(() => {
    if (form.current) setDraft(draftOf(form.current));
  }, []);
  // What is wrong must be seen.
  useEffect(() => {
    if (faulty) setOpen(true);
  }, [faulty]);

  const edit = chips > 0 ? t('search.filtersUsed', { count: chips }) : t('search.filters');

  const remember = () => {
    if (form.current) setDraft(draftOf(form.current));
  };
  const asked = (changes: { [name: string]: string[] } = {}) =>
    form.current ? askedBy({ ...draftOf(form.current), ...changes }) : {};
  const ask = (focus: FocusAfter, changes?: { [name: string]: string[] }) => go(asked(changes), focus);

  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not yet known to every browser we serve
    <form
      ref={form}
      id="search"
      class="mh-search"
      role="search"
      aria-label={t('search.form')}
      method="get"
      action={href('/')}
      // Before anything below renders: a field takes its value from the draft.
      onInputCapture={remember}
      onChange={() => {
        remember();
        goSoon(asked);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        ask('results');
      }}
    >
      <div class="mh-search__main">
        <SuggestBox
          value={first(draft, 'q')}
          live={live}
          error={errorOf('q')}
          onChoose={({ url, query, label }) => {
            if (url) location.assign(href(url));
            else ask('results', { q: [query ?? label], near: [], radius: [], bbox: [], polygon: [] });
          }}
        />
        <button type="submit" class="mh-button mh-search__go">
          {t('search.show')}
        </button>
      </div>
      {/* On a phone the rest waits behind this: a link to where the rest is shown, until the page is awake. */}
      {live ? (
        <button
          type="button"
          class="mh-button mh-button--quiet mh-search__edit"
          aria-expanded={open}
          aria-controls="filters"
          onClick={() => setOpen(!open)}
        >
          {edit}
        </button>
      ) : (
        <a class="mh-button mh-button--quiet mh-search__edit" href="#filters">
          {edit}
        </a>
      )}
      <div id="filters" class={open || faulty ? 'mh-search__more mh-search__more--open' : 'mh-search__more'}>
        <Field id="people" label={t('search.people')} error={peopleError} class="mh-field--people">
          <input
            class={`govuk-input ${peopleError ? 'govuk-input--error' : ''}`}
            id="people"
            name="people"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={first(draft, 'people')}
            aria-describedby={peopleError ? 'people-error' : undefined}
            aria-invalid={peopleError ? 'true' : undefined}
          />
        </Field>
        {(['near', 'bbox', 'polygon', 'match', 'view'] as const).map(
          (name) => draft[name] && <input key={name} type="hidden" name={name} value={first(draft, name)} />,
        )}
        <Filters
          draft={without(draft, 'cursor')}
          facets={search.list.facets}
          areas={areas}
          hasPlace={hasPlace}
          usualSort={search.query.sort ? undefined : search.list.sort}
          submit={t('search.show')}
          errorOf={errorOf}
        />
      </div>
    </form>
  );
}
