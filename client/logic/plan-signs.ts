/** Numbered signs for the sites of a plan, moved apart where they would lie on each other; and what each site serves. */
import { type At, pathOf } from './plan-view.ts';

export interface Sign {
  /** From 1, as in the list of sites. */
  number: number;
  /** Was it there before the plan? */
  included: boolean;
  /** Where the sign stands, and the place that it is about. */
  x: number;
  y: number;
  placeX: number;
  placeY: number;
}

/** Units between the middles of two signs. */
const APART = 54;
const ROUNDS = 120;

/** Each pushes the others away until all have room, or it has been tried often enough. */
export function placeSigns(
  sites: readonly { number: number; included: boolean; at: At }[],
  { width, height }: { width: number; height: number },
): Sign[] {
  const signs = sites.map(({ at: [x, y], ...site }) => ({ ...site, x, y, placeX: x, placeY: y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const [at, one] of signs.entries())
      for (const other of signs.slice(at + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        moved = true;
        // Of two at one place, each goes its own way, and always the same.
        const angle = distance < 0.5 ? other.number : Math.atan2(dy, dx);
        const push = (APART - distance) / 2 + 0.5;
        one.x -= Math.cos(angle) * push;
        one.y -= Math.sin(angle) * push;
        other.x += Math.cos(angle) * push;
        other.y += Math.sin(angle) * push;
      }
    if (!moved) break;
  }
  const inside = (value: number, most: number) => Math.round(Math.max(20, Math.min(most - 20, value)));
  return signs.map((sign) => ({ ...sign, x: inside(sign.x, width), y: inside(sign.y, height) }));
}

/** More lines than this are a thicket; then each site has the outline of what it serves. */
const MOST_LINES = 500;

/** Lines from each area to the site that serves it, or a hull around the areas of each. */
export function catchmentsOf(served: ReadonlyMap<number, readonly At[]>, siteAt: ReadonlyMap<number, At>) {
  const all = [...served].flatMap(([site, areas]) => {
    const at = siteAt.get(site);
    return at ? [{ at, areas }] : [];
  });
  const isFew = all.reduce((sum, { areas }) => sum + areas.length, 0) <= MOST_LINES;
  const d = all
    .map(({ at, areas }) =>
      isFew
        ? areas.map((area) => pathOf([area, at])).join('')
        : pathOf(hullOf([...areas, at]), { closed: true, least: 3 }),
    )
    .join('');
  return { kind: isFew ? ('lines' as const) : ('hulls' as const), d };
}

/** The convex hull, by A. M. Andrew’s monotone chain (1979). */
export function hullOf(points: readonly At[]): At[] {
  const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (list: readonly At[]) => {
    const chain: At[] = [];
    for (const point of list) {
      for (;;) {
        const [a, b] = chain.slice(-2);
        if (!a || !b || turn(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = ([ax, ay]: At, [bx, by]: At, [cx, cy]: At) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
