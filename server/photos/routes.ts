/** /api/v1/venues/{id}/photos, and /photos: what a venue looks like. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { contentEtag, isFresh, versionsToChange } from '../http/conditional.ts';
import { everyone, ok, type Route, route, type Visitor } from '../http/route.ts';
import { notAllowed, notFound, storeFailed } from '../problem.ts';
import { aboutVenue, actorOf, venueHeld } from '../venues/held.ts';
import { mayEditVenue, maySeeRecord, mayStewardVenue } from '../venues/policy.ts';
import { Id, oneOf } from '../venues/schema.ts';
import { addPhoto } from './add.ts';
import { deleteForGood, deletePhoto } from './gone.ts';
import { photoLimits } from './limits.ts';
import { MOST_BYTES, RefusedFile, refusalProblem } from './refusal.ts';
import { changePhoto, listPhotos, orderPhotos, venueOfPhoto } from './repository.ts';
import { NewPhoto, PhotoChange, PhotoId, PhotoList, PhotoOrder } from './schema.ts';
import { fileName, formats, mediaTypes, sizes } from './sizes.ts';
import type { PhotoStore } from './store.ts';

const OfVenue = Type.Object({ id: Id });
const OfPhoto = Type.Object({ id: Id, photo: PhotoId });
const OfFile = Type.Object({
  id: PhotoId,
  size: Type.Unsafe<(typeof sizes)[number]>(Type.Integer({ enum: [...sizes] })),
  format: oneOf(formats),
});
const Changed = Type.Object({ version: Type.Integer() }, { $id: 'PhotosChanged' });
const Added = Type.Object({ id: PhotoId, version: Type.Integer() }, { $id: 'PhotoAdded' });

/** A photo is as public as its venue: who may not see the one must not learn of the other. */
async function isShown(db: Knex, visitor: Visitor, venueId: number): Promise<'public' | 'private'> {
  const venue = await venueHeld(db, venueId);
  if (venue.isPublic) return 'public';
  if (maySeeRecord(visitor, venue)) return 'private';
  throw notFound('photo');
}

const changed = (version: number) => ok({ version }, { headers: { ETag: `"${version}"` } });

const list = route({
  method: 'get',
  path: '/api/v1/venues/:id/photos',
  access: everyone,
  summary: 'The photos of a venue',
  description: 'At most 20, in the order that the holder chose. The ETag is what changes are made against.',
  params: OfVenue,
  answers: { 200: { description: 'The photos', schema: PhotoList }, 304: { description: 'Not changed' } },
  handler: async ({ db, params, visitor, request }) => {
    const shown = await isShown(db, visitor, params.id);
    const found = await listPhotos(db, params.id);
    const body = JSON.stringify(found);
    return ok(body, {
      headers: {
        ETag: contentEtag(found.version, body, request),
        'Cache-Control': shown === 'public' ? 'public, max-age=0, must-revalidate' : 'private, no-store',
      },
    });
  },
});

const add = (store: PhotoStore) =>
  route({
    method: 'post',
    path: '/api/v1/venues/:id/photos',
    about: aboutVenue,
    access: mayEditVenue,
    summary: 'Add a photo',
    description:
      'A JPEG, PNG or WebP of at most 15 MB and 40 million pixels. It is written anew, without anything that the camera noted down, such as the place. The same photo with the same words, sent again within ten minutes, is there once.',
    params: OfVenue,
    body: NewPhoto,
    upload: { field: 'photo', bytes: MOST_BYTES },
    limits: photoLimits,
    answers: { 201: { description: 'Added, after the others', schema: Added } },
    handler: async ({ db, params, body, upload, transact, visitor, subject }) => {
      if (upload.path === undefined) throw refusalProblem(upload.tooLarge ? 'large' : 'missing');
      const added = await addPhoto(db, store, {
        venueId: params.id,
        path: upload.path,
        words: body,
        actor: await actorOf(db, visitor, subject.organisationId),
        transact,
      }).catch((error: unknown) => {
        throw error instanceof RefusedFile ? refusalProblem(error.refusal) : error;
      });
      return ok(added, {
        status: 201,
        headers: { Location: `/api/v1/venues/${params.id}/photos`, ETag: `"${added.version}"` },
      });
    },
  });

const change = route({
  method: 'patch',
  path: '/api/v1/venues/:id/photos/:photo',
  about: aboutVenue,
  access: mayEditVenue,
  summary: 'Change what is said about a photo',
  description: 'Send If-Match with the ETag of the venue’s photos: 428 without, 412 when somebody was first.',
  params: OfPhoto,
  body: PhotoChange,
  answers: { 200: { description: 'Changed', schema: Changed } },
  handler: async ({ db, params, body, request, visitor, subject }) => {
    const versions = versionsToChange(request);
    const actor = await actorOf(db, visitor, subject.organisationId);
    const inHand = { venueId: params.id, id: params.photo, versions, actor };
    return changed(await changePhoto(db, inHand, body));
  },
});

const order = route({
  method: 'patch',
  path: '/api/v1/venues/:id/photos',
  about: aboutVenue,
  access: mayEditVenue,
  summary: 'Put the photos in another order',
  description: 'Send If-Match with the ETag of the venue’s photos. The first is the one that is shown large.',
  params: OfVenue,
  body: PhotoOrder,
  answers: { 200: { description: 'Changed', schema: Changed } },
  handler: async ({ db, params, body, request }) =>
    changed(await orderPhotos(db, { venueId: params.id, versions: versionsToChange(request) }, body.order)),
});

const remove = route({
  method: 'delete',
  path: '/api/v1/venues/:id/photos/:photo',
  about: aboutVenue,
  access: mayEditVenue,
  summary: 'Delete a photo',
  description:
    'Send If-Match with the ETag of the venue’s photos. Gone from sight at once, it can be brought back for 30 days by undoing this change. For somebody who can be seen and asks for it, a steward sends `forGood`: then its files go at once, and all that was ever said about it. So goes a photo that was deleted before.',
  params: OfPhoto,
  query: Type.Object(
    { forGood: Type.Optional(oneOf(['yes'] as const, { description: 'It cannot be brought back' })) },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'Deleted', schema: Changed } },
  handler: async ({ db, params, query, request, visitor, subject }) => {
    const versions = versionsToChange(request);
    if (query.forGood && !mayStewardVenue(visitor, subject))
      throw notAllowed('Only a steward takes a photo away for good.');
    const actor = await actorOf(db, visitor, subject.organisationId);
    const inHand = { venueId: params.id, id: params.photo, versions, actor };
    return changed(await (query.forGood ? deleteForGood : deletePhoto)(db, inHand));
  },
});

/** A file never changes, and is only a picture: whatever opens it as a page runs nothing. */
const safe = { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' };

const file = (store: PhotoStore) =>
  route({
    method: 'get',
    path: '/photos/:id/:size.:format',
    access: everyone,
    undocumented: true,
    summary: 'A photo in one size',
    params: OfFile,
    answers: { 200: { description: 'A WebP or JPEG' }, 304: { description: 'Not changed' } },
    handler: async ({ db, params: { id, size, format }, visitor, request }) => {
      const shown = await isShown(db, visitor, await venueOfPhoto(db, id));
      const name = fileName(id, size, format);
      const headers = {
        ...safe,
        ETag: `"${name}"`,
        'Cache-Control':
          shown === 'public' ? 'public, max-age=31536000, s-maxage=86400, immutable' : 'private, no-store',
      };
      if (isFresh(request, headers.ETag)) return ok('', { status: 304, headers });
      const bytes = await store.get(name).catch((error: unknown) => {
        throw storeFailed(error);
      });
      if (!bytes) throw notFound('photo');
      return ok(bytes, { type: mediaTypes[format], headers });
    },
  });

export const photoRoutes = (store: PhotoStore): Route[] => [
  list,
  add(store),
  change,
  order,
  remove,
  file(store),
];
