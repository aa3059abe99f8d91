/** A phone on a slow line, a line that breaks, and senders that never end. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { buildApp, listen, OPERATOR_TOKEN } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { jpeg } from './pictures.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const line = '\r\n';
const boundary = 'moothall-test';
const head = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="alt"',
  '',
  'The hall',
  `--${boundary}`,
  'Content-Disposition: form-data; name="photo"; filename="a.jpg"',
  'Content-Type: image/jpeg',
  '',
  '',
].join(line);
const tail = `${line}--${boundary}--${line}`;

describe('photos over a slow line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moothall-slow-'));
  const temporary = process.env.TMPDIR;
  let db: Knex;
  let url: string;
  let stop: () => Promise<void>;
  let path: string;
  before(async () => {
    ({ db } = await freshDatabase());
    const service = await listen(buildApp(db, { dataDir: folder, requestTimeout: 1500 }));
    url = service.url;
    stop = service.close;
    path = `/api/v1/venues/${(await addVenue(db)).id}/photos`;
    process.env.TMPDIR = folder;
  });
  after(async () => {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function post(more: Record<string, string> = {}): {
    sent: ClientRequest;
    answer: Promise<IncomingMessage>;
  } {
    const sent = httpRequest(url + path, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${OPERATOR_TOKEN}`,
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
        ...more,
      },
    });
    const answer = once(sent, 'response').then(([response]) => {
      response.resume();
      return response;
    });
    answer.catch(() => undefined);
    return { sent, answer };
  }
  const lying = () => readdirSync(folder).filter((name) => name.startsWith('moothall-upload-'));
  async function untilNothingLies(): Promise<void> {
    for (let tries = 0; tries < 30 && lying().length > 0; tries++) await pause(50);
    assert.deepEqual(lying(), []);
  }
  const count = async () => Number((await db('photo').count('* as n').first())?.n);

  it('are taken although they take longer than a request may', async () => {
    const { sent, answer } = post();
    const file = await jpeg();
    sent.write(head);
    for (let part = 0; part < 5; part++) {
      await pause(500);
      sent.write(file.subarray((file.length * part) / 5, (file.length * (part + 1)) / 5));
    }
    sent.end(tail);
    assert.equal((await answer).statusCode, 201);
    assert.equal(await count(), 1);
    await untilNothingLies();
  });

  it('leave nothing when the line breaks', async () => {
    const before = await count();
    for (const broken of [head, `${head}half a photo`, head.slice(0, 90)]) {
      const { sent } = post();
      sent.on('error', () => undefined);
      sent.write(broken);
      await pause(100);
      sent.destroy();
    }
    await untilNothingLies();
    assert.equal(await count(), before);
    const { sent, answer } = post();
    sent.end(`${head}half a photo, and no end`);
    assert.equal((await answer).statusCode, 400);
    await untilNothingLies();
  });

  it('are told when they are no form that can be read', async () => {
    for (const [type, status] of [
      ['multipart/form-data', 400],
      ['multipart/form-data; boundary=another', 400],
      ['image/jpeg', 415],
      ['application/json', 415],
    ] as const) {
      const { sent, answer } = post({ 'Content-Type': type });
      sent.end(head + tail);
      assert.equal((await answer).statusCode, status, type);
    }
    const many = Array.from({ length: 30 }, (_each, n) =>
      [`--${boundary}`, `Content-Disposition: form-data; name="field${n}"`, '', 'x', ''].join(line),
    );
    const { sent, answer } = post();
    sent.end(many.join('') + head + tail);
    assert.equal((await answer).statusCode, 413);
    const two = post();
    two.sent.end(head + line + head.slice(head.indexOf(`--${boundary}`, 5)) + tail);
    assert.equal((await two.answer).statusCode, 400);
    await untilNothingLies();
  });

  it('are cut off when they never end', async () => {
    const { sent, answer } = post();
    const ended = new Promise((resolve) => sent.once('close', resolve));
    sent.on('error', () => undefined);
    sent.write(head);
    const part = Buffer.alloc(1024 * 1024);
    let megabytes = 0;
    const flow = () => {
      while (!sent.destroyed && megabytes < 200) {
        megabytes += 1;
        if (!sent.write(part)) {
          sent.once('drain', flow);
          return;
        }
      }
    };
    flow();
    await Promise.race([ended, answer.catch(() => undefined)]);
    await pause(200);
    assert.ok(megabytes < 120, `${megabytes} MB were read`);
    sent.destroy();
    await untilNothingLies();
  });
});
