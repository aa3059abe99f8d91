/** What opens on the map: built from elements, so that no name is ever read as HTML. */
import { type Map as LeafletMap, type Marker, popup } from 'leaflet';
import type { Language } from '../language/language.ts';
import { venuePath } from '../logic/rooms.ts';
import type { SpotVenue } from '../logic/spots.ts';

function line({ t, word, href }: Language, venue: SpotVenue): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href(venuePath(venue));
  link.className = 'mh-popup__name';
  link.textContent = venue.name;
  item.append(link);
  const label = venue.kind && word('kinds', venue.kind, 'label');
  const about = venue.approximate ? t('map.aboutHere') : '';
  const kinds = [label, about].filter(Boolean).join(t('common.comma'));
  if (kinds) {
    const kind = document.createElement('span');
    kind.className = 'mh-popup__kind';
    kind.textContent = kinds;
    item.append(kind);
  }
  return item;
}

/** Opens beside its marker, takes the focus, and gives it back when it closes by Esc or its button. */
export function openPopup(
  language: Language,
  map: LeafletMap,
  pin: Marker,
  venues: readonly SpotVenue[],
  note?: string,
): void {
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
  list.append(...venues.map((venue) => line(language, venue)));
  content.append(list);
  if (note) {
    const text = document.createElement('p');
    text.textContent = note;
    content.append(text);
  }
  const box = popup({
    // Clear of the button that lies over the top of the map.
    autoPanPaddingTopLeft: [24, 72],
    autoPanPaddingBottomRight: [24, 24],
    offset: [0, -20],
    maxWidth: 280,
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
  content.querySelector('a')?.focus({ preventScroll: true });
}
