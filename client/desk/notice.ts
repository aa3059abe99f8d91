/** A line of words about a form, with what can be done: read aloud as it comes, and never in the way of a field. */

export interface Act {
  label: string;
  act: (() => void) | { href: string };
}

export interface Notice {
  say(text: string, acts?: readonly Act[]): void;
  clear(): void;
}

function control({ label, act }: Act): HTMLElement {
  if (typeof act !== 'function') {
    const link = document.createElement('a');
    Object.assign(link, { href: act.href, textContent: label, className: 'govuk-link' });
    return link;
  }
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', textContent: label, className: 'mh-button mh-button--quiet' });
  button.addEventListener('click', act);
  return button;
}

/** Screen readers read aloud what changes in an element that was there before. */
const BEFORE_WORDS = 50;

/** `place` puts the element where it belongs. It is empty until there is something to say. */
export function createNotice(look: 'top' | 'foot', place: (element: HTMLElement) => void): Notice {
  const element = document.createElement('div');
  element.className = `mh-kept mh-kept--${look}`;
  place(element);
  let words: HTMLElement | undefined;
  let now = '';
  const show = (text: string, acts: readonly Act[]) => {
    now = text;
    element.classList.toggle('is-said', text !== '');
    if (text === '') {
      element.replaceChildren();
      words = undefined;
      return;
    }
    if (!words) {
      const said = document.createElement('p');
      said.setAttribute('role', 'status');
      element.append(said);
      words = said;
      setTimeout(() => {
        if (words === said) said.textContent = now;
      }, BEFORE_WORDS);
    } else if (words.textContent !== '') words.textContent = text;
    while (words.nextSibling) words.nextSibling.remove();
    element.append(...acts.map(control));
  };
  return { say: (text, acts = []) => show(text, acts), clear: () => show('', []) };
}
