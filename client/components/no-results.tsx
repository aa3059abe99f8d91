/** Nothing found is not a dead end: it names what to let go of. */
import type { Chip } from '../logic/chips.ts';
import type { Search } from '../state/use-search.ts';

export function NoResults({ search, chips }: { search: Search; chips: readonly Chip[] }) {
  const { query, list } = search;
  return (
    <div class="mh-empty">
      <p class="govuk-body">
        No place in the register is known to meet all of this.
        {(list.mightFit ?? 0) > 0 && ' The ones that might fit have facts that nobody has recorded yet.'}
      </p>
      {chips.length > 0 && (
        <>
          <p class="govuk-body">Try again without one of these:</p>
          <ul class="govuk-list govuk-list--bullet">
            {chips.map((chip) => (
              <li key={chip.key}>
                <a class="govuk-link" href={chip.remove}>
                  <span class="govuk-visually-hidden">Search without: </span>
                  {chip.label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {query.q && chips.length === 0 && (
        <p class="govuk-body">Try fewer words, or only the name of a place, such as “hall in Tooting”.</p>
      )}
      <p class="govuk-body">
        Or{' '}
        <a class="govuk-link" href="/">
          see every place
        </a>
        .
      </p>
    </div>
  );
}
