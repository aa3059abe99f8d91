/** Whether a place is in the register: withdrawing it, and bringing it back. */
import { Done, ErrorSummary } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { ListingPageData } from './data.ts';

const says = {
  published: 'history.listingPublished',
  withdrawn: 'history.listingWithdrawn',
  draft: 'history.listingDraft',
} as const;

export function ListingPage({ data }: { data: ListingPageData }) {
  const { t, href } = useLanguage();
  const { venue, status, form, done } = data;
  const isPublished = status === 'published';
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${venuePath(venue)}/manage`)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {done && <Done>{t(done === 'withdrawn' ? 'history.withdrawn' : 'history.restored')}</Done>}
        <h1 class="govuk-heading-l">{t('history.listingTitle')}</h1>
        <p class="govuk-body">{t(says[status])}</p>
        {status !== 'draft' && (
          <form method="post" action={href(`${venuePath(venue)}/manage/listing`)}>
            <p class="govuk-body">{t(isPublished ? 'history.withdrawHow' : 'history.restoreHow')}</p>
            <input type="hidden" name="was" value={status} />
            <button type="submit" class="mh-button">
              {t(isPublished ? 'history.withdraw' : 'history.restore')}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
