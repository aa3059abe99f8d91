/** Photos in the record of changes: told in sentences, undone for thirty days, and gone for good when somebody asks. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Photo } from '../../server/photos/schema.ts';
import { openPhotoStore } from '../../server/photos/store.ts';
import { sweepPhotos } from '../../server/photos/sweep.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { OPERATOR_TOKEN, testConfig, useService } from '../support/app.ts';
import { addVenue, holder, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { jpeg } from './pictures.ts';
import { sendPhoto } from './upload.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'moothall-photo-history-'));
const token = { Authorization: `Bearer ${OPERATOR_TOKEN}` };

describe('photos in the history', () => {
  const service = useService({ dataDir });
  const store = openPhotoStore(testConfig({ dataDir }));
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const photosOf = async (id: number): Promise<Photo[]> =>
    (await service.request.get(`/api/v1/venues/${id}/photos`).expect(200)).body.items;
  const entries = async (id: number) =>
    (await service.request.get(`/api/v1/venues/${id}/history`).expect(200)).body.items;
  const files = () =>
    readdirSync(dataDir, { recursive: true }).filter((name) => String(name).endsWith('.jpg'));
  const versionOf = async (id: number) => (await entries(id))[0].version;
  const revert = async (id: number, version: number) =>
    service.request
      .post(`/api/v1/venues/${id}/revert`)
      .set({ ...token, 'If-Match': `"${await versionOf(id)}"` })
      .send({ version });
  const remove = (id: number, photo: string, more = '') =>
    service.request.delete(`/api/v1/venues/${id}/photos/${photo}${more}`).set({ ...token, 'If-Match': '*' });
  const textOf = async (path: string, cookie?: string) => {
    const asked = service.request.get(path).set('Accept', 'text/html');
    return (await (cookie ? asked.set('Cookie', cookie) : asked).expect(200)).text.replace(/<[^>]+>/g, ' ');
  };

  async function withPhotos() {
    const us = await addOrganisation(service.db, { name: 'Us' });
    const { id } = await addVenue(service.db, { organisationId: us, spaces: [space('Hall')] });
    const small = await jpeg(200, 200);
    for (const alt of ['The door', 'The kitchen', 'The garden'])
      await sendPhoto(service.request, id, small, { alt }).expect(201);
    return { us, id, ids: (await photosOf(id)).map((photo) => photo.id) };
  }

  it('are told when they come, when other words are found for them, and when they go', async () => {
    const { id, ids } = await withPhotos();
    await service.request
      .patch(`/api/v1/venues/${id}/photos/${ids[0]}`)
      .set({ ...token, 'If-Match': '*' })
      .send({ alt: 'The door, with a ramp' })
      .expect(200);
    await service.request
      .patch(`/api/v1/venues/${id}/photos/${ids[0]}`)
      .set({ ...token, 'If-Match': '*' })
      .send({ alt: 'The door, with a ramp' })
      .expect(200);
    await remove(id, ids[1] ?? '').expect(200);
    const text = await textOf(`/venues/broadwater-hall-${id}/history`);
    for (const line of [
      /Photo added: .?The garden/,
      /Photo\s+Before:\s+The door\s+After:\s+The door, with a ramp/,
      /Photo deleted: .?The kitchen/,
    ])
      assert.match(text, line);
    assert.equal((await entries(id)).length, 6, 'what changes nothing is no change');
    const { body } = await service.request.get(`/api/v1/venues/${id}`);
    assert.equal(body.version, 6);
    const listed = await service.request.get('/api/v1/venues');
    assert.equal(listed.body.items[0].updatedAt, body.updatedAt, 'search is in step');
  });

  it('come back to their place, with their words, for thirty days', async () => {
    const { id, ids } = await withPhotos();
    const [, second = ''] = ids;
    const picture = `/photos/${second}/320.jpg`;
    const before = await photosOf(id);
    const kept = files().length;
    await remove(id, second).expect(200);
    await service.request.get(picture).expect(404);
    assert.equal(await sweepPhotos(service.db, store), 0);
    assert.equal(files().length, kept);
    assert.equal((await revert(id, await versionOf(id))).status, 200);
    const again = await photosOf(id);
    assert.deepEqual(
      again.map(({ addedAt: _at, ...photo }) => photo),
      before.map(({ addedAt: _at, ...photo }) => photo),
    );
    await service.request.get(picture).expect(200);
    // The coming back can be undone as well, and then it is too late.
    assert.equal((await revert(id, await versionOf(id))).status, 200);
    await service.db('photo_leftover').update({ due_at: service.db.fn.now() });
    assert.equal(await sweepPhotos(service.db, store), 1);
    assert.equal(files().length, kept - 1);
    assert.equal((await revert(id, await versionOf(id))).status, 409);
  });

  it('are undone where what was done still stands', async () => {
    const { id, ids } = await withPhotos();
    const [first = ''] = ids;
    const added = (await entries(id)).at(-2).version;
    await service.request
      .patch(`/api/v1/venues/${id}/photos/${first}`)
      .set({ ...token, 'If-Match': '*' })
      .send({ alt: 'A door' })
      .expect(200);
    const { status, body } = await revert(id, added);
    assert.equal(status, 409, JSON.stringify(body));
    assert.equal((await revert(id, await versionOf(id))).status, 200);
    assert.equal((await photosOf(id))[0]?.alt, 'The door');
    assert.equal((await revert(id, added)).status, 200);
    assert.deepEqual(
      (await photosOf(id)).map(({ alt }) => alt),
      ['The kitchen', 'The garden'],
    );
  });

  it('come back without a room that is gone', async () => {
    const { id, ids } = await withPhotos();
    const room = (await service.db('space').where({ venue_id: id }).first('id')).id;
    await service.request
      .patch(`/api/v1/venues/${id}/photos/${ids[2]}`)
      .set({ ...token, 'If-Match': '*' })
      .send({ spaceId: room })
      .expect(200);
    await remove(id, ids[2] ?? '').expect(200);
    const deleted = await versionOf(id);
    await saveVenue(service.db, holder, id, { spaces: [] });
    assert.equal((await revert(id, deleted)).status, 200);
    assert.deepEqual(
      [(await photosOf(id))[2]?.alt, (await photosOf(id))[2]?.spaceId],
      ['The garden', undefined],
    );
  });

  it('are told to nobody who could not see them', async () => {
    const { id, ids } = await withPhotos();
    await saveVenue(service.db, holder, id, { status: 'withdrawn' });
    await sendPhoto(service.request, id, await jpeg(300, 200), { alt: 'The safe' }).expect(201);
    await remove(id, ids[0] ?? '').expect(200);
    await saveVenue(service.db, holder, id, { status: 'published' });
    const { text } = await service.request.get(`/api/v1/venues/${id}/history`);
    assert.doesNotMatch(text, /The safe/);
    assert.doesNotMatch(await textOf(`/venues/broadwater-hall-${id}/history`), /The safe|Photo deleted/);
  });

  it('go for good at once, with all that was said of them, when a steward says so', async () => {
    const { us, id, ids } = await withPhotos();
    const [first = '', second = ''] = ids;
    const editor = await signIn(service.db, 'editor@us.example', { [us]: 'editor' });
    const steward = await signIn(service.db, 'steward@us.example', { [us]: 'steward' });
    const here = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
    const form = (cookie: string) =>
      service.request
        .post(`/venues/${id}/photos/${first}/delete`)
        .set({ ...here, Cookie: cookie })
        .type('form')
        .send({ forGood: 'yes' });
    assert.match(await textOf(`/venues/${id}/photos/${first}/delete`, steward.cookie), /Delete it for good/);
    assert.doesNotMatch(await textOf(`/venues/${id}/photos/${first}/delete`, editor.cookie), /for good/);
    await form(editor.cookie).expect(403);
    await form(steward.cookie).expect(303);
    // Of one that was deleted before, too.
    await remove(id, second).expect(200);
    const deleted = await versionOf(id);
    await service.request
      .delete(`/api/v1/venues/${id}/photos/${second}?forGood=yes`)
      .set({ Cookie: editor.cookie, 'If-Match': '*', 'Sec-Fetch-Site': 'same-origin' })
      .expect(403);
    await remove(id, second, '?forGood=yes').expect(200);
    assert.equal(await sweepPhotos(service.db, store), 2);
    const everything = JSON.stringify([
      await service.db('change').select(),
      await service.db('photo').select(),
      (await service.request.get(`/api/v1/venues/${id}/export`).set(token).expect(200)).body,
    ]);
    assert.doesNotMatch(everything, /The door|The kitchen/);
    assert.match(await textOf(`/venues/broadwater-hall-${id}/history`), /A photo was taken away for good/);
    assert.equal((await revert(id, deleted)).status, 404);
    assert.equal((await revert(id, await versionOf(id))).status, 409);
    await remove(id, second, '?forGood=yes').expect(200);
    await remove(id, 'f'.repeat(32), '?forGood=yes').expect(404);
  });
});
