/** Check boxes with how many venues each would give. */
import { formatFacet } from '../logic/format.ts';

interface Props {
  name: string;
  legend: string;
  /** When the heading above already says what the legend says. */
  hideLegend?: boolean;
  entries: readonly { key: string; label: string }[];
  chosen: readonly string[];
  counts?: Record<string, number>;
  exact?: boolean;
}

export function Checks({ name, legend, hideLegend, entries, chosen, counts, exact = true }: Props) {
  return (
    <fieldset class="govuk-fieldset mh-checks">
      <legend class={hideLegend ? 'govuk-visually-hidden' : 'mh-checks__legend'}>{legend}</legend>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {entries.map(({ key, label }) => (
          <div class="govuk-checkboxes__item" key={key}>
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={`${name}-${key}`}
              name={name}
              value={key}
              checked={chosen.includes(key)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`${name}-${key}`}>
              {label}
              {counts && (
                <span class={counts[key] ? 'mh-count' : 'mh-count mh-count--none'}>
                  {' '}
                  ({formatFacet(counts[key] ?? 0, exact)})
                </span>
              )}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
