import assert from 'node:assert/strict';
import supertest from 'supertest';
import { buildApp, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('organisations', () => {
  const service = useService();

  it('are added by anybody signed in, who is their first steward, five a day', async () => {
    const { id, cookie } = await signIn(service.db);
    const add = () =>
      service.request
        .post('/api/v1/organisations')
        .set('Cookie', cookie)
        .send({ name: 'Bryn Hall', kind: 'community' });
    const first = (await add().expect(201)).body;
    const second = (await add().expect(201)).body;
    assert.deepEqual([first.slug, second.slug], ['bryn-hall', 'bryn-hall-2']);
    const path = `/api/v1/organisations/${first.id}`;
    const { body } = await service.request.get(`${path}/members`).set('Cookie', cookie).expect(200);
    assert.deepEqual(body.items, [{ id, email: 'amara@hall.example', role: 'steward' }]);
    for (let count = 0; count < 3; count += 1) await add().expect(201);
    await add().expect(429);
  });

  it('show everybody what they list, and nobody who they are', async () => {
    const us = await addOrganisation(service.db);
    await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const { id } = await addVenue(service.db, { organisationId: us });
    const { id: draft } = await addVenue(service.db, { organisationId: us });
    await service.db('venue').where({ id: draft }).update({ status: 'draft' });
    const { text, body } = await service.request.get(`/api/v1/organisations/${us}`).expect(200);
    assert.deepEqual(
      body.venues.items.map((each: { id: number }) => each.id),
      [id],
    );
    assert.ok(!text.includes('amara'));
  });

  it('are changed against the version that was read', async () => {
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const path = `/api/v1/organisations/${us}`;
    const etag = String((await service.request.get(path)).headers.etag);
    const change = () =>
      service.request.patch(path).set('Cookie', cookie).send({ about: 'We share a hall.' });
    await change().expect(428);
    await change().set('If-Match', etag).expect(200);
    await change().set('If-Match', etag).expect(412);
  });

  it('note what stewards do with members', async () => {
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const { id } = await signIn(service.db, 'ben@hall.example', { [us]: 'editor' });
    const path = `/api/v1/organisations/${us}`;
    await service.request.delete(`${path}/members/${id}`).set('Cookie', cookie).expect(204);
    const { body, text } = await service.request.get(`${path}/audit`).set('Cookie', cookie).expect(200);
    assert.equal(body.items[0].action, 'member.remove');
    assert.ok(!text.includes('ben@'));
  });

  it('keep one steward when the last two leave at once', async () => {
    const { db } = await freshDatabase();
    const app = buildApp(db);
    const us = await addOrganisation(db);
    const both = [
      await signIn(db, 'amara@hall.example', { [us]: 'steward' }),
      await signIn(db, 'ben@hall.example', { [us]: 'steward' }),
    ];
    const answers = await Promise.all(
      both.map(({ id, cookie }) =>
        supertest(app.express).delete(`/api/v1/organisations/${us}/members/${id}`).set('Cookie', cookie),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 409]);
    assert.equal((await db('member').where({ organisation_id: us, role: 'steward' })).length, 1);
  });
});
