/** What surrounds the whole run. */
import { closeBrowser } from './browser.ts';
import { closeDatabases } from './database.ts';

export const mochaHooks = {
  async afterAll(this: Mocha.Context) {
    this.timeout(60_000);
    await closeBrowser();
    await closeDatabases();
  },
};
