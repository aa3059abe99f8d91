/** The members' page of a venue: what is there, and the way to each part that they look after. */
import { Done } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { Resume, StepList } from '../components/listing/journey.tsx';
import { managePath } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { ManagePageData } from './data.ts';

const says = {
  published: 'history.listingPublished',
  withdrawn: 'history.listingWithdrawn',
  draft: 'history.listingDraft',
} as const;

export function ManagePage({ data }: { data: ManagePageData }) {
  const { t, href } = useLanguage();
  const { venue, holder, status, isSteward, journey, counts, hasTerms, waiting } = data;
  const path = venuePath(venue);
  const ways = [
    ...(status === 'published' ? [{ to: path, label: t('listing.public') }] : []),
    {
      to: `${path}/still-true`,
      label: counts.old > 0 ? t('still.linkOld', { count: counts.old }) : t('still.link'),
    },
    { to: `${path}/check`, label: t('check.title', { venue: venue.name }) },
    {
      to: `${path}/corrections`,
      label: waiting > 0 ? t('correction.waiting', { count: waiting }) : t('correction.toWaiting'),
    },
    { to: `${path}/manage/preview`, label: t('listing.preview') },
    { to: `${path}/manage/history`, label: t('listing.changes') },
    { to: `${path}/manage/print`, label: t('listing.print') },
    ...(isSteward ? [{ to: `${path}/manage/listing`, label: t('history.listingTitle') }] : []),
    ...(isSteward && holder
      ? [{ to: `${path}/manage/handover`, label: t('organisation.handoverTitle') }]
      : []),
    ...(holder
      ? [{ to: managePath(holder), label: t('organisation.manageTitle', { organisation: holder.name }) }]
      : []),
  ];
  return (
    <Layout settings={data.settings}>
      <a class="govuk-back-link" href={href('/account')}>
        {t('account.yourPlaces')}
      </a>
      <div class="mh-desk">
        {data.done && <Done>{t('listing.done_saved')}</Done>}
        <h1 class="govuk-heading-l">{t('listing.title', { venue: venue.name })}</h1>
        <p class="govuk-body">{t(says[status])}</p>
        <h2 class="govuk-heading-m">{t('listing.there')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>{t('listing.rooms', { count: counts.rooms })}</li>
          <li>{t('listing.facts', { count: counts.facts })}</li>
          <li>{t('listing.photos', { count: counts.photos })}</li>
          <li>{t(hasTerms ? 'listing.terms' : 'listing.noTerms')}</li>
        </ul>
        <h2 class="govuk-heading-m">{t('listing.allParts')}</h2>
        <StepList journey={journey} path={path} />
        <Resume journey={journey} path={path} />
        <h2 class="govuk-heading-m">{t('listing.parts')}</h2>
        <ul class="govuk-list govuk-list--spaced">
          {ways.map(({ to, label }) => (
            <li key={to}>
              <a class="govuk-link" href={href(to)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}
