/** One venue in a list: enough to choose or pass over, and to see why it fits. */
import type { ComponentChildren } from 'preact';
import type { VenueItem } from '../../server/venues/schema.ts';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatDistance } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { needOf } from '../logic/chips.ts';
import { roomsInShort, roomsThatFit, tellingAccess, venuePath } from '../logic/rooms.ts';
import { Tick } from './icons.tsx';

interface Props {
  item: VenueItem;
  asked: readonly string[];
  layout?: string;
  active?: boolean;
  onActive?: (id: number | null) => void;
}

const hide = (children: ComponentChildren) => <span class="govuk-visually-hidden">{children}</span>;

/** As the layout is called within a sentence. */
const layoutName = ({ word, tag }: Language, layout: string): string =>
  (word('layouts', layout, 'label') ?? layout).toLocaleLowerCase(tag);

/** A place that is kept private is about so far away. */
function distanceWords(language: Language, { distance, location }: VenueItem): string | undefined {
  if (distance === undefined) return undefined;
  const text = formatDistance(language, distance);
  return location.precision === 'approximate' ? language.t('common.about', { number: text }) : text;
}

export function ResultCard({ item, asked, layout, active = false, onActive }: Props) {
  const language = useLanguage();
  const { t, word, href } = language;
  const fits = roomsThatFit(language, item, layout);
  const access = tellingAccess(item, asked);
  const place = [...new Set([item.locality, item.town])].filter(Boolean).join(t('common.comma'));
  const distance = distanceWords(language, item);
  return (
    // Pointing at a card or reaching it by keyboard lights up the same venue on the map.
    <li
      class={active ? 'mh-card mh-card--active' : 'mh-card'}
      onMouseEnter={() => onActive?.(item.id)}
      onMouseLeave={() => onActive?.(null)}
      onFocusCapture={() => onActive?.(item.id)}
      onBlurCapture={() => onActive?.(null)}
    >
      <div class="mh-card__top">
        <h3 class="mh-card__name">
          <a href={href(venuePath(item))}>{item.name}</a>
        </h3>
        {distance && (
          <p class="mh-card__distance">
            <Rich text={t('search.away', { distance })} tags={{ hide }} />
          </p>
        )}
      </div>
      <p class="mh-card__kind">
        {t('search.cardKind', {
          kind: word('kinds', item.kind, 'label') ?? item.kind,
          place,
          where: place ? 'yes' : 'no',
          holder: item.holder ?? '',
          who: item.holder ? 'yes' : 'no',
        })}
      </p>
      <p class="mh-card__rooms">
        {fits ? (
          <Rich
            text={
              layout
                ? t('search.fitsLayout', { rooms: fits, layout: layoutName(language, layout) })
                : t('search.fits', { rooms: fits })
            }
            tags={{ strong: (children) => <strong>{children}</strong> }}
          />
        ) : (
          roomsInShort(language, item)
        )}
      </p>
      {access.shown.length > 0 ? (
        <ul class="mh-tags" aria-label={t('search.knownAccess')}>
          {access.shown.map((key) => (
            <li key={key} class={asked.includes(key) ? 'mh-tag mh-tag--asked' : 'mh-tag'}>
              <Tick />
              {needOf(language, key)}
            </li>
          ))}
          {access.more > 0 && (
            <li class="mh-tag mh-tag--more">{t('search.accessMore', { count: access.more })}</li>
          )}
        </ul>
      ) : (
        <p class="mh-card__unknown">{t('search.accessNone')}</p>
      )}
      {item.location.precision === 'hidden' && <p class="mh-card__unknown">{t('search.placeHidden')}</p>}
      {item.location.precision === 'approximate' && (
        <p class="mh-card__unknown">{t('search.placeApproximate')}</p>
      )}
    </li>
  );
}
