/** Travel in at most five classes, so that a map and a chart shade the same, and a legend can be read at a glance. */

/** Limits of travel, the nearest first, in the unit of the plan. */
export interface Bands {
  unit: 'metres' | 'minutes';
  /** Each class reaches up to its limit; at most four. */
  limits: number[];
  /** Is there a class for travel beyond the last limit, beside that of what is out of reach? */
  beyond: boolean;
}

/** At most as many steps as can be told apart by their lightness. */
const MOST = 4;
/** Steps that people reckon in, and the least that anybody would name. */
const round = { metres: 50, minutes: 5 } as const;
const least = { metres: 10, minutes: 1 } as const;

/** The near is divided where a person would: 15 minutes by 5, 1,000 metres by 250. */
function dividedBy(within: number, unit: Bands['unit']): number[] {
  const parts = [3, 4, 2].find((each) => (within / each) % round[unit] === 0) ?? 3;
  const step = within / parts;
  const digits = least[unit];
  return Array.from({ length: parts }, (_part, at) =>
    at === parts - 1 ? within : Math.max(digits, Math.round((step * (at + 1)) / digits) * digits),
  ).filter((limit, at, all) => limit > (all[at - 1] ?? 0));
}

/** The least of 1, 2, 2.5 and 5 times a power of ten that is no less. */
function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return ([1, 2, 2.5, 5, 10].find((each) => each * power >= atLeast) ?? 10) * power;
}

/**
 * The classes of some travel. With `within`, what is near enough is divided evenly, and everything else is one class;
 * without it, three even steps hold nineteen areas of twenty.
 */
export function bandsOf(travel: readonly (number | null)[], unit: Bands['unit'], within?: number): Bands {
  if (within !== undefined) return { unit, limits: dividedBy(within, unit), beyond: false };
  const known = travel.filter((each): each is number => each !== null && each > 0).sort((a, b) => a - b);
  const most = known.at(-1);
  if (most === undefined) return { unit, limits: [], beyond: false };
  const usual = known[Math.floor(known.length * 0.95)] ?? most;
  const step = niceStep(Math.max(least[unit], usual / (MOST - 1)));
  const limits = Array.from({ length: MOST - 1 }, (_limit, at) => step * (at + 1));
  return { unit, limits, beyond: most > (limits.at(-1) ?? 0) };
}

/** How many classes there are, with that of what is out of reach, which is the last. */
export const classCount = ({ limits, beyond }: Bands): number => limits.length + (beyond ? 2 : 1);

/** The number of a class; `null` is out of reach. */
export function classOf({ limits, beyond }: Bands, travel: number | null): number {
  const last = limits.length + (beyond ? 1 : 0);
  if (travel === null) return last;
  const found = limits.findIndex((limit) => travel <= limit + 1e-9);
  return found >= 0 ? found : limits.length;
}
