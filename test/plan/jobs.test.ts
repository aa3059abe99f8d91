/** Plans as work: one node at a time, taken up again after a crash with the same answer, cancelled, bounded, watched. */
import assert from 'node:assert/strict';
import { get as httpGet, type IncomingMessage } from 'node:http';
import type { Knex } from 'knex';
import { connect } from '../../server/database/open.ts';
import { MOST_RUNNING } from '../../server/plan/queue.ts';
import { MOST_WAITING } from '../../server/plan/repository.ts';
import { killServices, startService } from '../operations/spawned-service.ts';
import { buildApp, listen } from '../support/app.ts';
import { poolSettings } from '../support/database.ts';
import {
  addDemand,
  addHalls,
  ask,
  asked,
  get,
  newPlan,
  type Planning,
  planning,
  runner,
  stopRunners,
  until,
} from './support.ts';

describe('plans as work', () => {
  let there: Planning;
  let many: number;
  const others: Knex[] = [];
  before(async () => {
    there = await planning();
    await addHalls(
      there.db,
      [...Array(60).keys()].map((n) => 7 * n),
      30,
    );
    // Far enough apart that no two halls serve an area equally well, and enough of them to take a while.
    const areas = Array.from({ length: 900 }, (_area, n) => ({
      id: `m${n}`,
      lon: -0.17 + 0.09 * ((n * 0.618034) % 1),
      lat: 51.42 + 0.03 * ((n * 0.754878) % 1),
      people: 1 + ((n * 7919) % 997),
    }));
    many = await addDemand(there.db, there.organisationId, areas);
  });
  afterEach(async () => {
    await stopRunners();
    await killServices();
    for (const db of others.splice(0)) await db.destroy();
    await there.db('plan').delete();
  });

  /** A question that takes some seconds. */
  const long = (more: object = {}) => ({
    question: { kind: 'p_median', p: 12 },
    demand: { layer: many, weight: 'people' },
    ...more,
  });
  const anotherNode = () => {
    const db = connect(there.url, poolSettings);
    others.push(db);
    return runner(db);
  };
  const rowOf = (id: number) => there.db('plan').where({ id }).first();
  const begun = async (id: number) => {
    while ((await rowOf(id)).status !== 'running') await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const answerOf = ({ answer }: Record<string, unknown>) => {
    const { seconds: _took, ...same } = answer as Record<string, unknown>;
    return same;
  };

  it('finish with the same answer when the service is killed in the middle, and another takes over', async () => {
    const whole = await asked(there, long());
    const first = runner(there.db);
    const expected = answerOf(await until(there, whole));
    await first.stop();
    const id = await asked(there, long());
    const service = await startService({ DATABASE_URL: there.url });
    await begun(id);
    service.process.kill('SIGKILL');
    await service.ended;
    const { status, claim } = await rowOf(id);
    assert.equal(status, 'running', 'it was killed too late to be in the middle');
    await there
      .db('plan')
      .where({ id })
      .update({ heartbeat_at: there.db.raw(`now() - interval '1 minute'`) });
    anotherNode();
    const plan = await until(there, id);
    assert.deepEqual(answerOf(plan), expected);
    assert.equal((await rowOf(id)).tries, 2);
    assert.ok(claim);
  });

  it('are kept while their layer is read, which may take long, and given back then too', async () => {
    const id = await asked(there, long());
    const reading = await there.db.transaction();
    await reading.raw('lock table demand_area in access exclusive mode');
    const node = anotherNode();
    await begun(id);
    await there
      .db('plan')
      .where({ id })
      .update({ heartbeat_at: there.db.raw(`now() - interval '1 minute'`) });
    const isHeard = () =>
      there.db('plan').where({ id }).whereRaw(`heartbeat_at > now() - interval '30 seconds'`).first('id');
    while (!(await isHeard())) await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = node.stop();
    await reading.rollback();
    await stopped;
    const { status, tries } = await rowOf(id);
    assert.deepEqual([status, tries, node.faults], ['queued', 0, []]);
  });

  it('are given back when the service is stopped, and taken by the next at once', async () => {
    const id = await asked(there, long());
    const first = runner(there.db);
    await begun(id);
    await first.stop();
    const { status, claim, tries } = await rowOf(id);
    assert.deepEqual([status, claim, tries], ['queued', null, 0]);
    anotherNode();
    assert.equal((await until(there, id)).status, 'done');
  });

  it('are worked on by one node only, however many there are', async () => {
    const ids = [];
    for (let n = 0; n < 6; n += 1) ids.push(await asked(there, { seed: n + 1 }));
    await there.db.raw(`create table told (id int)`);
    await there.db.raw(`create function tell() returns trigger language plpgsql as
      'begin insert into told values (new.id); return new; end'`);
    await there.db.raw(`create trigger tell after update on plan for each row
      when (new.claim is not null and new.claim is distinct from old.claim) execute function tell()`);
    const nodes = [anotherNode(), anotherNode(), anotherNode()];
    for (const id of ids) assert.equal((await until(there, id)).status, 'done');
    assert.deepEqual(
      nodes.flatMap(({ faults }) => faults),
      [],
    );
    const claimed = await there.db('told').orderBy('id').pluck('id');
    assert.deepEqual(claimed, ids);
    await there.db.raw('drop trigger tell on plan; drop function tell(); drop table told');
  });

  it('run so many at once for one organisation, and no more', async () => {
    const ids = [];
    for (let n = 0; n <= MOST_RUNNING; n += 1) ids.push(await asked(there, long({ seed: n + 1 })));
    for (let n = 0; n <= MOST_RUNNING; n += 1) anotherNode();
    let most = 0;
    for (;;) {
      const rows = await there.db('plan').select('status');
      most = Math.max(most, rows.filter(({ status }) => status === 'running').length);
      if (rows.every(({ status }) => status === 'done')) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.equal(most, MOST_RUNNING);
  });

  it('are not listened to by whoever has lost them', async () => {
    const id = await asked(there, long());
    runner(there.db);
    await begun(id);
    const claim = '00000000-0000-4000-8000-000000000000';
    await there.db('plan').where({ id }).update({ claim });
    const { rows } = await there.db.raw(`select now() as since`);
    while (!(await isIdle())) await new Promise((resolve) => setTimeout(resolve, 50));
    const row = await rowOf(id);
    assert.deepEqual([row.status, row.claim, row.answer], ['running', claim, null]);
    assert.ok(rows[0]);
  });
  /** Another plan is taken by the only runner there is: it has let go of the one before. */
  const isIdle = async () => {
    const [other] = await there.db('plan').whereNot({ layer_id: many }).select('status');
    if (!other) await asked(there);
    return other?.status === 'done';
  };

  it('stop when they are cancelled, whether they wait or run', async () => {
    const cancel = (id: number) =>
      there.request.post(`/api/v1/plans/${id}/cancel`).set('Cookie', there.cookie);
    const waiting = await asked(there, long());
    assert.deepEqual((await cancel(waiting).expect(200)).body, { id: waiting, status: 'cancelled' });
    const running = await asked(there, long({ seconds: 600 }));
    const next = await asked(there);
    runner(there.db);
    await begun(running);
    await cancel(running).expect(200);
    // The only runner there is has let go of it: it works on the next.
    assert.equal((await until(there, next)).status, 'done');
    const { body } = await get(there, running).expect(200);
    assert.deepEqual([body.status, body.answer], ['cancelled', undefined]);
    assert.deepEqual((await cancel(next).expect(200)).body, { id: next, status: 'done' });
  });

  it('are refused when too many of an organisation wait', async () => {
    for (let n = 0; n < MOST_WAITING; n += 1) await asked(there);
    const { body } = await ask(there, newPlan(there)).expect(409);
    assert.match(body.detail, /^10 plans of this organisation wait or are worked on\./);
  });

  it('fail with a sentence when they end their node again and again', async () => {
    const id = await asked(there);
    const old = there.db.raw(`now() - interval '1 minute'`);
    const claim = '00000000-0000-4000-8000-000000000000';
    await there.db('plan').where({ id }).update({ status: 'running', claim, heartbeat_at: old, tries: 3 });
    runner(there.db);
    const { fault } = await until(there, id);
    assert.match(String(fault), /^It was begun 3 times and never came to an end\./);
  });

  it('leave the API free: it tells how far they are while they are worked on', async () => {
    const areas = Array.from({ length: 4000 }, (_area, n) => ({
      id: `w${n}`,
      lon: -0.17 + 0.09 * ((n * 0.618034) % 1),
      lat: 51.42 + 0.03 * ((n * 0.754878) % 1),
      people: 1 + ((n * 7919) % 997),
    }));
    const layer = await addDemand(there.db, there.organisationId, areas);
    const id = await asked(there, long({ demand: { layer, weight: 'people' }, seconds: 600 }));
    runner(there.db);
    // Worked on in this thread, it would be heard of again when it is over.
    let body: { status: string; progress?: { objective?: number } };
    do body = (await get(there, id).expect(200)).body;
    while (['queued', 'running'].includes(body.status) && body.progress?.objective === undefined);
    assert.equal(body.status, 'running');
    await there.request.post(`/api/v1/plans/${id}/cancel`).set('Cookie', there.cookie).expect(200);
  });

  describe('watched', () => {
    const close: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const each of close.splice(0)) await each();
    });
    async function watch(id: number, headers: Record<string, string> = {}) {
      const app = buildApp(there.db);
      const { url, close: end } = await listen(app);
      close.push(end);
      const answer = await new Promise<IncomingMessage>((resolve) => {
        httpGet(
          `${url}/api/v1/plans/${id}/events`,
          { headers: { Cookie: there.cookie, ...headers } },
          resolve,
        );
      });
      answer.setEncoding('utf8');
      const said = { text: '' };
      answer.on('data', (part) => {
        said.text += part;
      });
      const ended = new Promise((resolve) => answer.on('close', resolve));
      return { answer, said, ended, app };
    }

    it('tell how far they are as it comes, and end with them', async () => {
      const id = await asked(there, long());
      const { answer, said, ended } = await watch(id, { 'Accept-Encoding': 'gzip' });
      assert.equal(answer.statusCode, 200);
      assert.match(String(answer.headers['content-type']), /^text\/event-stream/);
      assert.equal(answer.headers['content-encoding'], undefined);
      assert.match(String(answer.headers['cache-control']), /no-store, no-transform/);
      runner(there.db);
      await ended;
      const events = said.text.split('\n\n').filter(Boolean);
      assert.deepEqual([events[0], events[1]], ['retry: 2000', 'event: progress\ndata: {"status":"queued"}']);
      // How often it is heard of in between is for the machine to say: a quick one is done before it is asked.
      for (const between of events.slice(2, -1))
        assert.match(between, /^event: progress\n.*"status":"running"/s);
      assert.match(String(events.at(-1)), /^event: end\nid: end\ndata: \{"status":"done"/);
      const after = await watch(id, { 'Last-Event-ID': 'end' });
      assert.equal(after.answer.statusCode, 204);
    });

    it('end when whoever listens leaves, and when the service stops', async () => {
      const id = await asked(there);
      const { app, ended, answer } = await watch(id);
      app.endStreams();
      await ended;
      assert.equal(answer.complete, true);
      // Somebody who stays tells the time: when they have looked so often, whoever has left would have looked too.
      const other = await asked(there);
      const looks = new Map<number, number>();
      const count = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
        if (!/"progress"/.test(sql)) return;
        for (const each of [id, other])
          if (bindings.includes(each)) looks.set(each, (looks.get(each) ?? 0) + 1);
      };
      const looked = async (times: number) => {
        looks.clear();
        while ((looks.get(other) ?? 0) < times) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      there.db.on('query', count);
      await watch(other);
      const left = await watch(id);
      left.answer.destroy();
      await left.ended;
      await looked(2);
      await looked(2);
      there.db.off('query', count);
      const asks = looks.get(id) ?? 0;
      assert.equal(asks, 0);
    });
  });
});
