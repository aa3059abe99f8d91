/** What the pages on which a place is kept true are a function of. */
import type { Fact } from '../../server/venues/schema.ts';
import type { ClashView } from '../components/clashes.tsx';
import type { FormState } from '../logic/form.ts';
import type { Settings } from './data.ts';
import type { VenueName } from './data-kept.ts';

/** One fact of the venue or of a room, as its members look through it. */
export interface StillTrueFact {
  /** Names the fact in the form, with what it says now. */
  ref: string;
  id: string;
  fact: Fact;
  space?: string;
  /** Said again today already. */
  isOfToday: boolean;
}

export interface StillTrueGroup {
  topic: string;
  facts: StillTrueFact[];
  /** How many of them were not said today. */
  waiting: number;
}

export interface StillTruePageData {
  page: 'stillTrue';
  venue: VenueName;
  groups: StillTrueGroup[];
  /** The topic that all is to be confirmed of, where that is asked. */
  asking?: string;
  /** The fact that is being changed, by its id. */
  changing?: {
    id: string;
    ref: string;
    kind: 'answer' | 'number';
    clashes: ClashView[];
    base: Record<string, string>;
  };
  form: FormState;
  /** What has just been done, and where on the page: at the head of a topic, before a fact of it, or at its `end`. */
  done?: { text: string; topic?: string; before?: string; undo?: string };
  settings: Settings;
}

/** What a visitor says is wrong, as its form needs it. */
export interface SuggestSubject {
  /** Names it in the form and in the address. */
  word: string;
  label: string;
  /** What the page says now, as a sentence. */
  now: string;
  kind: 'answer' | 'number' | 'name' | 'words';
  unit?: 'cm' | 'm' | 'count' | 'grade';
}

export interface SuggestPageData {
  page: 'suggest';
  venue: VenueName;
  /** All there is to choose from. */
  choices: { label: string; options: { value: string; label: string }[] }[];
  subject?: SuggestSubject;
  form: FormState;
  isDone: boolean;
  settings: Settings;
}

/** One suggestion that waits, in sentences. */
export interface CorrectionView {
  id: string;
  what: string;
  /** What the page says, and what would stand there; for those that can be put there. */
  now?: string;
  right?: string;
  words?: string;
  /** Who suggests it, how they know, and when it came. */
  who: string;
  wantsAnswer: boolean;
  applies: boolean;
  /** Where it is changed by hand. */
  byHand?: string;
}

export interface CorrectionsPageData {
  page: 'corrections';
  venue: VenueName;
  /** Of the venue, which the answers are made against. */
  version: number;
  /** The members’ page, or what everybody sees, for an operator who is none of them. */
  back: string;
  items: CorrectionView[];
  form: FormState;
  done?: { text: string; undo?: string };
  settings: Settings;
}

/** The page that a letter leads to: one button, for all that was old when it was sent. */
export interface RemindedPageData {
  page: 'reminded';
  step: 'ask' | 'done' | 'over';
  token: string;
  venues: { id: number; slug: string; name: string; lines: string[] }[];
  /** How many facts were confirmed. */
  count: number;
  settings: Settings;
}

export interface QuietPageData {
  page: 'quiet';
  step: 'ask' | 'done' | 'over';
  token: string;
  settings: Settings;
}

export type TruePageData =
  | StillTruePageData
  | SuggestPageData
  | CorrectionsPageData
  | RemindedPageData
  | QuietPageData;
