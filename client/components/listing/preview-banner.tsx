/** Says that this is how the public sees the page, to its members, and leads back to their work. */
import { useLanguage } from '../../language/context.tsx';
import { venuePath } from '../../logic/rooms.ts';
import type { VenuePageData } from '../../pages/data.ts';

export function PreviewBanner({ data }: { data: Pick<VenuePageData, 'venue' | 'preview'> }) {
  const { t, href } = useLanguage();
  const { venue, preview } = data;
  if (!preview) return null;
  const path = venuePath(venue);
  return (
    <aside class="mh-preview-banner" aria-label={t('listing.previewLabel')}>
      <p>
        <strong>{t('listing.previewLabel')}</strong>{' '}
        {t(preview === 'published' ? 'listing.previewPublic' : 'listing.previewDraft')}
      </p>
      <p>
        <a class="govuk-link" href={href(`${path}${preview === 'draft' ? '/edit/publish' : '/manage'}`)}>
          {t('listing.previewBack')}
        </a>
      </p>
    </aside>
  );
}
