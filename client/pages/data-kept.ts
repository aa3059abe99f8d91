/** What the pages of house terms and of changes are a function of. */
import type { Notice } from '../../server/operator/schema.ts';
import type { ClashView } from '../components/clashes.tsx';
import type { FormState } from '../logic/form.ts';
import type { HistoryLine } from '../logic/history.ts';
import type { JourneyView } from '../logic/listing.ts';
import type { TermsView } from '../logic/terms.ts';
import type { Settings } from './data.ts';

export interface VenueName {
  id: number;
  slug: string;
  name: string;
}

/** One change, in sentences. */
export interface HistoryEntryView {
  version: number;
  at: string;
  when: string;
  who: string;
  undid?: string;
  /** Whose suggestion it followed. */
  credit?: string;
  lines: HistoryLine[];
  more: HistoryLine[];
  /** Where it can be undone, by whoever reads this. */
  undo?: string;
}

export interface HistoryPageData {
  page: 'history';
  venue: VenueName;
  entries: HistoryEntryView[];
  older?: string;
  /** It is, or was, said that this place is listed twice. */
  merger?: string;
  /** Versions of the house terms, the newest first; `again` is where a steward states an old one anew. */
  terms: { version: number; label: string; again?: string }[];
  isForMembers: boolean;
  done?: { text: string; back?: { path: string; against: number } };
  settings: Settings;
}

export interface UndoPageData {
  page: 'undo';
  venue: VenueName;
  version: number;
  /** The version of the venue that this was worked out for. */
  against: number;
  /** When the change was made, and by whom. */
  when: string;
  who: string;
  /** What undoing does, and what it leaves. */
  lines: HistoryLine[];
  left: string[];
  /** Why it cannot be undone. */
  refusal?: string;
  form: FormState;
  settings: Settings;
}

/** The members' page of a venue, from which each part of it is reached. */
export interface ManagePageData {
  page: 'manage';
  venue: VenueName;
  /** The organisation that holds it. */
  holder?: VenueName;
  status: 'draft' | 'published' | 'withdrawn';
  /** Why an operator has hidden it, while they look at it. */
  notice?: Notice;
  /** An operator says that it is listed twice: what its stewards are asked waits, or was answered. */
  merger?: 'waits' | 'answered';
  isSteward: boolean;
  /** How much of it is there: what is 0 is missing. `old`: facts that should be looked at again. */
  counts: { rooms: number; facts: number; photos: number; old: number };
  hasTerms: boolean;
  journey: JourneyView;
  done?: 'saved';
  /** Suggestions that wait to be answered. */
  waiting: number;
  /** Enquiries about this place that wait for an answer of its holder. */
  enquiries: number;
  settings: Settings;
}

export interface ListingPageData {
  page: 'listing';
  venue: VenueName;
  status: 'draft' | 'published' | 'withdrawn';
  form: FormState;
  done?: 'withdrawn' | 'restored';
  settings: Settings;
}

export interface WholeListingPageData {
  page: 'wholeListing';
  venue: VenueName;
  sections: { title: string; rows: { label: string; text: string }[] }[];
  terms?: TermsView;
  /** What each photo shows. */
  photos: string[];
  day: string;
  settings: Settings;
}

export interface TermsPageData {
  page: 'terms';
  venue: VenueName;
  form: FormState;
  /** The version that the form is made against, and who stated it on which day. */
  version: number;
  who: string;
  day: string;
  clashes: ClashView[];
  preview?: TermsView;
  /** What has just been done, as a sentence. */
  done?: string;
  journey: JourneyView;
  settings: Settings;
}

export interface TermsVersionPageData {
  page: 'termsVersion';
  venue: VenueName;
  terms?: TermsView;
  version: number;
  isCurrent: boolean;
  settings: Settings;
}
