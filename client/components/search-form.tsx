/**
 * The question. A plain GET form first; awake, every change asks again shortly after, and what is typed is
 * asked when it is finished (Enter, the button, a suggestion, or leaving the field).
 */
import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../language/context.tsx';
import { layoutChoices } from '../logic/choices.ts';
import { askedBy, draftOf, first, without } from '../logic/query.ts';
import type { AreaChoice, PageProblem } from '../pages/data.ts';
import type { Search } from '../state/use-search.ts';
import { Field, Select } from './fields.tsx';
import { Filters } from './filters.tsx';
import { SuggestBox } from './suggest-box.tsx';

const pause = 200;

interface Props {
  search: Search;
  areas: readonly AreaChoice[];
  problem?: PageProblem;
}

export function SearchForm({ search, areas, problem }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const { draft, setDraft, go, live } = search;
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const errorOf = (parameter: string) =>
    problem?.errors?.find((error) => error.parameter === parameter)?.detail;
  const peopleError = errorOf('people');
  const hasPlace =
    draft.near !== undefined || (search.list.understood ?? []).some((each) => each.parameter === 'near');

  // What was typed while the page was still waking up is kept.
  useEffect(() => {
    if (form.current) setDraft(draftOf(form.current));
    return () => clearTimeout(timer.current);
  }, []);

  const remember = () => {
    if (form.current) setDraft(draftOf(form.current));
  };
  const ask = (focus: 'results' | 'keep', changes: { [name: string]: string[] } = {}) => {
    clearTimeout(timer.current);
    if (form.current) go(askedBy({ ...draftOf(form.current), ...changes }), focus);
  };
  const askSoon = () => {
    remember();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask('keep'), pause);
  };

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
      onInput={remember}
      onChange={askSoon}
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
          onChoose={(choice) => {
            if (choice.url) location.assign(href(choice.url));
            else if (choice.query) ask('results', { q: [choice.query], near: [], radius: [], bbox: [] });
            else if (choice.lon !== undefined && choice.lat !== undefined)
              ask('results', { q: [], bbox: [], near: [`${choice.lon},${choice.lat}`] });
            else ask('results', { q: [choice.label] });
          }}
        />
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
        <Select
          id="layout"
          name="layout"
          label={t('search.layout')}
          any={t('search.anyLayout')}
          class="mh-field--layout"
          value={first(draft, 'layout')}
          choices={layoutChoices(language)}
          error={errorOf('layout')}
        />
        <button type="submit" class="mh-button mh-search__go">
          {t('search.show')}
        </button>
      </div>
      {(['near', 'bbox', 'polygon', 'view'] as const).map(
        (name) => draft[name] && <input key={name} type="hidden" name={name} value={first(draft, name)} />,
      )}
      <Filters
        draft={without(draft, 'cursor')}
        facets={search.list.facets}
        areas={areas}
        hasPlace={hasPlace}
        submit={t('search.show')}
        errorOf={errorOf}
      />
    </form>
  );
}
