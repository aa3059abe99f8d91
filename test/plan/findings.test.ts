/** What an answer means for people: groups, fairness, why each site, gaps with their reasons, area by area, and compared. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addLayer } from '../../server/demand/repository.ts';
import { saveFile } from '../../server/demand/versions.ts';
import type { Answer } from '../../server/plan/schema.ts';
import type { Findings } from '../../server/plan/schema-findings.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { addVenue, holder } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import {
  addHalls,
  asked,
  get,
  gridArea,
  type Planning,
  planning,
  runner,
  stopRunners,
  until,
} from './support.ts';

/** Twelve areas in rows of four, from the worst off to the best off; one of them asks a spreadsheet to run something. */
async function addRankedLayer({ db, organisationId }: Planning): Promise<number> {
  const layer = await addLayer(db, {
    organisationId,
    name: 'Ranked',
    unit: 'people',
    source: 'Us',
    licence: 'CC0-1.0',
  });
  const rows = Array.from({ length: 12 }, (_row, n) => {
    const { id, lon, lat } = gridArea(n, 4);
    return [id, n === 3 ? '=1+1' : `Area ${n}`, lon, lat, 10 * (n + 1), n, n + 1, n === 2 ? '' : 0.5].join();
  });
  const folder = await mkdtemp(join(tmpdir(), 'moothall-ranked-'));
  const path = join(folder, 'ranked.csv');
  await writeFile(path, ['id,name,lon,lat,population,travel,imd_decile,old_share', ...rows].join('\n'));
  const columns = Object.fromEntries(
    ['population', 'travel', 'imd_decile', 'old_share'].map((column) => [column, column]),
  );
  const mapping = { id: 'id', name: 'name', lon: 'lon', lat: 'lat', columns };
  await db.transaction((transaction) =>
    saveFile(transaction, layer, { path, mapping, file: 'ranked.csv', sha256: '0', leaveOut: false }),
  );
  await rm(folder, { recursive: true });
  return layer;
}

describe('findings of plans', () => {
  let there: Planning;
  let halls: number[];
  let layer: number;
  before(async () => {
    there = await planning();
    halls = await addHalls(there.db, [0, 5, 11]);
    layer = await addRankedLayer(there);
  });
  afterEach(stopRunners);

  const done = async (more: object = {}) => {
    const id = await asked(there, { demand: { layer, weight: 'population' }, ...more });
    const { faults } = runner(there.db);
    const plan = await until(there, id);
    assert.deepEqual([plan.fault, ...faults], [undefined]);
    const answer = plan.answer as Answer;
    return { id, answer, findings: answer.findings as Findings };
  };

  it('tell who is reached before and after, of the columns that count people', async () => {
    const { findings } = await done({
      question: { kind: 'mclp', p: 2, within: 250 },
      candidates: { search: {}, include: [halls[0]] },
    });
    // The first hall reaches its area, that on its right, and that above it: 10 + 20 + 50. Deciles and shares are nobody.
    assert.deepEqual(findings.groups, [
      { name: 'population', total: 780, before: 80, after: 390 },
      { name: 'travel', total: 66, before: 5, after: 33 },
      { name: 'weight', total: 780, before: 80, after: 390 },
    ]);
  });

  it('say why each site, what the next best would cost, and which would be missed most', async () => {
    const { findings } = await done({ question: { kind: 'mclp', p: 2, within: 250 } });
    // The middle hall reaches 60 + 50 + 70 + 20 + 100, and the last one 310 more: no area has both.
    assert.deepEqual(findings.sites, [
      { id: halls[1], only: 300, adds: 300, nextBest: { id: halls[0], name: 'Hall 0', costs: 220 } },
      { id: halls[2], only: 310, adds: 310, nextBest: { id: halls[0], name: 'Hall 0', costs: 300 } },
    ]);
    assert.deepEqual(findings.firstToLose, { id: halls[2], loses: 310 });
  });

  it('name nothing in the stead of what is there in any case', async () => {
    const { findings } = await done({
      question: { kind: 'mclp', p: 2, within: 250 },
      candidates: { search: {}, include: [halls[0]] },
    });
    const [first, last] = findings.sites;
    assert.deepEqual(first, { id: halls[0], only: 80, adds: 80 });
    assert.deepEqual(last?.nextBest, { id: halls[1], name: 'Hall 5', costs: 80 });
  });

  it('measure the exchange of sites in the question’s own unit', async () => {
    const { answer, findings } = await done({ question: { kind: 'p_median', p: 2 } });
    const { answer: one } = await done({ question: { kind: 'p_median', p: 1 } });
    const adds = findings.sites.map((each) => each.adds ?? Number.NaN);
    assert.ok(Math.abs(Math.min(...adds) - (one.objective - answer.objective)) < 1e-6 * one.objective);
    assert.equal(findings.fairness?.access, 'nearness');
    assert.deepEqual([findings.gaps, findings.gapsCount], [[], 0]);
  });

  it('say how evenly access is shared, the worst off first', async () => {
    const { findings } = await done();
    const { fairness } = findings;
    assert.deepEqual(
      [fairness?.people, fairness?.rankedBy, fairness?.access],
      ['population', 'imd_decile', 'reached'],
    );
    const points = fairness?.points ?? [];
    assert.deepEqual([points[0], points.at(-1), points.length], [[0, 0], [1, 1], 13]);
    // Those reached are in the areas 8, 11 and 12 of 12: the better off have more, so it is above 0.
    assert.ok((fairness?.concentration ?? 0) > 0.3 && (fairness?.gini ?? 0) > 0.5);
    // Of 780 people the last 78 are all reached, and of the first 312 the last 32.
    assert.equal(fairness?.palma, 78 / 32);
  });

  it('tell gaps apart by what stands in the way', async () => {
    const { id: stairs } = await addVenue(there.db, {
      name: 'Upstairs',
      location: { ...gridArea(3, 4), precision: 'exact' },
    });
    const { findings } = await done({ candidates: { search: {}, exclude: [stairs, halls[0]] } });
    const reasons = Object.fromEntries(findings.gaps.map(({ id, reason }) => [id, reason]));
    // Of the last hall's neighbours none; the middle one was a candidate; beside the stairs and the first one, left out.
    assert.deepEqual(
      { a0: reasons.a0, a3: reasons.a3, a4: reasons.a4, a5: reasons.a5, a8: reasons.a8, a11: reasons.a11 },
      { a0: 'left_out', a3: 'left_out', a4: 'not_chosen', a5: 'not_chosen', a8: 'no_venue', a11: undefined },
    );
    const a3 = findings.gaps.find((each) => each.id === 'a3');
    assert.deepEqual([a3?.nearest?.id, a3?.name, a3?.weight], [stairs, '=1+1', 40]);
    assert.equal(findings.gapsCount, 9);
    assert.equal(
      Object.values(findings.gapReasons).reduce((all, each) => all + each, 0),
      780 - 310,
    );
    const steps = { search: { access: ['step_free_entrance'] }, include: [halls[2]] };
    const { findings: free } = await done({ candidates: steps });
    assert.equal(free.gaps.find((each) => each.id === 'a3')?.reason, 'no_step_free');
    await saveVenue(there.db, holder, stairs, {
      organisationId: await addOrganisation(there.db, { name: 'Friends of the stairs' }),
      services: { consent: 'declined' },
    });
    const { findings: declined } = await done();
    assert.equal(declined.gaps.find((each) => each.id === 'a3')?.reason, 'no_consent');
    await saveVenue(there.db, holder, stairs, { status: 'withdrawn' });
  });

  it('are listed area by area, in the order of the layer, a page at a time', async () => {
    const { id } = await done({
      candidates: { search: {}, include: [halls[0]] },
      question: { kind: 'mclp', p: 2, within: 250 },
    });
    const first = (await get(there, `${id}/areas?limit=7`).expect(200)).body;
    assert.deepEqual([first.items.length, first.next], [7, 7]);
    const { travel, before, ...a1 } = first.items[1];
    assert.deepEqual(a1, {
      ...gridArea(1, 4),
      name: 'Area 1',
      weight: 20,
      numbers: { population: 20, travel: 1, imd_decile: 2, old_share: 0.5 },
      site: halls[0],
    });
    assert.ok(travel === before && Math.abs(travel - 208.03) < 0.1, String(travel));
    assert.deepEqual(first.items[2].numbers.old_share, null);
    assert.deepEqual([first.items[2].site, first.items[2].travel, first.items[2].before], [null, null, null]);
    const second = (await get(there, `${id}/areas?limit=7&after=7`).expect(200)).body;
    assert.deepEqual([second.items.length, second.next], [5, undefined]);
    assert.deepEqual(
      [second.items[4].id, second.items[4].site, second.items[4].before],
      ['a11', halls[2], null],
    );
    await get(there, `${id}/areas?limit=1001`).expect(400);
  });

  it('are taken away as GeoJSON with flat properties, and as CSV that no spreadsheet runs', async () => {
    const { id } = await done();
    const geo = await get(there, `${id}/areas.geojson`).buffer(true).expect(200);
    assert.match(String(geo.headers['content-type']), /^application\/geo\+json/);
    assert.equal(geo.headers['cache-control'], 'private, no-store');
    const { type, features, crs } = JSON.parse(geo.text ?? geo.body.toString());
    assert.deepEqual(
      [type, features.length, crs.properties.name],
      ['FeatureCollection', 12, 'urn:ogc:def:crs:OGC:1.3:CRS84'],
    );
    const { lon, lat } = gridArea(11, 4);
    assert.deepEqual(features[11].geometry, { type: 'Point', coordinates: [lon, lat] });
    assert.deepEqual(features[11].properties, {
      ...{
        id: 'a11',
        name: 'Area 11',
        weight: 120,
        site: halls[2],
        travel: features[11].properties.travel,
        before: null,
      },
      ...{ population: 120, layer_travel: 11, imd_decile: 12, old_share: 0.5 },
    });
    for (const { properties } of features)
      for (const value of Object.values(properties)) assert.ok(value === null || typeof value !== 'object');
    const { text, headers } = await get(there, `${id}/areas.csv`).expect(200);
    assert.match(String(headers['content-disposition']), /plan-\d+-areas\.csv/);
    const lines = text.split('\r\n');
    assert.equal(
      lines[0],
      'id,name,lon,lat,weight,site,travel,before,population,layer_travel,imd_decile,old_share',
    );
    assert.match(String(lines[4]), /^a3,'=1\+1,/);
    assert.equal(lines.length, 14);
  });

  it('tell no way to a place that shows less of itself since: it would give away where it is', async () => {
    const { id } = await done({
      question: { kind: 'mclp', p: 2, within: 250 },
      candidates: { search: {}, include: [halls[2]], exclude: [halls[0]] },
    });
    const waysOf = async () => {
      const { items } = (await get(there, `${id}/areas`).expect(200)).body;
      return items.flatMap(({ site, travel, before }: Record<string, number>) =>
        site === halls[2] ? [travel, before] : [],
      );
    };
    const nearestOf = async () => {
      const { gaps } = (await get(there, id).expect(200)).body.answer.findings;
      return gaps.find((each: { id: string }) => each.id === 'a0').nearest?.id;
    };
    assert.equal(new Set(await waysOf()).size, 3);
    assert.equal(await nearestOf(), halls[0]);
    const at = (precision: 'approximate' | 'exact') => (n: number) => ({
      location: { ...gridArea(n, 4), precision },
    });
    await saveVenue(there.db, holder, halls[2] ?? 0, at('approximate')(11));
    await saveVenue(there.db, holder, halls[0] ?? 0, at('approximate')(0));
    assert.deepEqual(await waysOf(), [250, 250, 250, 250, 250, 250]);
    assert.equal(await nearestOf(), undefined);
    const { text } = await get(there, `${id}/areas.csv`).expect(200);
    assert.ok(text.includes(`,${halls[2]},250,250,`));
    await saveVenue(there.db, holder, halls[2] ?? 0, at('exact')(11));
    await saveVenue(there.db, holder, halls[0] ?? 0, at('exact')(0));
  });

  it('of two plans are compared, winners and losers apart', async () => {
    const { id } = await done({ name: 'One' });
    const { id: other } = await done({ name: 'Two', candidates: { include: [halls[1]] } });
    const { body } = await get(there, `${id}/compare/${other}`).expect(200);
    const brief = ({ id: site, name }: { id: number; name: string }) => [site, name];
    assert.deepEqual(
      [body.kept, body.dropped.map(brief), body.opened.map(brief)],
      [[], [[halls[2], 'Hall 11']], [[halls[1], 'Hall 5']]],
    );
    assert.deepEqual(body.groups, [
      { name: 'population', gained: 300, lost: 310 },
      { name: 'travel', gained: 25, lost: 28 },
      { name: 'weight', gained: 300, lost: 310 },
    ]);
    assert.deepEqual([body.gained.count, body.lost.count], [5, 3]);
    assert.deepEqual(
      body.lost.items.map((each: { id: string; weight: number }) => [each.id, each.weight]),
      [
        ['a11', 120],
        ['a10', 110],
        ['a7', 80],
      ],
    );
    const { id: elsewhere } = await done({ demand: { layer: there.layer, weight: 'people' } });
    const refused = (await get(there, `${id}/compare/${elsewhere}`).expect(422)).body;
    assert.match(refused.detail, /not about the same version of the same layer/);
    const waiting = await asked(there);
    assert.ok((await get(there, `${id}/compare/${waiting}`)).status >= 409);
    await get(there, `${id}/compare/999999`).expect(404);
    const them = await addOrganisation(there.db, { name: 'Them' });
    const { cookie } = await signIn(there.db, 'sam@them.example', { [them]: 'steward' });
    for (const path of [`${id}/areas`, `${id}/areas.csv`, `${id}/areas.geojson`, `${id}/compare/${other}`])
      await there.request.get(`/api/v1/plans/${path}`).set('Cookie', cookie).expect(404);
  });

  it('name no area of a layer that is no longer shown', async () => {
    const lender = await addOrganisation(there.db, { name: 'Lender' });
    await there.db('demand_layer').where({ id: layer }).update({ organisation_id: lender, public: true });
    const { id, findings } = await done();
    assert.equal(findings.gaps.length, 9);
    await there.db('demand_layer').where({ id: layer }).update({ public: false });
    const { body } = await get(there, id).expect(200);
    assert.deepEqual([body.answer.findings.gaps, body.answer.findings.gapsCount], [[], 9]);
    for (const path of ['areas', 'areas.csv', 'areas.geojson']) {
      const { body: refused } = await get(there, `${id}/${path}`).expect(409);
      assert.match(refused.detail, /gone, or no longer shown to you/);
    }
    await there.db('demand_layer').where({ id: layer }).update({ organisation_id: there.organisationId });
  });
});
