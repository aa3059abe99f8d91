/** Configuration → database → app → listen. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { PinoPretty as pretty } from 'pino-pretty';
import { holdsDemo, NotEmptyError, seedDemo } from '../seeds/load.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { EmbeddedDatabaseError } from './database/embedded.ts';
import { errorForLog } from './database/errors.ts';
import { migrate } from './database/migrate.ts';
import { DatabaseError, openDatabase } from './database/open.ts';
import { leaveOnSignal, listenOn, stopOnSignal } from './listen.ts';
import { startPost } from './mail/post.ts';
import { readAssets } from './pages/assets.ts';
import { correctionLetters } from './pages/correction-letters.ts';
import { reminderLetter } from './pages/reminder-letter.ts';
import { canSend } from './people/sign-in.ts';
import { openPhotoStore } from './photos/store.ts';
import { startPhotoSweep } from './photos/sweep.ts';
import { startPlanRunner } from './plan/runner.ts';
import { startUpkeep } from './search/upkeep.ts';
import { startSweeping } from './sweep.ts';

/** Built browser files stand beside the built server, or in dist/ when sources are run. */
function publicDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, '..', 'public');
  return existsSync(built) ? built : join(here, '..', 'dist', 'public');
}

/** JSON for machines; lines for a person at a terminal. */
function logger(level: string): Logger {
  if (!process.stdout.isTTY) return pino({ level, base: null });
  return pino({ level, base: null }, pretty({ ignore: 'time,level', singleLine: true, sync: true }));
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = logger(config.logLevel);
  leaveOnSignal();
  const database = await openDatabase(config, (line) => log.info(line));
  await migrate(database.knex);
  if (config.demo) await seedDemo(database.knex, (line) => log.info(line));
  // Said by the register itself, so that the demo is never served as the real thing.
  const demo = await holdsDemo(database.knex);
  const publicDir = publicDirectory();
  const upkeep = startUpkeep(database.knex, (error) =>
    log.warn({ error: errorForLog(error) }, 'search upkeep will try again'),
  );
  const sweep = startPhotoSweep(database.knex, openPhotoStore(config), (error) =>
    log.warn({ error: errorForLog(error) }, 'photos that were deleted will be taken away later'),
  );
  const post = startPost(database.knex, config, (error) =>
    log.warn({ error: errorForLog(error) }, 'a letter could not be sent and will be tried again'),
  );
  const { publicUrl } = config;
  const letters = {
    publicUrl,
    reminder: reminderLetter(publicUrl),
    corrections: correctionLetters(publicUrl),
  };
  const sweeping = startSweeping(database.knex, canSend({ ...config, demo }) ? letters : undefined, (error) =>
    log.warn({ error: errorForLog(error) }, 'sweeping will try again'),
  );
  if (!config.smtpUrl)
    log.info(
      demo
        ? 'No letters leave the demo: read them on /outbox'
        : 'SMTP_URL is not set: no letters leave, so nobody can sign in',
    );
  const plans = startPlanRunner(
    database.knex,
    (error) => log.warn({ error: errorForLog(error) }, 'a plan met with a fault'),
    { place: { dataDir: config.dataDir, valhallaUrl: config.valhallaUrl } },
  );
  const { express, endStreams } = createApp({
    db: database.knex,
    config: { ...config, demo },
    log,
    assets: readAssets(publicDir),
    publicDir,
  });
  // How long each request may take is for `timeLimit` to say; a photo may come over a slow line.
  const limits = {
    headersTimeout: config.requestTimeout,
    requestTimeout: Math.max(config.requestTimeout, 300_000),
  };
  const server = createServer(limits, express);
  const close = async () => {
    await Promise.all([upkeep.stop(), sweep.stop(), post.stop(), sweeping.stop(), plans.stop()]);
    await database.close();
  };
  stopOnSignal(server, config, log, { endStreams, close });
  await listenOn(server, config.port).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  log.info(`Moothall is ready: http://localhost:${port}`);
}

start().catch((error: unknown) => {
  const known = [ConfigError, DatabaseError, EmbeddedDatabaseError, NotEmptyError];
  const forPeople = error instanceof Error && known.some((kind) => error instanceof kind);
  console.error(forPeople ? error.message : error);
  process.exit(1);
});
