/** npm test: makes sure of a browser, builds what the browser loads, and runs every test. Arguments go to mocha. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

const run = (command: string, ...args: string[]): number =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

if (!findChromium(existsSync) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log('No Chromium found: installing the Debian package.');
  if (run('apt-get', 'update', '-qq') === 0) run('apt-get', 'install', '-y', '-qq', 'chromium');
}
if (!findChromium(existsSync)) {
  console.error(
    'The browser tests need Chromium or Chrome, and none was found.\n' +
      '  Debian, Ubuntu: sudo apt-get install chromium\n' +
      '  macOS: brew install --cask chromium\n' +
      'Or set CHROMIUM_PATH to the browser you have.',
  );
  process.exit(1);
}
const built = run('npx', 'vite', 'build', '--logLevel', 'warn');
process.exit(built === 0 ? run('npx', 'mocha', ...process.argv.slice(2)) : built);
