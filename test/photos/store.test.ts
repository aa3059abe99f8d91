/** The two places where photos are kept, as the same behaviour; and what happens when one of them is away. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import S3rver from 's3rver';
import supertest from 'supertest';
import type { Config } from '../../server/config.ts';
import { openPhotoStore, type PhotoStore } from '../../server/photos/store.ts';
import { sweepPhotos } from '../../server/photos/sweep.ts';
import { buildApp, OPERATOR_TOKEN } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { jpeg } from './pictures.ts';
import { sendPhoto } from './upload.ts';

type Settings = Pick<Config, 'dataDir' | 's3'>;

const folder = mkdtempSync(join(tmpdir(), 'moothall-store-'));
const newName = () => `${randomBytes(16).toString('hex')}-640.webp`;
/** Every file below the folder that a test looks into. */
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name);

describe('the store of photos', () => {
  let s3: S3rver;
  const settings: Record<'folder' | 's3', Settings> = {
    folder: { dataDir: join(folder, 'data'), s3: undefined },
    s3: { dataDir: join(folder, 'unused'), s3: undefined },
  };
  before(async () => {
    s3 = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: join(folder, 's3'),
      resetOnClose: true,
      configureBuckets: [{ name: 'moothall', configs: [] }],
    });
    const { port } = await s3.run();
    settings.s3.s3 = {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'moothall',
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    };
  });
  after(async () => {
    await s3.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const kind of ['folder', 's3'] as const)
    describe(`in ${kind === 's3' ? 'an S3 store' : 'a folder'}`, () => {
      let store: PhotoStore;
      before(() => {
        store = openPhotoStore(settings[kind]);
      });

      it('gives back what was put, byte for byte, and nothing once it is deleted', async () => {
        const name = newName();
        const bytes = randomBytes(300_000);
        assert.equal(await store.get(name), undefined);
        await store.put(name, Buffer.from('an older one'), 'image/webp');
        await store.put(name, bytes, 'image/webp');
        assert.deepEqual(await store.get(name), bytes);
        await store.delete(name);
        await store.delete(name);
        assert.equal(await store.get(name), undefined);
      });

      it('keeps many at once apart', async () => {
        const all = Array.from({ length: 20 }, () => ({ name: newName(), bytes: randomBytes(20_000) }));
        await Promise.all(all.map(({ name, bytes }) => store.put(name, bytes, 'image/webp')));
        for (const { name, bytes } of all) assert.deepEqual(await store.get(name), bytes);
        await Promise.all(all.map(({ name }) => store.delete(name)));
      });

      it('holds the photos of the service, from upload to sweep', async () => {
        const { db } = await freshDatabase();
        const request = supertest(buildApp(db, settings[kind]).express);
        const { id } = await addVenue(db);
        await sendPhoto(request, id, await jpeg()).expect(201);
        assert.equal(await sweepPhotos(db, store), 0, 'what a photo owns is not swept');
        const { body, headers } = await request.get(`/api/v1/venues/${id}/photos`);
        const { id: photo, sizes } = body.items[0];
        await request.get(sizes[0].jpg).expect(200).expect('Content-Type', 'image/jpeg');
        await request
          .delete(`/api/v1/venues/${id}/photos/${photo}`)
          .auth(OPERATOR_TOKEN, { type: 'bearer' })
          .set('If-Match', headers.etag ?? '')
          .expect(200);
        await request.get(sizes[0].jpg).expect(404);
        assert.equal(await sweepPhotos(db, store), 0, 'it can be brought back for a month');
        assert.ok(await store.get(`${photo}-320.jpg`), 'the files go after the commit');
        await db('photo_leftover').update({ due_at: db.fn.now() });
        assert.equal(await sweepPhotos(db, store), 1);
        for (const size of [320, 640, 1280])
          for (const format of ['webp', 'jpg'])
            assert.equal(await store.get(`${photo}-${size}.${format}`), undefined);
        assert.deepEqual(await db('photo_leftover').pluck('id'), []);
      });
    });

  it('takes a store that refuses for one that is away, and tells nobody its key', async () => {
    const { s3: good } = settings.s3;
    assert.ok(good);
    for (const wrong of [{ bucket: 'nobodys' }, { accessKeyId: 'hunter2' }]) {
      const store = openPhotoStore({ ...settings.s3, s3: { ...good, ...wrong } });
      await assert.rejects(
        () => store.put(newName(), Buffer.from('x'), 'image/webp'),
        (error: Error) => /^The photo store (answered 40\d to PUT|has no such bucket)/.test(error.message),
      );
    }
  });

  it('takes no name that it did not make', async () => {
    const store = openPhotoStore(settings.folder);
    for (const name of [
      '../secret',
      'a/b',
      '',
      `${'a'.repeat(32)}-640.webp/../x`,
      `${'a'.repeat(32)}-640.svg`,
    ])
      await assert.rejects(async () => store.put(name, Buffer.from('x'), 'image/webp'), /Not the name/);
  });

  it('leaves nothing beside the file', async () => {
    const store = openPhotoStore(settings.folder);
    const name = newName();
    await store.put(name, randomBytes(1000), 'image/webp');
    assert.deepEqual(
      filesIn(settings.folder.dataDir).filter((each) => each !== name),
      [],
    );
    await store.delete(name);
  });
});

describe('a store that is away', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });
  const blocked = mkdtempSync(join(tmpdir(), 'moothall-blocked-'));
  after(() => rmSync(blocked, { recursive: true, force: true }));
  writeFileSync(join(blocked, 'photos'), 'a file where the folder should be');
  const nowhere = {
    endpoint: 'http://127.0.0.1:9',
    bucket: 'moothall',
    region: 'us-east-1',
    accessKeyId: 'key-that-nobody-sees',
    secretAccessKey: 'secret-that-nobody-sees',
  };

  for (const [name, settings] of Object.entries({
    'a folder that is a file': { dataDir: blocked },
    'an S3 store that does not answer': { s3: nowhere },
  }))
    it(`is told in a sentence, and leaves nothing: ${name}`, async () => {
      const request = supertest(buildApp(db, settings).express);
      const { id } = await addVenue(db);
      const answer = await sendPhoto(request, id, await jpeg()).expect(503);
      assert.equal(answer.body.type, '/api/docs#problem-store-failed');
      assert.match(answer.body.detail, /try again in a few minutes/);
      assert.doesNotMatch(answer.text, /nobody-sees|ECONNREFUSED|127\.0\.0\.1|ENOTDIR/);
      assert.deepEqual(await db('photo').where({ venue_id: id }), []);
      assert.equal((await request.get(`/api/v1/venues/${id}/photos`)).body.version, 0);
      const left = await db('photo_leftover').where('due_at', '<=', db.fn.now()).pluck('id');
      assert.equal(left.length, 1, 'what may have been put away is swept');
      await db('photo_leftover').delete();
    });

  it('answers 503 where a photo is asked for, and sweeps when it is back', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'moothall-back-'));
    const { id } = await addVenue(db);
    await sendPhoto(supertest(buildApp(db, { dataDir }).express), id, await jpeg()).expect(201);
    const away = supertest(buildApp(db, { s3: nowhere }).express);
    const { body } = await away.get(`/api/v1/venues/${id}/photos`).expect(200);
    await away.get(body.items[0].sizes[0].jpg).expect(503);
    await db('venue').where({ id }).delete();
    await assert.rejects(sweepPhotos(db, openPhotoStore({ dataDir, s3: nowhere })));
    assert.equal((await db('photo_leftover')).length, 1, 'it is tried again');
    await db('photo_leftover').update({ due_at: db.fn.now() });
    assert.equal(await sweepPhotos(db, openPhotoStore({ dataDir, s3: undefined })), 1);
    assert.deepEqual(filesIn(dataDir), []);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
