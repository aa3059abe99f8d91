/**
 * Copies of the check pages that a member has opened, for a walk with no signal: kept under who reads them, served by
 * `offline/check-worker.ts`, and gone when somebody else signs in here or the reader signs out.
 */

const READER = 'moothall-reader';
const copiesOf = (reader: string) => `moothall-copies-${reader}`;
const ASSETS = 'moothall-files';
const at = '/check-reader';

const isOurs = (name: string) => name.startsWith('moothall-');

async function quietly(work: () => Promise<unknown>): Promise<void> {
  // A browser may have no room for copies, or none at all outside of https.
  if ('caches' in globalThis) await work().catch(() => undefined);
}

/** Whoever reads now is the only one whose copies stay. */
export const settleReader = (reader: string): Promise<void> =>
  quietly(async () => {
    const names = (await caches.keys()).filter(isOurs);
    if (names.length === 0) return;
    const others = names.filter((name) => name.startsWith(copiesOf('')) && name !== copiesOf(reader));
    for (const name of others) await caches.delete(name);
    await (await caches.open(READER)).put(at, new Response(reader));
  });

/** Somebody has signed in, and it is not known yet who: until then, nobody’s copies are shown. */
export const dropReader = (): Promise<void> => quietly(() => caches.delete(READER));

export const dropAllCopies = (): Promise<void> =>
  quietly(async () => {
    for (const name of (await caches.keys()).filter(isOurs)) await caches.delete(name);
    for (const each of (await navigator.serviceWorker?.getRegistrations()) ?? []) await each.unregister();
  });

/** What this page needs to look and work as it does. */
const filesHere = (): string[] => [
  ...new Set(
    [
      ...document.querySelectorAll<HTMLLinkElement>(
        'link:is([rel=stylesheet], [rel=preload], [rel=modulepreload], [rel=icon])',
      ),
      ...document.querySelectorAll<HTMLScriptElement>('script[src]'),
    ]
      .map((element) => new URL('href' in element ? element.href : element.src, location.href).pathname)
      .concat(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
      .filter((path) => path.startsWith('/assets/') || path === '/favicon.svg'),
  ),
];

/** Keeps a copy of this page, and has a worker give it out where there is no line. */
export const keepCopy = (reader: string): Promise<void> =>
  quietly(async () => {
    if (!('serviceWorker' in navigator)) return;
    const { pathname } = location;
    await navigator.serviceWorker.register('/check-worker.js', { scope: pathname });
    const page = await fetch(pathname, { headers: { Accept: 'text/html' } });
    const text = await page.clone().text();
    // The session may have changed hands in another tab.
    if (!page.ok || page.redirected || !text.includes(`"reader":"${reader}"`)) return;
    const files = await caches.open(ASSETS);
    for (const path of filesHere()) if (!(await files.match(path))) await files.add(path);
    await (await caches.open(READER)).put(at, new Response(reader));
    const copies = await caches.open(copiesOf(reader));
    await copies.put(pathname, page);
    await dropOld(copies);
    await dropUnneeded(copies, files);
  });

/** As in `offline/check-worker.ts`: an older copy is shown to nobody. */
const MOST_AGE = 30 * 86_400_000;

async function dropOld(copies: Cache): Promise<void> {
  const workers = await navigator.serviceWorker.getRegistrations();
  for (const request of await copies.keys()) {
    const day = (await copies.match(request))?.headers.get('Date') ?? '';
    if (Date.now() - Date.parse(day) <= MOST_AGE) continue;
    await copies.delete(request);
    await workers.find(({ scope }) => scope === request.url)?.unregister();
  }
}

/** Files that no copy names any more: those of an earlier build. */
async function dropUnneeded(copies: Cache, files: Cache): Promise<void> {
  const texts = await Promise.all((await copies.matchAll()).map((copy) => copy.text()));
  const here = filesHere();
  for (const { url } of await files.keys()) {
    const { pathname } = new URL(url);
    if (!here.includes(pathname) && !texts.some((text) => text.includes(pathname)))
      await files.delete(pathname);
  }
}
