/** The demo as it is filled, once in a run, for tests that write nothing there which another would see. */
import { seedDemo } from '../../seeds/load.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

let filled: Promise<TestDatabase> | undefined;

export function demoDatabase(): Promise<TestDatabase> {
  filled ??= freshDatabase().then(async (demo) => {
    await seedDemo(demo.db, () => undefined);
    return demo;
  });
  return filled;
}
