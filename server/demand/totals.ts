/** Sum, least, most and missing, counted as numbers come. */
export interface Count {
  sum: number;
  min?: number;
  max?: number;
  missing: number;
}

export class Counter {
  #sum = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #missing = 0;

  add(value: number | null): void {
    if (value === null || Number.isNaN(value)) {
      this.#missing += 1;
      return;
    }
    this.#sum += value;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  /** Sums to fifteen digits, so that they do not end in the dust of binary fractions. */
  total(): Count {
    const some = this.#max >= this.#min;
    const sum = Number.isFinite(this.#sum) ? Number(this.#sum.toPrecision(15)) : 0;
    return { sum, ...(some && { min: this.#min, max: this.#max }), missing: this.#missing };
  }
}
