/** Buttons on the map of a plan, and what opens from them: built from elements, so that no name is ever read as HTML. */
import { divIcon, type LatLng, type Map as LeafletMap, type Marker, marker, popup } from 'leaflet';
import type { Language } from '../language/language.ts';

/** Takes the focus, and gives it back to what it was opened from when it closes by Esc or its button. */
export function openNote(
  { t, dir }: Language,
  map: LeafletMap,
  from: Marker | undefined,
  { at, title, href, lines }: { at: LatLng; title: string; href?: string; lines: readonly string[] },
): void {
  const content = document.createElement('div');
  content.className = 'mh-popup';
  content.dir = dir;
  content.setAttribute('role', 'group');
  content.setAttribute('aria-label', title);
  const name = document.createElement(href ? 'a' : 'strong');
  name.className = 'mh-popup__name';
  name.textContent = title;
  name.dir = 'auto';
  if (href) name.setAttribute('href', href);
  else name.tabIndex = -1;
  content.append(name);
  for (const line of lines) {
    const text = document.createElement('span');
    text.className = 'mh-popup__line';
    text.textContent = line;
    content.append(text);
  }
  const box = popup({
    autoPanPaddingTopLeft: [24, 24],
    autoPanPaddingBottomRight: [24, 24],
    maxWidth: Math.min(280, map.getSize().x - 72),
  })
    .setLatLng(at)
    .setContent(content);
  const back = () => (from?.getElement() ?? map.getContainer()).focus({ preventScroll: true });
  box.once('remove', () => {
    const inside = box.getElement()?.contains(document.activeElement);
    if (inside || document.activeElement === document.body) back();
  });
  box.openOn(map);
  box.getElement()?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', t('map.close'));
  box.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    map.closePopup(box);
    back();
  });
  name.focus({ preventScroll: true });
}

/** A marker that is a button by its name. */
export function button(
  at: LatLng,
  { className, text, label, size }: Record<'className' | 'text' | 'label', string> & { size: number },
) {
  const face = document.createElement('span');
  face.textContent = text;
  const made = marker(at, { icon: divIcon({ className, html: face, iconSize: [size, size] }), title: label });
  made.on('add', () => made.getElement()?.setAttribute('aria-label', label));
  return made;
}

export function onPress(made: Marker, open: () => void): void {
  made.on('click', open);
  made.on('add', () =>
    made.getElement()?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      open();
    }),
  );
}
