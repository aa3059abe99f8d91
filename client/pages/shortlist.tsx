/** A shortlist: from its address, or the reader's own. Its address is the whole of it, so it can be passed on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { answers } from '../api.ts';
import { hide } from '../components/hide.tsx';
import { Layout } from '../components/layout.tsx';
import { passOn } from '../components/share-bar.tsx';
import { ShortlistActions } from '../components/shortlist-actions.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatDay, formatNumber } from '../language/format.ts';
import { venuePath } from '../logic/rooms.ts';
import { roomsOf } from '../logic/short-venue.ts';
import { mostListed, shortlistPath } from '../logic/shortlist.ts';
import { setShortlist, useShortlist } from '../state/shortlist.ts';
import type { ShortlistPageData, ShortVenue } from './data.ts';

const idsOf = (venues: readonly ShortVenue[]) => venues.map(({ id }) => id);
const same = (a: readonly number[], b: readonly number[]) => a.join() === b.join();

interface EntryProps {
  venue: ShortVenue;
  publicUrl: string;
  /** Without JavaScript, to take it off is to follow a link. */
  rest: string;
  remove?: () => void;
}

function Entry({ venue, publicUrl, rest, remove }: EntryProps) {
  const language = useLanguage();
  const { t, word, href } = language;
  const label = <Rich text={t('shortlist.remove', { venue: venue.name })} tags={{ hide }} />;
  return (
    <li class="mh-short">
      <h2 class="mh-short__name">
        <a href={href(venuePath(venue))}>{venue.name}</a>
      </h2>
      <p>
        {t('shortlist.where', {
          kind: word('kinds', venue.kind, 'label') ?? venue.kind,
          where: venue.place ? 'yes' : 'no',
          place: venue.place,
        })}
      </p>
      <p>{roomsOf(language, venue)}</p>
      {venue.holder && <p>{t('venue.heldBy', { holder: venue.holder })}</p>}
      {[venue.street, ...(venue.reach ?? []), publicUrl + href(venuePath(venue))].map(
        (line) =>
          line && (
            <p key={line} class="mh-print-only">
              <bdi>{line}</bdi>
            </p>
          ),
      )}
      {remove ? (
        <button type="button" class="mh-action" onClick={remove}>
          {label}
        </button>
      ) : (
        <a class="mh-action" href={rest}>
          {label}
        </a>
      )}
    </li>
  );
}

/** Takes the place of the address, so that it can be copied from the bar; the page is not loaded again. */
const goTo = (path: string) => history.replaceState(null, '', path);

export function ShortlistPage({ data }: { data: ShortlistPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const own = useShortlist();
  const [venues, setVenues] = useState(data.venues);
  const [before, setBefore] = useState<ShortVenue[]>();
  const [said, say] = useState('');
  const ids = idsOf(venues);
  const url = data.settings.publicUrl + href(shortlistPath(ids));
  const asked = data.asked.missing > 0 || data.asked.over > 0 || data.asked.unread;
  const [mine, setMine] = useState(false);
  const [taken, setTaken] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const back = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!own) return;
    // Nothing in the address: the reader's own list is fetched, once, by its own address.
    if (data.venues.length === 0 && !asked && own.ids.length > 0 && !before)
      location.replace(href(shortlistPath(own.ids)));
    if (same(own.ids, ids)) setMine(true);
  }, [own]);

  // What was pressed is gone with what it took away: whoever pressed it goes on where that can be undone.
  useEffect(() => {
    if (said) (before ? back : title).current?.focus();
  }, [venues]);

  function change(next: ShortVenue[], words: string, undo?: ShortVenue[]) {
    setVenues(next);
    setBefore(undo);
    goTo(href(shortlistPath(idsOf(next))));
    if (mine) setShortlist(idsOf(next));
    say(words);
  }
  const remove = (venue: ShortVenue) =>
    change(
      venues.filter((each) => each !== venue),
      t(mine ? 'shortlist.removed' : 'shortlist.removedHere', { venue: venue.name }),
      venues,
    );
  const copy = async () => {
    const done = await passOn(t('shortlist.title'), url);
    if (done !== 'shared') say(t(done === 'copied' ? 'venue.copied' : 'venue.copyFailed', { url }));
  };
  const take = async () => {
    const all = new Set([...(own?.ids ?? []), ...ids]);
    // Nothing is dropped without a word.
    if (all.size > mostListed)
      return say(t('shortlist.full', { number: formatNumber(language, mostListed) }));
    const list = setShortlist([...all]);
    // Where it is not kept, the page says so, and its link still has all that it shows.
    if (!list.kept) return;
    setTaken(true);
    say(t('shortlist.taken'));
    const path = href(shortlistPath(list.ids));
    // To see both lists as one, the page must come again; where it cannot, this one is not given up.
    if (!same(list.ids, ids) && (await answers(path))) location.replace(path);
  };

  return (
    <Layout settings={data.settings} current="/shortlist">
      <h1 class="govuk-heading-l mh-target" tabIndex={-1} ref={title}>
        {t('shortlist.title')}
      </h1>
      {data.asked.missing > 0 && (
        <p class="mh-notice">{t('shortlist.missing', { count: data.asked.missing })}</p>
      )}
      {own && !own.kept && (
        <p class="mh-notice" role="alert">
          {t('shortlist.unkept')}
        </p>
      )}
      {own?.kept && !mine && !taken && venues.length > 0 && (
        <p class="mh-notice mh-short-whose">
          {own.ids.length > 0 ? (
            <>
              {t('shortlist.other')} <a href={href(shortlistPath(own.ids))}>{t('shortlist.mine')}</a>
            </>
          ) : (
            t('shortlist.byLink')
          )}
        </p>
      )}
      <div class="mh-short-said" role="status">
        {said && <p class="govuk-body">{said}</p>}
        {before && (
          <button
            type="button"
            ref={back}
            class="mh-action"
            onClick={() => change(before, t('shortlist.put'))}
          >
            {t('shortlist.undo')}
          </button>
        )}
      </div>
      {venues.length === 0 ? (
        <>
          <p class="govuk-body">{t('shortlist.empty')}</p>
          {!own && <p class="govuk-body mh-no-script">{t('shortlist.noScript')}</p>}
          <a class="mh-button" href={href('/')}>
            {t('shortlist.find')}
          </a>
        </>
      ) : (
        <>
          <ShortlistActions
            venues={venues}
            url={url}
            live={own !== undefined}
            copy={copy}
            clear={() => change([], t('shortlist.cleared'), venues)}
            take={own && !mine && !taken ? take : undefined}
          />
          <ol class="mh-short-list">
            {venues.map((venue) => (
              <Entry
                key={venue.id}
                venue={venue}
                publicUrl={data.settings.publicUrl}
                rest={href(shortlistPath(ids.filter((id) => id !== venue.id)))}
                remove={own && (() => remove(venue))}
              />
            ))}
          </ol>
          <p class="mh-print-only">
            <bdi>{url}</bdi>
            {t('common.comma')}
            {formatDay(language, data.settings.today)}
          </p>
        </>
      )}
    </Layout>
  );
}
