/**
 * Pairs in place, the cheapest first, and of equals in the order of their sites: two lists side by side, so that millions
 * of pairs are sorted without an object for each (quicksort, C. A. R. Hoare 1961; short stretches by insertion).
 */

const SHORT = 16;

export function sortPairs(site: Int32Array, cost: Float64Array, from: number, to: number): void {
  let [low, high] = [from, to - 1];
  while (high - low >= SHORT) {
    const [left, right] = parted(site, cost, low, high);
    // The shorter part first, so that the stack stays low.
    if (right - low < high - left) {
      sortPairs(site, cost, low, right + 1);
      low = left;
    } else {
      sortPairs(site, cost, left, high + 1);
      high = right;
    }
  }
  for (let k = low + 1; k <= high; k += 1) {
    const [j, own] = [site[k] as number, cost[k] as number];
    let at = k - 1;
    while (at >= low && isAfter(site, cost, at, j, own)) {
      site[at + 1] = site[at] as number;
      cost[at + 1] = cost[at] as number;
      at -= 1;
    }
    site[at + 1] = j;
    cost[at + 1] = own;
  }
}

/** Indices here are within the lists: the compiler cannot know it. */
const isAfter = (site: Int32Array, cost: Float64Array, at: number, j: number, own: number): boolean => {
  const there = cost[at] as number;
  return there > own || (there === own && (site[at] as number) > j);
};

const isBefore = (site: Int32Array, cost: Float64Array, at: number, j: number, own: number): boolean => {
  const there = cost[at] as number;
  return there < own || (there === own && (site[at] as number) < j);
};

/** Exchanges around the middle: everything up to the second answer is before everything from the first on. */
function parted(
  site: Int32Array,
  cost: Float64Array,
  low: number,
  high: number,
): [left: number, right: number] {
  const middle = (low + high) >>> 1;
  const [j, own] = [site[middle] as number, cost[middle] as number];
  let [left, right] = [low, high];
  while (left <= right) {
    while (isBefore(site, cost, left, j, own)) left += 1;
    while (isAfter(site, cost, right, j, own)) right -= 1;
    if (left > right) break;
    const [otherSite, otherCost] = [site[left] as number, cost[left] as number];
    site[left] = site[right] as number;
    cost[left] = cost[right] as number;
    site[right] = otherSite;
    cost[right] = otherCost;
    left += 1;
    right -= 1;
  }
  return [left, right];
}
