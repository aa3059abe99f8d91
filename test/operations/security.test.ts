/** What a browser is told to allow: our own files, pictures of the map, and nothing else from anywhere else. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import type { Config } from '../../server/config.ts';
import { buildApp, useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';

describe('security headers', () => {
  const service = useService();

  const headersWith = async (more: Partial<Config>, path = '/about') =>
    (await supertest(buildApp(service.db, more).express).get(path)).headers;

  async function policyWith(more: Partial<Config>): Promise<Map<string, string[]>> {
    const header = (await headersWith(more))['content-security-policy'] ?? '';
    return new Map(
      header.split(';').map((each) => {
        const [name = '', ...sources] = each.trim().split(/\s+/);
        return [name, sources];
      }),
    );
  }

  it('allow nothing by default, our own scripts and styles, and no other written into a page', async () => {
    const policy = await policyWith({});
    assert.deepEqual(policy.get('default-src'), ["'none'"]);
    assert.deepEqual(policy.get('script-src'), ["'self'"]);
    // Beside our files, the stylesheet itself, known by its hash.
    const [own, hash, ...others] = policy.get('style-src') ?? [];
    assert.equal(own, "'self'");
    assert.match(hash ?? '', /^'sha256-[\w+/]{43}='$/);
    assert.deepEqual(others, []);
    assert.deepEqual(policy.get('connect-src'), ["'self'"]);
    assert.deepEqual(policy.get('base-uri'), ["'none'"]);
    assert.deepEqual(policy.get('form-action'), ["'self'"]);
    assert.deepEqual(policy.get('frame-ancestors'), ["'none'"]);
    for (const [name, sources] of policy)
      assert.doesNotMatch(sources.join(' '), /unsafe|\*|nonce|strict-dynamic/, name);
  });

  const tiles = {
    'https://tile.openstreetmap.org/{z}/{x}/{y}.png': 'https://tile.openstreetmap.org',
    'https://{s}.tiles.example.org/{z}/{x}/{y}.png?key=k': 'https://*.tiles.example.org',
    'http://localhost:8080/{z}/{x}/{y}': 'http://localhost:8080',
  };
  for (const [tileUrl, source] of Object.entries(tiles))
    it(`allow pictures from ${source} for ${tileUrl}`, async () => {
      const policy = await policyWith({ tileUrl });
      assert.deepEqual(policy.get('img-src'), ["'self'", 'data:', source]);
      for (const [name, sources] of policy)
        if (name !== 'img-src') assert.ok(!sources.includes(source), name);
    });

  it('fit the pages: no script is written into one, one style at most, and every address in it is ours', async () => {
    const { id } = await addVenue(service.db, { name: 'The “Inline” <script>alert(1)</script> Hall' });
    const { slug } = (await service.request.get(`/api/v1/venues/${id}`)).body;
    for (const path of ['/', `/venues/${slug}-${id}`, '/about', '/api/docs', '/no-such-page']) {
      const { text } = await service.request.get(path).set('Accept', 'text/html');
      for (const [tag] of text.matchAll(/<script\b[^>]*>/g))
        assert.match(tag, /\ssrc="\/|type="application\/(ld\+)?json"/, `${path}: ${tag}`);
      assert.equal(text.match(/<style\b/gi)?.length, 1);
      assert.doesNotMatch(text, /\sstyle=|\son\w+="|javascript:/i, path);
      assert.doesNotMatch(text, /<script>alert/, path);
      for (const [, address = ''] of text.matchAll(
        /<(?:script|img|link rel="(?:stylesheet|preload|modulepreload)")[^>]*?(?:src|href)="([^"]*)"/g,
      ))
        assert.match(address, /^\/(?!\/)/, `${path}: ${address}`);
    }
  });

  it('promise HTTPS only where PUBLIC_URL has it', async () => {
    assert.equal((await headersWith({}))['strict-transport-security'], undefined);
    const secure = await headersWith({ publicUrl: 'https://moothall.example' });
    assert.match(secure['strict-transport-security'] ?? '', /max-age=\d{7,}/);
  });

  it('are on every kind of answer', async () => {
    for (const path of [
      '/',
      '/api/v1/venues',
      '/healthz',
      '/no-such-page',
      '/api/v1/no-such',
      '/favicon.svg',
    ]) {
      const { headers } = await service.request.get(path);
      assert.match(headers['content-security-policy'] ?? '', /default-src 'none'/, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['x-powered-by'], undefined, path);
      assert.equal(headers['set-cookie'], undefined, path);
    }
  });
});

describe('other sites', () => {
  const service = useService();

  it('may read the register from a browser, without cookies, and see version, links and when to try again', async () => {
    const { headers } = await service.request
      .get('/api/v1/venues')
      .set('Origin', 'https://a.example')
      .expect(200);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['access-control-allow-credentials'], undefined);
    assert.match(headers['access-control-expose-headers'] ?? '', /ETag.*Link.*Retry-After/);
  });

  it('may ask first, and are told that they may read and ask, but never send a key', async () => {
    const { headers } = await service.request
      .options('/api/v1/fit')
      .set({
        Origin: 'https://a.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      })
      .expect(204);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.match(headers['access-control-allow-methods'] ?? '', /GET.*POST/);
    assert.doesNotMatch(headers['access-control-allow-methods'] ?? '', /PATCH|PUT|DELETE/);
    assert.match(headers['access-control-allow-headers'] ?? '', /Content-Type/);
    assert.doesNotMatch(headers['access-control-allow-headers'] ?? '', /Authorization/i);
  });

  it('may not read pages or probes', async () => {
    for (const path of ['/', '/healthz', '/metrics'])
      assert.equal((await service.request.get(path)).headers['access-control-allow-origin'], undefined, path);
  });
});
