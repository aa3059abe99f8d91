/**
 * From a million venues to many: copies of their search rows, each venue moved by up to two kilometres each way, so that
 * towns become denser as they are. Copies have no rows in the register's own tables; lists and maps read none of these.
 */
import type { Knex } from 'knex';

const tables = ['venue_search', 'space_search', 'bench.wide'];

/** What differs in a copy; every other column stays. `moved` depends on the venue and the copy alone. */
const changed: Record<string, string> = {
  id: 'id + :by',
  venue_id: 'venue_id + :by',
  card: `'{"id":' || (venue_id + :by)::text || substr(card, position(',' in card))`,
};

const moved = `
  create function bench.moved(pt point, id integer, copy integer) returns point language sql immutable strict
  return point(pt[0] + (hashint4(id * 2 + copy) & 4095) - 2048, pt[1] + (hashint4(id * 3 + copy) & 4095) - 2048)`;

export async function multiply(
  db: Knex,
  made: number,
  rows: number,
  say: (line: string) => void,
): Promise<void> {
  await db.raw(moved);
  for (let copy = 1; copy * made < rows; copy++) {
    const by = copy * made;
    await db.transaction(async (transaction) => {
      await transaction.raw('set local session_replication_role = replica');
      await transaction.raw('set local synchronous_commit = off');
      for (const table of tables) {
        const names = await columnsOf(transaction, table);
        const key = names.includes('venue_id') ? 'venue_id' : 'id';
        const values = names.map((name) =>
          name === 'pt' ? `bench.moved(pt, ${key}, :copy)` : (changed[name] ?? `"${name}"`),
        );
        await transaction.raw(
          `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
           select ${values.join(', ')} from ${table} where ${key} <= :most order by ${key}`,
          { by, copy, most: Math.min(made, rows - by) },
        );
      }
      await transaction.raw(
        `insert into rollup_change (pt, core, capacity_bucket, venues)
         select pt, core, capacity_bucket, 1 from venue_search where venue_id > :by and pt is not null`,
        { by },
      );
    });
    say(`  ${Math.min(rows, by + made)} rows`);
  }
}

async function columnsOf(db: Knex, table: string): Promise<string[]> {
  const { rows } = await db.raw(
    `select attname as name from pg_attribute
     where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map((row: { name: string }) => row.name);
}
