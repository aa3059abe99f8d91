/** What each page is a function of. The server fills these; the browser receives the same data to hydrate. */
import type { AreaLink } from '../../server/areas/schema.ts';
import type { Claim } from '../../server/claims/schema.ts';
import type { SpaceFit } from '../../server/fit/schema.ts';
import type { Photo } from '../../server/photos/schema.ts';
import type { OpenState, Venue, VenueItem, VenueList } from '../../server/venues/schema.ts';
import type { Locale } from '../language/locales.ts';
import type { Query } from '../logic/query.ts';
import type { TermsView } from '../logic/terms.ts';
import type { AreaPageData, AreasPageData } from './data-areas.ts';
import type { CheckPageData, CheckSheetPageData } from './data-check.ts';
import type { CarePageData } from './data-claims.ts';
import type {
  DemandEditPageData,
  DemandFilePageData,
  DemandLayerPageData,
  DemandLayersPageData,
} from './data-demand.ts';
import type { EnquiryPagesData } from './data-enquiries.ts';
import type {
  HistoryPageData,
  ListingPageData,
  ManagePageData,
  TermsPageData,
  TermsVersionPageData,
  UndoPageData,
  WholeListingPageData,
} from './data-kept.ts';
import type { EditPageData, ListPageData, PublishedPageData } from './data-listing.ts';
import type { OrganisationsPageData } from './data-organisations.ts';
import type { PeoplePageData } from './data-people.ts';
import type { PhotoPageData, PhotosPageData } from './data-photos.ts';
import type { PlanningPageData } from './data-plan.ts';
import type { PlanReportPageData } from './data-plan-report.ts';
import type { TruePageData } from './data-true.ts';

export * from './data-areas.ts';
export * from './data-check.ts';
export * from './data-claims.ts';
export * from './data-demand.ts';
export * from './data-enquiries.ts';
export * from './data-kept.ts';
export * from './data-listing.ts';
export * from './data-organisations.ts';
export * from './data-people.ts';
export * from './data-photos.ts';
export * from './data-plan.ts';
export * from './data-plan-report.ts';
export * from './data-true.ts';

export interface Settings {
  locale: Locale;
  /** Path and query of this page, without the folder of its language. */
  path: string;
  /** True when the register holds the fictional demo: every page says so. */
  demo: boolean;
  tileUrl: string;
  tileAttribution: string;
  publicUrl: string;
  /** The day on which the page was made, ISO 8601. */
  today: string;
  /** Who reads it, as a name that says nothing of them; never in a page that is the same for everybody. */
  reader?: string;
  /** Of an organisation that plans services: their pages lead to plans. Never in a page that is the same for everybody. */
  plans?: boolean;
  /** Does the reader come from elsewhere, so that their browser may hold none of our files? */
  arriving: boolean;
}

export interface PageProblem {
  title: string;
  detail: string;
  errors?: { parameter?: string; detail: string }[];
}

export interface AreaChoice {
  id: string;
  name: string;
  kind: string;
}

export interface SearchPageData {
  page: 'search';
  query: Query;
  list: VenueList;
  areas: AreaChoice[];
  settings: Settings;
  problem?: PageProblem;
}

/** A search the reader came from, judged against this venue. */
export interface FitData {
  /** The needs of the search, as in its address. */
  query: Query;
  /** What it asks of access and facilities, in its fields or its words. */
  facts: string[];
  people?: number;
  layout?: string;
  /** Minute of the ISO week. */
  openAt?: number;
  answer: SpaceFit['answer'];
  /** Best first. */
  rooms: SpaceFit[];
}

export interface VenuePageData {
  page: 'venue';
  venue: Venue;
  fit?: FitData;
  /** The claim by which it is held, when it is held by one. */
  claim?: Claim;
  /** Open at the moment when the page was made? Absent when no hours are stated. */
  open?: OpenState;
  near: VenueItem[];
  /** The first is shown large. */
  photos: Photo[];
  /** The areas that its public point is in, the smallest first. */
  areas: Pick<AreaLink, 'id' | 'name' | 'slug'>[];
  /** What the languages of its other names are called, where that is known; a browser may not know. */
  languageNames: Record<string, string>;
  /** Why those: they meet all that was asked, are of the same kind, or are only near. */
  nearBy: 'needs' | 'kind' | 'place';
  /** The house terms; absent when none are stated. */
  terms?: TermsView;
  /** What the holder says of regular services, as a sentence; absent where it is only that they may be asked. */
  services?: string;
  /** Path and query of the search the reader came from. */
  back?: string;
  /** For its members, before everybody sees it, or as everybody does. */
  preview?: 'draft' | 'published' | 'withdrawn';
  settings: Settings;
}

/** What of a list of ids in an address could be shown. */
export interface Asked {
  /** Not in the register, or not shown to the public. */
  missing: number;
  /** More than there is room for. */
  over: number;
  /** Parts that are no ids. */
  unread: boolean;
}

export interface ComparePageData {
  page: 'compare';
  venues: Venue[];
  open: Record<number, OpenState>;
  asked: Asked;
  layout?: string;
  differences: boolean;
  settings: Settings;
}

/** A place on a shortlist: enough to know it by. */
export interface ShortVenue {
  id: number;
  slug: string;
  name: string;
  kind: string;
  place: string;
  /** For the way there from paper: the street, where it may be told, and how to call or write. */
  street?: string;
  reach?: string[];
  holder?: string;
  rooms: number;
  /** The most people that one room holds. */
  capacity?: number;
}

export interface ShortlistPageData {
  page: 'shortlist';
  venues: ShortVenue[];
  asked: Asked;
  settings: Settings;
}

export interface ErrorPageData {
  page: 'error';
  status: number;
  /** The API's own sentence, in English; absent where the page says all of it. */
  detail?: string;
  settings: Settings;
}

export interface DocsPageData {
  page: 'docs';
  /** An OpenAPI 3.1 document; what the page reads of it is in `docs-model.ts`. */
  document: Record<string, unknown>;
  settings: Settings;
}

export interface AboutPageData {
  page: 'about';
  settings: Settings;
  sources: { name: string; licence: string; attribution: string; url?: string }[];
}

export interface StylePageData {
  page: 'style';
  settings: Settings;
}

export type PageData =
  | CarePageData
  | TruePageData
  | CheckPageData
  | CheckSheetPageData
  | DemandEditPageData
  | DemandFilePageData
  | DemandLayerPageData
  | DemandLayersPageData
  | PlanReportPageData
  | PhotosPageData
  | PhotoPageData
  | EnquiryPagesData
  | PlanningPageData
  | PeoplePageData
  | OrganisationsPageData
  | ListPageData
  | EditPageData
  | PublishedPageData
  | ComparePageData
  | ShortlistPageData
  | AreaPageData
  | AreasPageData
  | SearchPageData
  | VenuePageData
  | ErrorPageData
  | DocsPageData
  | AboutPageData
  | StylePageData
  | HistoryPageData
  | ListingPageData
  | ManagePageData
  | WholeListingPageData
  | UndoPageData
  | TermsPageData
  | TermsVersionPageData;
export type PageName = PageData['page'];
