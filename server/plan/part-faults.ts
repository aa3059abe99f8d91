/** What is wrong with the groups and rooms that a question speaks of, once the layer and the candidates are there. */
import { ExpressionFault } from '../demand/expression.ts';
import { expressionSentence } from '../demand/sentences.ts';
import type { InputFault } from '../problem.ts';
import type { Columns } from './findings/columns.ts';
import { groupOf } from './groups.ts';
import type { Candidate, Question } from './schema.ts';

export const groupFaults = ({ shares = [] }: Question, columns: Columns): InputFault[] =>
  shares.flatMap(({ group }, n): InputFault[] => {
    const at = { pointer: `#/question/shares/${n}/group`, value: group };
    try {
      const people = groupOf(group, columns);
      return people.some((each) => each > 0)
        ? []
        : [{ ...at, detail: 'By this expression nobody is in the group: every area comes to 0.' }];
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      return [{ ...at, detail: expressionSentence(error, Object.keys(columns)) }];
    }
  });

export function roomFaults({ capacity }: Question, candidates: readonly Candidate[]): InputFault[] {
  if (!capacity || capacity.perSession !== undefined) return [];
  if (candidates.some((each) => each.capacity !== undefined)) return [];
  return [
    {
      pointer: '#/question/capacity/perSession',
      detail:
        'Of no candidate it is known how many people its rooms hold. Say how many there are in one session (“perSession”).',
    },
  ];
}
