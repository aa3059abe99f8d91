/** The numbers of an area are what the search within it says, number for number, on a random register. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Knex } from 'knex';
import supertest from 'supertest';
import { gapsOf } from '../../server/areas/gaps.ts';
import { describeArea } from '../../server/areas/overview.ts';
import { findAreaBySlug } from '../../server/areas/read.ts';
import type { AreaNumbers, AreaOverview } from '../../server/areas/schema.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { layouts } from '../../server/vocabulary.ts';
import { venues } from '../search/questions.ts';
import { buildApp } from '../support/app.ts';
import { addArea } from '../support/areas.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, holder, space } from '../support/factories.ts';

describe('the numbers of an area', () => {
  let db: Knex;
  let request: ReturnType<typeof supertest>;
  let overview: AreaOverview;
  let order: number[];

  before(async () => {
    ({ db } = await freshDatabase());
    for (const venue of fc.sample(venues, { numRuns: 160, seed: 7 }))
      await saveVenue(db, holder, undefined, venue);
    await addArea(db, { id: 'half', name: 'Half', west: -0.2, south: 51.38, east: -0.08, north: 51.48 });
    request = supertest(buildApp(db).express);
    ({ overview, order } = await describeArea(db, await findAreaBySlug(db, 'half-ward')));
  });

  /** What the search within says. */
  const search = async (question: string) => {
    const { body, status, text } = await request.get(`/api/v1/venues?within=half&${question}`);
    assert.equal(status, 200, text);
    return body as { total: { value: number }; mightFit: { value: number }; items: { id: number }[] };
  };

  it('count every venue whose public point is inside, and no other', async () => {
    const { total } = await search('');
    assert.equal(overview.numbers.venues, total.value);
    assert.ok(total.value > 20 && total.value < 140, String(total.value));
    const { rows } = await db.raw(
      `select count(*)::int as spaces from space where venue_id in (
        select venue_id from venue_search where pt <@ (select bounds from area where id = 'half'))`,
    );
    assert.equal(overview.numbers.rooms, rows[0].spaces);
  });

  it('say of each need what the search says: yes, and what might be', async () => {
    let different = 0;
    for (const { key, group, yes, partly, no, unknown } of overview.numbers.needs) {
      const { total, mightFit } = await search(`${group}=${key}`);
      assert.deepEqual([yes, partly + unknown], [total.value, mightFit.value], key);
      assert.equal(yes + partly + no + unknown, overview.numbers.venues, key);
      if (yes > 0 && no > 0 && partly > 0) different += 1;
    }
    assert.ok(different >= 3, 'the register has answers of each sort');
  });

  it('say of each profile what the search says', async () => {
    for (const { key, yes, no, ask } of overview.numbers.profiles) {
      const { total, mightFit } = await search(`profile=${key}`);
      assert.deepEqual(
        [yes, ask, yes + no + ask],
        [total.value, mightFit.value, overview.numbers.venues],
        key,
      );
    }
  });

  it('say of each kind, size and layout what the search says', async () => {
    for (const { key, venues: count } of overview.numbers.kinds)
      assert.equal((await search(`kind=${key}`)).total.value, count, key);
    for (const { people, venues: count, stepFree } of overview.numbers.sizes) {
      assert.equal((await search(`people=${people}`)).total.value, count, String(people));
      const free = await search(`people=${people}&access=step_free_entrance`);
      assert.equal(free.total.value, stepFree, String(people));
    }
    assert.ok(overview.numbers.largest.length > 1);
    for (const { layout, people } of overview.numbers.largest) {
      assert.ok((await search(`layout=${layout}&people=${people}`)).total.value > 0, layout);
      assert.equal((await search(`layout=${layout}&people=${people + 1}`)).total.value, 0, layout);
    }
    for (const { key } of layouts.filter(
      (each) => !overview.numbers.largest.some((l) => l.layout === each.key),
    ))
      assert.equal((await search(`layout=${key}`)).total.value, 0, key);
  });

  it('list the venues as the search sorts them by size', async () => {
    const { items } = await search('sort=capacity&limit=100');
    assert.deepEqual(
      order.slice(0, 100),
      items.map(({ id }) => id),
    );
  });

  it('are kept until something changes, and then are new', async () => {
    const area = await findAreaBySlug(db, 'half-ward');
    const first = await describeArea(db, area);
    assert.equal(await describeArea(db, area), first, 'the same answer, not counted again');
    await addVenue(db, { name: 'New hall', location: { lon: -0.15, lat: 51.43, precision: 'exact' } });
    const then = await describeArea(db, area);
    assert.equal(then.overview.numbers.venues, first.overview.numbers.venues + 1);
  });

  it('tell what is true in part from what nobody has recorded', async () => {
    await addArea(db, { id: 'far', name: 'Far', west: 1, south: 52, east: 1.1, north: 52.1 });
    const location = { lon: 1.05, lat: 52.05, precision: 'exact' as const };
    await addVenue(db, {
      location,
      facts: [fact('hearing_loop', 'partial'), fact('bus_stop_near', 'partial')],
    });
    await addVenue(db, {
      location,
      spaces: [
        space('A', {}, { facts: [fact('hearing_loop', 'no')] }),
        space('B', {}, { facts: [fact('hearing_loop', 'no')] }),
      ],
    });
    await addVenue(db, { location });
    const { numbers } = (await describeArea(db, await findAreaBySlug(db, 'far-ward'))).overview;
    const need = (key: string) => numbers.needs.find((each) => each.key === key);
    const answers = { group: 'access', yes: 0 };
    assert.deepEqual(need('hearing_loop'), { key: 'hearing_loop', ...answers, partly: 1, no: 1, unknown: 1 });
    assert.deepEqual(need('bus_stop_near'), {
      key: 'bus_stop_near',
      ...answers,
      partly: 0,
      no: 0,
      unknown: 3,
    });
  });
});

describe('the gaps of an area', () => {
  const numbers = (more: Partial<AreaNumbers> = {}): AreaNumbers => ({
    venues: 14,
    rooms: 20,
    kinds: [],
    largest: [],
    needs: [],
    profiles: [],
    sizes: [],
    ...more,
  });
  const need = (key: string, yes: number, no: number, unknown: number) => ({
    key,
    group: 'access' as const,
    yes,
    partly: 0,
    no,
    unknown,
  });

  it('name the smallest meeting that finds no room, and no step-free one', () => {
    const sizes = [
      { people: 30, venues: 9, stepFree: 2 },
      { people: 60, venues: 4, stepFree: 0 },
      { people: 100, venues: 0, stepFree: 0 },
    ];
    assert.deepEqual(gapsOf(numbers({ sizes })), [
      { kind: 'stepFree', people: 60 },
      { kind: 'size', people: 100 },
    ]);
  });

  it('name needs that no place meets before those that few have recorded, and nothing that most have', () => {
    const needs = [
      need('step_free_entrance', 2, 0, 12),
      need('hearing_loop', 0, 2, 12),
      need('accessible_toilet', 9, 2, 3),
    ];
    const common = { group: 'access', unknown: 12, venues: 14 };
    assert.deepEqual(gapsOf(numbers({ needs })), [
      { kind: 'none', need: 'hearing_loop', ...common },
      { kind: 'unrecorded', need: 'step_free_entrance', ...common },
    ]);
  });

  it('begin with what is surely missing', () => {
    const needs = [
      need('hearing_loop', 0, 0, 14),
      need('changing_places', 0, 1, 13),
      need('baby_change', 0, 14, 0),
    ];
    assert.deepEqual(
      gapsOf(numbers({ needs })).map((gap) => 'need' in gap && gap.need),
      ['baby_change', 'changing_places', 'hearing_loop'],
    );
  });

  it('are none where there is nothing to judge', () => {
    assert.deepEqual(gapsOf(numbers({ venues: 0, sizes: [{ people: 30, venues: 0, stepFree: 0 }] })), []);
  });
});
