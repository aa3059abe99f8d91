/**
 * npm test: makes sure of a browser, builds what the browser loads and the server, and runs every test, in groups beside
 * each other, for each waits on something else most of the time. Arguments go to mocha, which then runs once, on the sources.
 *
 * npm run test:server (`--server`): only what meets the database, on the server of DATABASE_URL; `-- 1` and `-- 2` are its
 * halves, each for a server of its own; whoever runs both at once builds the server before, and says so (`BUILT_SERVER`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

const shell = process.platform === 'win32';
const run = (command: string, ...args: string[]): number =>
  spawnSync(command, args, { stdio: 'inherit', shell }).status ?? 1;

const all = 'test/**/*.test.ts';
const inBrowser = 'test/{client,e2e,visual}/**/*.test.ts';
const journeys = 'test/e2e/**/*.test.ts';
/** With some of the journeys, about as many minutes as each of the other two. */
const others =
  'test/{{client,database,plan,visual}/**/,e2e/{keeping,plan,storage,style,undo,venue,waiting}}*.test.ts';
const withoutDatabase = [
  'test/{architecture,claims/evidence,demand/expression,operations/{config,readme,shutdown,start},venues/location}.test.ts',
  'test/import/{mapping,osm,reading,template}.test.ts',
  'test/photos/{memory,turns}.test.ts',
  'test/plan/{access,edges,found,limits,questions,sites}.test.ts',
  'test/search/{place-candidates,sentence,sentence-languages,words}.test.ts',
  'test/travel/{in-force,server,straight-line,valhalla}.test.ts',
];
/** What matches `spec`, and none of `ignored`. */
const group = (spec: string, ...ignored: string[]) => [
  '--spec',
  spec,
  ...ignored.flatMap((each) => ['--ignore', each]),
];
const groups = [group(all, journeys, others), group(journeys, others), group(others)];
/** Few, but long. */
const few = 'test/{{operations,plan}/**/,import/{areas-places,resume}}*.test.ts';
/** Not beside each other on one server: what one commits makes the answers of another look changed. */
const serverGroups = [
  group(all, inBrowser, 'test/database/**', few, ...withoutDatabase),
  group(few, ...withoutDatabase),
];

/** Runs mocha once for each group at the same time, and shows what they say one after the other. Answers the worst status. */
async function runTogether(groups: string[][]): Promise<number> {
  const runs = groups.map((args) => {
    const child = spawn('npx', ['mocha', ...args], { stdio: ['inherit', 'pipe', 'inherit'], shell });
    const said: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => said.push(part));
    const ended = new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
    const show = () => {
      process.stdout.write(Buffer.concat(said));
      child.stdout.removeAllListeners('data').on('data', (part: Buffer) => process.stdout.write(part));
      return ended;
    };
    return { show, ended };
  });
  for (const { show } of runs) await show();
  return Math.max(...(await Promise.all(runs.map(({ ended }) => ended))));
}

/** Services of their own are started from what is built, which takes a third of the time. `BUILT_SERVER` says that it is. */
function buildServer(): number {
  if (process.env.BUILT_SERVER) return 0;
  process.env.BUILT_SERVER = 'yes';
  return run('npm', 'run', '--silent', 'build:server');
}

const given = process.argv.slice(2);
if (given[0] === '--server') {
  const part = serverGroups[Number(given[1]) - 1];
  const parts = part ? [part] : serverGroups;
  if (buildServer()) process.exit(1);
  process.exit(Math.max(...parts.map((each) => run('npx', 'mocha', ...each))));
}

if (!findChromium(existsSync) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log('No Chromium found: installing the Debian package.');
  const install = (name: string) => run('apt-get', 'install', '-y', '-qq', name);
  if (run('apt-get', 'update', '-qq') === 0 && install('chromium-headless-shell') !== 0) install('chromium');
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
if (run('npx', 'vite', 'build', '--logLevel', 'warn')) process.exit(1);
const named = given.includes('--spec') ? given : [...given, '--spec', all];
if (given.length > 0) process.exit(run('npx', 'mocha', ...named));
process.exit(buildServer() || (await runTogether(groups)));
