/** What opens on the map: built from elements, so that no name is ever read as HTML. */
import { type Map as LeafletMap, type Marker, type Popup, popup } from 'leaflet';
import { formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { Fit } from '../logic/map-state.ts';
import { venuePath } from '../logic/rooms.ts';
import type { SpotVenue } from '../logic/spots.ts';

const fitSentence = ({ t }: Language, fit: Fit): string =>
  fit ? t(fit === 'met' ? 'map.metSentence' : 'map.askSentence') : '';

function line(language: Language, venue: SpotVenue, fit: Fit): HTMLElement {
  const { t, word, href } = language;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href(venuePath(venue));
  link.className = 'mh-popup__name';
  link.textContent = venue.name;
  item.append(link);
  const label = venue.kind && word('kinds', venue.kind, 'label');
  const about = venue.approximate ? t('map.aboutHere') : '';
  const kinds = [label, about].filter(Boolean).join(t('common.comma'));
  const count = venue.capacity ?? 0;
  const number = formatNumber(language, count);
  item.append(
    ...[kinds, count > 0 ? t('map.largest', { count, number }) : '', fitSentence(language, fit)]
      .filter(Boolean)
      .map((text) => {
        const line = document.createElement('span');
        line.className = 'mh-popup__line';
        line.textContent = text;
        return line;
      }),
  );
  return item;
}

/** Opens beside its marker, takes the focus, and gives it back when it closes by Esc or its button. */
export function openPopup(
  language: Language,
  map: LeafletMap,
  pin: Marker,
  venues: readonly SpotVenue[],
  { fit, note, onWalk }: { fit?: Fit; note?: string; onWalk: () => void },
): Popup {
  const { t, dir } = language;
  const content = document.createElement('div');
  content.className = 'mh-popup';
  content.setAttribute('role', 'group');
  content.dir = dir;
  content.setAttribute(
    'aria-label',
    venues.length === 1 ? t('map.chosen') : t('map.here', { count: venues.length }),
  );
  const list = document.createElement('ul');
  list.append(...venues.map((venue) => line(language, venue, fit)));
  content.append(list);
  if (note) {
    const text = document.createElement('p');
    text.textContent = note;
    content.append(text);
  }
  const walk = document.createElement('button');
  walk.type = 'button';
  walk.className = 'mh-popup__button';
  walk.textContent = t('map.walkFrom');
  content.append(walk);
  const box = popup({
    // Clear of the button that lies over the top of the map.
    autoPanPaddingTopLeft: [24, 72],
    autoPanPaddingBottomRight: [24, 24],
    offset: [0, -20],
    // With its margins it fits a narrow map.
    maxWidth: Math.min(280, map.getSize().x - 72),
  })
    .setLatLng(pin.getLatLng())
    .setContent(content);
  box.once('remove', () => {
    const inside = box.getElement()?.contains(document.activeElement);
    if (inside || document.activeElement === document.body) pin.getElement()?.focus({ preventScroll: true });
  });
  box.openOn(map);
  // Leaflet names its button in English.
  box.getElement()?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', t('map.close'));
  box.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    map.closePopup(box);
    pin.getElement()?.focus({ preventScroll: true });
  });
  walk.addEventListener('click', () => {
    map.closePopup(box);
    map.getContainer().focus({ preventScroll: true });
    onWalk();
  });
  content.querySelector('a')?.focus({ preventScroll: true });
  return box;
}
