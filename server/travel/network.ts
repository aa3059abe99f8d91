/**
 * Travel on a network, many to many. Nobody gets further than a straight line, so first everything further is left out.
 * Then each site (or each place, where those are fewer) is one search from there to those that are near, which Valhalla
 * ends when all are found, or when nothing that still counts can come.
 */
import { NoWayFault, TravelFault, TravelStopped } from './fault.ts';
import { inTurn } from './in-turn.ts';
import { type Near, nearIndex } from './near.ts';
import type { Session } from './network-engine.ts';
import { locate, OFF_NETWORK, onItsStreet, type Placed } from './placed.ts';
import { costingOf, wayOf } from './profiles.ts';
import type { NetworkWays, Reached, ReachSettings } from './reach-of.ts';
import type { Point, Within } from './schema.ts';

/** Places between two breaths, in which the service answers others. */
const PLACES_AT_ONCE = 20;
/** Ends of one search, so that nothing takes long and stopping is heard soon. */
const ENDS_AT_ONCE = 500;
/** Beside what is asked, for ends that lie beside their street. */
const AT_LEAST_METRES = 2 * OFF_NETWORK;

export async function networkReach(
  { model, engine }: NetworkWays,
  places: readonly Point[],
  sites: readonly Point[],
  { within, stopped = () => false, progress = () => undefined }: ReachSettings,
): Promise<Reached> {
  const way = wayOf(model);
  const straight = 'metres' in within ? within.metres : within.minutes * way.most;
  const minutes = 'metres' in within ? within.metres / way.least : within.minutes;
  const { usedPlaces, usedSites, all } = await pairsOf(places, sites, straight, stopped);
  const session = engine.open({
    costing: way.costing,
    apart: straight + AT_LEAST_METRES,
    seconds: way.patience.times * minutes * 60 + way.patience.seconds,
  });
  try {
    const askEach = <T>(tasks: Iterable<T>, ask: (task: T) => Promise<void>) => inTurn(tasks, ask, stopped);
    const placed = {
      places: await locate(session, model, places, usedPlaces, askEach),
      sites: await locate(session, model, sites, usedSites, askEach),
    };
    const isFromSite = usedSites.length <= usedPlaces.length;
    const [starts, ends] = isFromSite ? [sites, places] : [places, sites];
    const searches = searchesOf(nearIndex(ends, straight), starts, placed, isFromSite);
    const reached: [number, number][][] = places.map(() => []);
    let done = 0;
    await askEach(searches, async ({ from, ends }) => {
      const travels = await search(session, model, within, {
        from,
        ends: ends.map(([, end]) => end),
        isFromSite,
      });
      for (const [k, [pair]] of ends.entries()) {
        const travel = travels[k];
        const most = 'metres' in within ? within.metres : within.minutes;
        if (travel !== undefined && travel <= most) reached[pair.place]?.push([pair.site, travel]);
      }
      done += ends.length;
      progress(done, all);
    });
    if (done < all) progress(all, all);
    for (const found of reached) found.sort(([a], [b]) => a - b);
    const missing = (used: number[], there: Map<number, Placed>) => used.filter((each) => !there.has(each));
    return {
      sites: sites.length,
      places: reached,
      model,
      within,
      offNetwork: { places: missing(usedPlaces, placed.places), sites: missing(usedSites, placed.sites) },
    };
  } finally {
    session.close();
  }
}

interface Pair {
  place: number;
  site: number;
}

interface Search {
  from: Placed;
  ends: [pair: Pair, end: Placed][];
}

/** Who has anybody near, and how many pairs that is. They are counted and not kept: of a city by car there are millions. */
async function pairsOf(
  places: readonly Point[],
  sites: readonly Point[],
  metres: number,
  stopped: () => boolean,
): Promise<{ usedPlaces: number[]; usedSites: number[]; all: number }> {
  const near = nearIndex(sites, metres);
  const usedPlaces: number[] = [];
  const usedSites = new Set<number>();
  let all = 0;
  for (const [number, place] of places.entries()) {
    const found = near(place);
    if (found.length > 0) usedPlaces.push(number);
    for (const [site] of found) usedSites.add(site);
    all += found.length;
    if (number % PLACES_AT_ONCE > 0) continue;
    if (stopped()) throw new TravelStopped();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { usedPlaces, usedSites: [...usedSites].sort((a, b) => a - b), all };
}

/** Made one after the other, as they are asked for. */
function* searchesOf(
  near: (point: Point) => Near[],
  starts: readonly Point[],
  placed: { places: Map<number, Placed>; sites: Map<number, Placed> },
  isFromSite: boolean,
): Generator<Search> {
  const [from, to] = isFromSite ? [placed.sites, placed.places] : [placed.places, placed.sites];
  for (const [start, point] of starts.entries()) {
    const spot = from.get(start);
    if (!spot) continue;
    const ends = near(point).flatMap(([end]): Search['ends'] => {
      const there = to.get(end);
      const pair = isFromSite ? { place: end, site: start } : { place: start, site: end };
      return there ? [[pair, there]] : [];
    });
    for (let first = 0; first < ends.length; first += ENDS_AT_ONCE)
      yield { from: spot, ends: ends.slice(first, first + ENDS_AT_ONCE) };
  }
}

interface Matrix {
  sources_to_targets: { durations: (number | null)[][]; distances: (number | null)[][] };
}

/** Travel between one point and others, people always going to the site; undefined where there is no way. */
async function search(
  session: Session,
  model: NetworkWays['model'],
  within: Within,
  { from, ends, isFromSite }: { from: Placed; ends: Placed[]; isFromSite: boolean },
): Promise<(number | undefined)[]> {
  const [one, many] = [[onItsStreet(from)], ends.map(onItsStreet)];
  const query = {
    ...costingOf(wayOf(model)),
    sources: isFromSite ? many : one,
    targets: isFromSite ? one : many,
    units: 'kilometers',
    verbose: false,
  };
  const answer = (await session.ask('sources_to_targets', query).catch((error) => {
    if (error instanceof NoWayFault) return undefined;
    throw error;
  })) as Partial<Matrix> | undefined;
  if (!answer) return ends.map(() => undefined);
  const { durations, distances } = answer.sources_to_targets ?? {};
  if (!durations || !distances || durations.flat().length !== ends.length)
    throw new TravelFault('Valhalla answered something else than was asked about how far it is.');
  const [seconds, kilometres] = [durations.flat(), distances.flat()];
  return ends.map((end, k) => {
    const [time, length] = [seconds[k], kilometres[k]];
    if (time === null || time === undefined || length === null || length === undefined) return undefined;
    // From the door to the street and back counts too: so a way is never shorter than the straight line.
    const aside = from.aside + end.aside;
    return 'metres' in within ? length * 1000 + aside : time / 60 + aside / model.metresPerMinute;
  });
}
