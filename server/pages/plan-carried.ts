/**
 * What a plan was asked by that the form has no field for. A question that is changed takes it along, and says so, until
 * somebody lets go of it.
 */
import type { CarriedChoice } from '../../client/logic/plan-carried.ts';
import type { Kind } from '../../client/logic/plan-question.ts';
import type { Typed } from '../people/kept-form.ts';
import { takes } from '../plan/question-faults.ts';
import type { Asked, NewPlan } from '../plan/schema.ts';
import { straightLine } from '../travel/straight-line.ts';

/** Always typed, so that a form in which every box is empty is not taken for one that was never filled in. */
const ASKED = 'asked';

/** What of it a question of this kind can be asked by. */
export function carriedFrom({ question, travel }: Asked, kind: Kind): CarriedChoice[] {
  const { detour, metresPerMinute, mode } = travel.model;
  const usual = straightLine(mode);
  const isFaster = travel.unit === 'minutes' && metresPerMinute !== usual.metresPerMinute;
  return [
    ...(question.shares && takes(kind, 'shares')
      ? [{ key: 'shares' as const, shares: question.shares }]
      : []),
    ...(question.capacity && takes(kind, 'capacity')
      ? [{ key: 'capacity' as const, ...question.capacity }]
      : []),
    ...(detour !== usual.detour || isFaster ? [{ key: 'travel' as const, detour, metresPerMinute }] : []),
  ];
}

/** The boxes as they are ticked; all of them, when nobody has seen them yet. */
export const carryingIn = (typed: Typed, offered: readonly CarriedChoice[], isFirst: boolean): string[] => [
  ASKED,
  ...(isFirst || typed.carry === undefined
    ? offered.map(({ key }) => key)
    : [typed.carry].flat().filter((each) => each !== ASKED)),
];

/** The plan with what is carried along from the one before. */
export function carryOver(plan: NewPlan, before: Asked, typed: Typed): NewPlan {
  const ticked = [typed.carry ?? []].flat();
  const carried = carriedFrom(before, plan.question.kind).filter(({ key }) => ticked.includes(key));
  const has = (key: CarriedChoice['key']) => carried.some((each) => each.key === key);
  const { shares, capacity } = before.question;
  const { detour, metresPerMinute, mode } = before.travel.model;
  const isSameWay = has('travel') && plan.travel?.mode === mode;
  return {
    ...plan,
    question: {
      ...plan.question,
      ...(has('shares') && shares && { shares }),
      ...(has('capacity') && capacity && { capacity }),
    },
    travel: {
      ...plan.travel,
      ...(isSameWay && { detour }),
      ...(isSameWay && plan.travel?.unit === 'minutes' && { metresPerMinute }),
    },
    seed: before.seed,
  };
}
