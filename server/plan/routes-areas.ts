/** /api/v1/plans/{id}/areas and /compare: what a plan is for each area, and beside another plan. */
import { Type } from '@sinclair/typebox';
import { ok, type Route, route } from '../http/route.ts';
import { listPlanAreas, planInAreas } from './areas.ts';
import { areasCsv, areasGeoJson } from './areas-files.ts';
import { comparePlans } from './compared.ts';
import { bundleLimits } from './limits.ts';
import { mayUsePlan } from './policy.ts';
import { aboutPlan } from './repository.ts';
import { Id } from './schema.ts';
import { Comparison, PlanAreaList } from './schema-areas.ts';

const OfPlan = Type.Object({ id: Id });
const path = '/api/v1/plans/:id';
const cacheControl = 'private, no-store';
const file = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });
const whenNot = '409 while there is no answer, and when the layer is gone or no longer shown to you.';

export const planAreaRoutes: Route[] = [
  route({
    method: 'get',
    path: `${path}/areas`,
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'Each area of a plan, and how far it is to a chosen site',
    description: `Travel is in the unit of the plan. ${whenNot}`,
    params: OfPlan,
    query: Type.Object(
      {
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
        after: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 2_147_483_647,
            description: 'Those after this one; from `next`',
          }),
        ),
        include: Type.Optional(
          Type.Unsafe<'outlines'>(
            Type.String({ enum: ['outlines'], description: 'Their GeoJSON outlines, too' }),
          ),
        ),
      },
      { additionalProperties: false },
    ),
    answers: { 200: { description: 'Areas, in the order of the layer', schema: PlanAreaList } },
    cacheControl,
    handler: async ({ db, params: { id }, query: { include, ...page }, visitor }) =>
      ok(await listPlanAreas(db, id, visitor, { ...page, outlines: include === 'outlines' })),
  }),
  route({
    method: 'get',
    path: `${path}/areas.geojson`,
    about: aboutPlan,
    access: mayUsePlan,
    limits: bundleLimits,
    summary: 'The areas of a plan as GeoJSON',
    description: `Outlines where the layer has them, and points elsewhere; flat properties, as maps and tables read them. ${whenNot}`,
    params: OfPlan,
    answers: { 200: { description: 'Areas', types: ['application/geo+json'] } },
    cacheControl,
    handler: async ({ db, params: { id }, visitor }) =>
      ok(areasGeoJson(db, await planInAreas(db, id, visitor)), {
        type: 'application/geo+json',
        headers: file(`plan-${id}-areas.geojson`),
      }),
  }),
  route({
    method: 'get',
    path: `${path}/areas.csv`,
    about: aboutPlan,
    access: mayUsePlan,
    limits: bundleLimits,
    summary: 'The areas of a plan as CSV',
    description: whenNot,
    params: OfPlan,
    answers: { 200: { description: 'Areas', types: ['text/csv'] } },
    cacheControl,
    handler: async ({ db, params: { id }, visitor }) =>
      ok(areasCsv(db, await planInAreas(db, id, visitor)), {
        type: 'text/csv; charset=utf-8; header=present',
        headers: file(`plan-${id}-areas.csv`),
      }),
  }),
  route({
    method: 'get',
    path: `${path}/compare/:other`,
    about: aboutPlan,
    access: mayUsePlan,
    limits: bundleLimits,
    summary: 'What is different in another plan',
    description:
      'Sites that are kept, dropped and opened, and who comes within reach and who no longer is, counted apart. Both must be yours, and about the same version of the same layer: else 404, and 422.',
    params: Type.Object({ id: Id, other: Id }),
    answers: { 200: { description: 'The difference', schema: Comparison } },
    cacheControl,
    handler: async ({ db, params: { id, other }, visitor }) => ok(await comparePlans(db, id, other, visitor)),
  }),
];
