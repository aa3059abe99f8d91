/**
 * While a plan is worked out, its page is asked again whenever there is news, and shows the part that changed: the words
 * are the server's, in the language of the page. When there is an answer, the page is loaded whole.
 */

const parts = ['[data-plan-title]', '[data-plan-state]', '[data-plan-progress]'];

async function newPage(): Promise<Document> {
  const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  if (!response.ok) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function watch(box: HTMLElement): void {
  const events = new EventSource(box.dataset.planWatch ?? '');
  let isAsking = false;
  const over = () => {
    events.close();
    // Reading goes on at the answer.
    history.replaceState(null, '', '#answer');
    location.reload();
  };
  const show = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const page = await newPage();
      if (!page.querySelector('[data-plan-watch]')) return over();
      for (const part of parts) {
        const [now, next] = [box.querySelector(part), page.querySelector(part)];
        if (now && next && now.innerHTML !== next.innerHTML) now.innerHTML = next.innerHTML;
      }
    } catch {
      // The line may be cut for a moment: the next news brings it.
    } finally {
      isAsking = false;
    }
  };
  events.addEventListener('progress', () => void show());
  events.addEventListener('end', over);
  events.addEventListener('error', () => {
    // A browser that has given up asks no more: people can.
    if (events.readyState === EventSource.CLOSED)
      box.querySelector('[data-look-again]')?.classList.remove('mh-no-script');
  });
}

const box = document.querySelector<HTMLElement>('[data-plan-watch]');
if (box) watch(box);
// A page that is loaded again keeps its place, and does not go where its address leads.
else if (location.hash === '#answer') document.getElementById('answer')?.focus();
