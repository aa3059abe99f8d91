/** The holders' word in plans: who has declined is never proposed, and what is said since is told beside what was said. */
import assert from 'node:assert/strict';
import { setHidden } from '../../server/venues/hidden.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import type { Services } from '../../server/venues/schema.ts';
import { addVenue, holder } from '../support/factories.ts';
import { addOrganisation } from '../support/people.ts';
import {
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

describe('consent in plans', () => {
  let there: Planning;
  let halls: number[];
  let group: number;
  beforeEach(async () => {
    there = await planning();
    halls = await addHalls(there.db, [0, 5, 11]);
    group = await addOrganisation(there.db, { name: 'Hall friends' });
    for (const id of halls) await saveVenue(there.db, holder, id, { organisationId: group });
  });
  afterEach(stopRunners);

  const says = (at: number, services: Services) => saveVenue(there.db, holder, halls[at], { services });
  const refused = async (candidates: object, pointer: string, detail: string | RegExp) => {
    const { body } = await ask(there, newPlan(there, { candidates })).expect(400);
    assert.equal(body.errors[0].pointer, pointer);
    if (typeof detail === 'string') assert.equal(body.detail, detail);
    else assert.match(body.detail, detail);
  };
  const candidatesOf = async (id: number) => (await get(there, `${id}/bundle`).expect(200)).body.candidates;

  it('leave out whoever has declined, and keep what the others said', async () => {
    await says(0, { consent: 'agreed', sessionsPerWeek: 3 });
    await says(2, { consent: 'declined' });
    const id = await asked(there);
    const { lon, lat } = gridArea(0, 4);
    const kept = await candidatesOf(id);
    const point = { lon: Math.round(lon * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6, precision: 'exact' };
    assert.deepEqual(kept[0], {
      ...{ id: halls[0], ...point, included: false },
      ...{ consent: 'agreed', sessionsPerWeek: 3 },
    });
    assert.deepEqual(
      kept.map((each: { id: number; consent: string }) => [each.id, each.consent]),
      [
        [halls[0], 'agreed'],
        [halls[1], 'ask_first'],
      ],
    );
    const { body } = await get(there, id).expect(200);
    assert.deepEqual([body.candidates.count, body.candidates.agreed], [2, 1]);
  });

  it('say so when one that is to be included has declined, or has not agreed', async () => {
    await says(2, { consent: 'declined' });
    await refused(
      { search: {}, include: [halls[1], halls[2]] },
      '#/candidates/include',
      `Venue ${halls[2]} may not be proposed for services: its holder has declined.`,
    );
    await says(0, { consent: 'agreed' });
    await refused(
      { search: {}, include: [halls[0], halls[1]], consent: 'agreed' },
      '#/candidates/include',
      `The holder of venue ${halls[1]} has not agreed yet, and only those who have are asked for.`,
    );
  });

  it('say so beside the field of the form, too', async () => {
    await says(2, { consent: 'declined' });
    const send = (more: object) =>
      there.request
        .post('/plan/new')
        .set({ 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', Cookie: there.cookie })
        .type('form')
        .send({
          ...{ question: 'mclp', p: '1', weight: 'people', far: '15', unit: 'minutes', mode: 'walking' },
          ...{ layer: String(there.layer), organisationId: String(there.organisationId) },
          ...more,
        });
    const chosen = await send({ [`place-${halls[2]}`]: 'in' }).expect(400);
    assert.match(
      chosen.text,
      /href="#include">The group of a place that must be chosen has not agreed to that/,
    );
    const gone = await send({ 'place-999999': 'in' }).expect(400);
    assert.match(gone.text, /href="#include">A place that must be chosen is no longer there/);
    const only = await send({ consent: 'agreed' }).expect(400);
    assert.match(only.text, /href="#consent">No group here has agreed yet/);
    await send({}).expect(303);
  });

  it('are of those who have agreed alone, when only these are asked for', async () => {
    const only = { search: {}, consent: 'agreed' };
    await refused(only, '#/candidates/consent', /^No holder has agreed yet that their place may be proposed/);
    await says(1, { consent: 'agreed' });
    const id = await asked(there, { candidates: only });
    assert.deepEqual(
      (await candidatesOf(id)).map((each: { id: number }) => each.id),
      [halls[1]],
    );
    await refused({ search: {}, consent: 'maybe' }, '#/candidates/consent', /“maybe”/);
    for (const at of [0, 1, 2]) await says(at, { consent: 'declined' });
    await refused({ search: {} }, '#/candidates', /^The holders of all venues that are found have declined/);
  });

  it('count where only those who have not agreed are as a gap for want of consent', async () => {
    await says(0, { consent: 'agreed' });
    const id = await asked(there, { candidates: { search: {}, consent: 'agreed' } });
    const { faults } = runner(there.db);
    const { answer } = await until(there, id);
    assert.deepEqual(faults, []);
    const { gaps } = (answer as { findings: { gaps: { id: string; reason: string; nearest?: object }[] } })
      .findings;
    const last = gaps.find((each) => each.id === 'a11');
    assert.equal(last?.reason, 'no_consent');
  });

  it('tell of each site what its holder says today, beside what was said when it was asked', async () => {
    await says(2, { consent: 'agreed', sessionsPerWeek: 4 });
    const id = await asked(there);
    const { faults } = runner(there.db);
    await until(there, id);
    assert.deepEqual(faults, []);
    const siteNow = async () => (await get(there, id).expect(200)).body.answer.sites[0];
    const words = ({ consent, sessionsPerWeek, today }: Record<string, unknown>) => ({
      ...{ consent, sessionsPerWeek },
      ...{ today },
    });
    const then = { consent: 'agreed', sessionsPerWeek: 4 };
    assert.deepEqual(words(await siteNow()), { ...then, today: then });
    await says(2, { consent: 'declined' });
    assert.deepEqual(words(await siteNow()), { ...then, today: { consent: 'declined' } });
    const { text } = await get(there, `${id}/result.csv`).expect(200);
    assert.match(text, /,310,agreed,4,declined,\r\n$/);
    const { body: geo } = await get(there, `${id}/result.geojson`).expect(200);
    assert.deepEqual(geo.features[0].properties.today, { consent: 'declined' });
    // Whoever holds it next has said nothing yet.
    const next = await addOrganisation(there.db, { name: 'Next' });
    await saveVenue(there.db, holder, halls[2], { organisationId: next });
    assert.deepEqual((await siteNow()).today, { consent: 'ask_first' });
  });

  it('never have a place that is private or hidden, whatever its holder agreed to', async () => {
    const agreed = { organisationId: group, services: { consent: 'agreed' as const } };
    const { lon, lat } = gridArea(11, 4);
    const draft = await addVenue(there.db, { ...agreed, status: 'draft' });
    const withdrawn = await addVenue(there.db, { ...agreed, status: 'withdrawn' });
    const placeless = await addVenue(there.db, { ...agreed, location: { lon, lat, precision: 'hidden' } });
    const hidden = await addVenue(there.db, agreed);
    await there.db.transaction((transaction) => setHidden(transaction, hidden.id, true));
    for (const { id } of [draft, withdrawn, placeless, hidden])
      await refused(
        { include: [id] },
        '#/candidates/include',
        `There is no venue ${id} whose place is shown to everybody.`,
      );
    await refused({ search: {}, consent: 'agreed' }, '#/candidates/consent', /^No holder has agreed yet/);
    const ids = (await candidatesOf(await asked(there))).map((each: { id: number }) => each.id);
    assert.deepEqual(ids, halls);
  });

  it('that were asked before holders could say anything still tell what they say today', async () => {
    const id = await asked(there);
    await there.db.raw(
      `update plan set candidates = (select jsonb_agg(each - 'consent') from jsonb_array_elements(candidates) each)`,
    );
    runner(there.db);
    const plan = await until(there, id);
    const [site] = (plan.answer as { sites: Record<string, unknown>[] }).sites;
    assert.deepEqual([site?.consent, site?.today], [undefined, { consent: 'ask_first' }]);
  });
});
