/** What the map says of the venues that it is sent: they are those of the list, so one word holds for all of them. */
import type { Understood } from '../../server/venues/schema.ts';
import type { Query } from './query.ts';

/** `met`: known to meet everything asked. `ask`: not known to fail it. Nothing, where nothing was asked of a room. */
export type Fit = 'met' | 'ask' | undefined;

const needs = ['people', 'layout', 'profile', 'access', 'amenity', 'openAt'];

export function fitOf(query: Query, understood: readonly Understood[] = []): Fit {
  const asked =
    needs.some((name) => query[name]) || understood.some(({ parameter }) => needs.includes(parameter));
  if (!asked) return undefined;
  return query.match?.[0] === 'possible' ? 'ask' : 'met';
}

export type Way = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
interface Point {
  x: number;
  y: number;
}

/** Which point lies next in a direction on the screen: nearer counts, and straighter counts more. */
export function nextPoint<P extends Point>(from: Point, way: Way, points: readonly P[]): P | undefined {
  let best: P | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const [dx, dy] = [point.x - from.x, point.y - from.y];
    const [along, aside] =
      way === 'ArrowUp'
        ? [-dy, dx]
        : way === 'ArrowDown'
          ? [dy, dx]
          : way === 'ArrowLeft'
            ? [-dx, dy]
            : [dx, dy];
    const cost = along + 2 * Math.abs(aside);
    if (along > 0 && cost < least) {
      best = point;
      least = cost;
    }
  }
  return best;
}
