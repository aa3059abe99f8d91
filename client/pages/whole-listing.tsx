/** A listing on paper, as its members keep it: everything, private contacts too. */
import { Layout } from '../components/layout.tsx';
import { TermsSaid } from '../components/terms-said.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { WholeListingPageData } from './data.ts';

export function WholeListingPage({ data }: { data: WholeListingPageData }) {
  const { t, href } = useLanguage();
  const { venue, sections, terms, photos, day } = data;
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${venuePath(venue)}/manage`)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk mh-whole">
        <h1 class="govuk-heading-l">{t('history.printTitle', { venue: venue.name })}</h1>
        <p class="govuk-body">{t('history.printHow', { day })}</p>
        <p class="govuk-body mh-whole__do">
          {t('history.printNow')}{' '}
          <a class="govuk-link" href={`/api/v1/venues/${venue.id}/export`} download>
            {t('history.printFile')}
          </a>
        </p>
        {sections.map(({ title, rows }) => (
          <section key={title}>
            <h2 class="govuk-heading-m" dir="auto">
              {title}
            </h2>
            <dl class="mh-whole__rows">
              {rows.map(({ label, text }) => (
                <div key={label}>
                  <dt dir="auto">{label}</dt>
                  <dd dir="auto">{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h2 class="govuk-heading-m">{t('venue.terms')}</h2>
          {terms ? (
            <TermsSaid terms={terms} />
          ) : (
            <p class="govuk-body">{t('venue.termsText', { who: 'group' })}</p>
          )}
        </section>
        {photos.length > 0 && (
          <section>
            <h2 class="govuk-heading-m">{t('history.printPhotos')}</h2>
            <ol class="govuk-list govuk-list--number">
              {photos.map((alt) => (
                <li key={alt} dir="auto">
                  {alt}
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </Layout>
  );
}
