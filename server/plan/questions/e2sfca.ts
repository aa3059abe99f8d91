/**
 * How much of what is offered falls to each person? The enhanced two-step floating catchment area method: W. Luo and Y.
 * Qi, “An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial accessibility to primary care
 * physicians”, Health & Place 15 (2009), 1100–1107. With a decay that is not by zones: D. Dai, “Black residential
 * segregation, disparities in spatial access to health care facilities, and late-stage breast cancer diagnosis in
 * metropolitan Detroit”, Health & Place 16 (2010), 1038–1052.
 */
import { usable } from '../asked.ts';
import type { Reach } from '../reach.ts';
import type { Reason } from '../reasons.ts';

/** How much a site counts at some travel: 1 at the door, 0 beyond the catchment. */
export type Decay = (travel: number) => number;

/** One weight for each travel zone, up to and with its border; beyond the last, nothing. */
export function zones(steps: readonly { upTo: number; weight: number }[]): Decay {
  const sorted = [...steps].sort((a, b) => a.upTo - b.upTo);
  return (travel) => sorted.find(({ upTo }) => travel <= upTo)?.weight ?? 0;
}

const EDGE = Math.exp(-0.5);

/** Dai’s Gaussian: 1 at the door, falling to 0 at the edge of the catchment. */
export const gaussian =
  (within: number): Decay =>
  (travel) => {
    if (travel === 0) return 1;
    return travel < within ? (Math.exp(-0.5 * (travel / within) ** 2) - EDGE) / (1 - EDGE) : 0;
  };

/** The three zones of Luo and Qi for 10, 20 and 30 minutes, as wide as this catchment, with their slower weights. */
export const luoAndQi = (within: number): Decay =>
  zones([
    { upTo: within / 3, weight: 1 },
    { upTo: (2 * within) / 3, weight: 0.68 },
    { upTo: within, weight: 0.22 },
  ]);

export interface CatchmentAsked {
  reach: Reach;
  /** What each site offers: seats, hours, sessions. */
  supply: readonly number[];
  people: readonly number[];
  decay: Decay;
}

export interface Catchments {
  /** By place: what falls to each person. Times people, it sums to what the sites with anybody in reach offer. */
  scores: number[];
  /** By site: what it offers for each person who may come, nearer ones counting more; 0 where nobody may. */
  ratios: number[];
  reasons: Reason[];
}

export function e2sfca({ reach, supply, people, decay }: CatchmentAsked): Catchments {
  const places = usable(people, reach.places.length);
  const offered = usable(supply, reach.sites);
  const demand = new Float64Array(reach.sites);
  for (const [i, pairs] of reach.places.entries())
    for (const [site, travel] of pairs)
      demand[site] = (demand[site] ?? 0) + (places.numbers[i] ?? 0) * decay(travel);
  const ratios = offered.numbers.map((offer, j) => ((demand[j] ?? 0) > 0 ? offer / (demand[j] ?? 0) : 0));
  const scores = reach.places.map((pairs) =>
    pairs.reduce((all, [site, travel]) => all + (ratios[site] ?? 0) * decay(travel), 0),
  );
  const reasons = [...new Set<Reason>([...places.reasons, ...offered.reasons])];
  if (reach.sites === 0) reasons.push('no-candidates');
  else if (offered.numbers.some((offer, j) => offer > 0 && !((demand[j] ?? 0) > 0)))
    reasons.push('supply-unused');
  if (reach.places.length === 0) reasons.push('no-places');
  else if (!places.numbers.some((each) => each > 0)) reasons.push('nobody-counts');
  return { scores, ratios, reasons };
}
