/** The ground from which a site is reached, to be drawn. Who is within is decided by `reachOf`: outlines are coarse. */
import { TravelFault } from './fault.ts';
import { inTurn } from './in-turn.ts';
import { locate, onItsStreet } from './placed.ts';
import { costingOf, wayOf } from './profiles.ts';
import type { NetworkWays, ReachSettings, Travel } from './reach-of.ts';
import type { Point, StraightLine, Within } from './schema.ts';
import { straightWithin } from './straight-line.ts';

/** A GeoJSON geometry. */
export interface Outline {
  type: 'Polygon';
  coordinates: [lon: number, lat: number][][];
}

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;
const CORNERS = 64;

/** The outline of each site’s catchment; undefined for a site that is not on the network. */
export async function catchmentsOf(
  travel: Travel,
  sites: readonly Point[],
  { within, stopped = () => false }: Pick<ReachSettings, 'within' | 'stopped'>,
): Promise<(Outline | undefined)[]> {
  return 'engine' in travel
    ? isochrones(travel, sites, within, stopped)
    : sites.map((site) => circle(travel.model, site, within));
}

function circle(model: StraightLine, { lon, lat }: Point, within: Within): Outline {
  const angle = Math.min(straightWithin(model, within) / EARTH_RADIUS, Math.PI / 2);
  const [north, degrees] = [(lat * Math.PI) / 180, 180 / Math.PI];
  const ring = Array.from({ length: CORNERS }, (_, k): [number, number] => {
    // Against the clock, as GeoJSON has it.
    const bearing = (-2 * Math.PI * k) / CORNERS;
    const sine = Math.sin(north) * Math.cos(angle) + Math.cos(north) * Math.sin(angle) * Math.cos(bearing);
    const aside = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(north),
      Math.cos(angle) - Math.sin(north) * sine,
    );
    return [lon + aside * degrees, Math.asin(sine) * degrees];
  });
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}

async function isochrones(
  { model, engine }: NetworkWays,
  sites: readonly Point[],
  within: Within,
  stopped: () => boolean,
): Promise<(Outline | undefined)[]> {
  const way = wayOf(model);
  const session = engine.open({ costing: way.costing, apart: 0, seconds: 0 });
  try {
    const outlines: (Outline | undefined)[] = sites.map(() => undefined);
    const placed = await locate(session, model, sites, [...sites.keys()], (tasks, ask) =>
      inTurn(tasks, ask, stopped),
    );
    await inTurn(
      [...placed],
      async ([number, spot]) => {
        const answer = await session.ask('isochrone', {
          ...costingOf(way),
          locations: [onItsStreet(spot)],
          contours: ['metres' in within ? { distance: within.metres / 1000 } : { time: within.minutes }],
          polygons: true,
          reverse: true,
        });
        const { features } = answer as { features?: { geometry: Outline }[] };
        const outline = features?.[0]?.geometry;
        if (outline?.type !== 'Polygon')
          throw new TravelFault('Valhalla answered something else than was asked about a catchment.');
        outlines[number] = outline;
      },
      stopped,
    );
    return outlines;
  } finally {
    session.close();
  }
}
