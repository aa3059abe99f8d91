/** What stands near those whom no candidate reaches: the nearest venue of each kind, so that a crowd of them takes no memory. */
import type { BesideVenues } from '../beside.ts';
import type { Reach } from '../reach.ts';

/** Areas that are measured at once: some hundreds, and fewer where there are so many venues that their pairs fill memory. */
const AT_ONCE = 500;
const PAIRS_AT_ONCE = 1_000_000;

/** Travel from these places to all venues beside the candidates, as far as it counts. */
export type Measured = (places: readonly number[]) => Promise<Reach>;

export async function besideReach(
  places: readonly number[],
  { ids, kinds }: BesideVenues,
  measure: Measured,
): Promise<Map<number, Reach['places'][number]>> {
  const found = new Map<number, Reach['places'][number]>();
  if (ids.length === 0) return found;
  const atOnce = Math.max(1, Math.min(AT_ONCE, Math.floor(PAIRS_AT_ONCE / ids.length)));
  for (let start = 0; start < places.length; start += atOnce) {
    const some = places.slice(start, start + atOnce);
    const { places: reached } = await measure(some);
    for (const [n, pairs] of reached.entries()) {
      const nearest = new Map<number, readonly [number, number]>();
      for (const pair of pairs) {
        const kind = kinds[pair[0]] ?? 0;
        const known = nearest.get(kind);
        if (!known || pair[1] < known[1]) nearest.set(kind, pair);
      }
      if (nearest.size > 0) found.set(some[n] ?? 0, [...nearest.values()]);
    }
  }
  return found;
}
