/** The service as tests meet it: the whole app on the real database, in a transaction that is rolled back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { pino } from 'pino';
import supertest from 'supertest';
import { type App, createApp } from '../../server/app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { testDatabase } from './database.ts';

export const OPERATOR_TOKEN = 'a-token-for-tests-that-is-long-enough';
export const publicDir = join(import.meta.dirname, '../../dist/public');

export const testConfig = (more: Partial<Config> = {}): Config => ({
  ...readConfig(
    {
      OPERATOR_TOKEN,
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'http://localhost:3000',
      SMTP_URL: 'smtp://127.0.0.1:25',
    },
    [],
  ),
  ...more,
});

export function buildApp(db: Knex, more: Partial<Config> = {}): App {
  return createApp({
    db,
    config: testConfig(more),
    log: pino({ level: 'silent' }),
    assets: readAssets(publicDir),
    publicDir,
  });
}

export interface TestService {
  db: Knex.Transaction;
  app: App;
  request: ReturnType<typeof supertest>;
}

/** Registers hooks that give each test of the suite a service of its own; nothing it writes outlives it. */
export function useService(more: Partial<Config> = {}): TestService {
  const service = {} as TestService;
  beforeEach(async () => {
    const { db } = await testDatabase();
    service.db = await db.transaction();
    service.app = buildApp(service.db, more);
    service.request = supertest(service.app.express);
  });
  afterEach(async () => {
    await service.db.rollback();
  });
  return service;
}

/** The app listening on a free port, for browsers. */
export async function listen(app: App): Promise<{ url: string; server: Server; close(): Promise<void> }> {
  const server = createServer(app.express);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
