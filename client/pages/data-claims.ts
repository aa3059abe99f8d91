/** What the pages of claims and of the register's operators are a function of. */
import type { Claim } from '../../server/claims/schema.ts';
import type { UnheldCorrections } from '../../server/corrections/schema.ts';
import type { Merger, Notice, NotYet, OpenContest, Report, Signal } from '../../server/operator/schema.ts';
import type { FormState } from '../logic/form.ts';
import type { Settings } from './data.ts';

export interface ClaimPageData {
  page: 'claim';
  venue: { id: number; slug: string; name: string };
  /** The group that holds it. */
  holder?: string;
  /** By which it is held. */
  claim?: Claim;
  /** Those of which the reader is a steward, but for those that have contested the claim. */
  groups: { id: number; name: string }[];
  email: string;
  /** Their address is at the place's own domain. */
  byEmail: boolean;
  /** Nothing else would do: the place does not show where it is. */
  onlyEmail: boolean;
  isHolder: boolean;
  isContestable: boolean;
  /** Contests of the reader's own groups. */
  ownContests: number[];
  hasContested: boolean;
  form: FormState;
  done?: 'claimed' | 'contested' | 'said' | 'takenBack' | 'released';
  settings: Settings;
}

type Place = ClaimPageData['venue'];

export interface ReportPageData {
  page: 'report';
  venue: Place;
  form: FormState;
  isDone: boolean;
  settings: Settings;
}

export interface NoticePageData {
  page: 'notice';
  notice: Notice;
  /** For a steward of the holder. */
  reply?: { venue: Place; form: FormState; path: string; back: string; isDone: boolean };
  settings: Settings;
}

export interface MergerPageData {
  page: 'merger';
  venue: Place;
  /** What is, or was, proposed of it; newest first. */
  mergers: Merger[];
  /** For a steward of one of the groups. */
  answer?: { form: FormState; path: string; isDone: boolean };
  settings: Settings;
}

export interface OperatorPageData {
  page: 'operator';
  contests: { items: OpenContest[]; next?: number };
  reports: { items: Report[]; next?: number };
  /** Suggestions for places that nobody holds. */
  unheld: UnheldCorrections['items'];
  signals: Signal[];
  mergers: Merger[];
  form: FormState;
  isDone: boolean;
  settings: Settings;
}

export interface OperatorVenuePageData {
  page: 'operatorVenue';
  venue: Place;
  holder?: string;
  isPublished: boolean;
  notice?: Notice;
  /** Open proposals to make this and another one, and why that cannot be done now. */
  mergers: { merger: Merger; notYet?: NotYet }[];
  /** That nobody has dealt with, at most 50. */
  reports: Report[];
  form: FormState;
  isDone: boolean;
  settings: Settings;
}

/** The pages of claims and of operators. */
export type CarePageData =
  | ClaimPageData
  | ReportPageData
  | MergerPageData
  | NoticePageData
  | OperatorPageData
  | OperatorVenuePageData;
