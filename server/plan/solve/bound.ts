/**
 * What no answer can fall below: the Lagrangian dual in which each place of demand may be served by several sites and
 * pays a price for being served (Cornuéjols, Fisher and Nemhauser 1977), raised by subgradient steps (Held, Wolfe and
 * Crowder 1974). What a site is worth at these prices also says which sites can be in no better answer.
 */
import { at, type Siting } from './siting.ts';

export interface Bound {
  /** No answer costs less. */
  value: number;
  /** What each site is worth at the prices of this bound: zero or less. */
  worth: Float64Array;
  /** The sites that the bound opens. */
  open: Uint8Array;
}

interface Search {
  /** The cost of the best answer so far. */
  best: number;
  steps: number;
  stopped: () => boolean;
  /** Hears of each better bound; may answer a better cost of an answer. */
  improved: (bound: Bound) => number;
  /** Near enough to stop: this far below the best. */
  near: number;
}

/** Without an improvement for so many steps, steps become half as long. */
const PATIENCE = 20;
const SHORTEST = 1e-5;
/** What of the last direction is kept. */
const KEPT = 0.5;

/** Prices that make a good beginning: what each place pays in the answer at hand, or its second choice. */
const firstPrices = ({ fallback, start, cost }: Siting): Float64Array =>
  fallback.map((most, i) => {
    const k = at(start, i);
    return k < at(start, i + 1) ? Math.min(most, at(cost, Math.min(k + 1, at(start, i + 1) - 1))) : most;
  });

export function raiseBound(siting: Siting, search: Search): Bound {
  const places = siting.fallback.length;
  const prices = firstPrices(siting);
  const worth = new Float64Array(siting.sites);
  const way = new Float64Array(places);
  const bestPrices = prices.slice();
  let best: Bound = { value: Number.NEGATIVE_INFINITY, worth, open: new Uint8Array(siting.sites) };
  let { best: cost } = search;
  let length = 1.5;
  let since = 0;
  for (let step = 0; step < search.steps && length > SHORTEST && !search.stopped(); step += 1) {
    const open = worthMost(siting, prices, worth);
    let value = sum(prices);
    for (let j = 0; j < siting.sites; j += 1) if (at(open, j) === 1) value += at(worth, j);
    if (value > best.value) {
      best = { value, worth: worth.slice(), open };
      bestPrices.set(prices);
      since = 0;
      cost = Math.min(cost, search.improved(best));
      if (cost - value < search.near) break;
    } else if (++since >= PATIENCE) {
      length /= 2;
      since = 0;
      prices.set(bestPrices);
      way.fill(0);
      continue;
    }
    if (!move(siting, { prices, open, way, far: length * (cost - value) })) break;
  }
  return best;
}

/** The sites that are worth most at these prices, the fixed ones first; fills `worth`. */
function worthMost(
  { sites, p, fixed, start, site, cost }: Siting,
  prices: Float64Array,
  worth: Float64Array,
): Uint8Array {
  worth.fill(0);
  for (let i = 0; i < prices.length; i += 1) {
    const price = at(prices, i);
    // The cheapest come first: from the first that is as dear as the price on, none is worth anything here.
    for (let k = at(start, i); k < at(start, i + 1) && at(cost, k) < price; k += 1) {
      const j = at(site, k);
      worth[j] = at(worth, j) + at(cost, k) - price;
    }
  }
  const open = new Uint8Array(sites);
  for (const j of fixed) open[j] = 1;
  const others = Array.from(worth.keys()).filter((j) => at(open, j) === 0);
  others.sort((a, b) => at(worth, a) - at(worth, b));
  for (const j of others.slice(0, p - fixed.length)) open[j] = 1;
  return open;
}

const sum = (numbers: Float64Array): number => {
  let all = 0;
  for (const each of numbers) all += each;
  return all;
};

/**
 * One step: places that are served twice pay less, places that are not served pay more, up to falling back. Each step
 * keeps some of the direction of the one before (Crowder 1976), which would else swing to and fro.
 */
function move(
  { fallback, start, site, cost }: Siting,
  { prices, open, way, far }: { prices: Float64Array; open: Uint8Array; way: Float64Array; far: number },
): boolean {
  let norm = 0;
  for (let i = 0; i < prices.length; i += 1) {
    const price = at(prices, i);
    let lack = 1;
    for (let k = at(start, i); k < at(start, i + 1) && at(cost, k) < price; k += 1)
      if (at(open, at(site, k)) === 1) lack -= 1;
    let turn = lack + KEPT * at(way, i);
    if (turn > 0 && price >= at(fallback, i)) turn = 0;
    way[i] = turn;
    norm += turn * turn;
  }
  if (norm === 0) return false;
  const step = far / norm;
  for (let i = 0; i < prices.length; i += 1)
    prices[i] = Math.max(0, Math.min(at(fallback, i), at(prices, i) + step * at(way, i)));
  return true;
}

/** What is known of the sites of any answer that costs at most `most`. */
export function settledSites(
  siting: Siting,
  { value, worth, open }: Bound,
  most: number,
): { never: Uint8Array; always: Uint8Array } {
  const kept = new Set(siting.fixed);
  let lastIn = Number.NEGATIVE_INFINITY;
  let firstOut = Number.POSITIVE_INFINITY;
  for (let j = 0; j < siting.sites; j += 1) {
    if (kept.has(j)) continue;
    if (at(open, j) === 1) lastIn = Math.max(lastIn, at(worth, j));
    else firstOut = Math.min(firstOut, at(worth, j));
  }
  const never = new Uint8Array(siting.sites);
  const always = new Uint8Array(siting.sites);
  for (let j = 0; j < siting.sites; j += 1) {
    if (kept.has(j)) always[j] = 1;
    else if (at(open, j) === 0 && value + at(worth, j) - lastIn > most) never[j] = 1;
    else if (at(open, j) === 1 && value - at(worth, j) + firstOut > most) always[j] = 1;
  }
  return { never, always };
}
