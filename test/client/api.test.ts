/** The only fetcher: every failure is one that a page has words for. */
import assert from 'node:assert/strict';
import { ApiFailure, fetchVenues } from '../../client/api.ts';

describe('asking the API', () => {
  const real = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = real;
  });
  const statusOf = (answer: () => Response) => {
    globalThis.fetch = async () => answer();
    return fetchVenues({ q: ['hall'] }).then(
      () => 200,
      (error: unknown) => (error instanceof ApiFailure ? error.status : error),
    );
  };

  it('is not answered where the line is cut in the middle, or somebody else answers in its place', async () => {
    const cut = new ReadableStream({ pull: (body) => body.error(new TypeError('network error')) });
    assert.equal(await statusOf(() => new Response(cut)), 0);
    assert.equal(await statusOf(() => new Response('<h1>Sign in to the café’s Wi-Fi</h1>')), 0);
    assert.equal(await statusOf(() => new Response('<h1>Bad gateway</h1>', { status: 502 })), 502);
    assert.equal(await statusOf(() => Response.json({ items: [] })), 200);
  });
});
