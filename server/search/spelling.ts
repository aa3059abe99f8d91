/** What a misspelt word may have meant. */

/** Fewest single letters added, dropped, changed or swapped with a neighbour; stops counting above `limit`. */
export function letterDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      let least = Math.min(
        (last[j + 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (last[j] ?? 0) + (letter === other ? 0 : 1),
      );
      if (i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other)
        least = Math.min(least, (beforeLast[j - 1] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[to.length] ?? 0;
}

const hasNumber = (word: string) => /\p{N}/u.test(word);

/**
 * At most three of `candidates` within one letter of a short word or two of a longer one, nearest first; words that
 * begin alike come before others as near. Numbers, postcodes and words of two letters are taken at their word.
 */
export function closest(word: string, candidates: readonly string[]): string[] {
  const length = [...word].length;
  if (length < 3 || hasNumber(word)) return [];
  const limit = length <= 4 ? 1 : 2;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return [...new Set(candidates)]
    .filter((candidate) => candidate !== '' && candidate !== word && !hasNumber(candidate))
    .map((candidate) => ({
      candidate,
      distance: letterDistance(word, candidate, limit),
      begins: candidate.startsWith(first) ? 0 : 1,
    }))
    .filter(({ distance }) => distance <= limit)
    .sort(
      (a, b) => 2 * (a.distance - b.distance) + (a.begins - b.begins) || (a.candidate < b.candidate ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
