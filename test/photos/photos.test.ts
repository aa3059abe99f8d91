/** Photos over HTTP: added, listed, shown, put in order, deleted; by whom, and seen by whom. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import sharp from 'sharp';
import { saveVenue } from '../../server/venues/repository.ts';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { addVenue, holder } from '../support/factories.ts';
import { jpeg, png, webp } from './pictures.ts';
import { sendPhoto } from './upload.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'moothall-photos-'));

describe('photos', () => {
  const service = useService({ dataDir });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const add = (venueId: number, file: Buffer, fields?: Record<string, string>) =>
    sendPhoto(service.request, venueId, file, fields);

  it('takes a JPEG, a PNG and a WebP, and shows them in every size', async () => {
    const { id } = await addVenue(service.db);
    for (const file of [await jpeg(2400, 1800), await png(), await webp(300, 200)])
      assert.equal((await add(id, file)).status, 201);
    const { body, headers } = await service.request.get(`/api/v1/venues/${id}/photos`).expect(200);
    assert.match(headers.etag ?? '', /^"3-/);
    assert.deepEqual(
      body.items.map((photo: { sizes: { width: number }[] }) => photo.sizes.map(({ width }) => width)),
      [[320, 640, 1280, 1920], [320, 640, 800], [300]],
    );
    for (const { width, height, webp: modern, jpg } of body.items[0].sizes)
      for (const [path, type] of [
        [modern, 'image/webp'],
        [jpg, 'image/jpeg'],
      ]) {
        const file = await service.request.get(path).expect(200).expect('Content-Type', type);
        const seen = await sharp(file.body).metadata();
        assert.deepEqual([seen.width, seen.height], [width, height]);
        assert.equal(file.headers['content-security-policy'], "default-src 'none'");
        assert.equal(file.headers['x-content-type-options'], 'nosniff');
        assert.match(file.headers['cache-control'] ?? '', /^public, max-age=31536000.*immutable/);
        await service.request
          .get(path)
          .set('If-None-Match', file.headers.etag ?? '')
          .expect(304);
      }
  });

  it('answers in the shape that the API document states', async () => {
    const { id } = await addVenue(service.db);
    await add(id, await jpeg(), { alt: 'The door', caption: 'Since 1908', factKey: 'step_free_entrance' });
    const { body: document } = await service.request.get('/api/openapi.json');
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'doc', components: document.components });
    const validate = ajv.getSchema('doc#/components/schemas/PhotoList');
    const { body } = await service.request.get(`/api/v1/venues/${id}/photos`);
    assert.ok(validate?.(body), ajv.errorsText(validate?.errors));
    const { content } = document.paths['/api/v1/venues/{id}/photos'].post.requestBody;
    assert.deepEqual(Object.keys(content), ['multipart/form-data']);
  });

  it('hides the photos of a venue that is not published, by every address', async () => {
    const { id } = await addVenue(service.db);
    await add(id, await jpeg());
    const { body } = await service.request.get(`/api/v1/venues/${id}/photos`).expect(200);
    await saveVenue(service.db, holder, id, { status: 'withdrawn' });
    for (const path of [`/api/v1/venues/${id}/photos`, body.items[0].sizes[0].jpg]) {
      await service.request.get(path).expect(404);
      const { headers } = await service.request
        .get(path)
        .auth(OPERATOR_TOKEN, { type: 'bearer' })
        .expect(200);
      assert.equal(headers['cache-control'], 'private, no-store');
    }
  });
});
