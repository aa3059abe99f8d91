/** Nothing found is not a dead end: it names what to let go of. */
import { Rich, useLanguage } from '../language/context.tsx';
import type { Chip } from '../logic/chips.ts';
import { searchPath, withValue } from '../logic/query.ts';
import type { Search } from '../state/use-search.ts';

export function NoResults({ search, chips }: { search: Search; chips: readonly Chip[] }) {
  const { t, href } = useLanguage();
  const { query, list } = search;
  const words = query.q?.[0];
  const toRelax = [
    ...(words && !chips.some((chip) => chip.read)
      ? [
          {
            key: 'q',
            label: t('search.emptyWords', { words }),
            remove: href(searchPath(withValue(query, 'q', ''))),
          },
        ]
      : []),
    ...chips,
  ];
  return (
    <div class="mh-empty">
      <p class="govuk-body">
        {t('search.empty')}
        {(list.mightFit?.value ?? 0) > 0 && ` ${t('search.emptyMight')}`}
      </p>
      {toRelax.length > 0 && (
        <>
          <p class="govuk-body">{t('search.emptyRelax')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {toRelax.map((each) => (
              <li key={each.key}>
                <a class="govuk-link" href={each.remove}>
                  <span class="govuk-visually-hidden">{t('search.emptyWithout')} </span>
                  {each.label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body mh-last">
        <Rich
          text={t('search.emptyAll')}
          tags={{
            a: (children) => (
              <a class="govuk-link" href={href('/')}>
                {children}
              </a>
            ),
          }}
        />
      </p>
    </div>
  );
}
