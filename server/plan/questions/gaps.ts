/**
 * Where is nobody served, and why? Places beyond the covering distance, as C. Toregas and C. ReVelle count them (“Optimal
 * location under time or distance constraints”, Papers of the Regional Science Association 28 (1972), 133–143), told apart
 * by what stands in the way: no site, none without steps, or none whose holder agrees.
 */
import { usable } from '../asked.ts';
import type { Reach } from '../reach.ts';
import type { Reason } from '../reasons.ts';

export const gapCauses = ['no-site', 'no-step-free-site', 'no-consent'] as const;
export type GapCause = (typeof gapCauses)[number];

export interface GapsAsked {
  /** To every site there is, whoever may enter it and whether or not its holder agrees. */
  reach: Reach;
  within: number;
  people: readonly number[];
  /** By site; what is not known is not so. Left out: it does not matter. */
  isStepFree?: readonly (boolean | undefined)[];
  hasConsent?: readonly (boolean | undefined)[];
}

export interface Gap {
  place: number;
  people: number;
  why: GapCause;
  /** The sites within reach that would do, but for the cause. */
  sites: number[];
}

export interface Gaps {
  /** Most people first; of equals, in the order of the places. */
  gaps: Gap[];
  /** People by cause. */
  people: Record<GapCause, number>;
  reasons: Reason[];
}

/** The places without a site within reach that is step-free and agreed to, where those matter. */
export function gaps({ reach, within, people, isStepFree, hasConsent }: GapsAsked): Gaps {
  const counted = usable(people, reach.places.length);
  const found = reach.places.flatMap((pairs, place): Gap[] => {
    const of = { place, people: counted.numbers[place] ?? 0 };
    const near = [...new Set(pairs.filter(([, travel]) => travel <= within).map(([site]) => site))];
    if (near.length === 0) return [{ ...of, why: 'no-site', sites: [] }];
    const stepFree = isStepFree ? near.filter((site) => isStepFree[site] === true) : near;
    if (stepFree.length === 0) return [{ ...of, why: 'no-step-free-site', sites: near }];
    if (hasConsent && !stepFree.some((site) => hasConsent[site] === true))
      return [{ ...of, why: 'no-consent', sites: stepFree }];
    return [];
  });
  const of = (why: GapCause) => found.reduce((all, gap) => all + (gap.why === why ? gap.people : 0), 0);
  const reasons = [...counted.reasons];
  if (reach.sites === 0) reasons.push('no-candidates');
  else if (hasConsent && !hasConsent.includes(true)) reasons.push('no-consent');
  if (reach.places.length === 0) reasons.push('no-places');
  else if (!counted.numbers.some((each) => each > 0)) reasons.push('nobody-counts');
  return {
    gaps: found.sort((a, b) => b.people - a.people || a.place - b.place),
    people: {
      'no-site': of('no-site'),
      'no-step-free-site': of('no-step-free-site'),
      'no-consent': of('no-consent'),
    },
    reasons,
  };
}
