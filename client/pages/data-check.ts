/** What the pages on which a place is checked are a function of. */
import type { ClashView } from '../components/clashes.tsx';
import type { CheckPart } from '../logic/check.ts';
import type { FormState } from '../logic/form.ts';
import type { Settings } from './data.ts';

export interface CheckPageData {
  page: 'check';
  venue: { id: number; slug: string; name: string };
  parts: CheckPart[];
  /** The first of the rooms that this page asks about, where it is not the first of all; and of the next page. */
  first?: number;
  next?: number;
  form: FormState;
  /** What others stated meanwhile: who, on which day. */
  clashes: ClashView[];
  who: string;
  day: string;
  /** What was done, and what could not be. */
  said: string[];
  settings: Settings;
}

export interface CheckSheetPageData {
  page: 'checkSheet';
  venue: { id: number; slug: string; name: string };
  parts: CheckPart[];
  day: string;
  settings: Settings;
}
