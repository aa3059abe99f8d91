/**
 * The usual service, to measure against: Express, knex, rows of a wide table in one query, `res.json`. It answers the
 * same list with the same 50 cards, and does nothing else.
 */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { connect } from '../server/database/open.ts';
import { WIDE_COLUMNS, WIDE_WHERE } from './lists.ts';
import { pool } from './load.ts';
import { boxLiteral, LIST_SIZE } from './questions.ts';

interface WideRow {
  [column: string]: unknown;
  spaces: { id: number }[];
}

const db = connect(process.env.DATABASE_URL ?? '', pool);
const app = express();
app.get('/api/v1/venues', async (request, response) => {
  const [west = 0, south = 0, east = 0, north = 0] = String(request.query.bbox).split(',').map(Number);
  const rows: WideRow[] = await db('bench.wide')
    .select(db.raw(WIDE_COLUMNS))
    .whereRaw(WIDE_WHERE, [boxLiteral({ west, south, east, north })])
    .orderBy([
      { column: 'updated_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(LIST_SIZE);
  const items = rows.map(({ lon, lat, precision, updated_at, ...row }) => ({
    ...row,
    location: { lon, lat, precision },
    fits: row.spaces.map((space) => space.id),
    updatedAt: updated_at,
  }));
  response.json({ items });
});
const server = app.listen(0, () => {
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', async () => {
  server.closeAllConnections();
  await db.destroy();
  process.exit(0);
});
