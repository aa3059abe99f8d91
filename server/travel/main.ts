/**
 * npm run travel [-- install|build FILE.osm.pbf|status|remove]: the network of streets and paths that travel is measured
 * on. Without it, travel is measured in straight lines.
 */
import { rm } from 'node:fs/promises';
import { ConfigError, readConfig } from '../config.ts';
import { buildNetwork } from './build.ts';
import { TravelFault } from './fault.ts';
import { travelFolder } from './folders.ts';
import { travelInForce } from './in-force.ts';
import { installEngine } from './install.ts';

const usage = `npm run travel -- install             fetch Valhalla (280 MB) into DATA_DIR/travel
npm run travel -- build FILE.osm.pbf  build the network of an OpenStreetMap extract, and use it
npm run travel -- status              say how travel is measured
npm run travel -- remove              delete both; travel is in straight lines again`;

async function main([command = 'status', ...rest]: string[]): Promise<void> {
  const { dataDir, valhallaUrl } = readConfig();
  const status = async () => {
    const { model } = await travelInForce({ dataDir, valhallaUrl }, { mode: 'walking' });
    console.log(
      model.kind === 'network'
        ? `Travel is measured on a network: Valhalla ${model.version}, ${model.extract}.`
        : `Travel is measured in straight lines, × ${model.detour}.`,
    );
  };
  const [file] = rest;
  if (command === 'install' && rest.length === 0) {
    const isNew = await installEngine(dataDir, console.log);
    console.log(isNew ? 'Installed. Next: npm run travel -- build FILE.osm.pbf' : 'It is installed already.');
  } else if (command === 'build' && file !== undefined && rest.length === 1) {
    const { name, digest } = await buildNetwork(dataDir, file, console.log);
    console.log(`The network of ${name} (SHA-256 ${digest}) is built.`);
    await status();
  } else if (command === 'status' && rest.length === 0) {
    await status();
  } else if (command === 'remove' && rest.length === 0) {
    await rm(travelFolder(dataDir), { recursive: true, force: true });
    await status();
  } else throw new TravelFault(usage);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isKnown = error instanceof TravelFault || error instanceof ConfigError;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
});
