/** One venue in a list: enough to choose or pass over, and to see why it fits. */
import type { VenueItem } from '../../server/venues/schema.ts';
import { findKind } from '../../server/vocabulary.ts';
import { needOf } from '../logic/chips.ts';
import { formatDistance } from '../logic/format.ts';
import { layoutWords, roomsInShort, roomsThatFit, tellingAccess, venuePath } from '../logic/rooms.ts';
import { words } from '../words.ts';
import { Tick } from './icons.tsx';

interface Props {
  item: VenueItem;
  asked: readonly string[];
  layout?: string;
  active?: boolean;
  onActive?: (id: number | null) => void;
}

export function ResultCard({ item, asked, layout, active = false, onActive }: Props) {
  const fits = roomsThatFit(item, layout);
  const access = tellingAccess(item, asked);
  const place = [...new Set([item.locality, item.town])].filter(Boolean).join(', ');
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
          <a href={venuePath(item)}>{item.name}</a>
        </h3>
        {item.distance !== undefined && (
          <p class="mh-card__distance">
            {item.location.precision === 'approximate' && 'about '}
            {formatDistance(item.distance)}
            <span class="govuk-visually-hidden"> away</span>
          </p>
        )}
      </div>
      <p class="mh-card__kind">
        {findKind(item.kind)?.label ?? item.kind}
        {place && <> in {place}</>}
        {item.holder && <>, held by {item.holder}</>}
      </p>
      <p class="mh-card__rooms">
        {fits ? (
          <>
            <strong>Fits{layoutWords(layout)}:</strong> {fits}
          </>
        ) : (
          roomsInShort(item)
        )}
      </p>
      {access.shown.length > 0 ? (
        <ul class="mh-tags" aria-label="Known access">
          {access.shown.map((key) => (
            <li key={key} class={asked.includes(key) ? 'mh-tag mh-tag--asked' : 'mh-tag'}>
              <Tick />
              {needOf(key)}
            </li>
          ))}
          {access.more > 0 && <li class="mh-tag mh-tag--more">and {access.more} more</li>}
        </ul>
      ) : (
        <p class="mh-card__unknown">{words.noAccessFacts}</p>
      )}
      {item.location.precision === 'hidden' && <p class="mh-card__unknown">{words.cardHidden}</p>}
      {item.location.precision === 'approximate' && <p class="mh-card__unknown">{words.cardApproximate}</p>}
    </li>
  );
}
