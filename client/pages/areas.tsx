/** The index of areas: by kind, with how many places each has, and a box that finds one by name. */
import type { AreaGroup } from '../../server/areas/schema.ts';
import { AreaLinks } from '../components/area-links.tsx';
import { Layout } from '../components/layout.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { areaKinds } from '../logic/area.ts';
import type { AreasPageData } from './data.ts';

const address = (query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((each): each is [string, string] => Boolean(each[1]));
  return given.length === 0 ? '/areas' : `/areas?${new URLSearchParams(given)}`;
};

function Group({ group, query }: { group: AreaGroup; query: AreasPageData['query'] }) {
  const language = useLanguage();
  const { t, href } = language;
  const { kind, count, areas, next } = group;
  const kinds = areaKinds(language, kind);
  const number = formatNumber(language, count);
  return (
    <section aria-labelledby={`kind-${kind}`} class="mh-area__section">
      <h2 id={`kind-${kind}`} class="mh-section__title">
        {t('area.groupCount', { kinds, number })}
      </h2>
      <AreaLinks areas={areas} alike />
      {next && (
        <nav class="mh-paging" aria-label={t('area.pages')}>
          {query.kind ? (
            <a class="mh-button mh-button--quiet" rel="next" href={href(address({ ...query, after: next }))}>
              {t('search.nextPage')}
            </a>
          ) : (
            <a class="mh-button mh-button--quiet" href={href(address({ q: query.q, kind }))}>
              {t('area.allOfKind', { kinds, number })}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

export function AreasPage({ data }: { data: AreasPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { groups, query, settings } = data;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const narrowed = Boolean(query.q || query.kind || query.after);
  return (
    <Layout settings={settings}>
      {narrowed && (
        <a class="govuk-back-link" href={href('/areas')}>
          {t('area.allAreas')}
        </a>
      )}
      <h1 class="govuk-heading-l">{t('area.index')}</h1>
      <p class="govuk-body-l">{t('area.indexLead')}</p>
      <form class="mh-area__find" action={href('/areas')}>
        <label class="govuk-label" for="area-name">
          {t('area.find')}
        </label>
        <div class="mh-area__ask">
          <input class="govuk-input" id="area-name" name="q" type="search" maxLength={100} value={query.q} />
          {query.kind && <input type="hidden" name="kind" value={query.kind} />}
          <button class="mh-button" type="submit">
            {t('area.findButton')}
          </button>
        </div>
      </form>
      {query.q && (
        <p class="mh-area__text" role="status">
          <Rich
            text={t('area.found', { count, number: formatNumber(language, count), q: query.q })}
            tags={{ a: (all) => <a href={href('/areas')}>{all}</a> }}
          />
        </p>
      )}
      {groups.length === 0 && !narrowed && <p class="mh-area__text">{t('area.indexNone')}</p>}
      {groups.map((group) => (
        <Group key={group.kind} group={group} query={query} />
      ))}
    </Layout>
  );
}
