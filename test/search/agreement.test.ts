/**
 * Every mouth of search tells one truth: random questions of a random register, answered by the service and by the
 * plain oracle. QUERY_RUNS sets how many questions (10,000 for a release).
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import supertest from 'supertest';
import { greatCircle } from '../../server/database/geometry.ts';
import { drainRollup } from '../../server/search/upkeep.ts';
import { getVenues } from '../../server/venues/read.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import type { Relaxed, Venue, VenueList } from '../../server/venues/schema.ts';
import { accessFacts, layouts } from '../../server/vocabulary.ts';
import { buildApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { holder } from '../support/factories.ts';
import { judge, parametersOf, type Question } from './oracle.ts';
import { nonsense, questions, venues } from './questions.ts';

/** The question without one of the things it asks. */
function withoutPart(question: Question, parameter: string, value: string | undefined): Question {
  const { [parameter as keyof Question]: part, ...rest } = question;
  if (parameter === 'near') return { ...rest, radius: undefined };
  const left = Array.isArray(part) && value !== undefined ? part.filter((each) => each !== value) : [];
  return left.length > 0 ? { ...rest, [parameter]: left } : rest;
}

const RUNS = Number(process.env.QUERY_RUNS ?? 300);
const VENUES = 140;
const SEED = 20261123;

describe('search agrees with itself and with the plain oracle', function () {
  this.timeout(Math.max(120_000, RUNS * 200));
  let request: ReturnType<typeof supertest>;
  let all: Venue[];

  before(async () => {
    const { db } = await freshDatabase();
    for (const [index, venue] of fc.sample(venues, { numRuns: VENUES, seed: SEED }).entries()) {
      await saveVenue(db, holder, undefined, venue);
      // Half of the map's counts come from the rollup, half from its queue.
      if (index === VENUES / 2) await drainRollup(db);
    }
    const ids = (await db('venue').select('id')).map((row) => row.id);
    all = await getVenues(db, ids, { publicUrl: '' });
    request = supertest(buildApp(db).express);
  });

  const get = async (path: string) => {
    const response = await request.get(path);
    assert.equal(response.status, 200, `${path}: ${response.text.slice(0, 400)}`);
    return response.body;
  };

  /** The ids of all pages, and the first page. */
  async function everyPage(
    question: Question,
    more = '',
  ): Promise<{ ids: number[]; first: VenueList; pages: VenueList[] }> {
    const path = `/api/v1/venues?${parametersOf(question)}${more}&limit=17`;
    const pages: VenueList[] = [await get(path)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await get(`${path.replace(/&include=[^&]*/, '')}&include=none&cursor=${next}`));
    const [first] = pages;
    assert.ok(first);
    return { ids: pages.flatMap((page) => page.items.map((item) => item.id)), first, pages };
  }

  const matching = (question: Question) =>
    all.filter((venue) => judge(venue, question) === 'yes').map((venue) => venue.id);

  it('lists what fits, once, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const { ids, first } = await everyPage(question);
        const expected = matching(question);
        assert.deepEqual(
          [...ids].sort((a, b) => a - b),
          expected.sort((a, b) => a - b),
        );
        assert.equal(new Set(ids).size, ids.length);
        assert.deepEqual(first.total, { value: expected.length, exact: true });
        assert.deepEqual(first.mightFit, {
          value: all.filter((venue) => judge(venue, question) === 'unknown').length,
          exact: true,
        });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('lists what might fit, once, just as it counts it, with something to ask of each', async () => {
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.constantFrom('', '&sort=capacity', '&sort=updated'),
        async (question, sort) => {
          const { ids, first, pages } = await everyPage(
            question,
            `${sort}&match=possible&include=evidence,total`,
          );
          const expected = all.filter((venue) => judge(venue, question) === 'unknown').map(({ id }) => id);
          assert.deepEqual(
            [...ids].sort((a, b) => a - b),
            expected.sort((a, b) => a - b),
          );
          assert.deepEqual(first.total, { value: expected.length, exact: true });
          for (const { ask = [], seen = {}, id } of pages.slice(0, 1).flatMap(({ items }) => items)) {
            assert.ok(ask.length > 0, `venue ${id}`);
            assert.deepEqual(
              ask.filter((key) => key in seen && all.find((venue) => venue.id === id)?.spaces.length === 0),
              [],
            );
          }
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('says beside nothing how many each filter keeps away', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const { items, relaxed, possible } = await get(
          `/api/v1/venues?${parametersOf(question)}&include=relaxed,possible`,
        );
        const unknown = all.filter((venue) => judge(venue, question) === 'unknown');
        assert.equal(possible.length, Math.min(3, unknown.length));
        if (items.length > 0) return assert.equal(relaxed, undefined);
        assert.deepEqual(
          relaxed.map(({ parameter, value, venues: found }: Relaxed) => [parameter, value, found]),
          relaxed.map(({ parameter, value }: Relaxed) => [
            parameter,
            value,
            matching(withoutPart(question, parameter, value)).length,
          ]),
        );
        const asked = Object.values({ ...question, radius: undefined }).flatMap((each) => each ?? []);
        assert.equal(relaxed.length > 0, asked.length > 0);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('counts each facet as the total of the question with that entry', async () => {
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.constantFrom(...accessFacts),
        fc.constantFrom(...layouts),
        async (question, entry, layout) => {
          const { facets } = await get(`/api/v1/venues?${parametersOf(question)}&limit=1`);
          assert.equal(
            facets.access[entry.key],
            matching({ ...question, access: [...new Set([...(question.access ?? []), entry.key])] }).length,
          );
          assert.equal(facets.layout[layout.key], matching({ ...question, layout: layout.key }).length);
          const kindTotal = Object.values(facets.kind as Record<string, number>).reduce(
            (sum, count) => sum + count,
            0,
          );
          assert.equal(kindTotal, matching(question).length);
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('gathers on the map exactly what the list has in each cell', async () => {
    const home = '-0.26,51.35,-0.04,51.53';
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.integer({ min: 3, max: 18 }),
        fc.nat(),
        fc.constantFrom(['certain', 'yes'] as const, ['possible', 'unknown'] as const),
        async ({ bbox: _bbox, ...question }, zoom, pick, [match, answer]) => {
          const { features } = await get(
            `/api/v1/clusters?${parametersOf(question)}&bbox=${home}&zoom=${zoom}&match=${match}`,
          );
          const shown = all.filter(
            (venue) => venue.location.lon !== undefined && judge(venue, question) === answer,
          ).length;
          const counts = features.map(
            (feature: { properties: { count: number } }) => feature.properties.count,
          );
          assert.equal(
            counts.reduce((sum: number, count: number) => sum + count, 0),
            shown,
          );
          if (features.length === 0 || zoom >= 16) return;
          const cell = features[pick % features.length];
          const inCell = await get(
            `/api/v1/venues?${parametersOf({ ...question, bbox: cell.bbox })}&limit=1&include=total&match=${match}`,
          );
          assert.equal(inCell.total.value, cell.properties.count);
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('orders by distance as the great circle does, through every page', async () => {
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.tuple(
          fc.double({ min: -0.3, max: 0, noNaN: true }),
          fc.double({ min: 51.3, max: 51.6, noNaN: true }),
        ),
        async ({ near: _near, ...question }, near) => {
          const { ids, pages } = await everyPage({ ...question, near }, '&sort=distance');
          const byId = new Map(all.map((venue) => [venue.id, venue.location]));
          const distances = ids.map((id) => {
            const { lon = 0, lat = 0 } = byId.get(id) ?? {};
            return greatCircle(near[0], near[1], lon, lat);
          });
          for (const [at, distance] of distances.entries()) {
            assert.ok(at === 0 || distance >= (distances[at - 1] ?? 0) - 1e-6);
          }
          const shown = pages.flatMap((page) => page.items.map((item) => item.distance));
          assert.deepEqual(shown, distances.map(Math.round));
        },
      ),
      { numRuns: Math.ceil(RUNS / 3), seed: SEED },
    );
  });

  it('never fails, whatever it is asked', async () => {
    const paths = ['/api/v1/venues', '/api/v1/clusters', '/api/v1/suggest', '/api/v1/areas', '/'];
    await fc.assert(
      fc.asyncProperty(nonsense, fc.constantFrom(...paths), async (search, path) => {
        const response = await request.get(`${path}?${search}`);
        assert.ok(
          response.status < 500,
          `${path}?${search}: ${response.status} ${response.text.slice(0, 300)}`,
        );
        if (response.status === 400 && path.startsWith('/api')) {
          assert.equal(response.type, 'application/problem+json');
          for (const fault of response.body.errors) assert.ok(fault.parameter && fault.detail, response.text);
        }
      }),
      { numRuns: RUNS * 2, seed: SEED },
    );
  });
});
