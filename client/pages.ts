/** Every page by name. The server renders from here; the browser loads only the page it is on (`main.tsx`). */
import type { ComponentType } from 'preact';
import { livePageNames } from './language/messages.ts';
import { AboutPage } from './pages/about.tsx';
import { AccountPage } from './pages/account.tsx';
import { AreaPage } from './pages/area.tsx';
import { AreasPage } from './pages/areas.tsx';
import { CheckPage } from './pages/check.tsx';
import { CheckSheetPage } from './pages/check-sheet.tsx';
import { ClaimPage } from './pages/claim.tsx';
import { ComparePage } from './pages/compare.tsx';
import { CorrectionsPage } from './pages/corrections.tsx';
import type { PageData, PageName } from './pages/data.ts';
import { DemandEditPage } from './pages/demand-edit.tsx';
import { DemandFilePage } from './pages/demand-file.tsx';
import { DemandLayerPage } from './pages/demand-layer.tsx';
import { DemandLayersPage } from './pages/demand-layers.tsx';
import { DocsPage } from './pages/docs.tsx';
import { EditPage } from './pages/edit.tsx';
import { EnquiriesPage } from './pages/enquiries.tsx';
import { EnquiryPage } from './pages/enquiry.tsx';
import { ErrorPage } from './pages/error.tsx';
import { HandoverPage } from './pages/handover.tsx';
import { HistoryPage } from './pages/history.tsx';
import { InvitationPage } from './pages/invitation.tsx';
import { ListPage } from './pages/list.tsx';
import { ListingPage } from './pages/listing.tsx';
import { ManagePage } from './pages/manage.tsx';
import { MergerPage } from './pages/merger.tsx';
import { NoticePage } from './pages/notice.tsx';
import { OperatorPage } from './pages/operator.tsx';
import { OperatorVenuePage } from './pages/operator-venue.tsx';
import { OrganisationGonePage, OrganisationPage } from './pages/organisation.tsx';
import { OrganisationAboutPage, OrganisationNewPage } from './pages/organisation-about.tsx';
import { OrganisationDissolvePage } from './pages/organisation-dissolve.tsx';
import { OrganisationKeysPage } from './pages/organisation-keys.tsx';
import { OrganisationManagePage } from './pages/organisation-manage.tsx';
import { OrganisationMembersPage } from './pages/organisation-members.tsx';
import { OrganisationRecordPage } from './pages/organisation-record.tsx';
import { OutboxPage } from './pages/outbox.tsx';
import { PhotoPage } from './pages/photo.tsx';
import { PhotosPage } from './pages/photos.tsx';
import { PlanPage } from './pages/plan.tsx';
import { PlanAskPage } from './pages/plan-ask.tsx';
import { PlanComparePage } from './pages/plan-compare.tsx';
import { PlanLettersPage } from './pages/plan-letters.tsx';
import { PlanReportPage } from './pages/plan-report.tsx';
import { PlansPage } from './pages/plans.tsx';
import { PublishedPage } from './pages/published.tsx';
import { QuietPage } from './pages/quiet.tsx';
import { RemindedPage } from './pages/reminded.tsx';
import { ReportPage } from './pages/report.tsx';
import { SearchPage } from './pages/search.tsx';
import { ShortlistPage } from './pages/shortlist.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { StillTruePage } from './pages/still-true.tsx';
import { StylePage } from './pages/style.tsx';
import { SuggestPage } from './pages/suggest.tsx';
import { TermsPage } from './pages/terms.tsx';
import { TermsVersionPage } from './pages/terms-version.tsx';
import { UndoPage } from './pages/undo.tsx';
import { VenuePage } from './pages/venue.tsx';
import { WholeListingPage } from './pages/whole-listing.tsx';
import { ConfirmEmailPage, DeleteAccountPage, YouPage } from './pages/you.tsx';

export * from './pages/data.ts';

export type DataOf<Name extends PageName> = Extract<PageData, { page: Name }>;
type Pages = { [Name in PageName]: ComponentType<{ data: DataOf<Name> }> };

export const pages: Pages = {
  search: SearchPage,
  venue: VenuePage,
  error: ErrorPage,
  docs: DocsPage,
  about: AboutPage,
  style: StylePage,
  area: AreaPage,
  areas: AreasPage,
  check: CheckPage,
  checkSheet: CheckSheetPage,
  claim: ClaimPage,
  merger: MergerPage,
  notice: NoticePage,
  operator: OperatorPage,
  operatorVenue: OperatorVenuePage,
  report: ReportPage,
  compare: ComparePage,
  demandEdit: DemandEditPage,
  demandFile: DemandFilePage,
  demandLayer: DemandLayerPage,
  demandLayers: DemandLayersPage,
  shortlist: ShortlistPage,
  signIn: SignInPage,
  stillTrue: StillTruePage,
  suggest: SuggestPage,
  corrections: CorrectionsPage,
  reminded: RemindedPage,
  quiet: QuietPage,
  account: AccountPage,
  outbox: OutboxPage,
  organisation: OrganisationPage,
  organisationGone: OrganisationGonePage,
  organisationManage: OrganisationManagePage,
  organisationNew: OrganisationNewPage,
  organisationAbout: OrganisationAboutPage,
  organisationMembers: OrganisationMembersPage,
  organisationKeys: OrganisationKeysPage,
  organisationRecord: OrganisationRecordPage,
  organisationDissolve: OrganisationDissolvePage,
  handover: HandoverPage,
  invitation: InvitationPage,
  you: YouPage,
  deleteAccount: DeleteAccountPage,
  confirmEmail: ConfirmEmailPage,
  list: ListPage,
  edit: EditPage,
  published: PublishedPage,
  history: HistoryPage,
  undo: UndoPage,
  listing: ListingPage,
  manage: ManagePage,
  wholeListing: WholeListingPage,
  terms: TermsPage,
  termsVersion: TermsVersionPage,
  photos: PhotosPage,
  photo: PhotoPage,
  planLetters: PlanLettersPage,
  enquiry: EnquiryPage,
  enquiries: EnquiriesPage,
  planReport: PlanReportPage,
  plan: PlanPage,
  planAsk: PlanAskPage,
  planCompare: PlanComparePage,
  plans: PlansPage,
};

/** Pages on which people work rather than read: they bring the styles of forms with them. */
export const deskPages: ReadonlySet<PageName> = new Set([
  'check',
  'checkSheet',
  'claim',
  'demandEdit',
  'demandFile',
  'demandLayer',
  'demandLayers',
  'merger',
  'notice',
  'operator',
  'operatorVenue',
  'report',
  'signIn',
  'stillTrue',
  'suggest',
  'corrections',
  'reminded',
  'quiet',
  'account',
  'outbox',
  'organisationManage',
  'organisationNew',
  'organisationAbout',
  'organisationMembers',
  'organisationKeys',
  'organisationRecord',
  'organisationDissolve',
  'handover',
  'invitation',
  'you',
  'deleteAccount',
  'confirmEmail',
  'list',
  'edit',
  'published',
  'photos',
  'photo',
  'plan',
  'planAsk',
  'planCompare',
  'planLetters',
  'plans',
  'enquiry',
  'enquiries',
  'history',
  'undo',
  'listing',
  'manage',
  'wholeListing',
  'terms',
  'style',
]);

/** Pages that show maps and charts of a plan: they bring the styles and the script of those with them. */
export const planPages: ReadonlySet<PageName> = new Set<PageName>([
  'plan',
  'planAsk',
  'planCompare',
  'planReport',
  'style',
]);

/** Pages that do more in a browser than their HTML does. The others are sent without data and without hydration. */
export const livePages: ReadonlySet<PageName> = new Set(livePageNames);
