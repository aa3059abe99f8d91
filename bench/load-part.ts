/** One loader: venues from one number up to another, in batches. Arguments: database URL, seed, from, to. */
import { connect } from '../server/database/open.ts';
import { generateVenue } from './generate.ts';
import { insertVenues } from './insert.ts';
import { pool } from './load.ts';

const BATCH = 1000;

const [url = '', seed, from, to] = process.argv.slice(2);
const db = connect(url, { ...pool, databasePool: 1 });
await db.raw('set synchronous_commit = off');
// Our own rows refer to each other rightly; a server that does not let us say so checks them.
await db.raw('set session_replication_role = replica').catch(() => undefined);
const began = Date.now();
for (let start = Number(from); start < Number(to); start += BATCH) {
  const size = Math.min(BATCH, Number(to) - start);
  const records = Array.from({ length: size }, (_, at) => generateVenue(Number(seed), start + at));
  await db.transaction((transaction) => insertVenues(transaction, records));
  const done = start + size - Number(from);
  if (done % 100_000 === 0) {
    console.log(`  ${done} rows at ${Math.round((1000 * done) / (Date.now() - began))} a second`);
  }
}
await db.destroy();
