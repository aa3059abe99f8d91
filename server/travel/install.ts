/**
 * Fetches Valhalla: 280 MB, of which most registers have no need, so that it is no part of `npm ci`. What comes is the
 * very package that this was made with: npm compares its digest.
 */
import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TravelFault } from './fault.ts';
import { engineFolder, installedVersion, VALHALLA } from './folders.ts';

const DIGEST =
  'sha512-od2CkY58XW2Frf2/6KTaqgd567XwGKkwFu4ga4YjYOAdu0u3aJIODEr6zlY6sSKW3qGylW1wwg3joZHidIbaiw==';
/** What the package has programs for. */
const platforms = ['linux x64', 'linux arm64', 'darwin arm64'];

/** Fetches the package where it is not there yet. Answers whether it was fetched. */
export async function installEngine(dataDir: string, say: (line: string) => void): Promise<boolean> {
  const platform = `${process.platform} ${process.arch}`;
  if (!platforms.includes(platform))
    throw new TravelFault(
      `Valhalla comes ready-made for ${platforms.join(', ')}; this is ${platform}. ` +
        'Set VALHALLA_URL to a server of it, or measure in straight lines.',
    );
  if ((await installedVersion(dataDir)) === VALHALLA.version) return false;
  const folder = engineFolder(dataDir);
  const dependencies = { [VALHALLA.package]: VALHALLA.version };
  const root = { name: 'moothall-travel', private: true, dependencies };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(root));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      name: root.name,
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: root.name, dependencies },
        [`node_modules/${VALHALLA.package}`]: { version: VALHALLA.version, integrity: DIGEST },
      },
    }),
  );
  say(`Fetching ${VALHALLA.package} ${VALHALLA.version} (280 MB on the disk) …`);
  await npm(['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']).catch(
    async (error) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    },
  );
  return true;
}

function npm(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-2000);
    });
    child.on('error', (error) => reject(new TravelFault(`npm cannot be started: ${error.message}`)));
    child.on('close', (status) =>
      status === 0
        ? resolve()
        : reject(
            new TravelFault(
              `Valhalla could not be fetched: is the npm registry in reach, and 280 MB free on the disk?\n${said.trim()}\n` +
                'Travel stays in straight lines; or set VALHALLA_URL to a server of Valhalla.',
            ),
          ),
    );
  });
}
