/** Keep or pass on: shortlist, share, email, print. What needs JavaScript has its place kept, and shows when awake. */
import { useEffect, useState } from 'preact/hooks';
import type { Venue } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import { mailPath } from '../logic/shortlist.ts';
import type { Settings } from '../pages/data.ts';
import { ShortlistButton } from './shortlist-button.tsx';

/** The browser's own way to share; else the link is copied. False where neither can be. */
export async function passOn(title: string, url: string): Promise<'shared' | 'copied' | 'failed'> {
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
      return 'shared';
    }
  } catch (error) {
    // Whoever closes the sheet has decided not to share.
    if (error instanceof DOMException && error.name === 'AbortError') return 'shared';
  }
  return (
    navigator.clipboard?.writeText(url).then(
      () => 'copied' as const,
      () => 'failed' as const,
    ) ?? 'failed'
  );
}

export function ShareBar({ venue, settings }: { venue: Venue; settings: Settings }) {
  const { t, href } = useLanguage();
  const [live, setLive] = useState(false);
  const [said, say] = useState('');
  useEffect(() => setLive(true), []);
  const url = settings.publicUrl + href(venuePath(venue));
  const share = async () => {
    say('');
    const done = await passOn(venue.name, url);
    if (done !== 'shared') say(t(done === 'copied' ? 'venue.copied' : 'venue.copyFailed', { url }));
  };
  const waits = live ? 'mh-action' : 'mh-action mh-action--waits';
  return (
    <section class="mh-actions" aria-label={t('venue.actions')}>
      <ShortlistButton venue={venue} />
      <a class="mh-action" href={mailPath(venue.name, t('venue.mailBody', { venue: venue.name, url }))}>
        {t('venue.mail')}
      </a>
      <button type="button" class={waits} onClick={share}>
        {t('venue.share')}
      </button>
      <button type="button" class={waits} onClick={() => print()}>
        {t('venue.print')}
      </button>
      <p class="mh-actions__said" role="status">
        {said}
      </p>
    </section>
  );
}
