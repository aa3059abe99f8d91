/** /api/v1/demand-layers: where people live whom a plan is for, with any numbers. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { contentEtag, versionsToChange } from '../http/conditional.ts';
import { everyone, ok, type Route, route, type Visitor } from '../http/route.ts';
import { invalidInput, notAllowed, notFound, tooLarge } from '../problem.ts';
import { oneOf } from '../venues/schema-words.ts';
import { weightsOf } from './demand-of.ts';
import { dropFile, keepFile, withFile } from './files.ts';
import { demandFileLimits, demandReadLimits, WORK_TIME } from './limits.ts';
import { mayAddLayer, mayAddSomeLayer, mayEditLayer, mayReadLayer } from './policy.ts';
import { previewFile } from './preview.ts';
import { aboutLayer, addLayer, changeLayer, deleteLayer, getLayer, listLayers } from './repository.ts';
import {
  AreaList,
  FileAdded,
  FileId,
  Id,
  Layer,
  LayerChange,
  LayerChanged,
  LayerList,
  LayerMade,
  MOST_BYTES,
  NewLayer,
  NewVersion,
  Preview,
  PreviewAsked,
  Version,
  VersionList,
  Weighed,
} from './schema.ts';
import { getVersion, listAreas, listVersions, saveFile } from './versions.ts';

const strict = { additionalProperties: false };
const OfLayer = Type.Object({ id: Id });
const OfVersion = Type.Object({ id: Id, version: Id });
const OfFile = Type.Object({ id: Id, file: FileId });
const limitOf = (most: number, usual: number) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: most, default: usual }));
const place = (description: string) => Type.Optional(Type.Integer({ minimum: 1, description }));
const path = '/api/v1/demand-layers';
const cacheControl = 'private, no-store';

/** Who may not read a layer is not told that it is there. Throws Problem 404. */
async function checkReader(db: Knex, visitor: Visitor, id: number): Promise<void> {
  if (!mayReadLayer(visitor, await aboutLayer({ db, params: { id } }))) throw notFound('demand layer');
}

/** Large files are read whole, some of them twice: longer than other requests take. */
const takeTime = (request: Request) => request.res?.locals.giveTime?.(WORK_TIME);

const organisationsOf = (visitor: Visitor): number[] =>
  visitor.kind === 'person'
    ? visitor.memberships.map(({ organisationId }) => organisationId)
    : visitor.kind === 'key' && visitor.scopes.includes('plan')
      ? [visitor.organisationId]
      : [];

const layerRoutes: Route[] = [
  route({
    method: 'get',
    path,
    access: everyone,
    summary: 'Layers of demand',
    description: 'Those that are public, and those of your organisations.',
    query: Type.Object(
      { organisation: Type.Optional(Id), limit: limitOf(50, 20), after: place('From `next`') },
      strict,
    ),
    answers: { 200: { description: 'Layers', schema: LayerList } },
    cacheControl,
    handler: async ({ db, visitor, query: { organisation, ...page } }) =>
      ok(
        await listLayers(
          db,
          {
            organisationIds: organisationsOf(visitor),
            everything: visitor.kind === 'operator',
            ...(organisation && { organisation }),
          },
          page,
        ),
      ),
  }),
  route({
    method: 'post',
    path,
    access: mayAddSomeLayer,
    summary: 'Add a layer of demand',
    description:
      'For an organisation that you are a member of. It has no numbers yet: send a file (`/files`), look at the preview, and save it (`/versions`).',
    body: NewLayer,
    answers: { 201: { description: 'Added', schema: LayerMade } },
    handler: async ({ db, body, visitor }) => {
      if (!mayAddLayer(visitor, body.organisationId))
        throw notAllowed('You may add layers for organisations that you are a member of.');
      const id = await addLayer(db, body);
      return ok({ id }, { status: 201, headers: { Location: `${path}/${id}`, ETag: '"1"' } });
    },
  }),
  route({
    method: 'get',
    path: `${path}/:id`,
    access: everyone,
    summary: 'One layer of demand',
    description: 'A layer that is not public is there for its members only.',
    params: OfLayer,
    answers: { 200: { description: 'The layer', schema: Layer } },
    cacheControl,
    handler: async ({ db, params: { id }, visitor, request }) => {
      await checkReader(db, visitor, id);
      const { layer, edit } = await getLayer(db, id);
      const body = JSON.stringify(layer);
      return ok(body, { headers: { ETag: contentEtag(edit, body, request) } });
    },
  }),
  route({
    method: 'patch',
    path: `${path}/:id`,
    about: aboutLayer,
    access: mayEditLayer,
    summary: 'Change what is said of a layer',
    description: 'Send If-Match with the ETag you read: 428 without, 412 when somebody was first.',
    params: OfLayer,
    body: LayerChange,
    answers: { 200: { description: 'Changed', schema: LayerChanged } },
    handler: async ({ db, params, body, request }) => {
      const version = await changeLayer(db, params.id, body, versionsToChange(request));
      return ok({ version }, { headers: { ETag: `"${version}"` } });
    },
  }),
  route({
    method: 'delete',
    path: `${path}/:id`,
    about: aboutLayer,
    access: mayEditLayer,
    summary: 'Delete a layer, with all its numbers',
    description: 'Send If-Match. 409 when a plan was worked out from it.',
    params: OfLayer,
    answers: { 204: { description: 'Deleted' } },
    handler: async ({ db, params, request }) => {
      await deleteLayer(db, params.id, versionsToChange(request));
      return ok('', { status: 204 });
    },
  }),
];

const fileRoutes: Route[] = [
  route({
    method: 'post',
    path: `${path}/:id/files`,
    about: aboutLayer,
    access: mayEditLayer,
    summary: 'Send a file, and see what is in it',
    description:
      'CSV or GeoJSON of at most 50 MB. Nothing is saved yet: the file waits for a day until you say what its columns mean.',
    params: OfLayer,
    body: Type.Object({ name: Type.Optional(Type.String({ maxLength: 200 })) }, strict),
    upload: { field: 'file', bytes: MOST_BYTES },
    limits: demandFileLimits,
    answers: { 201: { description: 'It waits', schema: FileAdded } },
    handler: async ({ params, body, upload, transact, request }) => {
      takeTime(request);
      if (upload.tooLarge) throw tooLarge('50 MB');
      const { path: file } = upload;
      if (file === undefined) throw invalidInput([{ pointer: '#/file', detail: 'Choose a file.' }]);
      const preview = await previewFile(file);
      const id = await transact((db) => keepFile(db, params.id, file, body.name ?? upload.name ?? 'file'));
      return ok({ file: id, preview }, { status: 201 });
    },
  }),
  route({
    method: 'post',
    path: `${path}/:id/files/:file/preview`,
    about: aboutLayer,
    access: mayEditLayer,
    readOnly: true,
    limits: demandReadLimits,
    summary: 'See what would be saved of a file',
    description:
      'Every row is read: how many are good, what is wrong with the others, and what the columns add up to.',
    params: OfFile,
    body: PreviewAsked,
    answers: { 200: { description: 'What would be saved', schema: Preview } },
    cacheControl,
    handler: async ({ db, params: { id, file }, body, request }) => {
      takeTime(request);
      return ok(await withFile(db, id, file, (at) => previewFile(at, body.mapping)));
    },
  }),
  route({
    method: 'post',
    path: `${path}/:id/versions`,
    about: aboutLayer,
    access: mayEditLayer,
    limits: demandFileLimits,
    summary: 'Save the numbers of a file as a new version',
    description:
      'Versions before stay as they are, for the plans that were worked out from them. 409 when a row cannot be taken, unless `leaveOut` says that such rows are left out.',
    params: OfLayer,
    body: NewVersion,
    answers: { 201: { description: 'Saved', schema: Version } },
    handler: async ({ db, params: { id }, body: { file, mapping, leaveOut = false }, request }) => {
      takeTime(request);
      const saved = await withFile(db, id, file, (at, { name, sha256 }) =>
        saveFile(db, id, { path: at, file: name, sha256, mapping, leaveOut }),
      );
      await dropFile(db, file);
      const found = await getVersion(db, id, saved.version);
      return ok(found, { status: 201, headers: { Location: `${path}/${id}/versions/${saved.version}` } });
    },
  }),
];

const versionRoutes: Route[] = [
  route({
    method: 'get',
    path: `${path}/:id/versions`,
    access: everyone,
    summary: 'The versions of a layer',
    params: OfLayer,
    query: Type.Object(
      { limit: limitOf(50, 20), before: place('Those before this one; from `next`') },
      strict,
    ),
    answers: { 200: { description: 'Versions, the newest first', schema: VersionList } },
    cacheControl,
    handler: async ({ db, params: { id }, query, visitor }) => {
      await checkReader(db, visitor, id);
      return ok(await listVersions(db, id, query));
    },
  }),
  route({
    method: 'get',
    path: `${path}/:id/versions/:version`,
    access: everyone,
    summary: 'One version of a layer',
    description: 'What its columns are and add up to. A version never changes.',
    params: OfVersion,
    answers: { 200: { description: 'The version', schema: Version } },
    cacheControl,
    handler: async ({ db, params: { id, version }, visitor }) => {
      await checkReader(db, visitor, id);
      return ok(await getVersion(db, id, version));
    },
  }),
  route({
    method: 'get',
    path: `${path}/:id/versions/:version/areas`,
    access: everyone,
    summary: 'The areas of a version, with their numbers',
    params: OfVersion,
    query: Type.Object(
      {
        limit: limitOf(1000, 100),
        after: place('Those after this one; from `next`'),
        include: Type.Optional(oneOf(['outlines'] as const, { description: 'Their GeoJSON outlines, too' })),
      },
      strict,
    ),
    answers: { 200: { description: 'Areas, in the order of the file', schema: AreaList } },
    cacheControl,
    handler: async ({ db, params: { id, version }, query: { include, ...page }, visitor }) => {
      await checkReader(db, visitor, id);
      const asked = { ...page, outlines: include === 'outlines' };
      return ok(await listAreas(db, id, await getVersion(db, id, version), asked));
    },
  }),
  route({
    method: 'get',
    path: `${path}/:id/versions/:version/weights`,
    access: everyone,
    limits: demandReadLimits,
    summary: 'What an expression comes to',
    description:
      'How much each area counts, such as `population * (11 - imd_decile)` or `if(imd_decile <= 3, 2, 1) * population`: numbers, columns, + - * /, parentheses, < <= > >= = !=, min, max, if. Answers totals, and why areas have no weight.',
    params: OfVersion,
    query: Type.Object({ expression: Type.String({ maxLength: 500 }) }, strict),
    answers: { 200: { description: 'Totals', schema: Weighed } },
    cacheControl,
    handler: async ({ db, params: { id, version }, query, visitor }) => {
      await checkReader(db, visitor, id);
      return ok(await weightsOf(db, id, version, query.expression));
    },
  }),
];

export const demandRoutes: Route[] = [...layerRoutes, ...fileRoutes, ...versionRoutes];
