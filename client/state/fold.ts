/**
 * Wakes a fold that holds nothing without a script: shows it, and makes what it holds when it is first opened. What could
 * not be had is said, and tried again when it is opened again.
 */
export function wakeFold(details: HTMLDetailsElement, make: (said: HTMLElement) => Promise<void>): void {
  const said = details.querySelector<HTMLElement>('[role=status]');
  if (!said) return;
  let isMade = false;
  const open = async () => {
    if (isMade || !details.open) return;
    isMade = true;
    said.textContent = '';
    try {
      await make(said);
    } catch {
      isMade = false;
      said.textContent = details.dataset.failed ?? '';
    }
  };
  details.addEventListener('toggle', () => void open());
  details.hidden = false;
  void open();
}
