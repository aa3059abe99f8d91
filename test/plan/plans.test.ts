/** Plans over the API: asked in one request, worked out in the background, answered with proof, and taken away whole. */
import assert from 'node:assert/strict';
import { saveVenue } from '../../server/venues/repository.ts';
import { addVenue, holder } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import {
  addDemand,
  addHalls,
  ask,
  asked,
  get,
  gridArea,
  newPlan,
  type Planning,
  planning,
  runner,
  stopRunners,
  until,
} from './support.ts';

describe('plans', () => {
  let there: Planning;
  let halls: number[];
  beforeEach(async () => {
    there = await planning();
    halls = await addHalls(there.db, [0, 5, 11]);
  });
  afterEach(stopRunners);

  const done = async (more: object = {}) => {
    const id = await asked(there, more);
    const { faults } = runner(there.db);
    const plan = await until(there, id);
    assert.deepEqual([plan.fault, ...faults], [undefined]);
    return { id, plan, answer: plan.answer as Record<string, never> };
  };

  it('are asked, wait, and are answered with proof, by name, and with where each thing is', async () => {
    const { headers, body } = await ask(there, newPlan(there)).expect(202);
    assert.deepEqual(body, { id: body.id, status: 'queued' });
    assert.equal(headers.location, `/api/v1/plans/${body.id}`);
    assert.equal((await get(there, body.id).expect(200)).body.status, 'queued');
    runner(there.db);
    const plan = (await until(there, body.id)) as Record<string, Record<string, unknown>>;
    const { seconds, solver, sites, says, model, findings: _findings, ...answer } = plan.answer ?? {};
    // The last hall reaches its own area, that on its left, and that above: 120 + 110 + 80.
    assert.deepEqual(answer, {
      objective: 310,
      bound: 310,
      gap: 0,
      status: 'optimal',
      reasons: ['places-out-of-reach'],
      travel: { kind: 'straight_line', mode: 'walking', detour: 1, metresPerMinute: 80 },
      demand: { areas: 12, weight: 780 },
      reached: { areas: 3, weight: 310 },
      outOfReach: { areas: 3, weight: 160 },
    });
    assert.match(String(says), /^1 site is within 250 metres of 39.7 % of the weight. It is proven/);
    assert.match(String(model), /Church and ReVelle/);
    assert.match(JSON.stringify(solver), /"highs":"\d+\.\d+/);
    assert.ok(Number(seconds) >= 0);
    const { lon, lat } = gridArea(11, 4);
    assert.deepEqual(sites, [
      {
        id: halls[2],
        name: 'Hall 11',
        url: `http://localhost:3000/venues/hall-11-${halls[2]}`,
        api: `http://localhost:3000/api/v1/venues/${halls[2]}`,
        lon: Math.round(lon * 1e6) / 1e6,
        lat: Math.round(lat * 1e6) / 1e6,
        precision: 'exact',
        included: false,
        areas: 3,
        weight: 310,
        consent: 'ask_first',
        today: { consent: 'ask_first' },
      },
    ]);
    const line = { kind: 'straight_line', mode: 'walking', detour: 1, metresPerMinute: 80 };
    assert.deepEqual(plan.travel, { model: line, unit: 'metres' });
    assert.deepEqual(plan.candidates, { asked: { search: {}, consent: 'any' }, count: 3, agreed: 0 });
  });

  for (const [question, objective, open] of [
    [{ kind: 'lscp', within: 1000 }, 1, 1],
    [{ kind: 'lscp', within: 250, share: 0.5 }, 2, 2],
    [{ kind: 'p_median', p: 3 }, undefined, 3],
    [{ kind: 'p_centre', p: 2 }, undefined, 2],
  ] as const)
    it(`answer ${JSON.stringify(question)}`, async () => {
      const { answer } = await done({ question });
      const told = answer as unknown as {
        status: string;
        objective: number;
        bound: number;
        sites: object[];
        reasons: string[];
      };
      assert.equal(told.status, 'optimal');
      assert.ok(
        !told.reasons.includes('no-sites-asked'),
        'whoever asks how few are enough asks for no number',
      );
      if (objective !== undefined) assert.equal(told.objective, objective);
      assert.equal(told.bound, told.objective);
      assert.equal(told.sites.length, open);
    });

  it('count minutes by the speed and the detour', async () => {
    // 250 metres of straight line are 5 minutes at 4.8 km/h.
    const travel = { unit: 'minutes', detour: 2, metresPerMinute: 160 };
    const { answer } = await done({ question: { kind: 'mclp', p: 1, within: 3.125 }, travel });
    assert.equal((answer as unknown as { objective: number }).objective, 310);
  });

  it('choose what is to be included, and nothing that is not', async () => {
    const candidates = { search: {}, include: [halls[0]], exclude: [halls[2]] };
    const { plan, answer } = await done({ question: { kind: 'mclp', p: 2, within: 250 }, candidates });
    const { sites } = answer as unknown as { sites: { id: number; included: boolean }[] };
    assert.deepEqual(
      sites.map(({ id, included }) => [id, included]),
      [
        [halls[0], true],
        [halls[1], false],
      ],
    );
    assert.equal((plan.candidates as { count: number }).count, 2);
  });

  it('say so when nobody is in reach, or too few are', async () => {
    const nobody = await done({
      question: { kind: 'mclp', p: 1, within: 1 },
      candidates: { include: [halls[0]] },
    });
    assert.equal((nobody.answer as unknown as { objective: number }).objective, 10);
    const few = await done({
      question: { kind: 'lscp', within: 250, share: 1 },
      candidates: { include: [halls[0]] },
    });
    assert.match(JSON.stringify(few.answer), /1 site is within 250 metres of 10.3 % of the weight/);
    const share = await done({
      question: { kind: 'lscp', within: 250, share: 0.9 },
      candidates: { include: [halls[0]] },
    });
    assert.match(JSON.stringify(share.answer), /of 10.3 % of the weight, and 90 % was asked.*"infeasible"/);
    const { lon, lat } = { lon: -1, lat: 52 };
    const far = await addVenue(there.db, { location: { lon, lat, precision: 'exact' } });
    const none = await done({ candidates: { include: [far.id] } });
    assert.match(JSON.stringify(none.answer), /No candidate is within 250 metres of any area\./);
  });

  it('use the point that the public sees, and no place that is hidden', async () => {
    const near = { lon: -0.16077, lat: 51.42123 };
    const blurred = { ...near, precision: 'approximate' as const };
    const { id } = await addVenue(there.db, { name: 'Refuge', location: blurred });
    const hidden = await addVenue(there.db, { location: { ...blurred, precision: 'hidden' } });
    const draft = await addVenue(there.db, { status: 'draft' });
    for (const each of [hidden.id, draft.id]) {
      const { body } = await ask(there, newPlan(there, { candidates: { include: [each] } })).expect(400);
      assert.equal(body.errors[0].pointer, '#/candidates/include');
      assert.equal(body.detail, `There is no venue ${each} whose place is shown to everybody.`);
    }
    const { id: planId, plan } = await done({ candidates: { search: {}, include: [id] } });
    assert.equal((plan.candidates as { count: number }).count, 4);
    const { body: item } = await there.request.get(`/api/v1/venues/${id}`).expect(200);
    const texts = [
      (await get(there, planId)).text,
      (await get(there, `${planId}/bundle`)).text,
      (await get(there, `${planId}/result.geojson`)).text,
      (await get(there, `${planId}/result.csv`)).text,
    ];
    for (const text of texts) {
      assert.ok(text.includes(String(item.location.lon)) && !text.includes(String(near.lat)), text);
    }
  });

  it('show no more of a place than its holder does today', async () => {
    const { id } = await done();
    const [, , chosen = 0] = halls;
    const { lon, lat } = gridArea(11, 4);
    await saveVenue(there.db, holder, chosen, { location: { lon, lat, precision: 'hidden' } });
    const { body } = await get(there, id).expect(200);
    assert.deepEqual(body.answer.sites, [{ id: chosen, included: false, areas: 3, weight: 310 }]);
    const { body: bundle } = await get(there, `${id}/bundle`).expect(200);
    assert.equal(bundle.complete, false);
    assert.deepEqual(bundle.candidates[2], { id: chosen, included: false });
    const { body: geo } = await get(there, `${id}/result.geojson`).expect(200);
    assert.equal(geo.features[0].geometry, null);
    await saveVenue(there.db, holder, halls[0], { status: 'withdrawn' });
    assert.deepEqual((await get(there, `${id}/bundle`)).body.candidates[0], {
      id: halls[0],
      included: false,
    });
  });

  it('are taken away whole, as GeoJSON and as CSV', async () => {
    const { id } = await done();
    const { body, headers } = await get(there, `${id}/bundle`).expect(200);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.equal(body.complete, true);
    assert.deepEqual(body.layer, {
      id: there.layer,
      version: 1,
      name: 'People 12',
      licence: 'CC0-1.0',
      source: 'Us',
    });
    assert.equal(body.places.length, 12);
    assert.deepEqual(body.places[1], { ...gridArea(1, 4), weight: 20 });
    assert.deepEqual(
      body.candidates.map((each: { id: number }) => each.id),
      halls,
    );
    assert.deepEqual([body.plan.seed, body.plan.seconds, body.plan.demand.version], [1, 60, 1]);
    const { body: geo } = await get(there, `${id}/result.geojson`)
      .expect(200)
      .expect('Content-Type', /application\/geo\+json/);
    assert.equal(geo.features[0].properties.name, 'Hall 11');
    assert.equal(geo.plan.gap, 0);
    const { text } = await get(there, `${id}/result.csv`).expect(200);
    assert.match(
      text,
      /^id,name,url,.*,consent_today,sessions_per_week_today\r\n\d+,Hall 11,http.*,false,3,310,ask_first,,ask_first,\r\n$/,
    );
  });

  it('are for their organisation only, and listed a page at a time', async () => {
    const ids = [await asked(there), await asked(there), await asked(there)];
    const list = (query: string) => there.request.get(`/api/v1/plans${query}`).set('Cookie', there.cookie);
    const first = await list('?limit=2').expect(200);
    assert.deepEqual(
      first.body.items.map(({ id, status }: { id: number; status: string }) => [id, status]),
      [
        [ids[2], 'queued'],
        [ids[1], 'queued'],
      ],
    );
    const second = await list(`?limit=2&before=${first.body.next}`).expect(200);
    assert.deepEqual([second.body.items[0].id, second.body.next], [ids[0], undefined]);
    const them = await addOrganisation(there.db, { name: 'Them' });
    const { cookie } = await signIn(there.db, 'sam@them.example', { [them]: 'steward' });
    const { body } = await there.request.get('/api/v1/plans').set('Cookie', cookie).expect(200);
    assert.deepEqual(body, { items: [] });
    for (const path of ['', '/events', '/bundle', '/result.csv', '/result.geojson'])
      await there.request.get(`/api/v1/plans/${ids[0]}${path}`).set('Cookie', cookie).expect(404);
    await there.request.delete(`/api/v1/plans/${ids[0]}`).set('Cookie', cookie).expect(404);
    const refused = await there.request
      .post('/api/v1/plans')
      .set('Cookie', cookie)
      .send(newPlan(there))
      .expect(403);
    assert.equal(refused.body.detail, 'You may plan for organisations that you are a member of.');
    const private_ = newPlan({ ...there, organisationId: them });
    const { body: unread } = await there.request
      .post('/api/v1/plans')
      .set('Cookie', cookie)
      .send(private_)
      .expect(400);
    assert.equal(unread.errors[0].pointer, '#/demand/layer');
  });

  it('go with their organisation, and stay without the layer of another that goes', async () => {
    const lender = await addOrganisation(there.db, { name: 'Lender' });
    const { cookie } = await signIn(there.db, 'lea@lender.example', { [lender]: 'steward' });
    const layer = await addDemand(there.db, lender, [{ ...gridArea(0, 4), people: 7 }]);
    await there.db('demand_layer').where({ id: layer }).update({ public: true });
    const { id } = await done({ demand: { layer, weight: 'people' } });
    await stopRunners();
    const waiting = await asked(there, { demand: { layer, weight: 'people' } });
    const dissolve = (organisation: number, own: string) =>
      there.request
        .post(`/api/v1/organisations/${organisation}/dissolve`)
        .set({ Cookie: own, 'If-Match': '*' })
        .send({ name: 'keep' });
    assert.ok((await dissolve(lender, cookie)).status < 300);
    const { body: bundle } = await get(there, `${id}/bundle`).expect(200);
    assert.deepEqual([bundle.complete, bundle.places, bundle.plan.answer.objective], [false, [], 7]);
    const { body } = await get(there, waiting).expect(200);
    assert.equal(body.fault, 'The organisation whose layer this plan asks about is dissolved.');
    await there.db('member').where({ organisation_id: there.organisationId }).update({ role: 'steward' });
    assert.ok((await dissolve(there.organisationId, there.cookie)).status < 300);
    assert.deepEqual(await there.db('plan'), []);
  });

  it('are deleted, and keep their layer while they are there', async () => {
    const { id } = await done();
    const layer = () =>
      there.request
        .delete(`/api/v1/demand-layers/${there.layer}`)
        .set({ Cookie: there.cookie, 'If-Match': '"1"' });
    const { body } = await layer().expect(409);
    assert.match(body.detail, /Plans were worked out from this layer/);
    await there.request.delete(`/api/v1/plans/${id}`).set('Cookie', there.cookie).expect(204);
    await get(there, id).expect(404);
    await layer().expect(204);
  });
});
