/** What opens on the map: built from elements, so that no name is ever read as HTML. */
import { type Map as LeafletMap, type Marker, type Popup, popup } from 'leaflet';
import type { Language } from '../language/language.ts';
import { popupLines, popupName } from '../logic/map-looks.ts';
import type { Fit } from '../logic/map-state.ts';
import { venuePath } from '../logic/rooms.ts';
import type { SpotVenue } from '../logic/spots.ts';

function line(language: Language, venue: SpotVenue, fit: Fit): HTMLElement {
  const { href } = language;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href(venuePath(venue));
  link.className = 'mh-popup__name';
  link.textContent = venue.name;
  item.append(link);
  item.append(
    ...popupLines(language, venue, fit).map((text) => {
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
  content.setAttribute('aria-label', popupName(language, venues));
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
    autoPanPaddingTopLeft: [24, 112],
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
