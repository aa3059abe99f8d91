/** What the pages of people are a function of: signing in, their own page, and the outbox of the demo. */
import type { FormState } from '../logic/form.ts';
import type { Settings } from './data.ts';

export interface SignInPageData {
  page: 'signIn';
  /** Ask for a letter; type its code; follow its link; the link is used or too old. */
  step: 'ask' | 'code' | 'link' | 'over';
  form: FormState;
  /** Something typed waits until they are signed in again. */
  kept: boolean;
  next?: string;
  id?: string;
  email?: string;
  token?: string;
  /** This register cannot send letters yet. */
  noMail: boolean;
  /** Letters go no further than the outbox of the demo. */
  outbox: boolean;
  demoPeople: { email: string; name: string }[];
  settings: Settings;
}

export interface AccountPageData {
  page: 'account';
  email: string;
  operator: boolean;
  organisations: {
    organisation: { id: number; slug: string; name: string };
    role: 'steward' | 'editor';
    venues: {
      id: number;
      slug: string;
      name: string;
      status: 'draft' | 'published' | 'withdrawn';
      waiting: number;
    }[];
  }[];
  form: FormState;
  /** Letters about keeping places true are wanted. */
  reminders: boolean;
  done?: 'name' | 'letters';
  settings: Settings;
}

export interface OutboxPageData {
  page: 'outbox';
  letters: { id: string; to: string; subject: string; text: string }[];
  settings: Settings;
}
