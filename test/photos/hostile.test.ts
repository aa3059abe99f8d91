/** Files that were made to do harm, and files that are merely broken: refused with a sentence, or taken without the harm. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import {
  bulky,
  claims,
  heldAs,
  jpeg,
  noise,
  noted,
  PAYLOAD,
  polyglot,
  strangers,
  withPlace,
} from './pictures.ts';
import { alt, sendPhoto } from './upload.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'moothall-hostile-'));

describe('photos that are none, or more', () => {
  const service = useService({ dataDir });
  let venueId: number;
  beforeEach(async () => {
    venueId = (await addVenue(service.db)).id;
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const send = (file: Buffer | undefined, how?: { filename: string; contentType: string }) =>
    sendPhoto(service.request, venueId, file, { alt }, how);

  async function refused(file: Buffer | undefined, sentence: RegExp, status = 400): Promise<void> {
    const answer = await send(file, { filename: 'photo.jpg', contentType: 'image/jpeg' });
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.body.detail, sentence);
    const { body } = await service.request.get(`/api/v1/venues/${venueId}/photos`);
    assert.deepEqual(body.items, []);
    assert.deepEqual(await service.db('photo_leftover').pluck('id'), [], 'nothing was put away');
  }

  /** Every file of the one photo that was added. */
  async function files(): Promise<Buffer[]> {
    const { body } = await service.request.get(`/api/v1/venues/${venueId}/photos`);
    const paths: string[] = body.items[0].sizes.flatMap(({ webp, jpg }: Record<string, string>) => [
      webp,
      jpg,
    ]);
    const found: Buffer[] = [];
    for (const path of paths) found.push((await service.request.get(path).expect(200)).body);
    return found;
  }

  for (const [name, [file, sentence]] of Object.entries(strangers))
    it(`refuses ${name}, whatever it is called`, () => refused(file, sentence));

  it('takes a photo for what it is, whatever it is called', async () => {
    for (const how of [
      { filename: 'drawing.svg', contentType: 'image/svg+xml' },
      { filename: '../../etc/passwd', contentType: 'text/html' },
    ]) {
      await send(await jpeg(), how).expect(201);
    }
  });

  it('refuses a photo of more than 40 million dots: claimed, and real', async () => {
    await refused(claims(60_000, 60_000), /40 million dots/);
    await refused(claims(2_000_000_000, 2_000_000_000), /40 million dots|damaged/);
    await refused(await jpeg(8200, 6200), /40 million dots/);
  });

  it('refuses what is broken, not whole, or too small to see', async () => {
    const whole = await noise(800, 600);
    await refused(whole.subarray(0, whole.length / 2), /damaged/);
    await refused(whole.subarray(0, 20), /damaged/);
    await refused(claims(6000, 6000), /damaged/);
    await refused(await jpeg(40, 40), /smaller than 160/);
    await refused(Buffer.alloc(0), /Choose a photo/);
    await refused(undefined, /Choose a photo/);
  });

  it('refuses more than 15 MB, and takes just as much', async () => {
    const limit = 15 * 1024 * 1024;
    const photo = await jpeg();
    await refused(Buffer.concat([photo, Buffer.alloc(limit + 1 - photo.length)]), /15 MB/, 413);
    assert.equal((await send(Buffer.concat([photo, Buffer.alloc(limit - photo.length)]))).status, 201);
  });

  it('refuses a photo that is a page, a document or an archive too, and takes one with a film behind it', async () => {
    const archive = `PK\x03\x04payload.exePK\x05\x06${'\0'.repeat(18)}`;
    await refused(await polyglot(), /something else at once/);
    await refused(await polyglot(PAYLOAD, 'end'), /something else at once/);
    await refused(await polyglot('<!DOCTYPE html><p>'), /something else at once/);
    await refused(await polyglot('%PDF-1.7\n'), /something else at once/);
    await refused(await polyglot(archive, 'end'), /something else at once/);
    const film = await polyglot('\0\0\0\x18ftypmp42 a film of the moment before', 'end');
    assert.equal((await send(film)).status, 201);
    for (const bytes of await files()) assert.equal(bytes.indexOf('ftypmp42', 0, 'latin1'), -1);
  });

  it('refuses a comment that would unpack to a thousand megabytes, and takes what a camera notes down', async () => {
    const file = await bulky(1000);
    assert.ok(file.length < 2_000_000);
    await refused(file, /hidden note/);
    await refused(await bulky(100, 'iTXt'), /hidden note/);
    await refused(await bulky(100, 'iCCP'), /hidden note/);
    await refused(await noted(101), /hidden note/);
    assert.equal((await send(await bulky(1, 'iTXt'))).status, 201);
    for (const bytes of await files()) assert.ok(bytes.length < 20_000);
    assert.equal((await send(await noted(100), { filename: 'b.png', contentType: 'image/png' })).status, 201);
  });

  it('forgets where, when and with what a photo was taken', async () => {
    const file = await withPlace();
    const before = await sharp(file).metadata();
    assert.ok(before.exif && before.xmp);
    await send(file).expect(201);
    for (const bytes of await files()) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      assert.deepEqual([exif, xmp, iptc, icc, orientation], Array(5).fill(undefined));
      for (const word of ['Secret Phone', 'Lovelace', 'Exif', '51.4275'])
        assert.equal(bytes.indexOf(word), -1, word);
    }
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8])
    it(`stands upright when the camera was held the ${orientation}. way`, async () => {
      await send(await heldAs(orientation)).expect(201);
      for (const bytes of await files()) {
        const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
        assert.equal(Math.round((info.width / info.height) * 10), 15);
        const colour = (x: number, y: number) => {
          const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
          const parts = [...data.subarray(at, at + 3)];
          return ['red', 'green', 'blue'][parts.indexOf(Math.max(...parts))];
        };
        assert.deepEqual(
          [colour(0.25, 0.1), colour(0.75, 0.1), colour(0.2, 0.8), colour(0.8, 0.8)],
          ['green', 'green', 'red', 'blue'],
        );
      }
    });
});
