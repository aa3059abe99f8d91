/** Ratio 5: facets and totals of a city from the narrow index, against the wide rows and against counting all. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { boxToMercator } from '../server/database/geometry.ts';
import { read, Values } from '../server/database/read.ts';
import { accessBits, amenityBits, kindNumbers } from '../server/search/bits.ts';
import { estimate } from '../server/search/density.ts';
import { allConditions, where } from '../server/search/filters.ts';
import { cappedCount, type Summary, summarise } from '../server/search/summary.ts';
import { layouts } from '../server/vocabulary.ts';
import type { Register } from './load.ts';
import { against, median, type Pair, type Result, race, ratios, spread } from './measure.ts';
import { boxLiteral, cityPlaces, needs, type Place } from './questions.ts';

/** Every count that the service answers, from one pass over the wide rows: the usual facet query. */
const counts = [
  ...kindNumbers.map((key, at) => [`kind.${key}`, `kind_number = ${at}`]),
  ...layouts.map(({ key }) => [`layout.${key}`, `${key} is not null`]),
  ...accessBits.map((key, bit) => [`access.${key}`, `access_any & ${1n << BigInt(bit)} <> 0`]),
  ...amenityBits.map((key, bit) => [`amenity.${key}`, `amenity_any & ${1n << BigInt(bit)} <> 0`]),
] as const;

/** With `mightFit` the wide rows too are read for all that is not known to fail. */
const wideFacets = async (db: Knex, { box }: Place, mightFit: boolean) => {
  const match = `facts @> '{"step_free_entrance": "yes", "parking": "yes"}'`;
  const no = (key: string) => `facts->>'${key}' is distinct from 'no'`;
  const also = mightFit ? `${match} and ` : '';
  const columns = counts.map(
    ([key, condition]) => `count(*) filter (where ${also}${condition})::int as "${key}"`,
  );
  if (mightFit) columns.push(`count(*) filter (where not ${match})::int as "mightFit"`);
  const [row] = await read<Record<string, number>>(db, {
    text: `select count(*) filter (where ${also}true)::int as total, ${columns.join(', ')} from bench.wide
      where pt <@ $1::box and ${mightFit ? `${no('step_free_entrance')} and ${no('parking')}` : match}`,
    values: [boxLiteral(box)],
  });
  return row ?? {};
};

function flat({ total, facets, mightFit }: Summary, withMightFit: boolean): Record<string, number> {
  const groups = Object.entries(facets).filter(([name]) => name !== 'exact');
  const all = groups.flatMap(([group, entries]) =>
    Object.entries(entries).map(([key, count]) => [`${group}.${key}`, Number(count)] as const),
  );
  return {
    total: total.value,
    ...Object.fromEntries(all),
    ...(withMightFit && { mightFit: mightFit.value }),
  };
}

function exactCount(db: Knex, place: Place): Promise<{ venues: number }[]> {
  const values = new Values();
  const conditions = allConditions(values, { ...needs, box: place.box }, 's', 'venue');
  return read(db, {
    text: `select count(*)::int as venues from venue_search s ${where(conditions)}`,
    values: values.list,
  });
}

const sum = (times: number[]) => times.reduce((total, time) => total + time, 0);

export async function facetsAndTotals({ db }: Register, rounds: number): Promise<Result[]> {
  const exact: Place[] = [];
  for (const place of cityPlaces) {
    const summary = await summarise(db, { ...needs, box: place.box });
    if (summary.total.exact) exact.push(place);
    const { inBox } = await estimate(db, boxToMercator(place.box));
    console.log(`  ${place.name}: about ${Math.round(inBox)} venues, ${summary.total.value} match`);
  }
  const facetPairs = (mightFit: boolean) =>
    exact.map((place): Pair => {
      const ours = () => summarise(db, { ...needs, box: place.box }, mightFit);
      const theirs = () => wideFacets(db, place, mightFit);
      const same = async () => assert.deepEqual(flat(await ours(), mightFit), await theirs(), place.name);
      return { ours, theirs, same };
    });
  const facets = await race(facetPairs(false), rounds, 3);
  const everything = await race(facetPairs(true), rounds, 3);
  const totals = await race(
    cityPlaces.map((place): Pair => {
      const ours = () => cappedCount(db, { ...needs, box: place.box });
      const theirs = () => exactCount(db, place);
      const same = async () => {
        const [capped, [all]] = [await ours(), await theirs()];
        if (capped.whole) assert.equal(capped.venues, all?.venues, place.name);
        else assert.ok((all?.venues ?? 0) > 1000, place.name);
      };
      return { ours, theirs, same };
    }),
    rounds,
    3,
  );
  return [
    {
      number: '5a',
      what: `${counts.length} facets of a city with filters, against wide rows`,
      ratio: spread(ratios(facets, median)),
      wanted: { atMost: 0.4 },
      note: `${against(facets, median)}, in the ${exact.length} city boxes that are not sampled; with mightFit ${against(everything, median)}`,
    },
    {
      number: '5b',
      what: 'capped count, against counting all in the same index',
      ratio: spread(ratios(totals, sum)),
      wanted: { atMost: 0.5 },
      note: `all city boxes together; p50 ${against(totals, median)}`,
    },
  ];
}
