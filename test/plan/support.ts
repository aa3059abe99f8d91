/** A register with a few halls, a layer of demand and somebody who plans, committed, so that other nodes see it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import supertest from 'supertest';
import { addLayer } from '../../server/demand/repository.ts';
import { saveFile } from '../../server/demand/versions.ts';
import { type PlanRunner, startPlanRunner } from '../../server/plan/runner.ts';
import { buildApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

export interface Planning {
  db: Knex;
  url: string;
  request: ReturnType<typeof supertest>;
  cookie: string;
  organisationId: number;
  layer: number;
}

/** Areas as a grid of some 200 metres, with as many people as their number says. */
export const gridArea = (n: number, across: number) => ({
  id: `a${n}`,
  lon: -0.17 + 0.003 * (n % across),
  lat: 51.42 + 0.002 * Math.floor(n / across),
});

export async function planning({ areas = 12, across = 4 } = {}): Promise<Planning> {
  const { db, url } = await freshDatabase();
  const organisationId = await addOrganisation(db, { name: 'Board', kind: 'commissioner' });
  const { cookie } = await signIn(db, 'priya@board.example', { [organisationId]: 'editor' });
  const layer = await addDemand(
    db,
    organisationId,
    Array.from({ length: areas }, (_area, n) => ({ ...gridArea(n, across), people: 10 * (n + 1) })),
  );
  return { db, url, request: supertest(buildApp(db).express), cookie, organisationId, layer };
}

export async function addDemand(
  db: Knex,
  organisationId: number,
  areas: { id: string; lon: number; lat: number; people: number }[],
): Promise<number> {
  const layer = await addLayer(db, {
    organisationId,
    name: `People ${areas.length}`,
    unit: 'people',
    source: 'Us',
    licence: 'CC0-1.0',
  });
  const folder = await mkdtemp(join(tmpdir(), 'moothall-demand-'));
  const path = join(folder, 'people.csv');
  const rows = areas.map(({ id, lon, lat, people }) => `${id},${lon},${lat},${people}`);
  await writeFile(path, ['id,lon,lat,people', ...rows].join('\n'));
  const mapping = { id: 'id', lon: 'lon', lat: 'lat', columns: { people: 'people' } };
  await db.transaction((transaction) =>
    saveFile(transaction, layer, { path, mapping, file: 'people.csv', sha256: '0', leaveOut: false }),
  );
  await rm(folder, { recursive: true });
  return layer;
}

/** Published halls in the middle of these areas of the grid. */
export async function addHalls(db: Knex, at: number[], across = 4): Promise<number[]> {
  const ids: number[] = [];
  for (const n of at) {
    const { lon, lat } = gridArea(n, across);
    const location = { lon, lat, precision: 'exact' as const };
    ids.push((await addVenue(db, { name: `Hall ${n}`, location })).id);
  }
  return ids;
}

export const newPlan = ({ organisationId, layer }: Planning, more: object = {}) => ({
  organisationId,
  name: 'A clinic',
  question: { kind: 'mclp', p: 1, within: 250 },
  demand: { layer, weight: 'people' },
  candidates: { search: {} },
  travel: { detour: 1 },
  ...more,
});

export const ask = ({ request, cookie }: Planning, body: object) =>
  request.post('/api/v1/plans').set('Cookie', cookie).send(body);

export async function asked(planning: Planning, more: object = {}): Promise<number> {
  const { body } = await ask(planning, newPlan(planning, more)).expect(202);
  return body.id;
}

export const get = ({ request, cookie }: Planning, path: string | number) =>
  request.get(`/api/v1/plans/${path}`).set('Cookie', cookie);

const over = ['done', 'failed', 'cancelled'];

/** Looks at a plan until it is in one of these states. */
export async function until(planning: Planning, id: number, states = over): Promise<Record<string, unknown>> {
  for (;;) {
    const { body } = await get(planning, id).expect(200);
    if (states.includes(body.status)) return body;
    assert.ok(!over.includes(body.status), `it is ${body.status}: ${body.fault ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const runners = new Set<PlanRunner>();

export function runner(db: Knex): PlanRunner & { faults: unknown[] } {
  const faults: unknown[] = [];
  const started = startPlanRunner(db, (error) => faults.push(error));
  runners.add(started);
  return { ...started, faults };
}

/** For afterEach. */
export async function stopRunners(): Promise<void> {
  await Promise.all([...runners].map((each) => each.stop()));
  runners.clear();
}
