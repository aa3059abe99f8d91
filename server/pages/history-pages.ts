/** /venues/{slug}/history for everybody; /venues/{slug}/manage/history for members, who can undo what they read there. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { formatDay, isolated } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { type EditView, entryLines, roomNames } from '../../client/logic/history.ts';
import type { HistoryEntryView, HistoryPageData } from '../../client/pages/data.ts';
import { type Context, everyone, type Route, route, type Visitor } from '../http/route.ts';
import { listMergers } from '../operator/merger.ts';
import { notFound } from '../problem.ts';
import { listTerms } from '../terms/repository.ts';
import { heldName } from '../venues/held.ts';
import { getMemberHistory, type MemberEntry } from '../venues/history.ts';
import { type HeldVenue, maySeeRecord, mayStewardVenue, mayUndo } from '../venues/policy.ts';
import { getHistory, getRecord, type HistoryEntry } from '../venues/read.ts';
import type { Credit } from '../venues/record.ts';
import { authorSaid } from './authors.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { type Assets, renderPage } from './render.ts';
import { whenText } from './when.ts';

const PAGE = 20;
const MOST_TERMS = 20;
const Number9 = Type.Optional(Type.String({ pattern: '^\\d{1,9}$' }));
const Query = Type.Object(
  { before: Number9, undone: Number9, left: Number9 },
  { additionalProperties: true },
);

type Here = Pick<Context<undefined, undefined, undefined, HeldVenue>, 'config' | 'request' | 'subject'> & {
  db: Knex;
};

const numberIn = (text: string | undefined) => (text === undefined ? undefined : Number(text));
export const roomsOf = async (db: Knex, id: number) =>
  ((await getRecord(db, id)).venue.spaces ?? []).flatMap(({ id: space, name }) =>
    space === undefined ? [] : [{ id: space, name }],
  );

/** “From a suggestion by Ruth.” */
const creditText = (language: Language, { kind, name }: Credit): string =>
  name === undefined
    ? language.t('correction.byVisitor')
    : language.t(kind === 'source' ? 'correction.bySource' : 'correction.byNamed', {
        who: isolated(language, name),
      });

export function historyPages(assets: Assets): Route[] {
  const entriesOf = (
    language: Language,
    items: readonly (HistoryEntry | MemberEntry)[],
    rooms: readonly { id: number; name: string }[],
    undoOf: (entry: HistoryEntry | MemberEntry) => string | undefined,
  ): HistoryEntryView[] => {
    const names = roomNames(
      rooms,
      items.flatMap(({ edits }): EditView[] => edits),
    );
    return items.map((entry) => {
      const { version, at, actor, actorKind, undoes, credit } = entry;
      const person = 'person' in entry ? entry.person : undefined;
      // The order of rooms is nobody's statement: it is told, and nothing of it is there to undo.
      const isOrder =
        'isOwn' in entry && entry.isOwn && entry.action === 'changed' && entry.edits.length === 0;
      const undo = isOrder ? undefined : undoOf(entry);
      return {
        version,
        at,
        when: whenText(language, at),
        who: authorSaid(language, { actor, actorKind, ...(person && { person }) }),
        ...(credit && { credit: creditText(language, credit) }),
        ...(undoes !== undefined && { undid: language.t('history.undid', { version: undoes }) }),
        ...entryLines(language, entry, names),
        ...(isOrder && { lines: [language.t('history.reordered')] }),
        ...(undo && { undo }),
      };
    });
  };

  const show = async (
    { db, config, request, subject }: Here,
    more: Pick<HistoryPageData, 'entries' | 'older' | 'isForMembers' | 'done'>,
    visitor?: Visitor,
  ) => {
    const language = languageOf(localeOf(request));
    const { t } = language;
    const venue = await heldName(db, subject.id);
    const terms = (await listTerms(db, subject.id, MOST_TERMS)).map(
      ({ version, statedAt = '', statedBy = '' }, index) => ({
        version,
        ...(index > 0 &&
          visitor &&
          mayStewardVenue(visitor, subject) && {
            again: `/venues/${venue.slug}-${venue.id}/terms?from=${version}`,
          }),
        label: t('history.termsVersion', {
          version,
          who: isolated(language, statedBy),
          day: formatDay(language, statedAt),
        }),
      }),
    );
    const hasMerger = subject.isPublic && (await listMergers(db, venue.id)).length > 0;
    const mayAnswer = visitor !== undefined && mayStewardVenue(visitor, subject);
    const path = `/venues/${venue.slug}-${venue.id}${more.isForMembers ? '/manage' : ''}/history`;
    return html(
      renderPage(
        {
          page: 'history',
          venue,
          terms,
          ...(hasMerger && {
            merger: `/venues/${venue.slug}-${venue.id}${mayAnswer ? '/manage' : ''}/merger`,
          }),
          ...more,
          settings: settingsOf(config, request),
        },
        assets,
        {
          title: t('history.pageTitle', { venue: venue.name, name: t('common.name') }),
          description: t('history.how'),
          path,
          ...(more.isForMembers && { isPrivate: true }),
        },
      ),
      more.isForMembers ? { headers: { 'Cache-Control': 'private, no-store' } } : {},
    );
  };

  const common = { undocumented: true, answers: { 200: { description: 'A page' } } };
  return [
    route({
      ...common,
      method: 'get',
      path: '/venues/:slug/history',
      params: OfVenue,
      query: Query,
      about: aboutSlug,
      access: everyone,
      summary: 'What changed about a place',
      cacheControl: 'public, max-age=0, must-revalidate',
      handler: async (context) => {
        const { db, request, params, subject, query } = context;
        if (!subject.isPublic) throw notFound('venue');
        const language = languageOf(localeOf(request));
        const { items, next } = await getHistory(db, subject.id, {
          limit: PAGE,
          before: numberIn(query.before),
        });
        const entries = entriesOf(language, items, await roomsOf(db, subject.id), () => undefined);
        const older = next === undefined ? undefined : `/venues/${params.slug}/history?before=${next}`;
        return show(context, { entries, ...(older && { older }), isForMembers: false });
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/venues/:slug/manage/history',
      params: OfVenue,
      query: Query,
      about: aboutSlug,
      access: maySeeRecord,
      summary: 'What changed about a place, for its members',
      handler: async (context) => {
        const { db, request, params, subject, query, visitor } = context;
        const language = languageOf(localeOf(request));
        const { t } = language;
        const path = `/venues/${params.slug}/manage/history`;
        const { items, next } = await getMemberHistory(db, subject.id, {
          limit: PAGE,
          before: numberIn(query.before),
        });
        const undoOf = (entry: HistoryEntry | MemberEntry) =>
          entry.action === 'changed' &&
          (!('isOwn' in entry) || entry.isOwn) &&
          mayUndo(visitor, subject, 'authorId' in entry ? entry : {})
            ? `${path}/${entry.version}`
            : undefined;
        const entries = entriesOf(language, items, await roomsOf(db, subject.id), undoOf);
        const undone = numberIn(query.undone);
        const text = [t('history.done'), query.left ? t('history.doneLeft') : ''].filter(Boolean).join(' ');
        const newest = items[0]?.version ?? 0;
        return show(
          context,
          {
            entries,
            ...(next !== undefined && { older: `${path}?before=${next}` }),
            isForMembers: true,
            ...(undone !== undefined && {
              done: {
                text,
                // Only what was undone last is put back at once; what came before has its own way.
                ...(undone === newest && { back: { path: `${path}/${undone}`, against: newest } }),
              },
            }),
          },
          visitor,
        );
      },
    }),
  ];
}
