/**
 * Wakes what moves in the figures of a plan: the slider between two maps, the map that is moved, and the button that
 * prints. Without it, the maps stand under each other.
 */
import { wakeFold } from './fold.ts';

function wakeSlider(figure: HTMLElement): void {
  const slide = figure.querySelector<HTMLElement>('.mh-before-after__slide');
  const range = slide?.querySelector('input');
  const maps = figure.querySelector<HTMLElement>('.mh-before-after__maps');
  if (!slide || !range || !maps) return;
  const { before = '', after = '' } = range.dataset;
  const show = () => {
    const cut = Number(range.value);
    maps.style.setProperty('--mh-cut', `${cut}%`);
    range.setAttribute('aria-valuetext', `${before} ${cut}%, ${after} ${100 - cut}%`);
  };
  range.addEventListener('input', show);
  slide.hidden = false;
  figure.classList.add('mh-before-after--woken');
  show();
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-before-after]')) wakeSlider(figure);

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
// The map is made once, and stays as it was left when it is shut and opened again.
for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-plan]'))
  wakeFold(details, async (said) => (await import('./move-plan.ts')).showMap(details, said));
