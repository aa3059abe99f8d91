/** Where points are on the network: from which spot of which street somebody sets out. */
import { TravelFault } from './fault.ts';
import type { Session } from './network-engine.ts';
import { costingOf, wayOf } from './profiles.ts';
import type { NetworkTravel, Point } from './schema.ts';

/** Whoever is further from any street or path than this, in metres, is not on the network. */
export const OFF_NETWORK = 500;
/** Metres that a spot is off its street by rounding, and more. */
const ON_IT = 10;
/** Points that are looked for on the network at once: as many as a server of Valhalla allows out of the box. */
const LOCATED_AT_ONCE = 50;
/** Streets from which fewer others are reached than this are cut off: a courtyard, a piece at the edge of the extract. */
const CONNECTED = 50;

/** A spot of a street, and how far from it the point is. */
export type Placed = Point & { aside: number };

/** Nobody lives on a ferry, though its line may be the nearest of all. */
const noFerry = { exclude_ferry: true };

/** A spot as Valhalla is told it: on its very street, and on no other further away. */
export const onItsStreet = ({ lon, lat }: Placed) => ({
  lon,
  lat,
  search_cutoff: ON_IT,
  search_filter: noFerry,
});

interface Edge {
  correlated_lon: number;
  correlated_lat: number;
  distance: number;
  outbound_reach: number;
  inbound_reach: number;
}

/**
 * Finds points on the network; those that are not on it are left out, for one of them would spoil a whole search. Of what
 * is near, the nearest street that leads anywhere is taken, and searches set out there: Valhalla would choose for itself,
 * and not say which.
 */
export async function locate(
  session: Session,
  model: NetworkTravel,
  points: readonly Point[],
  used: number[],
  askEach: <T>(tasks: T[], ask: (task: T) => Promise<void>) => Promise<void>,
): Promise<Map<number, Placed>> {
  const placed = new Map<number, Placed>();
  const groups: number[][] = [];
  for (let start = 0; start < used.length; start += LOCATED_AT_ONCE)
    groups.push(used.slice(start, start + LOCATED_AT_ONCE));
  await askEach(groups, async (group) => {
    const asked = group.flatMap((number) => points[number] ?? []);
    const answer = await session.ask('locate', {
      ...costingOf(wayOf(model)),
      locations: asked.map(({ lon, lat }) => ({
        lon,
        lat,
        search_cutoff: OFF_NETWORK,
        search_filter: noFerry,
      })),
      verbose: true,
    });
    if (!Array.isArray(answer) || answer.length !== asked.length)
      throw new TravelFault('Valhalla answered something else than was asked about where points are.');
    for (const [k, { edges }] of (answer as { edges: Edge[] | null }[]).entries()) {
      const [number, edge] = [group[k], bestOf(edges ?? [])];
      if (number === undefined || !edge) continue;
      placed.set(number, { lon: edge.correlated_lon, lat: edge.correlated_lat, aside: edge.distance });
    }
  });
  return placed;
}

function bestOf(edges: Edge[]): Edge | undefined {
  const reach = (edge: Edge) => Math.min(CONNECTED, edge.outbound_reach, edge.inbound_reach);
  return [...edges].sort((a, b) => reach(b) - reach(a) || a.distance - b.distance)[0];
}
