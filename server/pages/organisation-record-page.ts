/** /organisations/{slug}/manage/record: what was done in the name of an organisation, in sentences. */
import { Type } from '@sinclair/typebox';
import { isolated } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import type { OrganisationRecordPageData } from '../../client/pages/data.ts';
import { listAudit } from '../audit/repository.ts';
import { type Route, route } from '../http/route.ts';
import { maySeeInside } from '../organisations/policy.ts';
import type { AuditList } from '../organisations/schema.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import {
  aboutOrganisationSlug,
  OfOrganisation,
  organisationName,
  ownPage,
  pathOf,
} from './organisation-form.ts';
import type { Assets } from './render.ts';
import { whenText } from './when.ts';

const Query = Type.Object(
  { before: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) },
  { additionalProperties: true },
);

/** Actions as their messages are called. */
const known = [
  'member_role',
  'member_remove',
  'member_leave',
  'member_join',
  'member_invite',
  'member_invite_back',
  'member_hand_on',
  'key_make',
  'key_revoke',
  'organisation_change',
  'venue_offer',
  'venue_offer_back',
  'venue_decline',
  'venue_handed_on',
  'enquiry_send',
  'enquiry_withdraw',
  'enquiry_answer',
] as const;

type Entry = AuditList['items'][number] & { detail: Record<string, unknown> };

/** What an entry tells besides what was done, in words. */
function whatOf({ t }: Language, { action, detail }: Entry): string {
  if (detail.role === 'steward' || detail.role === 'editor') return t(`organisation.role_${detail.role}`);
  const told = detail.key ?? detail.words;
  return typeof told === 'string' ? told : action;
}

function lineOf(language: Language, entry: Entry): string {
  const { t } = language;
  const isOperators = entry.actorKind === 'operator' || entry.action.startsWith('operator.');
  const who = isOperators
    ? t('organisation.by_operator')
    : (entry.personName ?? t(`organisation.by_${entry.actorKind as 'person' | 'key'}`));
  const what = isolated(language, whatOf(language, entry));
  const action = known.find((each) => each === entry.action.replace('.', '_'));
  const did = action
    ? t(`organisation.did_${action}`, { what })
    : t(entry.action.startsWith('operator.') ? 'organisation.did_operator' : 'organisation.did_other', {
        what,
      });
  return t('organisation.recordLine', { who: isolated(language, who), did });
}

/** The place that it is about: its own group looks after it, and others read its page. */
function placeOf({ venueId, venue }: Entry): OrganisationRecordPageData['entries'][number]['place'] {
  if (!venue) return undefined;
  const path = `/venues/${venue.slug}-${venueId}`;
  return { name: venue.name, path: venue.held ? `${path}/manage` : path };
}

export const organisationRecordPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/organisations/:slug/manage/record',
    undocumented: true,
    params: OfOrganisation,
    query: Query,
    about: aboutOrganisationSlug,
    access: maySeeInside,
    summary: 'What was done in the name of an organisation',
    answers: { 200: { description: 'A page' } },
    handler: async (context) => {
      const { db, request, subject, query } = context;
      const language = languageOf(localeOf(request));
      const organisation = await organisationName(db, subject.id);
      const before = query.before === undefined ? undefined : Number(query.before);
      const { items, next } = await listAudit(db, subject.id, { limit: 30, ...(before && { before }) });
      const entries = (items as Entry[]).map((entry) => {
        const at = new Date(entry.at).toISOString();
        const place = placeOf(entry);
        const line = lineOf(language, entry);
        return { id: entry.id, at, when: whenText(language, at), line, ...(place && { place }) };
      });
      return ownPage(
        context,
        assets,
        { page: 'organisationRecord', organisation, entries, ...(next && { older: next }) },
        { title: language.t('organisation.recordTitle'), path: `${pathOf(organisation)}/manage/record` },
      );
    },
  });
