/** In what two plans are not asked alike, so that nobody takes for a change of places what is a change of measure. */
import type { Asked } from './plan-question.ts';

export const unlikes = ['weight', 'far', 'travel'] as const;
export type Unlike = (typeof unlikes)[number];

/** How far counts, and in which unit: “15 minutes” is another measure than “900 metres”. */
const farOf = ({ question, travel }: Asked) => [question.within ?? travel.most, travel.unit].join(' ');

function travelOf({ travel }: Asked): string {
  const { mode, detour, metresPerMinute } = travel.model;
  return [travel.by ?? 'straight_line', mode, detour, travel.unit === 'minutes' && metresPerMinute].join(' ');
}

const measures: Record<Unlike, (asked: Asked) => string> = {
  weight: ({ demand }) => demand.weight,
  far: farOf,
  travel: travelOf,
};

export const unlikeIn = (one: Asked, other: Asked): Unlike[] =>
  unlikes.filter((each) => measures[each](one) !== measures[each](other));
