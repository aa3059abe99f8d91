/** What surrounds the whole run. */
import { closeBrowser } from './browser.ts';
import { closeDatabases } from './database.ts';

export const mochaHooks = {
  async afterAll(this: Mocha.Context) {
    await closeBrowser();
    await closeDatabases();
  },
};
