/** Why nobody in an area is reached: what stands nearest to them, and why it was not, or could not be, chosen. */
import type { Reach } from '../reach.ts';
import type { GapReason, KeptFindings } from '../schema-findings.ts';

/** Why a venue that is shown to everybody is no candidate. */
export const besideKinds = ['left_out', 'no_consent', 'no_step_free'] as const;

/** The venues beside the candidates: their ids, and why they are none, as a place in `besideKinds`. */
export interface Beside {
  ids: Int32Array;
  kinds: Uint8Array;
}

export interface UnreachedAsked {
  /** Places that count and are not reached. */
  places: readonly number[];
  weights: Float64Array;
  /** To the candidates, whose ids are `ids`. */
  reach: Reach;
  limit: number;
  ids: Int32Array;
  /** By place as well: what is within reach of those that no candidate reaches. */
  beside: Beside & { reach: Map<number, Reach['places'][number]> };
}

const SHOWN = 20;
type Gap = KeptFindings['gaps'][number];

/** First of all, what could be chosen; then what its holder or its steps keep away; then what nobody asked for. */
const order: readonly GapReason[] = ['not_chosen', ...(['no_consent', 'no_step_free', 'left_out'] as const)];

function gapOf(place: number, { weights, reach, limit, ids, beside }: UnreachedAsked): Gap {
  const found = new Map<GapReason, { id: number; travel: number }>();
  const hear = (reason: GapReason, id: number, travel: number) => {
    if (travel <= limit && !(travel >= (found.get(reason)?.travel ?? Number.POSITIVE_INFINITY)))
      found.set(reason, { id, travel });
  };
  for (const [site, travel] of reach.places[place] ?? []) hear('not_chosen', ids[site] ?? 0, travel);
  for (const [other, travel] of beside.reach.get(place) ?? [])
    hear(besideKinds[beside.kinds[other] ?? 0] ?? 'left_out', beside.ids[other] ?? 0, travel);
  const reason = order.find((each) => found.has(each)) ?? 'no_venue';
  const nearest = found.get(reason);
  return { position: place + 1, weight: weights[place] ?? 0, reason, ...(nearest && { nearest }) };
}

/** The gaps with most weight, how many there are, and the weight of each reason. */
export function unreached(asked: UnreachedAsked): Pick<KeptFindings, 'gaps' | 'gapsCount' | 'gapReasons'> {
  const all = asked.places.map((place) => gapOf(place, asked));
  const gapReasons: Record<string, number> = {};
  for (const { reason, weight } of all) gapReasons[reason] = (gapReasons[reason] ?? 0) + weight;
  const gaps = all.sort((a, b) => b.weight - a.weight || a.position - b.position).slice(0, SHOWN);
  return { gaps, gapsCount: all.length, gapReasons };
}
