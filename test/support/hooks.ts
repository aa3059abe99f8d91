/**
 * What surrounds the whole run. Mocha requires this file, but imports the tests: so that it closes what they opened, and not
 * a second copy of it that nobody used, it imports them only when it needs them.
 */
export const mochaHooks = {
  async afterAll(this: Mocha.Context) {
    const { closeBrowser } = await import('./browser.ts');
    const { closeDatabases } = await import('./database.ts');
    await closeBrowser();
    await closeDatabases();
  },
};
