/** /venues/{slug}/manage: the members' page of a venue. */
import { Type } from '@sinclair/typebox';
import { listWaiting } from '../corrections/waiting.ts';
import { countUnanswered } from '../enquiries/repository.ts';
import { type Route, route } from '../http/route.ts';
import { listMergers } from '../operator/merger.ts';
import { noticeOf } from '../operator/repository.ts';
import type { Merger } from '../operator/schema.ts';
import { listPhotos } from '../photos/repository.ts';
import { notFound } from '../problem.ts';
import { currentTerms } from '../terms/repository.ts';
import { maySeeRecord, mayStewardVenue } from '../venues/policy.ts';
import { ageOf } from '../venues/public-venue.ts';
import { isoDay } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { journeyOf } from './journey.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { organisationName } from './organisation-form.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';

const Query = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });

/** Whether its group has answered yet; undefined where nobody asks it. */
function mergerState(
  mergers: readonly Merger[],
  groupId: number | undefined,
): 'waits' | 'answered' | undefined {
  const open = mergers.filter(({ state }) => state === 'open');
  if (open.length === 0) return undefined;
  const isAnswered = ({ fromGroup, fromAnswer, intoGroup, intoAnswer }: Merger) =>
    (fromGroup.id !== groupId || fromAnswer !== undefined) &&
    (intoGroup.id !== groupId || intoAnswer !== undefined);
  return open.every(isAnswered) ? 'answered' : 'waits';
}

export const managePage = (assets: Assets): Route =>
  route({
    undocumented: true,
    method: 'get',
    path: '/venues/:slug/manage',
    params: OfVenue,
    about: aboutSlug,
    access: maySeeRecord,
    summary: 'Look after a place',
    answers: { 200: { description: 'A page' } },
    query: Query,
    handler: async (context) => {
      const { db, request, subject, visitor, query } = context;
      const { t } = languageOf(localeOf(request));
      const [record] = await loadRecords(db, [subject.id]);
      if (!record) throw notFound('venue');
      const { id, slug, name, status, spaces, facts } = record;
      const today = isoDay();
      const old = [...facts, ...spaces.flatMap((space) => space.facts)].filter(
        ({ observedOn }) => ageOf(observedOn, today).state !== 'fresh',
      ).length;
      const photos = (await listPhotos(db, id)).items.length;
      const terms = await currentTerms(db, id);
      const holder = record.organisationId && (await organisationName(db, record.organisationId));
      const isSteward = mayStewardVenue(visitor, subject);
      const notice = await noticeOf(db, id);
      const merger = isSteward ? mergerState(await listMergers(db, id), record.organisationId) : undefined;
      return privatePage(
        assets,
        context,
        {
          page: 'manage',
          venue: { id, slug, name },
          ...(holder && { holder }),
          status,
          ...(notice && { notice }),
          ...(merger && { merger }),
          isSteward,
          journey: await journeyOf(db, record, isSteward),
          counts: { rooms: spaces.length, facts: facts.length, photos, old },
          hasTerms: terms.version > 0,
          enquiries: record.organisationId ? await countUnanswered(db, [record.organisationId], id) : 0,
          waiting: (await listWaiting(db, record)).length,
          ...(query.done === 'saved' && { done: 'saved' as const }),
        },
        {
          title: t('listing.pageTitle', { venue: name, name: t('common.name') }),
          description: t('listing.title', { venue: name }),
          path: `/venues/${slug}-${id}/manage`,
        },
      );
    },
  });
