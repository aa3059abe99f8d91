/** What can be done with a shortlist as a whole. Links work everywhere; buttons wait for the page to be awake. */
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { venuePath } from '../logic/rooms.ts';
import { comparePath, mailPath, mostCompared } from '../logic/shortlist.ts';
import type { ShortVenue } from '../pages/data.ts';

interface Props {
  venues: readonly ShortVenue[];
  url: string;
  live: boolean;
  copy: () => void;
  clear: () => void;
  /** Only for a list that is not the reader's own. */
  take?: () => void;
}

export function ShortlistActions({ venues, url, live, copy, clear, take }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const origin = new URL(url).origin;
  const lines = venues.map((venue) => `${venue.name}\n${origin}${href(venuePath(venue))}`);
  const waits = live ? 'mh-action' : 'mh-action mh-action--waits';
  return (
    <div class="mh-actions">
      {venues.length > 1 && (
        <a class="mh-button" href={href(comparePath(venues.map(({ id }) => id)))}>
          {venues.length > mostCompared
            ? t('shortlist.compareFirst', { number: formatNumber(language, mostCompared) })
            : t('shortlist.compare')}
        </a>
      )}
      {take && (
        <button type="button" class="mh-action" onClick={take}>
          {t('shortlist.take')}
        </button>
      )}
      <a class="mh-action" href={mailPath(t('shortlist.mailSubject'), [url, ...lines].join('\n\n'))}>
        {t('shortlist.mail')}
      </a>
      <button type="button" class={waits} onClick={copy}>
        {t('shortlist.copy')}
      </button>
      <button type="button" class={waits} onClick={() => print()}>
        {t('shortlist.print')}
      </button>
      <button type="button" class={waits} onClick={clear}>
        {t('shortlist.clear')}
      </button>
    </div>
  );
}
