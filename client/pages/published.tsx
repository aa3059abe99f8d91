/** The place has just been published: where everybody finds it, how to pass it on, and what may come next. */
import { Done } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { listingSteps, stopPath } from '../logic/listing.ts';
import { venuePath } from '../logic/rooms.ts';
import { mailPath } from '../logic/shortlist.ts';
import type { PublishedPageData } from './data.ts';

export function PublishedPage({ data }: { data: PublishedPageData }) {
  const { t, href } = useLanguage();
  const { venue, journey, settings } = data;
  const path = venuePath(venue);
  const url = settings.publicUrl + href(path);
  const open = listingSteps.filter((step) => journey.states[step] === 'open');
  return (
    <Layout settings={settings} current="/account">
      <div class="mh-desk">
        <Done>{t('listing.isPublic')}</Done>
        <h1 class="govuk-heading-l">{t('listing.publicTitle', { venue: venue.name })}</h1>
        <p class="govuk-body">{t('listing.publicAt')}</p>
        <p class="govuk-body mh-address-line">
          <a class="govuk-link" href={href(path)}>
            <bdi>{url}</bdi>
          </a>
        </p>
        <ul class="govuk-list govuk-list--spaced">
          <li>
            <a
              class="govuk-link"
              href={mailPath(venue.name, t('venue.mailBody', { venue: venue.name, url }))}
            >
              {t('listing.tell')}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={href(`${path}/manage/print`)}>
              {t('listing.print')}
            </a>
          </li>
        </ul>
        {open.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t('listing.nextTitle')}</h2>
            <p class="govuk-body">{t('listing.nextHow')}</p>
            <ul class="govuk-list govuk-list--spaced">
              {open.map((step) => (
                <li key={step}>
                  <a class="govuk-link" href={href(path + stopPath({ step }))}>
                    {t(`listing.step_${step}`)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={href(`${path}/manage`)}>
            {t('listing.title', { venue: venue.name })}
          </a>
        </p>
      </div>
    </Layout>
  );
}
