/**
 * Who may call what: every endpoint that is mounted, as everybody there is. An endpoint without a row fails, so each is
 * opened to somebody on purpose. The venue and the organisation that are called upon are published, and held by `us`.
 */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import supertest, { type Test } from 'supertest';
import type { App } from '../../server/app.ts';
import { insertClaim, insertContest } from '../../server/claims/repository.ts';
import { addLayer } from '../../server/demand/repository.ts';
import type { Route } from '../../server/http/route.ts';
import { KEY_START } from '../../server/organisations/keys.ts';
import { digest, newSecret } from '../../server/people/secrets.ts';
import { buildApp, OPERATOR_TOKEN } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { may, rows, visitors, type Who } from './access-rows.ts';

/** Every scope that a key can have. */
const scopes = ['venues:read', 'venues:write', 'plan'];

/** What stands for a second parameter that is no number; there is no such thing, and whoever may pass the door is told so. */
const others: Record<string, string> = {
  photo: '0'.repeat(32),
  step: 'rooms',
  file: '0'.repeat(32),
  correction: 'v999999999',
};

/** What others are not even told of. */
const unseen = /^(\/api\/v1\/plans|\/plan|(\/api\/v1)?\/enquiries)\/:id/;

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

describe('access', () => {
  let app: App;
  let db: Knex.Transaction;
  const headers = {} as Record<Who, Record<string, string>>;
  /** What stands for the parameters of paths, by the path they begin with. */
  const ids: [path: string, id: string][] = [];

  async function addKey(organisation_id: number, keyScopes: string[]): Promise<Record<string, string>> {
    const key = KEY_START + newSecret();
    await db('api_key').insert({
      organisation_id,
      name: 'A key',
      prefix: key.slice(0, 8),
      key_hash: digest(key),
      scopes: keyScopes,
      expires_at: '2999-01-01',
    });
    return { Authorization: `Bearer ${key}` };
  }

  before(async () => {
    db = await (await freshDatabase()).db.transaction();
    app = buildApp(db);
    const us = await addOrganisation(db, { name: 'Us' });
    const them = await addOrganisation(db, { name: 'Them' });
    const { id } = await addVenue(db, { organisationId: us });
    const claimId = await insertClaim(db, { venueId: id, organisationId: us, evidence: 'email' });
    const { id: personId } = await signIn(db, 'stranger@them.example', { [them]: 'steward' });
    const contestId = await insertContest(db, {
      claimId,
      organisationId: them,
      personId,
      words: 'It has been ours since 1962.',
    });
    const [handover] = await db('handover')
      .insert({ venue_id: id, from_id: us, to_id: them, expires_at: '2999-01-01' })
      .returning('id');
    const theirs = await addVenue(db, { organisationId: them });
    const [merger] = await db('merger')
      .insert({
        from_id: theirs.id,
        into_id: id,
        from_group: them,
        into_group: us,
        reason: 'It is the same hall, listed twice.',
      })
      .returning('id');
    const layer = await addLayer(db, {
      organisationId: us,
      name: 'People',
      unit: 'people',
      source: 'Us',
      licence: 'CC0-1.0',
      public: true,
    });
    const [plan] = await db('plan')
      .insert({
        organisation_id: us,
        name: 'A clinic',
        asked: {
          question: { kind: 'p_median', p: 1 },
          demand: { layer, version: 1, weight: 'people' },
          candidates: {},
          travel: {
            model: { kind: 'straight_line', mode: 'walking', detour: 1, metresPerMinute: 80 },
            unit: 'metres',
          },
          seconds: 1,
          seed: 1,
        },
        candidates: '[]',
        status: 'cancelled',
        ended_at: db.fn.now(),
      })
      .returning('id');
    const [enquiry] = await db('enquiry')
      .insert({
        plan_id: plan.id,
        venue_id: theirs.id,
        organisation_id: us,
        holder_id: them,
        state: 'sent',
        service: 'A clinic',
        words: 'You are near.',
        sent_at: db.fn.now(),
      })
      .returning('id');
    ids.push(
      ['/enquiries/', String(enquiry.id)],
      ['/demand-layers/', String(layer)],
      ['/plan/layers/', String(layer)],
      ['/plans/', String(plan.id)],
      ['/plan/', String(plan.id)],
      ['/mergers', String(merger.id)],
      ['/operator/mergers', String(merger.id)],
      ['/handovers', String(handover.id)],
      ['/organisations', String(us)],
      ['/claims', String(claimId)],
      ['/contests', String(contestId)],
      ['/operator/contests', String(contestId)],
      ['/operator/venues', String(id)],
      ['/venues/:slug', `broadwater-hall-${id}`],
      ['/venues', String(id)],
    );
    const cookie = async (email: string, roles: Parameters<typeof signIn>[2]) => ({
      Cookie: (await signIn(db, email, roles)).cookie,
    });
    headers.nobody = {};
    headers.stranger = await cookie('stranger@them.example', { [them]: 'steward' });
    headers.editor = await cookie('editor@us.example', { [us]: 'editor' });
    headers.steward = await cookie('steward@us.example', { [us]: 'steward' });
    headers.operator = await cookie('operator@register.example', {});
    await db('person').where({ email: 'operator@register.example' }).update({ operator: true });
    headers.token = { Authorization: `Bearer ${OPERATOR_TOKEN}` };
    headers.key = await addKey(us, scopes);
    headers['poor key'] = await addKey(us, ['none']);
    headers['strange key'] = await addKey(them, scopes);
  });
  after(() => db.rollback());

  const pathOf = (path: string) => {
    const id = ids.find(([start]) => path.replace(/^\/api\/v1/, '').startsWith(start))?.[1] ?? '1';
    const parts = path.replace(/:\w+/, id);
    return parts.replace(/:(\w+)/g, (_all, name: string) => others[name] ?? '1');
  };

  /** A request that gets as far as the handler's own checks, if it gets past the door. */
  function call({ method, path, body, form }: Route, sent: Record<string, string>, on: App = app): Test {
    const request = supertest(on.express)
      [method](pathOf(path))
      .set({ 'Sec-Fetch-Site': 'same-origin', ...sent });
    if (form) return request.type('form').send({ x: '1' });
    return body ? request.send({}) : request;
  }

  /** The same, leaving nothing behind. */
  async function tryOut(route: Route, sent: Record<string, string>) {
    await db.raw('savepoint trial');
    const answer = await call(route, sent);
    await db.raw('rollback to savepoint trial');
    return answer;
  }

  it('knows every endpoint', () => {
    assert.deepEqual(app.routes.map(nameOf).sort(), Object.keys(rows).sort());
  });

  for (const who of visitors)
    it(`lets ${who} in where they may go, and nowhere else`, async () => {
      for (const route of app.routes) {
        const row = rows[nameOf(route)];
        // What a transaction cannot measure: the pool it is of. The service's own test reads it.
        if (!row || route.path === '/metrics') continue;
        const { status, headers: sent, body } = await tryOut(route, headers[who]);
        const name = `${nameOf(route)} answered ${status}`;
        if ((may[row] as Who[]).includes(who)) {
          assert.ok(status < 500 && status !== 401 && status !== 403, name);
        } else if (who === 'nobody' && route.undocumented) {
          // A page asks to sign in, and leads back.
          assert.equal(status, 303, name);
          assert.match(sent.location ?? '', /^\/sign-in\?next=/, name);
        } else if (who === 'nobody') {
          assert.equal(status, 401, name);
          assert.equal(sent['www-authenticate'], 'Bearer');
          assert.equal(body.type, '/api/docs#problem-sign-in-needed');
        } else assert.equal(status, unseen.test(route.path) ? 404 : 403, name);
      }
    });

  it('turns a wrong key away everywhere, so that nobody believes it works', async () => {
    for (const route of app.routes)
      for (const key of [
        'wrong',
        `${OPERATOR_TOKEN}x`,
        OPERATOR_TOKEN.slice(0, -1),
        OPERATOR_TOKEN.toUpperCase(),
        `${KEY_START}${newSecret()}`,
      ]) {
        const answer = await call(route, { Authorization: `Bearer ${key}` });
        assert.equal(answer.status, 401, `${nameOf(route)} with ${key}`);
      }
  });

  it('turns a key away when its time is over', async () => {
    await db('api_key').update({ expires_at: '2020-01-01' });
    const route = app.routes.find((each) => each.path === '/api/v1/venues/:id/record') as Route;
    assert.equal((await call(route, headers.key)).status, 401);
    await db('api_key').update({ expires_at: '2999-01-01' });
    assert.equal((await call(route, headers.key)).status, 200);
  });

  it('gives nobody the operator’s place when there is no OPERATOR_TOKEN', async () => {
    const keyless = buildApp(db, { operatorToken: undefined });
    for (const route of keyless.routes.filter((each) => rows[nameOf(each)] !== 'everyone'))
      for (const header of [
        'Bearer undefined',
        'Bearer ',
        `Bearer ${OPERATOR_TOKEN}`,
        'Basic OnVuZGVmaW5lZA==',
      ])
        if (!route.undocumented)
          assert.equal((await call(route, { Authorization: header }, keyless)).status, 401, header);
  });

  it('says the same in the API document', async () => {
    const { body } = await supertest(app.express).get('/api/openapi.json').expect(200);
    for (const route of app.routes.filter((each) => !each.undocumented)) {
      const operation = body.paths[route.path.replace(/:(\w+)/g, '{$1}')][route.method];
      assert.equal('security' in operation, rows[nameOf(route)] !== 'everyone', nameOf(route));
    }
  });
});
