import assert from 'node:assert/strict';
import { useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('the keys of an organisation', () => {
  const service = useService();

  it('are made by stewards, shown once, used within their scopes, and revoked', async () => {
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const { id } = await addVenue(service.db, { organisationId: us });
    const path = `/api/v1/organisations/${us}/keys`;
    const made = await service.request
      .post(path)
      .set('Cookie', cookie)
      .send({ name: 'Our website', scopes: ['venues:read'] })
      .expect(201);
    const { key, prefix, expiresAt } = made.body;
    assert.match(key, /^mh_[\w-]{43}$/);
    assert.ok(key.startsWith(prefix) && prefix.length < 12);
    assert.equal(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000), 90);
    assert.ok(!JSON.stringify(await service.db('api_key')).includes(key.slice(12)));
    const bearer = { Authorization: `Bearer ${key}` };
    await service.request.get(`/api/v1/venues/${id}/record`).set(bearer).expect(200);
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ ...bearer, 'If-Match': '*' })
      .send({ name: 'New' })
      .expect(403);
    // A key is no steward.
    await service.request.get(path).set(bearer).expect(403);
    const { body, text } = await service.request.get(path).set('Cookie', cookie).expect(200);
    assert.ok(!text.includes(key));
    assert.deepEqual(body.items[0].scopes, ['venues:read']);
    assert.match(body.items[0].lastUsedOn, /^\d{4}-\d\d-\d\d$/);
    await service.request.delete(`${path}/${made.body.id}`).set('Cookie', cookie).expect(204);
    await service.request.get(`/api/v1/venues/${id}/record`).set(bearer).expect(401);
    const audit = await service.request.get(`/api/v1/organisations/${us}/audit`).set('Cookie', cookie);
    assert.deepEqual(
      audit.body.items.map((each: { action: string }) => each.action),
      ['key.revoke', 'key.make'],
    );
  });

  it('are told once, also to a program that asks again under the same name', async () => {
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const { body } = await service.request
      .post(`/api/v1/organisations/${us}/keys`)
      .set({ Cookie: cookie, 'Idempotency-Key': 'a-key-that-is-long-enough' })
      .send({ name: 'Key', scopes: ['venues:read'] })
      .expect(201);
    assert.ok(!JSON.stringify(await service.db('sent_once')).includes(body.key));
  });

  it('are good for a year at most, and only of the organisation they are asked of', async () => {
    const us = await addOrganisation(service.db);
    const them = await addOrganisation(service.db, { name: 'Them' });
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const other = await signIn(service.db, 'ben@them.example', { [them]: 'steward' });
    const path = `/api/v1/organisations/${us}/keys`;
    const make = (more: object) =>
      service.request
        .post(path)
        .set('Cookie', cookie)
        .send({ name: 'Key', scopes: ['venues:write'], ...more });
    for (const wrong of [{ days: 366 }, { days: 0 }, { scopes: [] }, { scopes: ['all'] }, { name: ' ' }])
      await make(wrong).expect(400);
    const { body } = await make({ days: 365 }).expect(201);
    const over = { organisation_id: us, name: 'Old', prefix: 'mh_000000', scopes: ['venues:read'] };
    const past = service.db.raw(`now() - interval '1 day'`);
    await service.db('api_key').insert(
      Array.from({ length: 201 }, (_, n) => ({
        ...over,
        key_hash: Buffer.from(`old ${n}`),
        created_at: service.db.raw(`now() - interval '2 days'`),
        expires_at: past,
      })),
    );
    const { body: list } = await service.request.get(path).set('Cookie', cookie).expect(200);
    assert.equal(list.items[0].id, body.id, 'what opens something is seen, however many are over');
    await service.request
      .delete(`/api/v1/organisations/${them}/keys/${body.id}`)
      .set('Cookie', other.cookie)
      .expect(404);
  });
});
