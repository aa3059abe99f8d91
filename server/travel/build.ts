/** Makes the network of an extract of OpenStreetMap: the tiles that Valhalla reads. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TravelFault } from './fault.ts';
import {
  type BuiltNetwork,
  builtNetwork,
  installedVersion,
  networkFile,
  packageFolder,
  travelFolder,
} from './folders.ts';
import { buildingSettings } from './valhalla-settings.ts';

/** Of what the program says, so much is repeated when it fails. */
const LAST_WORDS = 1500;

/** Builds the network and puts it in use, in one go, when it is whole. */
export async function buildNetwork(
  dataDir: string,
  file: string,
  say: (line: string) => void,
): Promise<BuiltNetwork> {
  const version = await installedVersion(dataDir);
  if (!version) throw new TravelFault('Valhalla is not installed: npm run travel -- install');
  const extract = resolve(file);
  const digest = await digestOf(extract);
  const before = await builtNetwork(dataDir);
  const network: BuiltNetwork = {
    name: basename(extract),
    digest,
    tiles: `tiles-${version}-${digest.slice(0, 16)}`,
    version,
    builtAt: new Date().toISOString(),
  };
  const tiles = join(travelFolder(dataDir), network.tiles);
  if (before?.tiles === network.tiles) {
    say('This network is built already.');
    return before;
  }
  const draft = `${tiles}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const settings = join(travelFolder(dataDir), 'building.json');
  await writeFile(settings, JSON.stringify(buildingSettings(resolve(draft), availableParallelism())));
  try {
    await buildTiles(dataDir, { settings, extract, draft });
    await rm(tiles, { recursive: true, force: true });
    await rename(draft, tiles);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(settings, { force: true });
  }
  await writeFile(`${networkFile(dataDir)}.new`, JSON.stringify(network, null, 2));
  await rename(`${networkFile(dataDir)}.new`, networkFile(dataDir));
  // Runs may still be reading the tiles before.
  await sweep(dataDir, [network.tiles, ...(before ? [before.tiles] : [])]);
  return network;
}

async function digestOf(file: string): Promise<string> {
  const there = await stat(file).catch(() => undefined);
  if (!there?.isFile()) throw new TravelFault(`There is no file ${file}.`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

interface Files {
  settings: string;
  extract: string;
  draft: string;
}

async function buildTiles(dataDir: string, { settings, extract, draft }: Files): Promise<void> {
  const program = resolve(packageFolder(dataDir), process.platform, process.arch, 'valhalla_build_tiles');
  const said = await new Promise<string>((done, fail) => {
    const child = spawn(program, ['--config', resolve(settings), extract], {
      cwd: draft, // where it leaves lists of oddities in the extract
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {},
    });
    let words = '';
    const hear = (part: Buffer) => {
      words = (words + part.toString()).slice(-LAST_WORDS);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => fail(new TravelFault(`Valhalla cannot be started: ${error.message}`)));
    child.on('close', (status, signal) =>
      status === 0
        ? done(words)
        : fail(new TravelFault(`No network was built (${signal ?? `status ${status}`}):\n${words.trim()}`)),
    );
  });
  const files = await readdir(draft, { recursive: true });
  if (!files.some((name) => name.endsWith('.gph')))
    throw new TravelFault(`There are no streets in ${basename(extract)}.\n${said.trim()}`);
}

async function sweep(dataDir: string, kept: string[]): Promise<void> {
  for (const name of await readdir(travelFolder(dataDir)))
    if (name.startsWith('tiles-') && !kept.includes(name))
      await rm(join(travelFolder(dataDir), name), { recursive: true, force: true });
}
