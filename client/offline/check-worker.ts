/**
 * Gives out the copy of a check page where there is no line. One is registered for each check page that a member has
 * opened, with that page as its whole scope. It keeps nothing itself: `desk/copies.ts` does, and says whose copies they
 * are. A file of its own, without imports: browsers run it as it is.
 */

interface Answering extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
const worker = self as unknown as EventTarget & {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
};

/** Milliseconds after which a line counts as none, where there is a copy. */
const PATIENCE = 8000;
/** A copy that is older is no longer shown: so long does a session last. */
const MOST_AGE = 30 * 86_400_000;

async function copyOf(path: string): Promise<Response | undefined> {
  const reader = await (await caches.match('/check-reader', { cacheName: 'moothall-reader' }))?.text();
  if (!reader) return undefined;
  const copy = await caches.match(path, { cacheName: `moothall-copies-${reader}` });
  if (!copy || Date.now() - Date.parse(copy.headers.get('Date') ?? '') > MOST_AGE) return undefined;
  // The page says that it is a copy.
  const text = (await copy.text()).replace('<html ', '<html data-copy ');
  return new Response(text, { headers: copy.headers });
}

async function page(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const asked = fetch(request);
  const late = new Promise<Response | undefined>((resolve) =>
    setTimeout(() => resolve(copyOf(pathname)), PATIENCE),
  );
  const answer = await Promise.race([asked.catch(() => copyOf(pathname)), late]);
  return answer ?? asked;
}

const file = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: 'moothall-files' })) ?? fetch(request);

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => (event as Lasting).waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event as Answering;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') (event as Answering).respondWith(page(request));
  else if (pathname.startsWith('/assets/') || pathname === '/favicon.svg')
    (event as Answering).respondWith(file(request));
});
