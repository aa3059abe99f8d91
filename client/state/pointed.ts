/**
 * The venue that is pointed at, in the list or on the map. Its card and the map listen by themselves: whoever moves over
 * hundreds of signs has two cards drawn anew each time, not the page.
 */
import { useEffect, useState } from 'preact/hooks';

type Heard = (id: number | null) => void;

export interface Pointed {
  point: Heard;
  /** Hears what is pointed at now, too. Returns how to stop. */
  listen: (heard: Heard) => () => void;
}

export function createPointed(): Pointed {
  const listeners = new Set<Heard>();
  let now: number | null = null;
  return {
    point(id) {
      if (id === now) return;
      now = id;
      for (const heard of listeners) heard(id);
    },
    listen(heard) {
      listeners.add(heard);
      heard(now);
      return () => void listeners.delete(heard);
    },
  };
}

export function usePointedAt(pointed: Pointed | undefined, id: number): boolean {
  const [at, setAt] = useState(false);
  useEffect(() => pointed?.listen((now) => setAt(now === id)), [pointed, id]);
  return at;
}
