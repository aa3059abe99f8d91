/** What the pages of enquiries are a function of. */
import type { Enquiry, PlanLetters } from '../../server/enquiries/schema.ts';
import type { FormState } from '../logic/form.ts';
import type { TermsView } from '../logic/terms.ts';
import type { Settings } from './data.ts';

/** One site of a plan as whom to write to. */
export type SiteLetter = PlanLetters['items'][number] & {
  /** The house terms that hold now, with a draft; absent when none are stated. */
  terms?: TermsView;
};

export interface PlanLettersPageData {
  page: 'planLetters';
  plan: { id: number; name: string };
  sites: SiteLetter[];
  toWrite: number;
  /** Sending is for people. */
  maySend: boolean;
  next?: number;
  done?: 'made' | 'filled' | 'sent' | 'deleted';
  form: FormState;
  settings: Settings;
}

export interface EnquiryPageData {
  page: 'enquiry';
  enquiry: Enquiry;
  side: 'asker' | 'holder';
  /** Of a draft: those that hold now. Of what was sent, those that were accepted. */
  terms?: TermsView;
  /** As a person of those who ask. */
  maySend: boolean;
  /** As a steward of those who are asked. */
  mayAnswer: boolean;
  done?: 'saved' | 'sent' | 'withdrawn' | 'answered';
  form: FormState;
  settings: Settings;
}

export interface EnquiryList {
  items: Enquiry[];
  next?: number;
}

export interface EnquiriesPageData {
  page: 'enquiries';
  received?: EnquiryList;
  asked?: EnquiryList;
  settings: Settings;
}

export type EnquiryPagesData = PlanLettersPageData | EnquiryPageData | EnquiriesPageData;
