/** How long a walk is, roughly: a third more than the straight line, at 4.5 kilometres an hour. */
export const detour = 1.3;
export const metresPerMinute = 4500 / 60;

/** Further than this, nobody asks how long they would walk. */
const longest = 45;

/** Whole minutes; undefined where it is too far to walk. */
export function walkMinutes(metres: number): number | undefined {
  const minutes = Math.max(1, Math.round((metres * detour) / metresPerMinute));
  return minutes <= longest ? minutes : undefined;
}
