/** /api/v1/venues/{id}/revert and /export: undoing a change, and taking one's listing away whole. */
import { Type } from '@sinclair/typebox';
import { versionsToChange } from '../http/conditional.ts';
import { ok, type Route, route } from '../http/route.ts';
import { listPhotos } from '../photos/repository.ts';
import { listTerms } from '../terms/repository.ts';
import { aboutVenue, actorOf } from './held.ts';
import { getMemberHistory } from './history.ts';
import { maySeeRecord, mayUndoSome, mayUndoWith } from './policy.ts';
import { getRecord } from './read.ts';
import { Id } from './schema.ts';
import { undoChange } from './undo.ts';

const OfVenue = Type.Object({ id: Id });
const Pointers = Type.Array(Type.String({ description: 'JSON Pointer into the venue' }));
const Undo = Type.Object(
  { version: Type.Integer({ minimum: 1, description: 'The version whose change is to be undone' }) },
  { $id: 'Undo', additionalProperties: false },
);
const Undone = Type.Object(
  {
    id: Id,
    version: Type.Integer(),
    outcome: Type.String(),
    undone: Pointers,
    left: Type.Array(Type.String(), { description: 'Changed again since, and left as they are' }),
  },
  { $id: 'Undone' },
);

const revert = route({
  method: 'post',
  path: '/api/v1/venues/:id/revert',
  about: aboutVenue,
  access: mayUndoSome,
  summary: 'Undo a change',
  description:
    'Makes a new change that puts back what stood before that version, where what it wrote still stands. Stewards undo any change; editors what they changed themselves. Send If-Match: 428 without, 412 when somebody was first; 409 when nothing is left to undo.',
  params: OfVenue,
  body: Undo,
  answers: { 200: { description: 'Undone, as far as it still stood', schema: Undone } },
  handler: async ({ db, params, body, visitor, subject, request }) => {
    const versions = versionsToChange(request);
    const actor = await actorOf(db, visitor, subject.organisationId);
    const { id, version, outcome, undone, left } = await undoChange(db, actor, params.id, body.version, {
      versions,
      may: (author, change) => mayUndoWith(visitor, subject, author, change),
    });
    return ok({ id, version, outcome, undone, left }, { headers: { ETag: `"${version}"` } });
  },
});

/** More than anybody has typed; what an import changed nightly for years is cut off, and said to be. */
const MOST = 5000;

const takeAway = route({
  method: 'get',
  path: '/api/v1/venues/:id/export',
  about: aboutVenue,
  access: maySeeRecord,
  summary: 'A listing, whole, to take away',
  description:
    'Everything that the register keeps of a venue for its holder: the record with its spaces and private contacts, every version of the house terms, the words and addresses of the photos, and every change.',
  params: OfVenue,
  answers: { 200: { description: 'One document, as a download' } },
  cacheControl: 'private, no-store',
  handler: async ({ db, params: { id }, config }) => {
    const { version, venue } = await getRecord(db, id);
    const { items: photos } = await listPhotos(db, id);
    const { items: history, next } = await getMemberHistory(db, id, { limit: MOST });
    const absolute = (path: string) => config.publicUrl + path;
    const whole = {
      id,
      version,
      exportedAt: new Date().toISOString(),
      venue,
      terms: (await listTerms(db, id, MOST)).map(({ person: _person, ...terms }) => terms),
      photos: photos.map(({ sizes, ...photo }) => ({
        ...photo,
        files: sizes.map(({ jpg }) => absolute(jpg)),
      })),
      history: history.map(({ authorId: _author, isOwn: _own, ...entry }) => entry),
      ...(next !== undefined && { historyBefore: next }),
    };
    return ok(JSON.stringify(whole, null, 2), {
      type: 'application/json; charset=utf-8',
      headers: { 'Content-Disposition': `attachment; filename="venue-${id}.json"` },
    });
  },
});

export const venueHistoryRoutes: Route[] = [revert, takeAway];
