/** npm run import: a file of public data into the register. */
import { ConfigError, readConfig } from '../config.ts';
import { EmbeddedDatabaseError } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { DatabaseError, openDatabase } from '../database/open.ts';
import { readArguments, usage } from './arguments.ts';
import { ImportFault } from './fault.ts';
import { importFile } from './import-file.ts';

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (!given) {
    console.log(usage);
    return 0;
  }
  const database = await openDatabase(readConfig());
  try {
    await migrate(database.knex);
    const stopping = new AbortController();
    process.once('SIGINT', () => {
      console.error('\nStopping after this batch …');
      stopping.abort();
    });
    const { report, complete, text } = await importFile(database.knex, given, stopping.signal, console.log);
    console.log(text);
    if (!complete) {
      console.log('Stopped before the end of the file. Run the same command again to go on from here.');
      return 130;
    }
    return given.strict && report.rejected > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

function fail(error: unknown): number {
  const known = [ImportFault, ConfigError, DatabaseError, EmbeddedDatabaseError].some(
    (kind) => error instanceof kind,
  );
  console.error(known && error instanceof Error ? error.message : error);
  return 1;
}

process.exitCode = await main().catch(fail);
