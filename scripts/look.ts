/**
 * npm run look -- [--out FOLDER] [--only REGEX] [--modes 390,dark,print]: a picture of every page in every state, of a demo of
 * its own. Fails where a state is not reached, so that no picture shows anything but what its name says, and where a page
 * of the router has no state.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeBrowser } from '../test/support/browser.ts';
import { closeDatabases } from '../test/support/database.ts';
import { take } from './look/camera.ts';
import { misses } from './look/known-pages.ts';
import { modesOf } from './look/modes.ts';
import { type State, widths } from './look/state.ts';
import { states } from './look/states.ts';
import { closeWorld, makeWorld, type World } from './look/world.ts';

const AT_ONCE = 2;

const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' }, modes: { type: 'string' } },
});
const modes = modesOf(values.modes);
const wanted = states.filter(({ name }) => new RegExp(values.only ?? '').test(name));
const out = resolve(values.out ?? mkdtempSync(join(tmpdir(), 'moothall-look-')));
const repository = resolve(import.meta.dirname, '..');
if (!relative(repository, out).startsWith('..')) throw new Error('Pictures are kept out of the repository.');

const { forgotten, gone, twice } = misses(states);
for (const page of forgotten) console.error(`No state shows the page ${page}: add one in scripts/look/`);
for (const page of gone) console.error(`There is no page ${page}, but a state of it`);
for (const name of twice) console.error(`Two states are called ${name}`);
// One page can be looked at while others are unfinished; a whole sweep is whole.
if (forgotten.length + gone.length + twice.length > 0 && values.only === undefined) process.exit(1);
if (wanted.length === 0) throw new Error(`No state is called ${values.only}`);

mkdirSync(out, { recursive: true });
const notes: string[] = [];
let pictures = 0;
let unreached = 0;

async function lookAt(world: World, state: State): Promise<void> {
  for (const width of widths)
    try {
      await world.forgetTries();
      const shots = await take({ state, world, modes, out }, width);
      pictures += shots.pictures;
      for (const fault of shots.faults) notes.push(`FAULT ${state.name} ${width}: ${fault}`);
    } catch (error) {
      unreached += 1;
      const said = error instanceof Error ? error.message : String(error);
      notes.push(`NOT REACHED ${state.name} ${width}: ${said.split('\n').slice(0, 6).join(' | ')}`);
      console.error(notes.at(-1));
    }
}

const world = await makeWorld().catch(async (error: unknown) => {
  await closeDatabases();
  throw error;
});
const queue = [...wanted];
const work = async () => {
  for (let state = queue.shift(); state; state = queue.shift()) await lookAt(world, state);
};
try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await closeBrowser();
  await closeWorld(world);
}
notes.sort();
writeFileSync(join(out, 'notes.txt'), `${notes.join('\n')}\n`);
for (const note of notes.filter((each) => each.startsWith('FAULT'))) console.log(note);
console.log(`${pictures} pictures of ${wanted.length} states in ${out}`);
process.exit(unreached > 0 ? 1 : 0);
