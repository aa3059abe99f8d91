/**
 * Hot reads as named prepared statements: parsed and planned once a connection, which PERFORMANCE measurements put
 * at a third more throughput. Switched off by DATABASE_PREPARED_STATEMENTS for old PgBouncers.
 */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

/** Collects the values of a statement while its text is written. */
export class Values {
  readonly list: unknown[] = [];

  /** Keeps the value and answers its placeholder. */
  bind(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** Each connection keeps every named statement, so their number is bounded; the rest go unnamed. */
const MOST_NAMES = 200;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `m_${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/** Runs one statement on a connection of `db`, which may be a transaction. */
export async function read<Row extends pg.QueryResultRow>(
  db: Knex,
  { text, values }: Statement,
): Promise<Row[]> {
  // Asked of the client's configuration, which transactions share; their own userParams are empty.
  const name = db.client.config.userParams?.preparedStatements === false ? undefined : nameOf(text);
  const connection: pg.Client = await db.client.acquireConnection();
  try {
    const { rows } = await connection.query<Row>({ text, values, ...(name && { name }) });
    return rows;
  } finally {
    await db.client.releaseConnection(connection);
  }
}
