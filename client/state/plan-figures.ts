/**
 * Wakes what moves in the figures of a plan: the slider between two maps, the map that is moved, and the button that
 * prints. Without it, the maps stand under each other.
 */
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

/** The map is made once, and stays as it was left when it is shut and opened again. */
function wakeMap(details: HTMLDetailsElement): void {
  details.hidden = false;
  const open = async () => {
    try {
      const { showMap } = await import('./move-plan.ts');
      await showMap(details);
    } catch {
      const said = details.querySelector('.mh-moved__said');
      if (said) said.textContent = details.dataset.failed ?? '';
      details.addEventListener('toggle', open, { once: true });
    }
  };
  details.addEventListener('toggle', open, { once: true });
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-before-after]')) wakeSlider(figure);

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-plan]')) wakeMap(details);
