/** What was done in the name of an organisation, for its members. */
import { managePath, OrganisationFrame } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import type { OrganisationRecordPageData } from './data.ts';

export function OrganisationRecordPage({ data }: { data: OrganisationRecordPageData }) {
  const { t, href } = useLanguage();
  const { organisation, entries, older } = data;
  return (
    <OrganisationFrame settings={data.settings} back={organisation} title={t('organisation.recordTitle')}>
      <p class="govuk-body">{t('organisation.recordHow')}</p>
      {entries.length === 0 && <p class="govuk-body">{t('organisation.recordEmpty')}</p>}
      <ol class="govuk-list mh-desk-list">
        {entries.map(({ id, at, when, line, place }) => (
          <li key={id}>
            <div class="mh-member">
              <div dir="auto">{line}</div>
              {place && (
                <a class="govuk-link mh-tap" href={href(place.path)} dir="auto">
                  {place.name}
                </a>
              )}
            </div>
            <time class="mh-quiet" datetime={at}>
              {when}
            </time>
          </li>
        ))}
      </ol>
      {older !== undefined && (
        <p class="govuk-body">
          <a
            class="mh-button mh-button--quiet"
            href={href(`${managePath(organisation)}/record?before=${older}`)}
          >
            {t('organisation.recordOlder')}
          </a>
        </p>
      )}
    </OrganisationFrame>
  );
}
