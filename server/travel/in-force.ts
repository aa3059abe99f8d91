/**
 * How travel is measured here, decided in this one place: by the server of VALHALLA_URL; else on the network that was
 * built on this machine; else in straight lines. What is there but does not work is a fault, and not a reason to measure
 * otherwise: two answers to one question would differ, and nobody would know why.
 */
import { TravelFault } from './fault.ts';
import { builtNetwork, installedVersion } from './folders.ts';
import { localEngine } from './local-engine.ts';
import type { Engine } from './network-engine.ts';
import { ways } from './profiles.ts';
import type { Travel } from './reach-of.ts';
import { remoteEngine } from './remote-engine.ts';
import type { Mode, NetworkTravel } from './schema.ts';
import { type StraightLineSettings, straightLine } from './straight-line.ts';

export interface TravelPlace {
  dataDir: string;
  valhallaUrl: string | undefined;
}

export interface Wanted extends StraightLineSettings {
  mode: Mode;
  /** Straight lines even where there is a network. */
  straightLine?: boolean;
}

/** The way of measuring that is in force, for a way of getting about. */
export async function travelInForce(place: TravelPlace, wanted: Wanted): Promise<Travel> {
  const { mode, straightLine: isStraight = false, ...settings } = wanted;
  const engine = isStraight ? undefined : await engineInForce(place);
  if (!engine) return { model: straightLine(mode, settings) };
  const { profile, most } = ways[mode];
  const model: NetworkTravel = {
    kind: 'network',
    mode,
    ...engine.source,
    profile,
    metresPerMinute: most,
  };
  return { model, engine };
}

/** The network in force, if there is one. */
async function engineInForce({ dataDir, valhallaUrl }: TravelPlace): Promise<Engine | undefined> {
  if (valhallaUrl) return remoteEngine(valhallaUrl);
  const [network, version] = [await builtNetwork(dataDir), await installedVersion(dataDir)];
  if (!network || !version) return undefined;
  if (network.version !== version)
    throw new TravelFault(
      `The network was built by Valhalla ${network.version}, and ${version} is installed: build it anew (npm run travel -- build).`,
    );
  return localEngine(dataDir, network);
}
