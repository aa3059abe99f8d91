/** What is said about photos, their order and their number: changed by many, lost by nobody. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import supertest, { type Test } from 'supertest';
import type { Photo, PhotoList } from '../../server/photos/schema.ts';
import { buildApp, OPERATOR_TOKEN } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, space } from '../support/factories.ts';
import { jpeg } from './pictures.ts';
import { alt, sendPhoto } from './upload.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'moothall-changes-'));

describe('changing photos', () => {
  let db: Knex;
  let request: ReturnType<typeof supertest>;
  let small: Buffer;
  before(async () => {
    ({ db } = await freshDatabase());
    request = supertest(buildApp(db, { dataDir }).express);
    small = await jpeg(200, 200);
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const signed = (test: Test, version?: string) => {
    test.auth(OPERATOR_TOKEN, { type: 'bearer' });
    return version === undefined ? test : test.set('If-Match', version);
  };
  const photosOf = async (id: number): Promise<PhotoList> =>
    (await request.get(`/api/v1/venues/${id}/photos`).expect(200)).body;
  const idsOf = async (id: number) => (await photosOf(id)).items.map((photo: Photo) => photo.id);
  async function venueWith(photos: number): Promise<{ id: number; path: string; ids: string[] }> {
    const { id } = await addVenue(db, { spaces: [space('Hall')] });
    for (let n = 0; n < photos; n++) await sendPhoto(request, id, small).expect(201);
    return { id, path: `/api/v1/venues/${id}/photos`, ids: await idsOf(id) };
  }

  it('keeps the words, the space and the fact, and takes them away again', async () => {
    const { id, path } = await venueWith(0);
    const spaceId: number = (await db('space').where({ venue_id: id }).first('id'))?.id;
    const said = { alt, caption: 'Since 1908', spaceId: String(spaceId), factKey: 'step_free_entrance' };
    await sendPhoto(request, id, small, said).expect(201);
    const [photo] = (await photosOf(id)).items;
    assert.deepEqual(
      [photo?.alt, photo?.caption, photo?.spaceId, photo?.factKey],
      [alt, 'Since 1908', spaceId, 'step_free_entrance'],
    );
    const change = { alt: ' The door ', caption: '', spaceId: null, factKey: null };
    await signed(request.patch(`${path}/${photo?.id}`), '"1"')
      .send(change)
      .expect(200);
    const list = await photosOf(id);
    assert.equal(list.version, 2);
    const { alt: now, caption, spaceId: where, factKey } = list.items[0] ?? ({} as Photo);
    assert.deepEqual([now, caption, where, factKey], ['The door', undefined, undefined, undefined]);
  });

  it('asks for words, and says what is wrong with them before it looks at the photo', async () => {
    const { id } = await venueWith(0);
    for (const [fields, pointer] of [
      [{}, '#/alt'],
      [{ alt: '   ' }, '#/alt'],
      [{ alt: 'x'.repeat(251) }, '#/alt'],
      [{ alt, caption: 'x'.repeat(301) }, '#/caption'],
      [{ alt, spaceId: 'hall' }, '#/spaceId'],
      [{ alt, factKey: 'magic' }, '#/factKey'],
      [{ alt, colour: 'red' }, '#/colour'],
    ] as [Record<string, string>, string][]) {
      const { body } = await sendPhoto(request, id, small, fields).expect(400);
      assert.deepEqual(
        body.errors.map((fault: { pointer: string }) => fault.pointer),
        [pointer],
      );
    }
    const other = (await db('space').whereNot({ venue_id: id }).first('id'))?.id;
    await sendPhoto(request, id, small, { alt, spaceId: String(other) }).expect(409);
    assert.deepEqual(await idsOf(id), []);
  });

  it('wants the version, and refuses an older one', async () => {
    const { path, ids } = await venueWith(2);
    const calls = [
      () => request.patch(path).send({ order: ids.toReversed() }),
      () => request.patch(`${path}/${ids[0]}`).send({ alt: 'Another' }),
      () => request.delete(`${path}/${ids[0]}`),
    ];
    for (const call of calls) {
      await signed(call()).expect(428);
      await signed(call(), '"1"').expect(412);
      await signed(call(), 'W/"2"').expect(412);
    }
    const list = await request.get(path);
    await signed(request.patch(path), list.headers.etag).send({ order: ids.toReversed() }).expect(200);
  });

  it('puts photos in any order that names each of them', async () => {
    const { id, path, ids } = await venueWith(3);
    const [a = '', b = '', c = ''] = ids;
    for (const order of [[a, b], [a, b, 'f'.repeat(32)], []])
      await signed(request.patch(path), '*').send({ order }).expect(409);
    await signed(request.patch(path), '*')
      .send({ order: [a, a, b] })
      .expect(400);
    await signed(request.patch(path), '*')
      .send({ order: [c, a, b] })
      .expect(200);
    assert.deepEqual(await idsOf(id), [c, a, b]);
    await signed(request.delete(`${path}/${a}`), '*').expect(200);
    assert.deepEqual(await idsOf(id), [c, b]);
    await sendPhoto(request, id, small).expect(201);
    assert.deepEqual((await idsOf(id)).slice(0, 2), [c, b]);
  });

  it('touches no photo of another venue', async () => {
    const [one, other] = [await venueWith(1), await venueWith(1)];
    await signed(request.patch(`${one.path}/${other.ids[0]}`), '*')
      .send({ alt: 'Mine' })
      .expect(404);
    await signed(request.delete(`${one.path}/${other.ids[0]}`), '*').expect(404);
    assert.deepEqual(await idsOf(other.id), other.ids);
  });

  it('holds twenty, and no more when many come at once', async () => {
    const { id } = await venueWith(15);
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendPhoto(request, id, small)));
    assert.deepEqual(
      answers.map(({ status }) => status).sort(),
      [201, 201, 201, 201, 201, 409, 409, 409, 409, 409],
    );
    assert.match(answers.find(({ status }) => status === 409)?.body.detail, /room for 20 photos/);
    assert.equal(new Set(await idsOf(id)).size, 20);
    assert.equal((await photosOf(id)).version, 20);
    // Those that were deleted are kept for a month; what broke off is not.
    const left = await db('photo_leftover').whereRaw(`due_at < now() + interval '1 day'`);
    assert.ok(
      left.every(({ due_at }) => due_at <= new Date()),
      'what found no room is swept',
    );
  });

  it('is added once, however often the phone sends it', async () => {
    const { id } = await venueWith(1);
    const file = await jpeg(640, 480);
    const first = await sendPhoto(request, id, file, { alt }).expect(201);
    const again = await Promise.all([1, 2, 3].map(() => sendPhoto(request, id, file, { alt })));
    assert.deepEqual(
      again.map(({ status, body }) => [status, body.id]),
      Array(3).fill([201, first.body.id]),
    );
    assert.equal((await idsOf(id)).length, 2);
    await sendPhoto(request, id, await jpeg(640, 481), { alt }).expect(201);
    await sendPhoto(request, id, file, { alt: 'Said otherwise' }).expect(201);
    assert.equal((await idsOf(id)).length, 4);
    const due = db('photo_leftover')
      .where('due_at', '<=', db.fn.now())
      .whereNotIn('id', await idsOf(id));
    assert.ok((await due).length >= 3, 'the files of the others are swept');
  });

  it('loses no change of many at once', async () => {
    const { id, path, ids } = await venueWith(3);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_each, n) =>
        signed(request.patch(`${path}/${ids[n % 3]}`), '"3"').send({ alt: `Change ${n}` }),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 200);
    assert.equal(accepted.length, 1, 'one was first');
    assert.ok(answers.every(({ status }) => status === 200 || status === 412));
    assert.equal((await photosOf(id)).version, 4);
  });

  it('goes with its venue, and leaves its files to the sweep', async () => {
    const { id, ids } = await venueWith(2);
    await db('photo_leftover').delete();
    await db('venue').where({ id }).delete();
    assert.deepEqual((await db('photo_leftover').pluck('id')).sort(), ids.toSorted());
  });

  it('outlives the space that it shows', async () => {
    const { id } = await venueWith(0);
    const spaceId = (await db('space').where({ venue_id: id }).first('id'))?.id;
    await sendPhoto(request, id, small, { alt, spaceId: String(spaceId) }).expect(201);
    await db('space').where({ id: spaceId }).delete();
    assert.deepEqual(
      (await photosOf(id)).items.map((photo) => photo.spaceId),
      [undefined],
    );
  });
});
