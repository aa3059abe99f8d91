/** Ratio 7: saving venues with the map's counts kept up, against saving them without; and the rate of an import. */
import type { Knex } from 'knex';
import { connect } from '../server/database/open.ts';
import { drainAll, startUpkeep } from '../server/search/upkeep.ts';
import { importVenues, saveSource } from '../server/venues/import.ts';
import type { Actor, VenueRecord } from '../server/venues/record.ts';
import { saveVenue } from '../server/venues/repository.ts';
import type { NewVenue, VenueChange } from '../server/venues/schema.ts';
import { generateVenue, TODAY } from './generate.ts';
import { pool, type Register } from './load.ts';
import { type Result, say, shown, spread } from './measure.ts';

const SAMPLE = 2000;
const BATCH = 100;
const WRITERS = 4;
const source = { id: 'bench', name: 'Bench', licence: 'CC0', attribution: 'Generated' };
const writer: Actor = { name: 'bench', kind: 'operator', rank: 'holder' };

/** A record as somebody would send it: without ids, and without what the register adds. */
function sent({
  name,
  kind,
  description,
  location,
  address,
  openingHours,
  facts,
  spaces,
}: VenueRecord): NewVenue {
  const stated = (list: VenueRecord['facts']) => list.map(({ statedBy: _, ...fact }) => fact);
  return {
    ...{ name, kind, description, location, address },
    ...(openingHours && { openingHours: { weekly: openingHours.weekly } }),
    facts: stated(facts),
    spaces: spaces.map(({ id: _, facts: own, ...space }) => ({ ...space, facts: stated(own) })),
  };
}

/** New venues through the door that every import uses; answers their ids and the rows a second. */
async function importSample({ db, rows }: Register): Promise<{ ids: number[]; perSecond: number }> {
  await saveSource(db, source);
  const records = Array.from({ length: SAMPLE }, (_, at) => sent(generateVenue(2, rows + at)));
  const ids: number[] = [];
  const started = performance.now();
  for (let start = 0; start < SAMPLE; start += BATCH) {
    const batch = records
      .slice(start, start + BATCH)
      .map((venue, at) => ({ recordId: `venue/${start + at}`, venue }));
    const saved = await db.transaction((transaction) => importVenues(transaction, source, batch, 1, TODAY));
    ids.push(...saved.map((each) => each.venueId));
  }
  return { ids, perSecond: (1000 * SAMPLE) / (performance.now() - started) };
}

/** The same database, but what is said to the rollup's queue is only looked at: the rest of each statement stays. */
const withoutQueue = (db: Knex): Knex =>
  new Proxy(db, {
    get(target, name) {
      if (name === 'raw') {
        return (sql: string, values: never) =>
          target.raw(sql.replace(/insert into rollup_change \([^)]*\)/, ''), values);
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** Saves a second by writers that each go through venues of their own, for so many seconds. */
async function saves(db: Knex, ids: number[], seconds: number, queued: boolean): Promise<number> {
  const until = performance.now() + 1000 * seconds;
  let saved = 0;
  const write = async (at: number) => {
    const own = ids.filter((_, index) => index % WRITERS === at);
    for (let turn = 0; performance.now() < until; turn++) {
      const change: VenueChange = {
        description: `Saved ${turn} at ${performance.now()}`,
        facts: [
          {
            key: 'step_free_entrance',
            value: turn % 2 === 0 ? 'yes' : 'no',
            method: 'visited',
            observedOn: TODAY,
          },
        ],
      };
      await db.transaction((transaction) =>
        saveVenue(queued ? transaction : withoutQueue(transaction), writer, own[turn % own.length], change),
      );
      saved += 1;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: WRITERS }, (_, at) => write(at)));
  return (1000 * saved) / (performance.now() - started);
}

export async function writes(
  register: Register,
  rounds: number,
  seconds: number,
): Promise<{ result: Result; importRate: number }> {
  const { db } = register;
  const { ids, perSecond } = await importSample(register);
  const rates: { kept: number[]; bare: number[] } = { kept: [], bare: [] };
  const background = connect(register.url, { ...pool, databasePool: 1 });
  try {
    await saves(db, ids, 2, true);
    for (let round = 0; round < rounds; round++) {
      const keep = async () => {
        const upkeep = startUpkeep(background, (error) => say(`  upkeep: ${error}`));
        rates.kept.push(await saves(db, ids, seconds, true));
        await upkeep.stop();
      };
      const bare = async () => rates.bare.push(await saves(db, ids, seconds, false));
      for (const turn of round % 2 === 0 ? [keep, bare] : [bare, keep]) await turn();
    }
  } finally {
    await background.destroy();
    await forget(db, ids);
  }
  const ratio = spread(rates.kept.map((rate, round) => rate / (rates.bare[round] ?? Number.NaN)));
  const rate = (list: number[]) => `${shown(spread(list).median)}/s`;
  return {
    importRate: perSecond,
    result: {
      number: '7',
      what: `writes with cluster upkeep against without, ${WRITERS} writers`,
      ratio,
      wanted: { atLeast: 0.8 },
      note: `${rate(rates.kept)} against ${rate(rates.bare)}`,
    },
  };
}

/** Leaves the register as it was found, its counts too, so that it can be measured again. */
async function forget(db: Knex, ids: number[]): Promise<void> {
  await db('venue').whereIn('id', ids).delete();
  await db.raw('truncate rollup_change');
  await db.raw('truncate rollup');
  await db.raw(
    `insert into rollup_change (pt, core, capacity_bucket, venues)
     select pt, core, capacity_bucket, 1 from venue_search where pt is not null`,
  );
  await drainAll(db);
  await db.raw('vacuum (analyze) venue_search, space_search, rollup, rollup_change');
}
