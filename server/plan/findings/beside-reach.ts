/** What stands near those whom no candidate reaches: the nearest venue of each kind, so that a crowd of them takes no memory. */
import type { BesideVenues } from '../beside.ts';
import type { Reach } from '../reach.ts';

/** Areas that are measured at once. */
const AT_ONCE = 200;

/** Travel from these places to all venues beside the candidates, as far as it counts. */
export type Measured = (places: readonly number[]) => Promise<Reach>;

export async function besideReach(
  places: readonly number[],
  { ids, kinds }: BesideVenues,
  measure: Measured,
): Promise<Map<number, Reach['places'][number]>> {
  const found = new Map<number, Reach['places'][number]>();
  if (ids.length === 0) return found;
  for (let start = 0; start < places.length; start += AT_ONCE) {
    const some = places.slice(start, start + AT_ONCE);
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
