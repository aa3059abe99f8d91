/** What the pages of plans are a function of. */
import type { Layer } from '../../server/demand/schema.ts';
import type { Plan, Status } from '../../server/plan/schema.ts';
import type { Comparison } from '../../server/plan/schema-areas.ts';
import type { Choice } from '../logic/choices.ts';
import type { FormState } from '../logic/form.ts';
import type { Told } from '../logic/plan-answer.ts';
import type { CarriedChoice } from '../logic/plan-carried.ts';
import type { Drawing } from '../logic/plan-drawing.ts';
import type { Kind } from '../logic/plan-question.ts';
import type { AreaChoice, Settings } from './data.ts';

/** One plan in a list of them. */
export interface PlanLine {
  id: number;
  name: string;
  status: Status;
  /** What is asked, where the name does not say so already. */
  question?: string;
  /** What came of it, in a few words. */
  result?: string;
  /** The day on which it was asked. */
  day: string;
}

export interface PlansPageData {
  page: 'plans';
  /** Signed in, and of which the reader is a member: whose plans these are. */
  reader: 'visitor' | 'nobody' | 'member';
  plans: PlanLine[];
  isLater: boolean;
  /** Where the list goes on. */
  next?: number;
  done?: 'deleted';
  settings: Settings;
}

export interface NamedPlace {
  id: number;
  name: string;
  town?: string;
}

export interface PlanAskPageData {
  page: 'planAsk';
  kind: Kind;
  form: FormState;
  organisations: { id: number; name: string }[];
  /** Those with numbers. */
  layers: Pick<Layer, 'id' | 'name'>[];
  layer?: Pick<Layer, 'id' | 'name' | 'unit'> & { columns: string[]; example: string };
  /** Ways of counting; the last is the reader's own. */
  weights: Choice[];
  places: {
    /** As many as can be chosen from now; absent where the filters are not understood. */
    count?: { value: number; exact: boolean };
    /** What they must have, in words. */
    chips: string[];
    /** What was asked in the search and has no field here: kept as it is. */
    kept: [name: string, value: string][];
    areas: AreaChoice[];
    /** The search with these filters. */
    search: string;
    /** Places that were named: to be chosen in any case, or left out, or just found. */
    named: NamedPlace[];
    /** The word of a name for which none was found. */
    notFound?: string;
    /** So many had to be chosen, and are no longer shown. */
    gone?: number;
    /** How many a name found just now. */
    found?: number;
  };
  /** The plan that is asked anew, and what it takes along that the form has no field for. */
  from?: { id: number; name: string; carried: CarriedChoice[] };
  settings: Settings;
}

export interface PlanPageData {
  page: 'plan';
  plan: Plan;
  /** Absent when it is no longer there for the reader. */
  layer?: Pick<Layer, 'id' | 'name' | 'unit' | 'attribution'> & { version: number };
  organisation: string;
  /** Absent: nothing was kept by area, or the layer is no longer for the reader. */
  drawing?: Drawing;
  /** What the candidates had to have, in words. */
  chips: string[];
  /** Others of the same numbers, to compare with. */
  others: { id: number; name: string }[];
  /** The plan that this one asks anew. */
  from?: { id: number; name: string };
  /** What was wrong with what was pressed. */
  form: FormState;
  settings: Settings;
}

interface ComparedPlan {
  id: number;
  name: string;
  status: Plan['status'];
  /** Absent: it has no answer. */
  told?: Told;
}

export interface PlanComparePageData {
  page: 'planCompare';
  plan: ComparedPlan;
  other: ComparedPlan;
  comparison?: Comparison;
  /** Why there is none: a plan has no answer, or one from before areas were kept; or they are of other numbers. */
  fault?: 'answer' | 'areas' | 'numbers';
  settings: Settings;
}

export type PlanningPageData = PlansPageData | PlanAskPageData | PlanPageData | PlanComparePageData;
