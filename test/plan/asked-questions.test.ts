/** Questions over the API beyond choosing sites: who is reached now, shares of groups, rooms that fill up, and odd cases. */
import assert from 'node:assert/strict';
import type { Answer } from '../../server/plan/schema.ts';
import type { Findings } from '../../server/plan/schema-findings.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { addVenue, holder } from '../support/factories.ts';
import { addOrganisation } from '../support/people.ts';
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

describe('questions of plans', () => {
  let there: Planning;
  let halls: number[];
  before(async () => {
    there = await planning();
    halls = await addHalls(there.db, [0, 5, 11]);
  });
  afterEach(stopRunners);

  const done = async (more: object = {}) => {
    const id = await asked(there, more);
    const { faults } = runner(there.db);
    const plan = await until(there, id);
    assert.deepEqual([plan.fault, ...faults], [undefined]);
    const answer = plan.answer as Answer & { findings: Findings };
    return { id, plan, answer };
  };
  const refused = async (more: object, pointer: string, detail: RegExp) => {
    const { body } = await ask(there, newPlan(there, more)).expect(400);
    assert.deepEqual([body.errors[0].pointer, body.errors.length], [pointer, 1], JSON.stringify(body));
    assert.match(body.detail, detail);
  };

  it('tell who is within reach of everything that is there now', async () => {
    const { answer } = await done({ question: { kind: 'coverage', within: 250 } });
    // 10 + 20 + 50 at the first hall, 60 + 70 + 100 besides at the middle one, 310 at the last.
    assert.deepEqual([answer.objective, answer.status, answer.gap], [620, 'optimal', 0]);
    assert.deepEqual(
      answer.sites.map(({ id }) => id),
      halls,
    );
    assert.match(
      answer.says,
      /^3 sites are there, within 250 metres of 79.5 % of the weight\. Ways are straight lines\.$/,
    );
    assert.match(answer.model, /Wachs and Kumagai/);
    const [people] = answer.findings.groups;
    assert.deepEqual(people, { name: 'people', total: 780, before: 620, after: 620 });
    assert.equal(
      answer.findings.sites.every(({ nextBest }) => nextBest === undefined),
      true,
    );
    await refused({ question: { kind: 'coverage' } }, '#/question/within', /coverage needs it/);
    await refused({ question: { kind: 'coverage', within: 9, p: 1 } }, '#/question/p', /takes no “p”/);
  });

  it('reach a share of a group at least, and say what could be reached at best where none can', async () => {
    const few = 'if(people <= 50, people, 0)';
    const shares = [{ group: few, share: 0.5 }];
    const { answer } = await done({ question: { kind: 'mclp', p: 1, within: 250, shares } });
    // Of the 150 in small areas the first hall reaches 80, and the middle one 70 with more people in all.
    assert.deepEqual(
      answer.sites.map(({ id }) => id),
      [halls[0]],
    );
    assert.deepEqual(answer.shares, [{ group: few, asked: 0.5, reached: 80 / 150 }]);
    assert.match(answer.model, /mandatory shares/);
    const group = answer.findings.groups.find(({ name }) => name === few);
    assert.deepEqual([group?.total, group?.after], [150, 80]);
    // The middle hall reaches more people, and too few of the group: it would not do.
    assert.deepEqual(answer.findings.sites, [{ id: halls[0], only: 80, adds: 80 }]);
    const everybody = { kind: 'mclp', p: 1, within: 250, shares: [{ group: 'people', share: 0.1 }] };
    const { answer: plain } = await done({ question: everybody });
    assert.deepEqual(
      plain.findings.groups.map(({ name }) => name),
      ['people', 'weight'],
    );
    const most = { kind: 'mclp', p: 1, within: 250, shares: [{ group: few, share: 0.9 }] };
    const { answer: none } = await done({ question: most });
    assert.deepEqual([none.status, none.reasons.includes('share-out-of-reach')], ['infeasible', true]);
    assert.match(none.says, /^No 1 candidates reach every share that was asked for/);
    assert.equal(none.shares?.[0]?.reached, 80 / 150);
  });

  it('refuse groups that cannot be read, that are nobody, or are there twice', async () => {
    const withShares = (...shares: object[]) => ({ question: { kind: 'mclp', p: 1, within: 250, shares } });
    const at = '#/question/shares/0/group';
    await refused(withShares({ group: 'peple', share: 0.5 }), at, /peple/);
    await refused(withShares({ group: 'people * 0', share: 0.5 }), at, /nobody is in the group/);
    await refused(withShares({ group: '0 - people', share: 0.5 }), at, /./);
    const twice = { group: 'people', share: 0.5 };
    await refused(withShares(twice, twice), '#/question/shares/1/group', /there twice/);
    await refused(
      { question: { kind: 'lscp', within: 250, shares: [twice] } },
      '#/question/shares',
      /lscp takes no “shares”/,
    );
    await refused(
      {
        question: {
          kind: 'mclp',
          p: 1,
          within: 250,
          shares: [twice],
          capacity: { sessions: 1, perSession: 1 },
        },
      },
      '#/question/capacity',
      /cannot be asked together/,
    );
  });

  it('fill rooms by the session, and keep to the sessions that a holder agreed to', async () => {
    const big = await addVenue(there.db, {
      name: 'Big room',
      location: { ...gridArea(11, 4), precision: 'exact' },
      spaces: [{ name: 'Hall', capacities: [{ layout: 'theatre', comfortable: 50 }] }],
    });
    const question = { kind: 'mclp', p: 1, within: 250, capacity: { sessions: 4 } };
    const candidates = { search: {} };
    const { answer } = await done({ question, candidates });
    const [site] = answer.sites;
    // 310 people are within reach, and 4 × 50 have room.
    assert.deepEqual([answer.objective, answer.status, site?.id], [200, 'optimal', big.id]);
    assert.deepEqual([site?.sessions, site?.capacity, site?.weight], [4, 50, 200]);
    assert.ok(answer.reasons.includes('capacity-short') && answer.reasons.includes('capacity-not-known'));
    assert.match(answer.says, /^1 site has room for 25.6 % of the weight, within 250 metres\./);
    assert.match(answer.model, /Current and Storbeck 1988/);
    assert.ok(Math.abs((answer.findings.groups[0]?.after ?? 0) - 200) < 1e-6);
    assert.deepEqual([answer.findings.access?.places, answer.findings.sites], [200, []]);
    // Of what a site might offer, only the sessions count that it was given.
    const few = { ...question, capacity: { sessions: 4, inAll: 1 } };
    const { answer: one } = await done({ question: few, candidates });
    assert.deepEqual([one.objective, one.findings.access?.places], [50, 50]);
    // The room that there is already has no room for more people before the plan than with it.
    const { answer: same } = await done({ question, candidates: { search: {}, include: [big.id] } });
    const [people] = same.findings.groups;
    assert.ok(Math.abs((people?.before ?? 0) - 200) < 1e-6 && people?.before === people?.after);
    const group = await addOrganisation(there.db, { name: 'Hall friends' });
    const services = { consent: 'agreed' as const, sessionsPerWeek: 2 };
    await saveVenue(there.db, holder, big.id, { organisationId: group, services });
    const { answer: capped } = await done({ question, candidates });
    assert.deepEqual([capped.objective, capped.sites[0]?.sessions], [100, 2]);
    const median = { kind: 'p_median', p: 1, capacity: { sessions: 9, perSession: 100 } };
    const { answer: least } = await done({ question: median, candidates: { include: halls.slice(0, 1) } });
    assert.deepEqual([least.status, least.sites[0]?.sessions], ['optimal', 8]);
    await saveVenue(there.db, holder, big.id, { status: 'withdrawn' });
    await refused({ question }, '#/question/capacity/perSession', /Of no candidate it is known/);
  });

  it('measure in straight lines, and say so, where there is no network of streets', async () => {
    const travel = { by: 'network', mode: 'walking', unit: 'minutes' };
    const { plan, answer } = await done({ question: { kind: 'mclp', p: 1, within: 4 }, travel });
    assert.equal((plan.travel as { by: string }).by, 'network');
    assert.deepEqual(answer.travel, {
      kind: 'straight_line',
      mode: 'walking',
      detour: 1.3,
      metresPerMinute: 80,
    });
    assert.ok(answer.reasons.includes('no-network'));
    assert.match(answer.says, /Ways are straight lines, made 1.3 times longer\.$/);
    await refused(
      { question: { kind: 'p_median', p: 1 }, travel },
      '#/travel/most',
      /say how long a way may be/,
    );
  });

  it('have a sentence for each odd case', async () => {
    await refused(
      { demand: { layer: there.layer, weight: 'people * 0' } },
      '#/demand/weight',
      /nobody counts/,
    );
    await refused(
      { question: { kind: 'mclp', p: 4, within: 250 } },
      '#/question/p',
      /4 sites cannot be chosen/,
    );
    await refused(
      { candidates: { search: { bbox: [10, 10, 11, 11] } } },
      '#/candidates',
      /No venue is found/,
    );
    await refused(
      { candidates: { search: {}, consent: 'agreed' } },
      '#/candidates/consent',
      /No holder has agreed/,
    );
    const { answer: all } = await done({ question: { kind: 'mclp', p: 3, within: 250 } });
    assert.ok(all.reasons.includes('all-sites-chosen'));
    const far = await addDemand(there.db, there.organisationId, [{ id: 'far', lon: 3, lat: 52, people: 5 }]);
    const { answer: none, id } = await done({ demand: { layer: far, weight: 'people' } });
    assert.ok(none.reasons.includes('all-out-of-reach'));
    assert.match(none.says, /^No candidate is within 250 metres of any area\./);
    assert.deepEqual(none.findings.gaps[0]?.reason, 'no_venue');
    assert.deepEqual(none.findings.fairness?.points, []);
    const { body } = await get(there, `${id}/areas`).expect(200);
    assert.deepEqual(body.items[0].site, null);
  });
});
