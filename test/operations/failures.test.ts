/** Requests that cannot be answered get a name, a sentence and a format that programs read (RFC 9457). */
import assert from 'node:assert/strict';
import type { Response } from 'supertest';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { addVenue, newVenue } from '../support/factories.ts';

function isProblem(answer: Response, status: number, name: string, detail: RegExp): void {
  assert.equal(answer.status, status);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.body.type, `/api/docs#problem-${name}`);
  assert.equal(answer.body.status, status);
  assert.match(answer.body.detail, detail);
  assert.ok(answer.body.title.length > 5);
}

describe('failures', () => {
  const service = useService();
  const post = () => service.request.post('/api/v1/venues').auth(OPERATOR_TOKEN, { type: 'bearer' });

  it('says that there is no such endpoint, whatever the method and the Accept', async () => {
    for (const method of ['get', 'post', 'put', 'delete', 'patch'] as const) {
      const answer = await service.request[method]('/api/v1/nothing').set('Accept', 'text/html');
      isProblem(answer, 404, 'not-found', /no endpoint here/);
      assert.equal(answer.body.instance, '/api/v1/nothing');
    }
    isProblem(await service.request.delete('/api/v1/venues'), 404, 'not-found', /no endpoint/);
  });

  it('gives a browser a page for a page that is not there, and a program a problem', async () => {
    const page = await service.request.get('/nothing').set('Accept', 'text/html,*/*;q=0.8').expect(404);
    assert.match(page.headers['content-type'] ?? '', /^text\/html/);
    assert.match(page.text, /<h1[^>]*>[^<]*Page not found/);
    assert.equal(page.headers['cache-control'], 'no-store');
    isProblem(
      await service.request.get('/nothing').set('Accept', 'application/json'),
      404,
      'not-found',
      /page/,
    );
  });

  it('refuses what is not JSON with 400, and what does not say that it is with 415', async () => {
    isProblem(await post().type('json').send('{"name": '), 400, 'invalid-input', /not JSON that can be read/);
    isProblem(await post().type('json').send(''), 400, 'invalid-input', /./);
    isProblem(await post().type('json').send('null'), 400, 'invalid-input', /./);
    isProblem(await post().type('text').send('{}'), 415, 'unsupported-media', /application\/json/);
    isProblem(await post().type('form').send('name=Hall'), 415, 'unsupported-media', /application\/json/);
    isProblem(await post().unset('Content-Type').send(), 415, 'unsupported-media', /application\/json/);
    const koi8 = post().set('Content-Type', 'application/json; charset=koi8-r').send('{}');
    isProblem(await koi8, 415, 'unsupported-media', /application\/json/);
    const packed = post().type('json').set('Content-Encoding', 'zip').send('{}');
    isProblem(await packed, 415, 'unsupported-media', /application\/json/);
    assert.equal(Number((await service.db('venue').count('* as n').first())?.n), 0);
  });

  it('names parameter, value and what is allowed', async () => {
    const answer = await service.request.get('/api/v1/venues?limit=1000&colour=red');
    isProblem(answer, 400, 'invalid-input', /limit/);
    const byName = new Map(answer.body.errors.map((each: { parameter: string }) => [each.parameter, each]));
    assert.deepEqual([...byName.keys()].sort(), ['colour', 'limit']);
    const limit = byName.get('limit') as { value: number; allowed: unknown };
    assert.equal(limit.value, 1000);
    assert.deepEqual(limit.allowed, { maximum: 100 });
  });

  it('points into the body', async () => {
    const answer = await post().send({
      ...newVenue(),
      spaces: [{ name: 'Hall', capacities: [{ layout: 'theatre' }] }],
    });
    isProblem(answer, 400, 'invalid-input', /missing/);
    assert.equal(answer.body.errors[0].pointer, '#/spaces/0/capacities/0/comfortable');
  });

  it('survives addresses that mean nothing', async () => {
    isProblem(await service.request.get('/api/v1/venues/%E0%A4%A'), 400, 'invalid-input', /%/);
    isProblem(await service.request.get('/api/v1/venues/one'), 400, 'invalid-input', /id/);
    isProblem(await service.request.get('/api/v1/venues/99999999999999999999'), 400, 'invalid-input', /id/);
    for (const path of ['/api/v1/venues?q=%00', '/?q=%00', '/api/v1/suggest?q=%00'])
      assert.ok((await service.request.get(path)).status < 500, path);
    for (const path of ['/%00', '/..%2f..%2fpackage.json', '/.vite/manifest.json', '/assets/%E0%A4%A'])
      assert.ok([400, 404].includes((await service.request.get(path)).status), path);
  });

  it('takes nothing for an answer to a write that lacks its version', async () => {
    const { id } = await addVenue(service.db);
    const patch = () =>
      service.request.patch(`/api/v1/venues/${id}`).auth(OPERATOR_TOKEN, { type: 'bearer' });
    isProblem(await patch().send({ name: 'Other' }), 428, 'version-needed', /If-Match/);
    isProblem(await patch().set('If-Match', '"99"').send({ name: 'Other' }), 412, 'stale', /changed after/);
  });
});
