/** What a question needs and what it does not take, told where it stands in the body. */
import type { InputFault } from '../problem.ts';
import type { NewPlan, Question } from './schema.ts';

const needs: Record<Question['kind'], { needed: (keyof Question)[]; taken: (keyof Question)[] }> = {
  coverage: { needed: ['within'], taken: [] },
  mclp: { needed: ['p', 'within'], taken: ['shares', 'capacity'] },
  lscp: { needed: ['within'], taken: ['share'] },
  p_median: { needed: ['p'], taken: ['capacity'] },
  p_centre: { needed: ['p'], taken: [] },
};
const numbers = ['p', 'within', 'share', 'shares', 'capacity'] as const;

/** May a question of this kind be asked with it? */
export const takes = (kind: Question['kind'], name: keyof Question): boolean =>
  needs[kind].needed.includes(name) || needs[kind].taken.includes(name);

export function questionFaults({
  question,
  travel = {},
}: Pick<NewPlan, 'question' | 'travel'>): InputFault[] {
  const { needed } = needs[question.kind];
  const faults = numbers.flatMap((name): InputFault[] => {
    const pointer = `#/question/${name}`;
    const isGiven = question[name] !== undefined;
    if (needed.includes(name) && !isGiven)
      return [{ pointer, detail: `“${name}” is missing: ${question.kind} needs it.` }];
    if (isGiven && !takes(question.kind, name))
      return [{ pointer, value: question[name], detail: `${question.kind} takes no “${name}”.` }];
    return [];
  });
  if (question.shares && question.capacity)
    faults.push({
      pointer: '#/question/capacity',
      detail: 'Shares of groups and rooms that fill up cannot be asked together. Leave one of them out.',
    });
  const named = question.shares?.map(({ group }) => group) ?? [];
  for (const [n, group] of named.entries())
    if (named.indexOf(group) < n)
      faults.push({
        pointer: `#/question/shares/${n}/group`,
        value: group,
        detail: 'This group is there twice.',
      });
  if (travel.by === 'network' && question.within === undefined && travel.most === undefined)
    faults.push({
      pointer: '#/travel/most',
      detail: 'On a network of streets, say how long a way may be (“most”): farther ones are not measured.',
    });
  if (travel.metresPerMinute !== undefined && travel.unit !== 'minutes')
    faults.push({
      pointer: '#/travel/metresPerMinute',
      value: travel.metresPerMinute,
      detail: '“metresPerMinute” is for travel in minutes.',
    });
  return faults;
}

/** What only shows once the candidates and the weights are there. */
export function sizeFaults(
  { question, travel = {} }: Pick<NewPlan, 'question' | 'travel'>,
  there: { candidates: number; included: number; areas: number; weight: number; mostPairs: number },
): InputFault[] {
  const { p, kind } = question;
  const { candidates, included, areas, weight, mostPairs } = there;
  const faults: InputFault[] = [];
  const pointer = '#/question/p';
  if (p !== undefined && p > candidates)
    faults.push({
      pointer,
      value: p,
      detail: `${p} sites cannot be chosen: there ${candidates === 1 ? 'is 1 candidate' : `are ${candidates} candidates`}.`,
      allowed: { maximum: candidates },
    });
  if (p !== undefined && p < included)
    faults.push({
      pointer,
      value: p,
      detail: `${included} venues are to be included, which is more than ${p}.`,
      allowed: { minimum: included },
    });
  if (weight === 0)
    faults.push({
      pointer: '#/demand/weight',
      detail: 'By this expression nobody counts: every area comes to 0.',
    });
  const isUnbounded = (kind === 'p_median' || kind === 'p_centre') && travel.most === undefined;
  if (isUnbounded && candidates * areas > mostPairs)
    faults.push({
      pointer: '#/travel/most',
      detail: `${candidates} candidates for ${areas} areas are too many to know every way between them. Say how long a way may be (“most”).`,
    });
  return faults;
}
