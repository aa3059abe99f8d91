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
  /** The place that they are about to claim. */
  claims?: { id: number; slug: string; name: string };
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
      isHidden: boolean;
      waiting: number;
    }[];
  }[];
  /** Enquiries that wait for an answer of these organisations. */
  enquiries: number;
  invitations: {
    id: number;
    organisation: { id: number; slug: string; name: string };
    role: 'steward' | 'editor';
  }[];
  form: FormState;
  /** Letters about keeping places true are wanted. */
  reminders: boolean;
  done?: 'name' | 'letters' | 'declined' | 'left';
  settings: Settings;
}

export interface OutboxPageData {
  page: 'outbox';
  letters: { id: string; to: string; when: string; subject: string; text: string }[];
  settings: Settings;
}

/** One's own account: the address, the devices, the data. */
export interface YouPageData {
  page: 'you';
  email: string;
  /** The address that was asked for. */
  waiting?: string;
  sessions: { since: string; when: string; lastSeen: string; device?: string; isThis: boolean }[];
  /** Letters go no further than the outbox of the demo. */
  outbox: boolean;
  form: FormState;
  done?: 'asked' | 'kept';
  settings: Settings;
}

export interface DeleteAccountPageData {
  page: 'deleteAccount';
  /** Organisations of which one is the only steward. */
  only: { id: number; slug: string; name: string }[];
  form: FormState;
  settings: Settings;
}

export interface ConfirmEmailPageData {
  page: 'confirmEmail';
  step: 'ask' | 'done' | 'over';
  token: string;
  email?: string;
  settings: Settings;
}

export type PeoplePageData =
  | SignInPageData
  | AccountPageData
  | OutboxPageData
  | YouPageData
  | DeleteAccountPageData
  | ConfirmEmailPageData;
