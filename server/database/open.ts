/**
 * Opens the database: the server named by DATABASE_URL, or the embedded one in DATA_DIR. One knex either way.
 * Nothing is opened at import.
 */
import knex, { type Knex } from 'knex';
import pg from 'pg';
import type { Config } from '../config.ts';
import { startEmbedded } from './embedded.ts';

export interface Database {
  knex: Knex;
  url: string;
  close(): Promise<void>;
}

export class DatabaseError extends Error {}

/** Days stay days: `date` columns come back as text, never as an instant in some time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

type Pool = Pick<Config, 'databasePool' | 'databaseWait' | 'statementTimeout'> &
  Partial<Pick<Config, 'preparedStatements'>>;
type Wanted = Pool & Pick<Config, 'databaseUrl' | 'dataDir'>;

/** Throws EmbeddedDatabaseError or DatabaseError with a sentence for the person who starts the service. */
export async function openDatabase(
  config: Wanted,
  log: (line: string) => void = () => {},
): Promise<Database> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir, { log });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const database = connect(url, config);
  const close = async () => {
    await database.destroy();
    await embedded?.stop();
  };
  try {
    await checkServer(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { knex: database, url, close };
}

/**
 * A bounded pool on a running server. Trigrams count as alike from 0.25: “strethm” is Streatham.
 * `max_parallel_workers_per_gather = 0`: parallel scans doubled p99 under load.
 */
export function connect(url: string, config: Pool): Knex {
  const settings: Knex.Config & { userParams: Pick<Pool, 'preparedStatements'> } = {
    client: 'pg',
    connection: { connectionString: url, application_name: 'moothall' },
    acquireConnectionTimeout: config.databaseWait,
    // Error messages reach the log, and the values of a statement may be somebody's name or number.
    compileSqlOnError: false,
    // What fails is thrown, and logged once with its request; knex would print it a second time without.
    log: { warn: () => undefined },
    userParams: { preparedStatements: config.preparedStatements },
    pool: {
      min: 0,
      max: config.databasePool,
      afterCreate: (connection: pg.Client, done: (error: unknown, connection: unknown) => void) => {
        connection.query(
          `set statement_timeout = ${config.statementTimeout}; set max_parallel_workers_per_gather = 0;
           set time zone 'UTC'; set jit = off; set pg_trgm.similarity_threshold = 0.25`,
          (error: unknown) => done(error, connection),
        );
      },
    },
  };
  return knex(settings);
}

async function checkServer(database: Knex): Promise<void> {
  let version: number;
  try {
    const { rows } = await database.raw(`select current_setting('server_version_num')::int as version`);
    version = rows[0].version;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(
      `The database cannot be reached: ${reason}. Check DATABASE_URL and that the server runs.`,
    );
  }
  if (version < 150000) {
    throw new DatabaseError(
      `The database is PostgreSQL ${Math.floor(version / 10000)}; Moothall needs 15 or newer. Upgrade the server, or unset DATABASE_URL to use the embedded one.`,
    );
  }
}
