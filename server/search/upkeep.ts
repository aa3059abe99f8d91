/**
 * Brings the map's rollup up to date with the queue of changes. Writers only queue; readers add what is queued, so
 * counts are exact whether or not this has run. Safe on many nodes at once.
 */
import type { Knex } from 'knex';

/** Cells across the world are 2^level: 7 serves zooms to 5, a whole country; 9 those to 7; 11 serves 8 and 9. */
export const rollupLevels = [7, 9, 11] as const;

const BATCH = 10_000;
const INTERVAL = 2_000;
/** Turns between two sweeps of emptied cells. */
const SWEEP_TURNS = 150;

/** The column of a point's cell at a level; `axis` 0 is x, from the west, 1 is y, from the south. */
export const cellSql = (pt: string, axis: 0 | 1, level: number | string) =>
  `least(greatest(floor((${pt}[${axis}] + 20037508.342789244) / 40075016.68557849 * 2 ^ (${level}))::int, 0), (2 ^ (${level}))::int - 1)`;

/** Moves one batch from the queue into the rollup; answers how many changes it took. */
export async function drainRollup(db: Knex): Promise<number> {
  const { rows } = await db.raw(`
    with taken as (
      delete from rollup_change where id in (
        select id from rollup_change order by id limit ${BATCH} for update skip locked) returning *
    ), summed as (
      select level, ${cellSql('pt', 0, 'level')} as x, ${cellSql('pt', 1, 'level')} as y, core, capacity_bucket,
        sum(venues)::int as venues, sum(venues * pt[0]) as sum_x, sum(venues * pt[1]) as sum_y
      from taken cross join unnest(array[${rollupLevels.join(',')}]::int2[]) level
      group by 1, 2, 3, 4, 5
    ), kept as (
      insert into rollup as r (level, x, y, core, capacity_bucket, venues, sum_x, sum_y)
      select * from summed order by level, y, x, core, capacity_bucket
      on conflict (level, y, x, core, capacity_bucket) do update
        set venues = r.venues + excluded.venues, sum_x = r.sum_x + excluded.sum_x, sum_y = r.sum_y + excluded.sum_y
    )
    select count(*)::int as taken from taken`);
  return rows[0].taken;
}

/** Moves new words into the vocabulary that typos are corrected from. */
export async function drainWords(db: Knex): Promise<number> {
  const { rows } = await db.raw(`
    with taken as (
      delete from search_word_change where id in (
        select id from search_word_change order by id limit ${BATCH} for update skip locked) returning words
    ), kept as (
      insert into search_word (word) select distinct word from taken, unnest(words) word order by word on conflict do nothing
    )
    select count(*)::int as taken from taken`);
  return rows[0].taken;
}

/** Takes out the cells that have emptied; readers pass over them until then. */
const sweepRollup = (db: Knex) => db.raw('delete from rollup where venues = 0');

/** Everything that is waiting, until nothing is. For seeds, importers and tests. */
export async function drainAll(db: Knex): Promise<void> {
  while ((await drainRollup(db)) > 0);
  while ((await drainWords(db)) > 0);
}

/** Drains the queues every few seconds until stopped. Failures are reported and tried again at the next turn. */
export function startUpkeep(db: Knex, report: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false;
  let turns = 0;
  let turn: Promise<void> = Promise.resolve();
  const drain = async () => {
    try {
      while (!stopped && (await drainRollup(db)) === BATCH);
      while (!stopped && (await drainWords(db)) === BATCH);
      turns += 1;
      if (turns % SWEEP_TURNS === 0) await sweepRollup(db);
    } catch (error) {
      report(error);
    }
  };
  const timer = setInterval(() => {
    turn = turn.then(drain);
  }, INTERVAL);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await turn;
    },
  };
}
