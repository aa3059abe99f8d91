/** Configuration → database → app → listen. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { EmbeddedDatabaseError } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { DatabaseError, openDatabase } from './database/open.ts';
import { listenOn, stopOnSignal } from './listen.ts';
import { readAssets } from './pages/assets.ts';
import { startUpkeep } from './search/upkeep.ts';

/** Built browser files stand beside the built server, or in dist/ when sources are run. */
function publicDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, '..', 'public');
  return existsSync(built) ? built : join(here, '..', 'dist', 'public');
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel, base: null });
  const database = await openDatabase(config, (line) => log.info(line));
  await migrate(database.knex);
  if (config.demo) {
    const { seedDemo } = await import('../seeds/load.ts');
    await seedDemo(database.knex, (line) => log.info(line));
  }
  const publicDir = publicDirectory();
  const upkeep = startUpkeep(database.knex, (error) =>
    log.warn({ err: error }, 'search upkeep will try again'),
  );
  const { express } = createApp({ db: database.knex, config, log, assets: readAssets(publicDir), publicDir });
  const server = createServer({ requestTimeout: config.requestTimeout }, express);
  stopOnSignal(server, config, log, async () => {
    await upkeep.stop();
    await database.close();
  });
  await listenOn(server, config.port).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  log.info(`Moothall is ready: http://localhost:${port}`);
}

start().catch((error: unknown) => {
  const forPeople =
    error instanceof ConfigError || error instanceof DatabaseError || error instanceof EmbeddedDatabaseError;
  console.error(forPeople ? error.message : error);
  process.exit(1);
});
