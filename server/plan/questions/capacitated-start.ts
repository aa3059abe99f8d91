/**
 * A first answer where rooms fill up: sites opened one after the other, each time the one in which most is saved of what
 * is left (the greedy rule for covering of G. L. Nemhauser, L. A. Wolsey and M. L. Fisher, “An analysis of approximations
 * for maximizing submodular set functions”, Mathematical Programming 14 (1978), 265–294), those who save most going in
 * first. What a site saves only falls while others fill, so it is reckoned again only when its turn would come (M. Minoux
 * 1978).
 */

export interface Rooms {
  sites: number;
  p: number;
  fixed: readonly number[];
  /** By place: who is to be served. */
  weights: readonly number[];
  /** By site: people in one session, and sessions at most. */
  capacity: readonly number[];
  cap: readonly number[];
  /** Sessions at most in all. */
  sessions?: number;
  /** What each person of a place saves at a site. */
  pairs: readonly (readonly [place: number, site: number, saved: number])[];
}

export interface Filled {
  open: number[];
  /** By pair: people who go there. */
  people: Float64Array;
}

export function fillRooms({ sites, p, fixed, weights, capacity, cap, sessions, pairs }: Rooms): Filled {
  const bySite: number[][] = Array.from({ length: sites }, () => []);
  for (const [k, [, site]] of pairs.entries()) bySite[site]?.push(k);
  const savedAt = (k: number) => pairs[k]?.[2] ?? 0;
  for (const own of bySite) own.sort((a, b) => savedAt(b) - savedAt(a) || a - b);
  const left = Float64Array.from(weights);
  let sessionsLeft = sessions ?? Number.POSITIVE_INFINITY;
  /** Who would go to the site now, and what that saves. */
  const fill = (site: number): { saved: number; taken: [pair: number, people: number][]; used: number } => {
    const size = capacity[site] ?? 0;
    const room = size * Math.min(cap[site] ?? 0, sessionsLeft);
    let [saved, used] = [0, 0];
    const taken: [number, number][] = [];
    for (const k of bySite[site] ?? []) {
      const people = Math.min(left[pairs[k]?.[0] ?? 0] ?? 0, room - used);
      if (!(people > 0)) continue;
      used += people;
      saved += people * savedAt(k);
      taken.push([k, people]);
    }
    return { saved, taken, used: size > 0 ? Math.ceil(used / size - 1e-9) : 0 };
  };
  const people = new Float64Array(pairs.length);
  const open = new Set<number>();
  const take = (site: number) => {
    const { taken, used } = fill(site);
    for (const [k, number] of taken) {
      people[k] = (people[k] ?? 0) + number;
      const place = pairs[k]?.[0] ?? 0;
      left[place] = Math.max(0, (left[place] ?? 0) - number);
    }
    sessionsLeft -= used;
    open.add(site);
  };
  for (const site of fixed) take(site);
  const worth = new Float64Array(sites).fill(Number.POSITIVE_INFINITY);
  const known = new Int32Array(sites).fill(-1);
  while (open.size < Math.min(p, sites)) {
    let best = -1;
    for (let j = 0; j < sites; j += 1)
      if (!open.has(j) && (best < 0 || (worth[j] ?? 0) > (worth[best] ?? 0))) best = j;
    if (known[best] === open.size) take(best);
    else {
      worth[best] = fill(best).saved;
      known[best] = open.size;
    }
  }
  return { open: [...open].sort((a, b) => a - b), people };
}
