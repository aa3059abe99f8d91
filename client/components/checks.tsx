/** Check boxes with how many venues each would give. */
import { useLanguage } from '../language/context.tsx';
import { formatEstimate } from '../language/format.ts';
import type { Choice } from '../logic/choices.ts';

interface Props {
  name: string;
  legend: string;
  /** When the heading above already says what the legend says. */
  hideLegend?: boolean;
  entries: readonly Choice[];
  chosen: readonly string[];
  counts?: Record<string, number>;
  exact?: boolean;
}

export function Checks({ name, legend, hideLegend, entries, chosen, counts, exact = true }: Props) {
  const language = useLanguage();
  const countOf = (value: string) => formatEstimate(language, { value: counts?.[value] ?? 0, exact });
  return (
    <fieldset class="mh-checks">
      <legend class={hideLegend ? 'govuk-visually-hidden' : 'mh-checks__legend'}>{legend}</legend>
      {entries.map(({ value, label }) => (
        <div class="mh-check" key={value}>
          <input
            type="checkbox"
            id={`${name}-${value}`}
            name={name}
            value={value}
            checked={chosen.includes(value)}
          />
          <label for={`${name}-${value}`}>
            {label}
            {counts && (
              <span class="mh-count"> {language.t('search.countOf', { number: countOf(value) })}</span>
            )}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
