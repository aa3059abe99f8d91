/** What operators ask: is it alive, is it ready, how is it doing. */
import type { Registry } from 'prom-client';
import { pendingMigrations } from '../database/migrate.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { facts, kinds, layouts, profiles, termLists, topics } from '../vocabulary.ts';

const alive = route({
  method: 'get',
  path: '/healthz',
  access: everyone,
  undocumented: true,
  summary: 'The process answers',
  answers: { 200: { description: 'Alive' } },
  cacheControl: 'no-store',
  handler: () => ok({ status: 'alive' }),
});

const ready = route({
  method: 'get',
  path: '/readyz',
  access: everyone,
  undocumented: true,
  summary: 'The database answers and its migrations are current',
  answers: { 200: { description: 'Ready' }, 503: { description: 'Not ready' } },
  cacheControl: 'no-store',
  handler: async ({ db }) => {
    try {
      const pending = await pendingMigrations(db);
      return pending === 0
        ? ok({ status: 'ready' })
        : ok({ status: 'migrations pending', pending }, { status: 503, headers: { 'Retry-After': '5' } });
    } catch {
      return ok({ status: 'database unreachable' }, { status: 503, headers: { 'Retry-After': '5' } });
    }
  },
});

const metrics = (registry: Registry) =>
  route({
    method: 'get',
    path: '/metrics',
    access: everyone,
    undocumented: true,
    summary: 'Prometheus metrics; counts and times only',
    answers: { 200: { description: 'Metrics' } },
    cacheControl: 'no-store',
    handler: async () => ok(await registry.metrics(), { type: registry.contentType }),
  });

const vocabulary = route({
  method: 'get',
  path: '/api/v1/vocabulary',
  access: everyone,
  summary: 'The closed lists',
  description:
    'Kinds, layouts, access facts and amenities with their labels, units, and the standard terms they follow; access profiles with the facts they stand for and why; and the words of house terms.',
  answers: { 200: { description: 'The vocabulary' } },
  cacheControl: 'public, max-age=300',
  handler: () =>
    ok({
      kinds,
      layouts,
      topics,
      profiles,
      terms: termLists,
      access: facts.filter((entry) => entry.group === 'access'),
      amenity: facts.filter((entry) => entry.group === 'amenity'),
    }),
});

export const operationRoutes = (registry: Registry): Route[] => [alive, ready, metrics(registry), vocabulary];
