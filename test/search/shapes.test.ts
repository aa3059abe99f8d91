/** One question has several shapes in SQL, chosen by how crowded the box is. They may differ in time, never in truth. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { read } from '../../server/database/read.ts';
import type { Filters } from '../../server/search/filters.ts';
import { pageStatement } from '../../server/search/list.ts';
import { type DrawnArea, readPolygon } from '../../server/search/polygon.ts';
import { summarise } from '../../server/search/summary.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { freshDatabase } from '../support/database.ts';
import { holder } from '../support/factories.ts';
import type { Question } from './oracle.ts';
import { questions, venues } from './questions.ts';

const RUNS = Number(process.env.QUERY_RUNS ?? 200);
const SEED = 20261124;

const filtersOf = ({ bbox, near, polygon, openAt, ...rest }: Question): Filters => ({
  ...rest,
  ...(polygon && { polygon: readPolygon(polygon) as DrawnArea }),
  ...(bbox && { box: { west: bbox[0], south: bbox[1], east: bbox[2], north: bbox[3] } }),
  ...(near && { near: { lon: near[0], lat: near[1] } }),
  ...(openAt && { openAt: openAt.minute }),
});

describe('the shapes of a search', function () {
  this.timeout(Math.max(60_000, RUNS * 200));
  let db: Knex;

  before(async () => {
    ({ db } = await freshDatabase());
    for (const venue of fc.sample(venues, { numRuns: 80, seed: SEED }))
      await saveVenue(db, holder, undefined, venue);
  });

  const sorts = fc.constantFrom('updated' as const, 'capacity' as const);

  it('give the same page by the box and by a walk, or a walk that knows it fell short', async () => {
    const page = async (...[query, shape]: Parameters<typeof pageStatement>) => {
      const [row] = await read<{ items: string | null; found: number; key: string; id: number }>(
        db,
        pageStatement(query, shape),
      );
      assert.ok(row);
      return { items: row.items, found: row.found, key: row.key, id: row.id };
    };
    await fc.assert(
      fc.asyncProperty(
        questions,
        sorts,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 4, max: 200 }),
        async (question, sort, limit, rows) => {
          const query = { filters: filtersOf(question), sort, limit };
          const byBox = await page(query, 'box');
          assert.deepEqual(await page(query, { walk: null }), byBox);
          const short = await page(query, { walk: rows });
          if (short.found > limit) assert.deepEqual(short, byBox);
          if (byBox.found <= limit) return;
          const next = { ...query, cursor: { sort, key: byBox.key, venueId: byBox.id } };
          assert.deepEqual(await page(next, { walk: null }), await page(next, 'box'));
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('count the same with and without what might fit', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const filters = filtersOf(question);
        const [whole, sure] = [await summarise(db, filters), await summarise(db, filters, false)];
        assert.deepEqual(sure.total, whole.total);
        assert.deepEqual(sure.facets, whole.facets);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
