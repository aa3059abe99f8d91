/** What the commissioner of the demo has asked: a question, and the same with more places, to compare the two. */
import type { NewPlan } from '../../server/plan/schema.ts';

/** In the order in which they are asked. They are worked out like everybody's, once the service runs. */
export const demoPlans = (organisationId: number, layer: number): NewPlan[] =>
  [5, 8].map((p) => ({
    organisationId,
    name: `Weekly memory clinic, in ${p} places`,
    question: { kind: 'mclp', p, within: 15 },
    demand: { layer, weight: 'if(deprivation_decile <= 3, 2, 1) * population' },
    candidates: { search: { access: ['step_free_entrance'] } },
    travel: { mode: 'walking', unit: 'minutes' },
  }));
