/** What the report of a plan is a function of. */
import type { Plan } from '../../server/plan/schema.ts';
import type { SourceShown } from '../components/plan/plan-source.tsx';
import type { Drawing } from '../logic/plan-drawing.ts';
import type { Settings } from './data.ts';

export interface PlanReportPageData {
  page: 'planReport';
  plan: Plan & { answer: NonNullable<Plan['answer']> };
  /** The question, the answer, how sure it is and what else is to be said, as sentences; words may be marked `<b>`. */
  said: { question: string; answer: string; proof: string; others: string[] };
  /** What is counted, in words. */
  unit: string;
  organisation: string;
  layer?: NonNullable<SourceShown['layer']>;
  /** Absent: by area, nothing was kept, or the reader may no longer see it. */
  drawing?: Drawing;
  settings: Settings;
}
