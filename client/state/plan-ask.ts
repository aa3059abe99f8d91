/** The form of a question, quicker with a script: other numbers are shown at once, and one's own way of counting is chosen by writing it. */

const layer = document.querySelector<HTMLSelectElement>('select[data-ask-again]');
const use = document.querySelector<HTMLButtonElement>('[data-ask-again-by]');
if (layer && use) {
  layer.addEventListener('change', () => layer.form?.requestSubmit(use));
  use.hidden = true;
}

const weight = document.querySelector<HTMLSelectElement>('.mh-asking #weight');
const expression = document.querySelector<HTMLInputElement>('.mh-asking #expression');
const more = document.querySelector<HTMLDetailsElement>('.mh-asking #more');
if (weight && expression && more) {
  expression.addEventListener('input', () => {
    if (expression.value.trim() !== '') weight.value = 'own';
  });
  weight.addEventListener('change', () => {
    if (weight.value !== 'own') return;
    more.open = true;
    expression.focus();
  });
}
