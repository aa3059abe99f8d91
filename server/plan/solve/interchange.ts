/**
 * Good answers quickly: open greedily, then exchange an open site for a closed one while that helps (Teitz and Bart
 * 1968), each exchange judged in one pass over the pairs of the site that would open (Resende and Werneck 2003).
 */
import { at, type BySite, type Siting } from './siting.ts';

/** An answer in the making: which sites are open, and by place the two least costs with the site of the first. */
export interface Assignment {
  open: Uint8Array;
  first: Float64Array;
  second: Float64Array;
  /** -1 where the place falls back. */
  server: Int32Array;
  total: number;
}

/** A share of what falling back costs in all: less is an error of rounding, and no reason to exchange. */
const NOTHING = 1e-12;

export function assign(siting: Siting, open: Uint8Array): Assignment {
  const places = siting.fallback.length;
  const assignment: Assignment = {
    open,
    first: new Float64Array(places),
    second: new Float64Array(places),
    server: new Int32Array(places),
    total: 0,
  };
  for (let i = 0; i < places; i += 1) serve(siting, assignment, i);
  return assignment;
}

/** Looks again who serves a place. Its pairs are the cheapest first, so the first two open ones are what is wanted. */
function serve({ fallback, start, site, cost }: Siting, assignment: Assignment, i: number): void {
  const { open, first, second, server } = assignment;
  assignment.total -= at(first, i);
  const most = at(fallback, i);
  let found = 0;
  first[i] = most;
  second[i] = most;
  server[i] = -1;
  for (let k = at(start, i); k < at(start, i + 1) && found < 2; k += 1) {
    const j = at(site, k);
    if (at(open, j) === 0) continue;
    if (found === 0) {
      first[i] = at(cost, k);
      server[i] = j;
    } else second[i] = at(cost, k);
    found += 1;
  }
  assignment.total += at(first, i);
}

/** Opens or closes a site, for the places that it can serve; only where it was one of the two, others are looked for. */
function turn(siting: Siting, sites: BySite, assignment: Assignment, j: number, isOpen: 0 | 1): void {
  const { open, first, second, server } = assignment;
  open[j] = isOpen;
  for (let k = at(sites.start, j); k < at(sites.start, j + 1); k += 1) {
    const i = at(sites.place, k);
    const cost = at(sites.cost, k);
    if (isOpen === 0) {
      if (at(server, i) === j || cost <= at(second, i)) serve(siting, assignment, i);
    } else if (cost < at(first, i)) {
      assignment.total += cost - at(first, i);
      second[i] = at(first, i);
      first[i] = cost;
      server[i] = j;
    } else if (cost < at(second, i)) second[i] = cost;
  }
}

/**
 * Opens one site after the other, each time the one that saves most, until `p` are open. What a site saves only falls
 * while others open, so it is reckoned again only when its turn would come (M. Minoux 1978). Out of time, any will do.
 */
export function greedy(siting: Siting, sites: BySite, stopped: () => boolean = () => false): Assignment {
  const assignment = assign(siting, new Uint8Array(siting.sites));
  for (const j of siting.fixed) turn(siting, sites, assignment, j, 1);
  const gains = new Float64Array(siting.sites).fill(Number.POSITIVE_INFINITY);
  const known = new Int32Array(siting.sites).fill(-1);
  let count = siting.fixed.length;
  let isOver = false;
  for (let looks = 0; count < siting.p; looks += 1) {
    isOver ||= looks % 64 === 0 && stopped();
    let best = -1;
    for (let j = 0; j < siting.sites; j += 1)
      if (at(assignment.open, j) === 0 && (best < 0 || at(gains, j) > at(gains, best))) best = j;
    if (best < 0) break;
    if (isOver || at(known, best) === count) {
      turn(siting, sites, assignment, best, 1);
      count += 1;
    } else {
      gains[best] = gainOf(sites, assignment, best);
      known[best] = count;
    }
  }
  return assignment;
}

function gainOf(sites: BySite, { first }: Assignment, j: number): number {
  let gain = 0;
  for (let k = at(sites.start, j); k < at(sites.start, j + 1); k += 1) {
    const saved = at(first, at(sites.place, k)) - at(sites.cost, k);
    if (saved > 0) gain += saved;
  }
  return gain;
}

/** What closing each open site would cost, if nothing opened instead. */
function losses({ first, second, server }: Assignment, loss: Float64Array): void {
  loss.fill(0);
  for (let i = 0; i < first.length; i += 1) {
    const r = at(server, i);
    if (r >= 0) loss[r] = at(loss, r) + at(second, i) - at(first, i);
  }
}

/**
 * Exchanges sites until no exchange of one for one helps, or until `stopped` says so. The assignment is changed in place.
 */
export function interchange(
  siting: Siting,
  sites: BySite,
  assignment: Assignment,
  stopped: () => boolean = () => false,
): Assignment {
  const loss = new Float64Array(siting.sites);
  /** How much less closing a site costs when the one that opens takes over some of its places. */
  const relief = new Float64Array(siting.sites);
  const nothing = NOTHING * siting.fallback.reduce((all, each) => all + each, 0);
  const kept = new Set(siting.fixed);
  const closable = (): number[] =>
    Array.from(assignment.open.keys()).filter((j) => at(assignment.open, j) === 1 && !kept.has(j));
  losses(assignment, loss);
  let open = closable();
  let since = 0;
  for (let j = 0; since < siting.sites && open.length > 0; j = (j + 1) % siting.sites) {
    since += 1;
    if (since % 64 === 0 && stopped()) break;
    if (at(assignment.open, j) === 1) continue;
    const gain = relieve(sites, assignment, j, relief);
    let out = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const r of open) {
      const change = at(loss, r) - at(relief, r);
      if (change < least) {
        least = change;
        out = r;
      }
    }
    if (least - gain < -nothing) {
      turn(siting, sites, assignment, j, 1);
      turn(siting, sites, assignment, out, 0);
      losses(assignment, loss);
      open = closable();
      since = 0;
    }
  }
  return assignment;
}

/** What opening `j` saves by itself; fills `relief` for each site that would close in exchange. */
function relieve(
  sites: BySite,
  { first, second, server }: Assignment,
  j: number,
  relief: Float64Array,
): number {
  relief.fill(0);
  let gain = 0;
  for (let k = at(sites.start, j); k < at(sites.start, j + 1); k += 1) {
    const i = at(sites.place, k);
    const cost = at(sites.cost, k);
    const [near, next, r] = [at(first, i), at(second, i), at(server, i)];
    if (cost < near) gain += near - cost;
    if (r >= 0 && cost < next) relief[r] = at(relief, r) + next - Math.max(cost, near);
  }
  return gain;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32), so that an answer can be found again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Exchanges a few sites by chance, and then exchanges again while it helps: a way out of an answer that is only good nearby. */
export function shaken(
  siting: Siting,
  sites: BySite,
  best: Uint8Array,
  random: () => number,
  stopped: () => boolean,
): Assignment {
  const open = best.slice();
  const kept = new Set(siting.fixed);
  const pick = (isOpen: 0 | 1): number => {
    const from = Array.from(open.keys()).filter((j) => at(open, j) === isOpen && !kept.has(j));
    return from[Math.floor(random() * from.length)] ?? -1;
  };
  const count = 1 + Math.floor(random() * Math.max(1, Math.min(4, siting.p / 3)));
  for (let n = 0; n < count; n += 1) {
    const [out, into] = [pick(1), pick(0)];
    if (out < 0 || into < 0) break;
    open[out] = 0;
    open[into] = 1;
  }
  return interchange(siting, sites, assign(siting, open), stopped);
}
