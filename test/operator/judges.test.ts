/** Operators are people of the place too: nobody judges what is their own group's, and every group reads what touched it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { insertClaim, insertContest } from '../../server/claims/repository.ts';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { program } from '../support/program.ts';

const token = { Authorization: `Bearer ${OPERATOR_TOKEN}` };
const here = { 'Sec-Fetch-Site': 'same-origin' };
const REASON = 'It shows where a refuge is, and must not.';

describe('operators', () => {
  const service = useService();

  async function contested() {
    const us = await addOrganisation(service.db, { name: 'Us' });
    const them = await addOrganisation(service.db, { name: 'Them' });
    const { id } = await addVenue(service.db, { organisationId: us });
    const claimId = await insertClaim(service.db, { venueId: id, organisationId: us, evidence: 'email' });
    const { id: personId } = await signIn(service.db, 'theirs@them.example', { [them]: 'steward' });
    const words = 'It has been ours since 1962.';
    const contest = await insertContest(service.db, { claimId, organisationId: them, personId, words });
    const olu = await signIn(service.db, 'olu@us.example', { [us]: 'editor' });
    await service.db('person').where({ id: olu.id }).update({ operator: true });
    return { us, them, id, contest, olu };
  }

  it('do not judge what is their own group’s', async () => {
    const { id, contest, olu } = await contested();
    const operate = (path: string, body: object = {}) =>
      service.request
        .post(`/api/v1/operator${path}`)
        .set({ ...here, Cookie: olu.cookie })
        .send(body);
    await operate(`/contests/${contest}/decision`, { decision: 'upheld', reason: REASON }).expect(403);
    await service.request
      .post(`/api/v1/venues/${id}/reports`)
      .send({ kind: 'not_theirs', words: 'They moved out two years ago.' })
      .expect(202);
    const report = await service.db('report').first('id');
    await operate(`/reports/${report.id}/close`).expect(403);
    await operate(`/venues/${id}/hide`, { reason: REASON }).expect(204);
    await operate(`/venues/${id}/restore`).expect(403);
    await service.request.post(`/api/v1/operator/venues/${id}/restore`).set(token).expect(204);
  });

  it('leave a record that both sides of a contest read, once each', async () => {
    const { us, them, id, contest, olu } = await contested();
    const { body: open } = await service.request.get('/api/v1/operator/contests').set(token).expect(200);
    assert.deepEqual([open.items[0].holder, open.items[0].claim.evidence], ['Us', 'email']);
    await service.request
      .post(`/api/v1/contests/${contest}/words`)
      .set(token)
      .send({ words: 'Who has the keys of the building?' })
      .expect(204);
    await service.request
      .post(`/api/v1/operator/contests/${contest}/decision`)
      .set(token)
      .send({ decision: 'overturned', reason: REASON })
      .expect(204);
    const actions = ['operator.overturned', 'operator.asked'];
    for (const group of [us, them]) {
      const person = await signIn(service.db, `reader${group}@group.example`, { [group]: 'editor' });
      const { body } = await service.request
        .get(`/api/v1/organisations/${group}/audit`)
        .set('Cookie', person.cookie)
        .expect(200);
      assert.deepEqual(
        body.items.map(({ action }: { action: string }) => action),
        actions,
      );
    }
    const { body } = await service.request
      .get(`/api/v1/venues/${id}/operator-actions`)
      .set('Cookie', olu.cookie)
      .expect(200);
    assert.deepEqual(
      body.items.map(({ action }: { action: string }) => `operator.${action}`),
      actions,
    );
  });

  it('are made and unmade on the command line, which is recorded and makes nobody to unmake', async () => {
    const { db, url } = await freshDatabase();
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [...program('server/operator-cli.ts'), ...words], {
        env: { ...process.env, DATABASE_URL: url },
        encoding: 'utf8',
      });
    assert.match(run('remove', 'nobody@register.example').stdout, /Nobody has the address/);
    assert.equal((await db('person').select()).length, 0);
    assert.match(run('add', 'olu@register.example').stdout, /is an operator now/);
    const person = await db('person').first('id', 'operator');
    assert.equal(person.operator, true);
    assert.match(run('remove', 'Olu@register.example').stdout, /no operator any more/);
    const entries = await db('audit_entry').orderBy('id').select('action', 'detail');
    assert.deepEqual(entries, [
      { action: 'operator.appointed', detail: { person: person.id } },
      { action: 'operator.dismissed', detail: { person: person.id } },
    ]);
  });
});
