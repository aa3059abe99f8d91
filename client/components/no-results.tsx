/** Nothing found is not a dead end: it names what to let go of. */
import type { Chip } from '../logic/chips.ts';
import { searchPath, withValue } from '../logic/query.ts';
import type { Search } from '../state/use-search.ts';

export function NoResults({ search, chips }: { search: Search; chips: readonly Chip[] }) {
  const { query, list } = search;
  const words = query.q?.[0];
  const toRelax = [
    ...(words && !chips.some((chip) => chip.read)
      ? [{ key: 'q', label: `the words “${words}”`, remove: searchPath(withValue(query, 'q', '')) }]
      : []),
    ...chips,
  ];
  return (
    <div class="mh-empty">
      <p class="govuk-body">
        No place in the register is known to meet all of this.
        {(list.mightFit?.value ?? 0) > 0 &&
          ' The ones that might fit have facts that nobody has recorded yet.'}
      </p>
      {toRelax.length > 0 && (
        <>
          <p class="govuk-body">Try again without one of these:</p>
          <ul class="govuk-list govuk-list--bullet">
            {toRelax.map((each) => (
              <li key={each.key}>
                <a class="govuk-link" href={each.remove}>
                  <span class="govuk-visually-hidden">Search without: </span>
                  {each.label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body mh-last">
        Or{' '}
        <a class="govuk-link" href="/">
          see every place
        </a>
        .
      </p>
    </div>
  );
}
