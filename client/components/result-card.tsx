/** One venue in a list: enough to choose or pass over, and to see why it fits. */
import type { VenueItem } from '../../server/venues/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatDistance, isolated } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { askWords, inSentence, seenWords } from '../logic/evidence.ts';
import { todayText } from '../logic/hours.ts';
import { needOf } from '../logic/need.ts';
import type { Query } from '../logic/query.ts';
import { roomsInShort, roomsThatFit, tellingAccess, venuePath } from '../logic/rooms.ts';
import { walkMinutes } from '../logic/walk.ts';
import { type Pointed, usePointedAt } from '../state/pointed.ts';
import { Icon, KindIcon, LayoutDrawing } from './drawings.tsx';
import { FirstViewEnds } from './first-view.tsx';
import { Tick } from './icons.tsx';
import { ShortlistButton } from './shortlist-button.tsx';

interface Props {
  item: VenueItem;
  /** The facts that were asked for. */
  asked?: readonly string[];
  layout?: string;
  people?: string;
  /** The search it was found by, which its page can go on from. */
  query?: Query;
  /** The day on which the page was made; for how long ago a fact was seen. */
  today?: string;
  active?: boolean;
  pointed?: Pointed;
  /** The last card that a person sees before moving down. */
  endsFirstView?: boolean;
}

/** A place that is kept private is about so far away, and its walk is not told. */
function awayWords(language: Language, { distance: metres, location }: VenueItem): string | undefined {
  if (metres === undefined) return undefined;
  const { t } = language;
  const distance = formatDistance(language, metres);
  if (location.precision !== 'exact')
    return t('search.away', { distance: t('common.about', { number: distance }) });
  const count = walkMinutes(metres);
  return count === undefined ? t('search.away', { distance }) : t('search.awayWalk', { distance, count });
}

/** The first photo, or a drawing of the kind of place. Both are decoration here: the card says what it is in words. */
function Look({ item: { kind, photo } }: Pick<Props, 'item'>) {
  if (!photo)
    return (
      <div class="mh-card__picture">
        <KindIcon kind={kind} />
      </div>
    );
  return (
    <picture class="mh-card__picture mh-card__picture--photo">
      <source type="image/webp" srcset={photo.webp} />
      <img src={photo.jpg} alt="" loading="lazy" decoding="async" />
    </picture>
  );
}

function Fits({ item, layout, people }: Pick<Props, 'item' | 'layout' | 'people'>) {
  const language = useLanguage();
  const { t, word } = language;
  const fits = roomsThatFit(language, item, { layout, people });
  if (!fits) return <p class="mh-card__rooms">{roomsInShort(language, item)}</p>;
  const name = layout && inSentence(language, word('layouts', layout, 'label') ?? layout);
  return (
    <p class="mh-card__rooms">
      {layout && <LayoutDrawing layout={layout} />}
      <span>
        <strong>{name ? t('search.fitsLayout', { layout: name }) : t('search.fits')}</strong> {fits}
      </span>
    </p>
  );
}

function Needs({ item, asked = [], today }: Pick<Props, 'item' | 'asked' | 'today'>) {
  const language = useLanguage();
  const { t } = language;
  const { shown, more } = tellingAccess(item, asked);
  if (shown.length === 0) {
    const held = item.holder ? 'yes' : 'no';
    return item.ask ? null : <p class="mh-card__unknown">{t('search.accessNone', { held })}</p>;
  }
  return (
    <ul class="mh-tags" aria-label={t('search.knownAccess')}>
      {shown.map((key) => {
        const seen = today && seenWords(language, item, key, today);
        return (
          <li key={key} class={asked.includes(key) ? 'mh-tag mh-tag--asked' : 'mh-tag'}>
            <Tick />
            <span>
              {needOf(language, key)}
              {seen && t('common.comma')}
              {seen && <span class="mh-tag__seen">{seen}</span>}
            </span>
          </li>
        );
      })}
      {more > 0 && <li class="mh-tag mh-tag--more">{t('search.accessMore', { count: more })}</li>}
    </ul>
  );
}

export function ResultCard({
  item,
  asked = [],
  layout,
  people,
  query,
  today,
  active = false,
  pointed,
  endsFirstView = false,
}: Props) {
  const language = useLanguage();
  const lit = usePointedAt(pointed, item.id) || active;
  const { t, word, href } = language;
  // Among Arabic words each name runs its own way, and the comma that parts them does not.
  const place = [...new Set([item.locality, item.town])]
    .flatMap((name) => (name ? [isolated(language, name)] : []))
    .join(t('common.comma'));
  const away = awayWords(language, item);
  const path = venuePath(item, query);
  const held = item.holder ? 'yes' : 'no';
  return (
    // Pointing at a card or reaching it by keyboard lights up the same venue on the map.
    <li
      class={lit ? 'mh-card mh-card--active' : 'mh-card'}
      onMouseEnter={() => pointed?.point(item.id)}
      onMouseLeave={() => pointed?.point(null)}
      onFocusCapture={() => pointed?.point(item.id)}
      onBlurCapture={() => pointed?.point(null)}
    >
      <Look item={item} />
      <h3 class="mh-card__name">
        <a href={href(path)} dir="auto">
          {item.name}
        </a>
      </h3>
      <p class="mh-card__kind">
        {t('search.cardKind', {
          kind: word('kinds', item.kind, 'label') ?? item.kind,
          place,
          where: place ? 'yes' : 'no',
          holder: item.holder ?? '',
          who: held,
        })}
      </p>
      {away && (
        <p class="mh-card__distance">
          <Icon name="pin" />
          {away}
        </p>
      )}
      <Fits item={item} layout={layout} people={people} />
      {item.open && (
        <p class={item.open.open ? 'mh-card__open mh-card__open--now' : 'mh-card__open'}>
          <Icon name="clock" />
          {todayText(language, { osm: 'off' }, item.open)}
        </p>
      )}
      <Needs item={item} asked={asked} today={today} />
      {item.ask && item.ask.length > 0 && (
        <p class="mh-card__ask">
          <Icon name="ask" />
          <span>
            {t('search.askFor', { needs: askWords(language, item.ask, { layout, capacity: item.capacity }) })}{' '}
            {item.canAsk && (
              <a href={`${href(path)}#contact`}>
                {t('search.askGroup', { held })}
                <span class="govuk-visually-hidden"> {t('search.askedOf', { name: item.name })}</span>
              </a>
            )}
          </span>
        </p>
      )}
      {item.location.precision === 'hidden' && (
        <p class="mh-card__unknown">{t('search.placeHidden', { held })}</p>
      )}
      {item.location.precision === 'approximate' && (
        <p class="mh-card__unknown">{t('search.placeApproximate')}</p>
      )}
      <div class="mh-card__keep">
        <ShortlistButton venue={item} />
      </div>
      {endsFirstView && <FirstViewEnds />}
    </li>
  );
}
