/** The places of the nodes that outlines refer to: three numbers for each, however many nodes the file has. */
import type { LonLat } from './row.ts';

export class NodePlaces {
  readonly #ids: Float64Array;
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;

  /** The nodes that are wanted; an id may be given several times. */
  constructor(outlines: readonly (readonly number[])[]) {
    const all = new Float64Array(outlines.reduce((sum, refs) => sum + refs.length, 0));
    let end = 0;
    for (const refs of outlines) {
      all.set(refs, end);
      end += refs.length;
    }
    all.sort();
    let count = 0;
    for (const id of all) if (count === 0 || all[count - 1] !== id) all[count++] = id;
    this.#ids = all.slice(0, count);
    this.#lon = new Float64Array(count).fill(Number.NaN);
    this.#lat = new Float64Array(count);
  }

  /** Keeps the place of a node, if it is wanted. */
  see(id: number, lon: number, lat: number): void {
    const at = this.#find(id);
    if (at < 0) return;
    this.#lon[at] = lon;
    this.#lat[at] = lat;
  }

  get(id: number): LonLat | undefined {
    const at = this.#find(id);
    const [lon = Number.NaN, lat = 0] = [this.#lon[at], this.#lat[at]];
    return Number.isNaN(lon) ? undefined : { lon, lat };
  }

  #find(id: number): number {
    let [low, high] = [0, this.#ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle] ?? 0;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
