/** An organisation as everybody sees it: what it says of itself, and the places it holds. */
import { Layout } from '../components/layout.tsx';
import { organisationPath } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { OrganisationGonePageData, OrganisationPageData } from './data.ts';

export function OrganisationPage({ data }: { data: OrganisationPageData }) {
  const { t, href } = useLanguage();
  const { organisation, places, next, isLater } = data;
  const path = organisationPath(organisation);
  return (
    <Layout settings={data.settings}>
      <a class="govuk-back-link" href={href('/')}>
        {t('venue.another')}
      </a>
      <div class="mh-venue__head">
        <p class="mh-venue__kind">{t(`organisation.kind_${organisation.kind as 'community'}`)}</p>
        <h1 class="mh-venue__name" dir="auto">
          {organisation.name}
        </h1>
        <p class="mh-venue__text" dir={organisation.about ? 'auto' : undefined}>
          {organisation.about ?? t('organisation.noAbout')}
        </p>
        {organisation.website && (
          <p class="mh-venue__text">
            {t('organisation.website')}{' '}
            <a class="govuk-link" href={organisation.website} rel="nofollow ugc noopener" dir="ltr">
              {organisation.website}
            </a>
          </p>
        )}
      </div>
      <section aria-labelledby="places" class="mh-section">
        <h2 id="places" class="mh-section__title">
          {t('organisation.places')}
        </h2>
        {places.length === 0 ? (
          <p class="govuk-body">{t('organisation.noPlaces')}</p>
        ) : (
          <ul class="govuk-list govuk-list--spaced">
            {places.map((place) => (
              <li key={place.id}>
                <a class="govuk-link mh-tap" href={href(venuePath(place))} dir="auto">
                  {place.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        {(isLater || next !== undefined) && (
          <nav class="mh-paging" aria-label={t('search.pages')}>
            {isLater && (
              <a class="mh-button mh-button--quiet" href={href(`${path}#places`)}>
                {t('search.firstPage')}
              </a>
            )}
            {next !== undefined && (
              <a class="mh-button mh-button--quiet" rel="next" href={href(`${path}?after=${next}#places`)}>
                {t('search.nextPage')}
              </a>
            )}
          </nav>
        )}
      </section>
      <p class="govuk-body">
        <a class="govuk-link mh-tap" href={href(`${path}/manage`)}>
          {t('organisation.lookAfter')}
        </a>
      </p>
      <p class="mh-print-only">{data.settings.publicUrl + href(path)}</p>
    </Layout>
  );
}

export function OrganisationGonePage({ data }: { data: OrganisationGonePageData }) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={data.settings}>
      <div class="mh-venue__head">
        <h1 class="govuk-heading-l">{t('organisation.goneTitle')}</h1>
        <p class="govuk-body" dir="auto">
          {data.name
            ? t('organisation.goneNamed', { organisation: data.name })
            : t('organisation.goneForgotten')}
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={href('/')}>
            {t('venue.another')}
          </a>
        </p>
      </div>
    </Layout>
  );
}
