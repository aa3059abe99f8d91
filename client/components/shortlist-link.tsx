/** The way to the shortlist, in the header; how many are on it is said once the page is awake. */
import { Rich, useLanguage } from '../language/context.tsx';
import { shortlistPath } from '../logic/shortlist.ts';
import { useShortlist } from '../state/shortlist.ts';
import { hide } from './hide.tsx';

export function ShortlistLink({ current }: { current: boolean }) {
  const { t, href } = useLanguage();
  const ids = useShortlist()?.ids ?? [];
  return (
    <a href={href(shortlistPath(ids))} aria-current={current ? 'page' : undefined} class="mh-shortlist-link">
      {t('shortlist.link')}
      <span class="mh-shortlist-link__count">
        {ids.length > 0 && <Rich text={t('shortlist.count', { count: ids.length })} tags={{ hide }} />}
      </span>
    </a>
  );
}
