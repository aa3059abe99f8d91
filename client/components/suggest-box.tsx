/**
 * The search box. Without JavaScript it is an ordinary field. Awake, it is a combobox with a list of suggestions
 * (ARIA Authoring Practices: editable combobox with list autocomplete, manual selection).
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchSuggestions, type Suggestion } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { Field } from './fields.tsx';

const pause = 150;
const typeNames = {
  venue: 'search.suggestionVenue',
  place: 'search.suggestionPlace',
  postcode: 'search.suggestionPostcode',
} as const;

interface Props {
  value: string;
  live: boolean;
  error?: string;
  onChoose: (choice: Suggestion) => void;
}

export function SuggestBox({ value, live, error, onChoose }: Props) {
  const { t } = useLanguage();
  const [items, setItems] = useState<Suggestion[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const request = useRef<AbortController | null>(null);
  useEffect(() => () => close(), []);

  function close() {
    clearTimeout(timer.current);
    request.current?.abort();
    setOpen(false);
    setActive(-1);
  }

  async function look(text: string) {
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    // Suggestions are a help; without them the box still searches, so a failure here is silent.
    const found = await fetchSuggestions(text, controller.signal).catch((): Suggestion[] => []);
    if (controller.signal.aborted) return;
    setItems(found);
    setOpen(found.length > 0);
    setActive(-1);
  }

  function typed(text: string) {
    clearTimeout(timer.current);
    if (text.trim().length < 2) {
      setItems([]);
      return close();
    }
    timer.current = setTimeout(() => void look(text.trim()), pause);
  }

  function choose(choice: Suggestion) {
    close();
    onChoose(choice);
  }

  function key(event: KeyboardEvent) {
    // These keys choose letters in scripts that are composed.
    if (event.isComposing) return;
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = active < 0 && step < 0 ? 0 : active;
      setOpen(true);
      setActive((from + step + items.length) % items.length);
    } else if (event.key === 'Enter') {
      const choice = open ? items[active] : undefined;
      if (choice) {
        event.preventDefault();
        choose(choice);
      } else close();
    }
  }

  const combobox = live && {
    role: 'combobox' as const,
    // Only where we help: without it the browser keeps what was typed for whoever comes back to the page.
    autocomplete: 'off',
    'aria-expanded': open,
    'aria-controls': 'q-list',
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': open && active >= 0 ? `q-option-${active}` : undefined,
  };

  return (
    <Field id="q" label={t('search.question')} error={error} class="mh-field--q">
      <div class="mh-suggest">
        <input
          class={`govuk-input ${error ? 'govuk-input--error' : ''}`}
          id="q"
          name="q"
          type="text"
          enterKeyHint="search"
          spellcheck={false}
          placeholder={t('search.example')}
          maxLength={300}
          value={value}
          aria-describedby={error ? 'q-error' : undefined}
          aria-invalid={error ? 'true' : undefined}
          {...combobox}
          onInput={(event) => typed(event.currentTarget.value)}
          onKeyDown={key}
          onBlur={close}
        />
        {live && (
          <>
            {/* A list that scrolls would be a stop of its own for Tab, and gone as soon as it was reached. */}
            <div
              class="mh-suggest__list"
              id="q-list"
              role="listbox"
              aria-label={t('search.suggestions')}
              tabIndex={-1}
              hidden={!open}
              onMouseDown={(event) => event.preventDefault()}
            >
              {items.map((item, index) => (
                // biome-ignore lint/a11y/useFocusableInteractive: as above
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the box
                <div
                  key={`${item.type}-${item.label}-${item.detail ?? ''}`}
                  id={`q-option-${index}`}
                  class={index === active ? 'mh-suggest__item mh-suggest__item--active' : 'mh-suggest__item'}
                  role="option"
                  aria-selected={index === active}
                  onClick={() => choose(item)}
                >
                  <span>{item.label}</span>
                  <span class="mh-suggest__detail">
                    {t(typeNames[item.type])}
                    {item.detail ? ` · ${item.detail}` : ''}
                  </span>
                </div>
              ))}
            </div>
            <span class="govuk-visually-hidden" role="status">
              {open ? t('search.suggestionCount', { count: items.length }) : ''}
            </span>
          </>
        )}
      </div>
    </Field>
  );
}
