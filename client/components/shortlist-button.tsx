/** Puts a place on the reader's shortlist and takes it off again. Without JavaScript, a link to a list of this one. */
import { useState } from 'preact/hooks';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { mostListed, shortlistPath } from '../logic/shortlist.ts';
import { toggleShortlist, useShortlist } from '../state/shortlist.ts';
import { hide } from './hide.tsx';

export function ShortlistButton({ venue }: { venue: { id: number; name: string } }) {
  const language = useLanguage();
  const { t, href } = language;
  const list = useShortlist();
  const [said, say] = useState('');
  const label = <Rich text={t('shortlist.keep', { venue: venue.name })} tags={{ hide }} />;
  if (!list)
    return (
      <a class="mh-keep" href={href(shortlistPath([venue.id]))} rel="nofollow">
        {label}
      </a>
    );
  const toggle = () => {
    const full = list.ids.length >= mostListed && !list.ids.includes(venue.id);
    if (full) return say(t('shortlist.full', { number: formatNumber(language, mostListed) }));
    const { ids, kept } = toggleShortlist(venue.id);
    const added = kept ? 'shortlist.added' : 'shortlist.addedUnkept';
    say(t(ids.includes(venue.id) ? added : 'shortlist.removed', { venue: venue.name }));
  };
  const isKept = list.ids.includes(venue.id);
  return (
    <>
      <button type="button" class="mh-keep" aria-pressed={isKept} onClick={toggle}>
        {label}
      </button>
      {isKept && (
        <a class="mh-keep__see" href={href(shortlistPath(list.ids))} rel="nofollow">
          {t('shortlist.see')}
        </a>
      )}
      <span role="status" class={list.kept ? 'govuk-visually-hidden' : 'mh-keep__said'}>
        {said}
      </span>
    </>
  );
}
