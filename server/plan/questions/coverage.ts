/**
 * Who is within reach now? Cumulative opportunities, the plainest measure of access: M. Wachs and T. G. Kumagai, “Physical
 * accessibility as a social indicator”, Socio-Economic Planning Sciences 7 (1973), 437–456.
 */
import { usable } from '../asked.ts';
import { nearest, type Reach } from '../reach.ts';
import type { Reason } from '../reasons.ts';

/** Numbers of people by place, for each group by its name. */
export type Groups = Readonly<Record<string, readonly number[]>>;

export interface CoverageAsked {
  reach: Reach;
  within: number;
  /** The sites that are there; all when left out. */
  open?: readonly number[];
  people: readonly number[];
  /** How much each place counts, where that is not the people in it. */
  weights?: readonly number[];
  groups?: Groups;
  /** The name of the area that each place lies in. */
  areas?: readonly string[];
}

/** How many of how many; no share where there is nobody. */
export interface Part {
  reached: number;
  all: number;
  share: number | undefined;
}

export interface Coverage {
  /** By place: is there a site within reach? */
  isReached: boolean[];
  people: Part;
  weighted: Part;
  byGroup: Record<string, Part>;
  byArea: Record<string, { people: Part; weighted: Part }>;
  reasons: Reason[];
}

/** By place: is one of these sites within reach? */
export const reachedBy = (reach: Reach, open: readonly number[], within: number): boolean[] =>
  nearest(reach, open).map((travel) => travel <= within);

function partOf(numbers: readonly number[], isReached: readonly boolean[], only?: readonly number[]): Part {
  let [reached, all] = [0, 0];
  for (const i of only ?? numbers.keys()) {
    all += numbers[i] ?? 0;
    if (isReached[i]) reached += numbers[i] ?? 0;
  }
  return { reached, all, share: all > 0 ? reached / all : undefined };
}

/** Counts who has an open site within reach: people, and as the plan weighs them; in all, by group, and by area. */
export function coverage(asked: CoverageAsked): Coverage {
  const { reach, within, areas = [] } = asked;
  const places = reach.places.length;
  const isReached = reachedBy(reach, asked.open ?? [...Array(reach.sites).keys()], within);
  const people = usable(asked.people, places);
  const weights = usable(asked.weights ?? asked.people, places);
  const groups = Object.entries(asked.groups ?? {}).map(
    ([name, numbers]) => [name, usable(numbers, places)] as const,
  );
  const placesOf = new Map<string, number[]>();
  for (let i = 0; i < places; i += 1) {
    const area = areas[i];
    if (area === undefined) continue;
    const known = placesOf.get(area);
    if (known) known.push(i);
    else placesOf.set(area, [i]);
  }
  const said = new Set<Reason>(
    [people, weights, ...groups.map(([, each]) => each)].flatMap((each) => each.reasons),
  );
  if (reach.sites === 0) said.add('no-candidates');
  if (places === 0) said.add('no-places');
  else if (!weights.numbers.some((weight) => weight > 0)) said.add('nobody-counts');
  return {
    isReached,
    people: partOf(people.numbers, isReached),
    weighted: partOf(weights.numbers, isReached),
    byGroup: Object.fromEntries(groups.map(([name, { numbers }]) => [name, partOf(numbers, isReached)])),
    byArea: Object.fromEntries(
      [...placesOf].map(([name, own]) => [
        name,
        {
          people: partOf(people.numbers, isReached, own),
          weighted: partOf(weights.numbers, isReached, own),
        },
      ]),
    ),
    reasons: [...said],
  };
}
