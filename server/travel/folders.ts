/** Where the engine and the network are kept: all below one folder, which can be deleted and made again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TravelFault } from './fault.ts';

/** Pinned: another version may answer differently, and read tiles differently. */
export const VALHALLA = { package: '@valhallajs/valhallajs', version: '3.6.1' } as const;

export const travelFolder = (dataDir: string) => join(dataDir, 'travel');
export const engineFolder = (dataDir: string) => join(travelFolder(dataDir), `valhalla-${VALHALLA.version}`);
export const packageFolder = (dataDir: string) =>
  join(engineFolder(dataDir), 'node_modules', VALHALLA.package);
/** Says which network is in use; written last, in one go. */
export const networkFile = (dataDir: string) => join(travelFolder(dataDir), 'network.json');

export interface BuiltNetwork {
  /** Name of the extract’s file. */
  name: string;
  /** SHA-256 of the extract. */
  digest: string;
  /** Folder of the tiles, below the folder of travel. */
  tiles: string;
  /** Version of Valhalla that made them. */
  version: string;
  builtAt: string;
}

/** The network that was built here, if any. */
export async function builtNetwork(dataDir: string): Promise<BuiltNetwork | undefined> {
  const text = await readIfThere(networkFile(dataDir));
  return text === undefined ? undefined : (JSON.parse(text) as BuiltNetwork);
}

/** The version of the engine that is installed here, if any. */
export async function installedVersion(dataDir: string): Promise<string | undefined> {
  const text = await readIfThere(join(packageFolder(dataDir), 'package.json'));
  return text === undefined ? undefined : (JSON.parse(text) as { version: string }).version;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new TravelFault(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
