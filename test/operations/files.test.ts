/** The built files as they travel, and the one style that a page may hold. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import supertest from 'supertest';
import { builtFiles } from '../../server/http/files.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { publicDir, useService } from '../support/app.ts';

describe('the built files', () => {
  const service = useService();
  const style = () =>
    readAssets(publicDir).style ?? assert.fail('There is no build: run npm run build:client.');
  const get = (path: string, headers: Record<string, string> = {}) => service.request.get(path).set(headers);

  it('travel compressed, and are kept for good', async () => {
    for (const [accepted, encoding] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const { headers, status } = await get(style().url, { 'Accept-Encoding': accepted });
      assert.equal(status, 200);
      assert.equal(headers['content-encoding'], encoding);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.match(headers['content-type'] ?? '', /^text\/css/);
      assert.equal(headers.vary, 'Accept-Encoding');
    }
    const empty = await get('/assets/first-view.css');
    assert.equal(empty.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.match(
      empty.text,
      /^\/\*[^*]*\*\/\s*$/,
      'it has no hash in its name, so it must never hold a style',
    );
    const icon = await get('/favicon.svg');
    assert.equal(icon.headers['cache-control'], 'public, max-age=3600');
  });

  it('are only read, and only what is theirs', async () => {
    assert.equal((await service.request.head(style().url)).status, 200);
    assert.equal((await service.request.post(style().url)).status, 404);
    assert.equal((await get('/.vite/manifest.json')).status, 404);
    assert.equal((await get('/assets/')).status, 404);
    for (const path of ['/.vite%2fmanifest.json', '/%2evite/manifest.json', '/assets/..%2f..%2fpackage.json'])
      assert.equal((await get(path)).status, 404, path);
  });

  it('leave it to the app to answer an address that cannot be read', async () => {
    for (const path of ['/%zz', '/cy/%E0%A4%A', '/assets/%zz']) {
      const { status, text, headers } = await get(path, { Accept: 'text/html' });
      assert.ok(status >= 400 && status < 500, `${path}: ${status}`);
      assert.match(text, /^<!doctype html>[\s\S]*<h1/, path);
      assert.equal(headers['cache-control'], 'no-store');
    }
  });

  it('may be none yet, or gone by now, and the service goes on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'moothall-files-'));
    try {
      for (const name of ['page.css', 'page.css.gz', 'page.css.br'])
        await writeFile(join(folder, name), 'p{}');
      const serving = (root: string) =>
        supertest(
          express()
            .use(builtFiles(root))
            .use((_request, response) => {
              response.status(404).send('Not here');
            }),
        );
      const gone = serving(folder);
      await rm(folder, { recursive: true });
      for (const each of [gone, serving(join(folder, 'nowhere'))]) {
        const { status, text, headers } = await each.get('/page.css');
        assert.deepEqual([status, text, headers['content-encoding']], [404, 'Not here', undefined]);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('come in the page for who arrives, in the one style that the policy allows', async () => {
    const { text, headers } = await get('/', { 'Sec-Fetch-Site': 'cross-site' });
    const [, held = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    assert.ok(held.length > 10_000);
    const hash = createHash('sha256').update(held).digest('base64');
    assert.match(
      headers['content-security-policy'] ?? '',
      new RegExp(`style-src 'self' 'sha256-${hash.replaceAll(/[+/]/g, '\\$&')}';`),
    );
    assert.match(headers.vary ?? '', /Sec-Fetch-Site/);
    const next = await get('/', { 'Sec-Fetch-Site': 'same-origin' });
    assert.doesNotMatch(next.text, /<style/);
    assert.ok(next.text.includes(`<link rel="stylesheet" href="${style().url}">`));
  });
});
