/**
 * Small covers quickly: a cover gives up one site after the other, and is made whole again by exchange, where places that
 * stay without a site count more each time (C. Gao, T. Weise and J. Li, “An efficient local search heuristic with row
 * weighting for the unicost set covering problem”, European Journal of Operational Research 246 (2015), 750–761).
 */
import { randomFrom } from './interchange.ts';
import { at } from './siting.ts';

interface Search {
  /** A cover to begin with, by number of the site. */
  first: readonly number[];
  steps: number;
  seed: number;
  stopped: () => boolean;
  /** No cover is smaller: reaching it ends the search. */
  least?: number;
  /** Hears of each smaller cover. */
  improved?: (cover: number[]) => void;
}

/** How often the clock is looked at. */
const GLANCE = 256;

class Cover {
  readonly isOpen: Uint8Array;
  /** By site: the weight that opening it would cover, or that closing it would uncover (below zero). */
  readonly score: Float64Array;
  readonly open: number[] = [];
  readonly waiting: number[] = [];
  readonly #lists: readonly (readonly number[])[];
  readonly #places: readonly (readonly number[])[];
  readonly #weight: Float64Array;
  readonly #count: Int32Array;
  readonly #spot: Int32Array;
  readonly #place: Int32Array;
  /** By site: may it open again? Only after something near it changed. */
  readonly mayOpen: Uint8Array;

  constructor(lists: readonly (readonly number[])[], places: readonly (readonly number[])[]) {
    this.#lists = lists;
    this.#places = places;
    this.isOpen = new Uint8Array(places.length);
    this.mayOpen = new Uint8Array(places.length).fill(1);
    this.score = Float64Array.from(places, (own) => own.length);
    this.#weight = new Float64Array(lists.length).fill(1);
    this.#count = new Int32Array(lists.length);
    this.#spot = new Int32Array(places.length);
    this.#place = new Int32Array(lists.length);
    for (const i of lists.keys()) this.#wait(i);
  }

  add(j: number): void {
    this.score[j] = -at(this.score, j);
    this.isOpen[j] = 1;
    this.#spot[j] = this.open.push(j) - 1;
    for (const i of this.#places[j] ?? []) {
      const count = at(this.#count, i) + 1;
      this.#count[i] = count;
      const weight = at(this.#weight, i);
      for (const k of this.#lists[i] ?? []) {
        if (k === j) continue;
        this.mayOpen[k] = 1;
        if (count === 1) this.score[k] = at(this.score, k) - weight;
        else if (count === 2 && at(this.isOpen, k) === 1) this.score[k] = at(this.score, k) + weight;
      }
      if (count === 1) takeOut(this.waiting, this.#place, i);
    }
  }

  remove(j: number): void {
    this.score[j] = -at(this.score, j);
    this.isOpen[j] = 0;
    this.mayOpen[j] = 0;
    takeOut(this.open, this.#spot, j);
    for (const i of this.#places[j] ?? []) {
      const count = at(this.#count, i) - 1;
      this.#count[i] = count;
      const weight = at(this.#weight, i);
      for (const k of this.#lists[i] ?? []) {
        if (k === j) continue;
        this.mayOpen[k] = 1;
        if (count === 0) this.score[k] = at(this.score, k) + weight;
        else if (count === 1 && at(this.isOpen, k) === 1) this.score[k] = at(this.score, k) - weight;
      }
      if (count === 0) this.#wait(i);
    }
  }

  /** Places that wait count for more. */
  press(): void {
    for (const i of this.waiting) {
      this.#weight[i] = at(this.#weight, i) + 1;
      for (const k of this.#lists[i] ?? []) this.score[k] = at(this.score, k) + 1;
    }
  }

  #wait(i: number): void {
    this.#place[i] = this.waiting.push(i) - 1;
  }
}

/** Takes a number out of a list that knows where each is. */
function takeOut(list: number[], spot: Int32Array, each: number): void {
  const last = list.pop();
  if (last === undefined || last === each) return;
  const here = at(spot, each);
  list[here] = last;
  spot[last] = here;
}

/** The smallest cover found. `lists` hold, by place, the sites that serve it, which are numbered from 0 up to `sites`. */
export function searchCover(
  lists: readonly (readonly number[])[],
  sites: number,
  { first, steps, seed, stopped, least = 0, improved }: Search,
): number[] {
  const places: number[][] = Array.from({ length: sites }, () => []);
  for (const [i, list] of lists.entries()) for (const j of list) places[j]?.push(i);
  const cover = new Cover(lists, places);
  const changed = new Int32Array(sites);
  const random = randomFrom(seed);
  for (const j of first) cover.add(j);
  let best = [...first];
  let lastIn = -1;
  /** The one of highest score; of equals, the one that has not changed for longest. */
  const pick = (from: readonly number[], isAllowed: (j: number) => boolean): number => {
    let found = -1;
    for (const j of from) {
      if (!isAllowed(j)) continue;
      const ahead = found < 0 ? 1 : at(cover.score, j) - at(cover.score, found);
      if (ahead > 0 || (ahead === 0 && at(changed, j) < at(changed, found))) found = j;
    }
    return found;
  };
  const close = (step: number, but: number) => {
    const j = pick(cover.open, (each) => each !== but);
    if (j < 0) return;
    cover.remove(j);
    changed[j] = step;
  };
  for (let step = 1; step <= steps && best.length > least; step += 1) {
    if (step % GLANCE === 0 && stopped()) break;
    while (cover.waiting.length === 0) {
      if (cover.open.length < best.length) {
        best = [...cover.open];
        improved?.(best);
      }
      if (best.length <= least) return best;
      close(step, -1);
    }
    close(step, lastIn);
    const place = cover.waiting[Math.floor(random() * cover.waiting.length)] ?? 0;
    const j = pick(lists[place] ?? [], (each) => at(cover.mayOpen, each) === 1);
    if (j >= 0 && cover.open.length + 1 < best.length) {
      cover.add(j);
      changed[j] = step;
      lastIn = j;
      cover.press();
    }
  }
  return best;
}
