/** The proven optima of Wandsworth, through the API, from the imported files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { realFile, runImport } from '../import/real.ts';
import { asked, get, type Planning, planning, runner, stopRunners, until } from './support.ts';

interface Optimum {
  model: 'MCLP' | 'p-median';
  venues: number;
  demand: number;
  total: number;
  p: number;
  radius_m?: number;
  obj: number;
}

describe('published optima of Wandsworth, through the API', () => {
  let there: Planning;
  let optima: Optimum[];
  let layer: number;
  before(async function () {
    const venues = realFile(this, 'venues/wandsworth_osm_places_of_worship_2020.csv');
    const people = realFile(this, 'demand/lsoa21_wandsworth_demand.csv');
    optima = JSON.parse(readFileSync(realFile(this, 'optima/wandsworth_optima.json'), 'utf8')).results;
    there = await planning();
    await runImport(there.db, 'csv', venues, '--map', 'wandsworth-places-of-worship');
    const { request, cookie, organisationId } = there;
    const words = { name: 'LSOA', unit: 'people', source: 'ONS', licence: 'OGL-UK-3.0' };
    const path = '/api/v1/demand-layers';
    const made = await request
      .post(path)
      .set('Cookie', cookie)
      .send({ organisationId, ...words })
      .expect(201);
    layer = made.body.id;
    const { body } = await request
      .post(`${path}/${layer}/files`)
      .set('Cookie', cookie)
      .attach('file', people)
      .expect(201);
    const columns = { population: 'population_2021' };
    const mapping = { id: 'lsoa21_code', name: 'lsoa21_name', lon: 'lon', lat: 'lat', columns };
    const version = await request
      .post(`${path}/${layer}/versions`)
      .set('Cookie', cookie)
      .send({ file: body.file, mapping })
      .expect(201);
    assert.equal(version.body.areas, 186);
    runner(there.db);
  });
  after(stopRunners);

  const plan = async (question: object, candidates: object) =>
    until(there, await asked(there, { question, candidates, demand: { layer, weight: 'population' } }));

  for (const n of [0, 1, 2])
    it(`number ${n + 1}`, async () => {
      const { model, p, radius_m: within, obj, total } = optima[n] as Optimum;
      const question = model === 'MCLP' ? { kind: 'mclp', p, within } : { kind: 'p_median', p };
      const told = await plan(question, { search: {} });
      const answer = told.answer as Record<string, number> & { demand: object; sites: object[] };
      assert.equal(answer.status, 'optimal');
      assert.ok(
        Math.abs(Number(answer.objective) - obj) <= (model === 'MCLP' ? 0 : 0.05),
        String(answer.objective),
      );
      assert.equal(answer.gap, 0);
      assert.deepEqual(answer.demand, { areas: 186, weight: total });
      assert.equal(answer.sites.length, p);
      const { body } = await get(there, `${told.id}/bundle`).expect(200);
      assert.equal(body.complete, true);
    });
});
