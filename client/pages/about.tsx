/** What Moothall is, what it promises, and whose data it stands on. */
import { Layout } from '../components/layout.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import type { AboutPageData } from './data.ts';

const promises = [
  'about.promise1',
  'about.promise2',
  'about.promise3',
  'about.promise4',
  'about.promise5',
] as const;

const tilePolicy = 'https://operations.osmfoundation.org/policies/tiles/';

function Source({ name, url, attribution, licence }: AboutPageData['sources'][number]) {
  const { t } = useLanguage();
  return (
    <li>
      {url && /^https?:/.test(url) ? (
        <a class="govuk-link" href={url} dir="auto">
          {name}
        </a>
      ) : (
        <strong dir="auto">{name}</strong>
      )}
      <span dir="auto">{attribution}</span>
      <span class="mh-quiet">{t('about.licence', { licence })}</span>
    </li>
  );
}

export function AboutPage({ data }: { data: AboutPageData }) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={data.settings} current="/about">
      <div class="mh-prose">
        <h1 class="govuk-heading-l">{t('about.title')}</h1>
        <p class="govuk-body-l">{t('about.what')}</p>
        <p class="govuk-body">{t('about.who')}</p>
        <h2 class="govuk-heading-m">{t('about.promises')}</h2>
        <ol class="mh-promises">
          {promises.map((each) => (
            <li key={each}>
              <Rich text={t(each)} tags={{ b: (words) => <strong>{words}</strong> }} />
            </li>
          ))}
        </ol>
        <h2 class="govuk-heading-m" id="sources">
          {t('about.sources')}
        </h2>
        {data.sources.length === 0 ? (
          <p class="govuk-body">{t('about.noSources')}</p>
        ) : (
          <ul class="govuk-list mh-source-list">
            {data.sources.map((source) => (
              <Source key={source.name} {...source} />
            ))}
          </ul>
        )}
        <h2 class="govuk-heading-m">{t('about.pictures')}</h2>
        <p class="govuk-body">
          <Rich
            text={t('about.picturesText')}
            tags={{
              a: (words) => (
                <a class="govuk-link" href={tilePolicy}>
                  {words}
                </a>
              ),
            }}
          />
        </p>
        <h2 class="govuk-heading-m">{t('about.use')}</h2>
        <p class="govuk-body">
          <Rich
            text={t('about.useText')}
            tags={{
              a: (words) => (
                <a class="govuk-link" href={href('/api/docs')}>
                  {words}
                </a>
              ),
            }}
          />
        </p>
      </div>
    </Layout>
  );
}
