/** What the report of a plan is a function of. */
import type { Plan } from '../../server/plan/schema.ts';
import type { SourceShown } from '../components/plan/plan-source.tsx';
import type { Drawing } from '../logic/plan-drawing.ts';
import type { Settings } from './data.ts';

export interface PlanReportPageData {
  page: 'planReport';
  plan: Plan & { answer: NonNullable<Plan['answer']> };
  /** The question and the answer as sentences, whose words may be marked `<b>`; how sure it is and what else is to be said. */
  said: { question: string; answer: string; sure: string[] };
  /** What the plan counts, in words. */
  counted: string;
  organisation: string;
  /** `unit`: what its columns count. */
  layer?: NonNullable<SourceShown['layer']> & { unit: string };
  /** Absent: by area, nothing was kept, or the reader may no longer see it. */
  drawing?: Drawing;
  settings: Settings;
}
