/** How far the search for the best sites is: the best answer so far, and the bound that no answer can fall below. */
import { at, costOf, roundingOf, type Siting } from './siting.ts';

export interface Answer {
  /** The open sites, by number. */
  open: number[];
  /** What they cost. */
  objective: number;
  /** No answer costs less. */
  bound: number;
  /** What of the objective is not proven to be needed: 0 is proof. */
  gap: number;
  status: 'optimal' | 'feasible';
}

/** A share of the objective that is not told apart from nothing. */
const SAME = 1e-9;

export class Progress {
  readonly #siting: Siting;
  /** Where costs are whole numbers: less than this is an error of rounding. */
  readonly #rounding: number | undefined;
  readonly #improved: (answer: Answer) => void;
  #best: Uint8Array;
  #objective: number;
  #bound = Number.NEGATIVE_INFINITY;

  constructor(siting: Siting, first: Uint8Array, improved: (answer: Answer) => void = () => undefined) {
    this.#siting = siting;
    this.#rounding = roundingOf(siting);
    this.#improved = improved;
    this.#best = first.slice();
    this.#objective = costOf(siting, first);
    this.raise(cheapest(siting));
  }

  get best(): Uint8Array {
    return this.#best;
  }

  get objective(): number {
    return this.#objective;
  }

  /** A better answer costs at most this. */
  get better(): number {
    return this.#rounding === undefined
      ? this.#objective - SAME * Math.abs(this.#objective)
      : this.#objective - 1 + this.#rounding;
  }

  /** A bound that is nearer to the objective than this proves it. */
  get near(): number {
    return this.#rounding === undefined ? SAME * Math.abs(this.#objective) : 1 - this.#rounding;
  }

  get answer(): Answer {
    const isProven = this.#bound >= this.better;
    const bound = isProven ? this.#objective : Math.min(this.#bound, this.#objective);
    return {
      open: [...this.#best.keys()].filter((j) => at(this.#best, j) === 1),
      objective: this.#objective,
      bound,
      gap: isProven ? 0 : (this.#objective - bound) / Math.max(Math.abs(this.#objective), Number.MIN_VALUE),
      status: isProven ? 'optimal' : 'feasible',
    };
  }

  /** Hears of an answer, and keeps it when it is better. Answers what the best one costs. */
  take(open: Uint8Array): number {
    const cost = costOf(this.#siting, open);
    if (cost < this.#objective && cost <= this.better) {
      this.#objective = cost;
      this.#best = open.slice();
      this.#improved(this.answer);
    }
    return this.#objective;
  }

  /** Hears of a bound, and keeps it when it is higher. */
  raise(value: number): void {
    const bound = this.#rounding === undefined ? value : Math.ceil(value - this.#rounding);
    if (!(bound > this.#bound)) return;
    this.#bound = bound;
    this.#improved(this.answer);
  }

  /** What is best so far is best of all. */
  prove(): void {
    this.raise(this.#objective);
  }
}

/** Every place served by the site that costs it least, as if all were open. */
const cheapest = ({ fallback, start, cost }: Siting): number =>
  fallback.reduce((sum, most, i) => {
    const k = at(start, i);
    return sum + (k < at(start, i + 1) ? Math.min(most, at(cost, k)) : most);
  }, 0);
