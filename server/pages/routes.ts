/** The pages: each loads what it is a function of, and renders it. */
import type { Json } from '../http/openapi.ts';
import type { Route } from '../http/route.ts';
import type { PhotoStore } from '../photos/store.ts';
import { aboutPage } from './about-page.ts';
import { accountPages } from './account-page.ts';
import { areaPage } from './area-page.ts';
import { areasPage } from './areas-page.ts';
import { cardRoutes } from './card-routes.ts';
import { checkPages } from './check-page.ts';
import { claimPages } from './claim-page.ts';
import { comparePage } from './compare-page.ts';
import { correctionPages } from './corrections-page.ts';
import { crawlerFiles } from './crawlers.ts';
import { demandEditPages } from './demand-edit-page.ts';
import { demandFilePages } from './demand-file-page.ts';
import { demandLayerPages } from './demand-layer-page.ts';
import { demandLayersPages } from './demand-layers-page.ts';
import { apiDocument, docsPage } from './docs-page.ts';
import { editPages } from './edit-page.ts';
import { enquiriesPage } from './enquiries-page.ts';
import { enquiryPages } from './enquiry-page.ts';
import { handoverPages } from './handover-page.ts';
import { historyPages } from './history-pages.ts';
import { invitationPages } from './invitation-page.ts';
import { listPages } from './list-page.ts';
import { listingPages } from './listing-pages.ts';
import { managePage } from './manage-page.ts';
import { mergerPages } from './merger-page.ts';
import { operatorPages } from './operator-page.ts';
import { organisationAboutPages } from './organisation-about-page.ts';
import { organisationDissolvePages } from './organisation-dissolve-page.ts';
import { organisationKeysPages } from './organisation-keys-page.ts';
import { organisationManagePages } from './organisation-manage-page.ts';
import { organisationMembersPages } from './organisation-members-page.ts';
import { organisationPage } from './organisation-page.ts';
import { organisationRecordPage } from './organisation-record-page.ts';
import { photoPages } from './photo-page.ts';
import { photosPages } from './photos-page.ts';
import { planAskPages } from './plan-ask-page.ts';
import { planComparePage } from './plan-compare-page.ts';
import { planLettersPages } from './plan-letters-page.ts';
import { planPages } from './plan-page.ts';
import { planReportPage } from './plan-report-page.ts';
import { plansPage } from './plans-page.ts';
import { previewPages } from './preview-page.ts';
import { remindedPages } from './reminded-page.ts';
import type { Assets } from './render.ts';
import { reportPages } from './report-page.ts';
import { searchPage } from './search-page.ts';
import { shortlistPage } from './shortlist-page.ts';
import { signInPages } from './sign-in-page.ts';
import { stillTruePages } from './still-true-page.ts';
import { stylePage } from './style-page.ts';
import { suggestPages } from './suggest-page.ts';
import { termsPages } from './terms-page.ts';
import { undoPages } from './undo-page.ts';
import { venuePage } from './venue-page.ts';
import { youPages } from './you-page.ts';

export const pageRoutes = (assets: Assets, document: Json, photos: PhotoStore): Route[] => [
  searchPage(assets),
  venuePage(assets),
  ...photosPages(assets, photos),
  ...photoPages(assets),
  ...checkPages(assets),
  ...claimPages(assets),
  ...mergerPages(assets),
  ...operatorPages(assets),
  ...reportPages(assets),
  comparePage(assets),
  shortlistPage(assets),
  areasPage(assets),
  areaPage(assets),
  aboutPage(assets),
  stylePage(assets),
  ...signInPages(assets),
  ...accountPages(assets),
  ...youPages(assets),
  ...invitationPages(assets),
  // “new” before the names of organisations.
  ...organisationManagePages(assets),
  ...organisationAboutPages(assets),
  ...organisationMembersPages(assets),
  ...organisationKeysPages(assets),
  organisationRecordPage(assets),
  ...organisationDissolvePages(assets),
  organisationPage(assets),
  ...handoverPages(assets),
  ...historyPages(assets),
  ...undoPages(assets),
  ...listingPages(assets),
  managePage(assets),
  ...listPages(assets),
  ...editPages(assets),
  ...previewPages(assets),
  ...stillTruePages(assets),
  ...suggestPages(assets),
  ...correctionPages(assets),
  ...remindedPages(assets),
  ...termsPages(assets),
  ...demandLayersPages(assets),
  ...demandLayerPages(assets),
  ...demandEditPages(assets),
  ...demandFilePages(assets),
  plansPage(assets),
  ...planAskPages(assets),
  ...planLettersPages(assets),
  ...planPages(assets),
  enquiriesPage(assets),
  ...enquiryPages(assets),
  planComparePage(assets),
  planReportPage(assets),
  ...crawlerFiles,
  ...cardRoutes,
  docsPage(assets, document),
  apiDocument(document),
];
