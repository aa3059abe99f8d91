/**
 * The reader's shortlist: ids in the order in which they were added, kept by the browser where it lets us. Where it
 * does not (storage full or blocked), the list lives until the page is left, and the page says so.
 */
import { useEffect, useState } from 'preact/hooks';
import { mostListed } from '../logic/shortlist.ts';

const key = 'moothall.shortlist';

export interface Shortlist {
  ids: readonly number[];
  /** Does the browser keep it? */
  kept: boolean;
}

let now: Shortlist | undefined;
const listeners = new Set<(list: Shortlist) => void>();

/** Whatever else may stand there, only ids are taken. */
export function readIds(text: string | null): number[] {
  try {
    const ids: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(ids)) return [];
    return [...new Set(ids.filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, mostListed);
  } catch {
    return [];
  }
}

function load(): Shortlist {
  try {
    return { ids: readIds(localStorage.getItem(key)), kept: true };
  } catch {
    return { ids: [], kept: false };
  }
}

function save(ids: readonly number[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(ids));
    return true;
  } catch {
    return false;
  }
}

function tell(list: Shortlist): Shortlist {
  now = list;
  for (const listen of listeners) listen(list);
  return list;
}

/** Another tab may have changed it since, so what is kept is read again before it is changed. */
function latest(): Shortlist {
  const kept = now?.kept === false ? undefined : load();
  return kept?.kept ? kept : (now ?? { ids: [], kept: false });
}

export function setShortlist(ids: readonly number[]): Shortlist {
  const next = [...new Set(ids)].slice(0, mostListed);
  return tell({ ids: next, kept: save(next) });
}

/** On the list if it was not, off it if it was. */
export function toggleShortlist(id: number): Shortlist {
  const { ids } = latest();
  return setShortlist(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
}

/** Undefined until the page is awake, so that the first drawing is what the server sent. */
export function useShortlist(): Shortlist | undefined {
  const [list, setList] = useState<Shortlist>();
  useEffect(() => {
    now ??= load();
    setList(now);
    listeners.add(setList);
    const other = (event: StorageEvent) => {
      if (event.key === key || event.key === null) tell(load());
    };
    // A page that the browser had put away hears nothing meanwhile.
    const again = ({ persisted }: PageTransitionEvent) => persisted && tell(latest());
    addEventListener('storage', other);
    addEventListener('pageshow', again);
    return () => {
      listeners.delete(setList);
      removeEventListener('storage', other);
      removeEventListener('pageshow', again);
    };
  }, []);
  return list;
}
