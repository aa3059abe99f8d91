/** Ratios 3 and 4: pages of a city in two stages against one, and nearest venues against the exact order. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { read } from '../server/database/read.ts';
import { nearPoint } from '../server/search/filters.ts';
import { findPage } from '../server/search/list.ts';
import type { Register } from './load.ts';
import { against, median, type Pair, quantile, type Result, race, ratios, spread } from './measure.ts';
import { boxLiteral, cityPlaces, densest, LIST_SIZE, needs, type Place, townPlaces } from './questions.ts';
import { Chance } from './random.ts';
import { towns } from './towns.ts';

export const WIDE_COLUMNS = `id, slug, name, kind, lon, lat, precision, locality, town, postcode, spaces, access,
  amenities, capacity, updated_at`;
export const WIDE_WHERE = `pt <@ ?::box and facts @> '{"step_free_entrance": "yes", "parking": "yes"}'`;

const ids = (items: string) => JSON.parse(items).map((item: { id: number }) => item.id);
const ask = (db: Knex, { box }: Place) =>
  findPage(db, { filters: { ...needs, box }, sort: 'updated', limit: LIST_SIZE });

const oneStage = (db: Knex, { box }: Place) =>
  read<{ id: number }>(db, {
    text: `select ${WIDE_COLUMNS} from bench.wide where ${WIDE_WHERE.replace('?', '$1')}
      order by updated_at desc, id desc limit ${LIST_SIZE}`,
    values: [boxLiteral(box)],
  });

const pair = (db: Knex, place: Place): Pair => ({
  ours: () => ask(db, place),
  theirs: () => oneStage(db, place),
  same: async () => {
    const rows = await oneStage(db, place);
    assert.deepEqual(
      ids((await ask(db, place)).items),
      rows.map((row) => row.id),
      place.name,
    );
  },
});

export async function cityLists({ db }: Register, rounds: number): Promise<Result[]> {
  const p95 = (times: number[]) => quantile(times, 0.95);
  const cities = await race(
    cityPlaces.map((place) => pair(db, place)),
    rounds,
    4,
  );
  const town = await race(
    townPlaces.map((place) => pair(db, place)),
    rounds,
    4,
  );
  return [
    {
      number: '3',
      what: 'city list, p95, against one stage on wide rows',
      ratio: spread(ratios(cities, p95)),
      wanted: { atMost: 0.2 },
      note: `${against(cities, p95)}; p50 ${against(cities, median)}; towns p50 ${against(town, median)}`,
    },
  ];
}

/** The densest box of a large register against the same box of a small one, taking turns. */
export async function densestBox(large: Register, small: Register, rounds: number): Promise<Result> {
  const place = densest;
  await pair(large.db, place).same();
  const timings = await race(
    [{ ours: () => ask(large.db, place), theirs: () => ask(small.db, place), same: async () => {} }],
    rounds,
    20,
  );
  return {
    number: '3b',
    what: `densest box, ${large.rows} rows against ${small.rows}`,
    ratio: spread(ratios(timings, median)),
    wanted: { atMost: 1.5 },
    note: against(timings, median),
  };
}

const NEAREST = 20;

export async function nearest({ db }: Register, questions: number): Promise<Result> {
  const chance = new Chance(4, 4);
  const [ours, theirs]: [number[], number[]] = [[], []];
  let [agreed, asked] = [0, 0];
  for (let question = 0; question < questions; question++) {
    const town = chance.pick(towns);
    const near = { lon: town.lon + 0.02 * chance.normal(), lat: town.lat + 0.015 * chance.normal() };
    const filters = { access: ['step_free_entrance'], near, radius: 2000 };
    const started = performance.now();
    const page = await findPage(db, { filters, sort: 'distance', limit: NEAREST });
    const half = performance.now();
    const exact = await read<{ id: number }>(db, {
      text: `select id from bench.wide where pt <@ circle_box($1::point, 2200) and facts @> '{"step_free_entrance": "yes"}'
        and great_circle(pt, $1::point) <= 2000 order by great_circle(pt, $1::point), id limit ${NEAREST}`,
      values: [nearPoint(near)],
    });
    ours.push(half - started);
    theirs.push(performance.now() - half);
    const got: number[] = ids(page.items);
    asked += exact.length;
    agreed += exact.filter((row, at) => row.id === got[at]).length;
  }
  const share = agreed / asked;
  return {
    number: '4',
    what: 'nearest 20 in 2 km, places that agree with great-circle order',
    ratio: { median: share, low: share, high: share },
    wanted: { atLeast: 0.99 },
    note: `${asked} places; p50 ${against({ ours: [ours], theirs: [theirs] }, median)} for all in the circle, sorted`,
  };
}
