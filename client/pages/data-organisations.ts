/** What the pages of organisations are a function of: the public one, and those of members. */
import type { Handover } from '../../server/organisations/schema-handovers.ts';
import type { ClashView } from '../components/clashes.tsx';
import type { FormState } from '../logic/form.ts';
import type { Settings } from './data.ts';

export interface OrganisationName {
  id: number;
  slug: string;
  name: string;
}

interface Place {
  id: number;
  slug: string;
  name: string;
}

type Role = 'steward' | 'editor';

export interface OrganisationPageData {
  page: 'organisation';
  organisation: OrganisationName & { kind: string; about?: string; website?: string };
  places: Place[];
  /** Are these not the first? */
  isLater: boolean;
  /** The last of these, when there are more. */
  next?: number;
  settings: Settings;
}

export interface OrganisationGonePageData {
  page: 'organisationGone';
  /** Absent: it asked not to be named. */
  name?: string;
  settings: Settings;
}

export interface OrganisationManagePageData {
  page: 'organisationManage';
  organisation: OrganisationName;
  isSteward: boolean;
  places: (Place & { status: 'draft' | 'published' | 'withdrawn'; isHidden: boolean })[];
  /** Offered to it, and by it. */
  incoming: Handover[];
  outgoing: Handover[];
  form: FormState;
  done?: 'made' | 'joined' | 'accepted' | 'declined' | 'back' | 'handedOn';
  settings: Settings;
}

export interface OrganisationNewPageData {
  page: 'organisationNew';
  form: FormState;
  settings: Settings;
}

export interface OrganisationAboutPageData {
  page: 'organisationAbout';
  organisation: OrganisationName;
  /** What the form was made from. */
  was: Record<string, string>;
  clashes: ClashView[];
  day: string;
  form: FormState;
  done?: string;
  settings: Settings;
}

export interface OrganisationMembersPageData {
  page: 'organisationMembers';
  organisation: OrganisationName;
  isSteward: boolean;
  members: { id: number; email: string; name?: string; role: Role; isYou: boolean }[];
  isLater: boolean;
  next?: number;
  invitations: { id: number; email: string; role: Role; expiresAt: string }[];
  /** Who is about to be removed, or to leave: asked once more. */
  leaving?: { id: number; who: string; isYou: boolean };
  form: FormState;
  done?: 'role' | 'removed' | 'invited' | 'withdrawn';
  settings: Settings;
}

export interface OrganisationKeysPageData {
  page: 'organisationKeys';
  organisation: OrganisationName;
  keys: {
    id: number;
    name: string;
    prefix: string;
    scopes: string[];
    expiresAt: string;
    isOver: boolean;
    lastUsedOn?: string;
  }[];
  /** The key that has just been made: shown this once. */
  made?: string;
  form: FormState;
  done?: 'revoked';
  settings: Settings;
}

export interface OrganisationRecordPageData {
  page: 'organisationRecord';
  organisation: OrganisationName;
  entries: { id: number; at: string; when: string; line: string; place?: { name: string; path: string } }[];
  older?: number;
  settings: Settings;
}

export interface OrganisationDissolvePageData {
  page: 'organisationDissolve';
  organisation: OrganisationName;
  version: number;
  places: (Place & { canBeReleased: boolean })[];
  /** Everything is chosen, and asked once more. */
  isAsked: boolean;
  form: FormState;
  settings: Settings;
}

export interface HandoverPageData {
  page: 'handover';
  venue: Place;
  offer?: Handover;
  form: FormState;
  done?: 'offered' | 'back';
  settings: Settings;
}

export interface InvitationPageData {
  page: 'invitation';
  /** Accept; sign in first; sign out first; or it is over. */
  step: 'accept' | 'signIn' | 'other' | 'over';
  token: string;
  organisation?: OrganisationName;
  role?: Role;
  email?: string;
  /** Accepting makes an account. */
  isNew: boolean;
  settings: Settings;
}

export type OrganisationsPageData =
  | OrganisationPageData
  | OrganisationGonePageData
  | OrganisationManagePageData
  | OrganisationNewPageData
  | OrganisationAboutPageData
  | OrganisationMembersPageData
  | OrganisationKeysPageData
  | OrganisationRecordPageData
  | OrganisationDissolvePageData
  | HandoverPageData
  | InvitationPageData;
