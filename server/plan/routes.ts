/** /api/v1/plans: from which places is how much of a layer of demand reached? Worked out in the background, with proof. */
import { Type } from '@sinclair/typebox';
import { ok, type Reply, type Route, route } from '../http/route.ts';
import { notAllowed } from '../problem.ts';
import { askPlan } from './ask.ts';
import { LAST_EVENT, planStream } from './events.ts';
import { askLimits, bundleLimits, watchLimits } from './limits.ts';
import { mayPlan, mayPlanSomewhere, mayUsePlan, plansOf } from './policy.ts';
import { aboutPlan, cancelPlan, deletePlan, listPlans } from './repository.ts';
import { getPlan, planBundle, planCsv, planGeoJson } from './results.ts';
import { Bundle, Id, NewPlan, Plan, PlanList, PlanMade } from './schema.ts';

const OfPlan = Type.Object({ id: Id });
const path = '/api/v1/plans';
const cacheControl = 'private, no-store';
const file = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

const planningRoutes: Route[] = [
  route({
    method: 'get',
    path,
    access: mayPlanSomewhere,
    summary: 'The plans of your organisations',
    query: Type.Object(
      {
        organisation: Type.Optional(Id),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
        before: Type.Optional(
          Type.Integer({ minimum: 1, description: 'Those before this one; from `next`' }),
        ),
      },
      { additionalProperties: false },
    ),
    answers: { 200: { description: 'Plans, the newest first', schema: PlanList } },
    cacheControl,
    handler: async ({ db, visitor, query: { organisation, ...page } }) =>
      ok(
        await listPlans(
          db,
          { organisations: plansOf(visitor), ...(organisation !== undefined && { organisation }) },
          page,
        ),
      ),
  }),
  route({
    method: 'post',
    path,
    access: mayPlanSomewhere,
    limits: askLimits,
    summary: 'Ask for a plan',
    description:
      'For an organisation that you are a member of. Candidates are published venues at the points that everybody is shown; they and the version of the layer are kept as they are now. One whose holder declines services is never among them; nobody is told or asked by a plan. It is worked out in the background: look at its address, or listen to its `/events`. 409 when too many wait.',
    body: NewPlan,
    answers: { 202: { description: 'It waits', schema: PlanMade } },
    handler: async ({ db, body, visitor }) => {
      if (!mayPlan(visitor, body.organisationId))
        throw notAllowed('You may plan for organisations that you are a member of.');
      const id = await askPlan(db, visitor, body);
      return ok({ id, status: 'queued' }, { status: 202, headers: { Location: `${path}/${id}` } });
    },
  }),
  route({
    method: 'get',
    path: `${path}/:id`,
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'One plan, with its answer',
    description:
      'Every answer says its objective, the bound that no choice exceeds, the gap between them, and by which model of travel. Sites have the names of today; one that is no longer shown as it was has none.',
    params: OfPlan,
    answers: { 200: { description: 'The plan', schema: Plan } },
    cacheControl,
    handler: async ({ db, params, visitor, config: { publicUrl } }) =>
      ok(await getPlan(db, params.id, { visitor, publicUrl })),
  }),
  route({
    method: 'post',
    path: `${path}/:id/cancel`,
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'Cancel a plan',
    description: 'It stops within a second or two. One that has ended stays as it is.',
    params: OfPlan,
    answers: { 200: { description: 'What it is now', schema: PlanMade } },
    handler: async ({ db, params: { id } }) => ok({ id, status: await cancelPlan(db, id) }),
  }),
  route({
    method: 'delete',
    path: `${path}/:id`,
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'Delete a plan, with its answer',
    description: 'One that is being worked on stops.',
    params: OfPlan,
    answers: { 204: { description: 'Deleted' } },
    handler: async ({ db, params }) => {
      await deletePlan(db, params.id);
      return ok('', { status: 204 });
    },
  }),
];

/** Compressed, or kept by a proxy until there is enough of it, events would come too late. */
const unhindered = { 'Cache-Control': 'private, no-store, no-transform', 'X-Accel-Buffering': 'no' };

const resultRoutes = (version: string): Route[] => [
  route({
    method: 'get',
    path: `${path}/:id/events`,
    about: aboutPlan,
    access: mayUsePlan,
    limits: watchLimits,
    summary: 'How far a plan is, while it is worked out',
    description:
      'Server-sent events: `progress` whenever it changes, at most once a second, and `end`, after which nothing comes. 204 to whoever has had `end`.',
    params: OfPlan,
    answers: {
      200: { description: 'Events', types: ['text/event-stream'] },
      204: { description: 'There is nothing more to come' },
    },
    handler: ({ db, params: { id }, request, stopping }): Reply => {
      if (request.get('Last-Event-ID') === LAST_EVENT) return ok('', { status: 204 });
      return ok(planStream(db, id, stopping), {
        type: 'text/event-stream; charset=utf-8',
        headers: unhindered,
      });
    },
  }),
  route({
    method: 'get',
    path: `${path}/:id/bundle`,
    about: aboutPlan,
    access: mayUsePlan,
    limits: bundleLimits,
    summary: 'Everything to work a plan out again',
    description:
      'What was asked, the version of the layer with the weight of each area, the candidates as they were, travel, seed, the versions of what solved it, and the answer. What may not be shown any more is left out, and `complete` says so.',
    params: OfPlan,
    answers: { 200: { description: 'The bundle', schema: Bundle } },
    cacheControl,
    handler: async ({ db, params: { id }, visitor, config: { publicUrl } }) =>
      ok(
        { ...(await planBundle(db, id, { visitor, publicUrl })), moothall: version },
        { headers: file(`plan-${id}.json`) },
      ),
  }),
  route({
    method: 'get',
    path: `${path}/:id/result.geojson`,
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'The chosen sites as GeoJSON',
    description: '409 while there is no answer.',
    params: OfPlan,
    answers: { 200: { description: 'Sites', types: ['application/geo+json'] } },
    cacheControl,
    handler: async ({ db, params: { id }, visitor, config: { publicUrl } }) =>
      ok(await planGeoJson(db, id, { visitor, publicUrl }), {
        type: 'application/geo+json',
        headers: file(`plan-${id}.geojson`),
      }),
  }),
  route({
    method: 'get',
    path: `${path}/:id/result.csv`,
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'The chosen sites as CSV',
    description: '409 while there is no answer.',
    params: OfPlan,
    answers: { 200: { description: 'Sites', types: ['text/csv'] } },
    cacheControl,
    handler: async ({ db, params: { id }, visitor, config: { publicUrl } }) =>
      ok(await planCsv(db, id, { visitor, publicUrl }), {
        type: 'text/csv; charset=utf-8; header=present',
        headers: file(`plan-${id}.csv`),
      }),
  }),
];

/** `version`: of this program, for those who work a plan out again. */
export const planRoutes = (version: string): Route[] => [...planningRoutes, ...resultRoutes(version)];
