/** What the pages on which a place is listed are a function of. */
import type { FormState } from '../logic/form.ts';
import type { EditStep } from '../logic/listing.ts';
import type { Settings } from './data.ts';

export interface ListPageData {
  page: 'list';
  /** Groups that the reader is of. */
  groups: { id: number; name: string }[];
  /** Places in the register that this one may be. */
  same: { id: number; slug: string; name: string }[];
  form: FormState;
  settings: Settings;
}

export interface EditPageData {
  page: 'edit';
  step: EditStep;
  venue: { id: number; slug: string; name: string };
  status: 'draft' | 'published' | 'withdrawn';
  isSteward: boolean;
  rooms: string[];
  facts: number;
  version: number;
  form: FormState;
  settings: Settings;
}
