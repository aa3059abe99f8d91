/** Nothing found is not a dead end: it names what to let go of, and how many places that gives. */
import { Rich, useLanguage } from '../language/context.tsx';
import type { Chip } from '../logic/chips.ts';
import { waysOut } from '../logic/relax.ts';
import type { Search } from '../state/use-search.ts';

export function NoResults({ search, chips }: { search: Search; chips: readonly Chip[] }) {
  const language = useLanguage();
  const { t, href } = language;
  const { query, list } = search;
  const { relaxed = [] } = list;
  const ways = waysOut(language, query, chips, relaxed);
  return (
    <div class="mh-empty">
      <p class="govuk-body">
        {t('search.empty')}
        {(list.mightFit?.value ?? 0) > 0 && ` ${t('search.emptyMight')}`}
      </p>
      {ways.length > 0 && (
        <>
          <p class="govuk-body">{t('search.emptyRelax')}</p>
          <ul class="govuk-list mh-empty__ways">
            {ways.map((way) => (
              <li key={way.key}>
                <Rich
                  text={t('search.emptyWay', { part: way.part, gives: way.gives })}
                  tags={{
                    a: (children) => (
                      <a class="govuk-link" href={way.href}>
                        {children}
                      </a>
                    ),
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {relaxed.length > 1 && ways.length === 0 && <p class="govuk-body">{t('search.emptyNothing')}</p>}
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
