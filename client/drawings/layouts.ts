/**
 * Rooms seen from above, 48 × 36: `seats` are dots, `tables` are lines, `front` is where everyone looks. A line of no
 * length with a round end is a dot, so a chair costs five letters.
 */
interface Plan {
  seats: string;
  tables?: string;
  front?: string;
}

const each = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);

const rows = (xs: readonly number[], ys: readonly number[]): string =>
  ys.flatMap((y) => xs.map((x) => `M${x} ${y}h0`)).join('');

/** Chairs around a table, from one angle to another in degrees; 0 is to the right and 90 is towards the back. */
const around = (x: number, y: number, from: number, to: number): string =>
  each(from, to, 60)
    .map((angle) => (angle * Math.PI) / 180)
    .map((angle) => `M${(x + 7 * Math.cos(angle)).toFixed(1)} ${(y + 7 * Math.sin(angle)).toFixed(1)}h0`)
    .join('');

const round = (x: number, y: number): string => `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0`;

const spots = [
  [12, 12],
  [36, 12],
  [12, 27],
  [36, 27],
] as const;
const people = [
  [7, 9],
  [16, 7],
  [26, 10],
  [37, 7],
  [42, 15],
  [32, 18],
  [20, 17],
  [9, 20],
  [14, 28],
  [25, 26],
  [36, 28],
] as const;
const person = ([x, y]: readonly [number, number]) => `M${x - 2.6} ${y + 4.6}a2.6 2.6 0 0 1 5.2 0`;
const pairs = [
  [24, 8],
  [38, 18],
  [24, 28],
  [10, 18],
] as const;
const stage = 'M17 4h14';

export const plans: Readonly<Record<string, Plan>> = {
  theatre: { front: stage, seats: rows(each(6, 42, 6), [12, 18, 24, 30]) },
  classroom: {
    front: stage,
    tables: 'M6 12h15M27 12h15M6 23h15M27 23h15',
    seats: rows([8.5, 13.5, 18.5, 29.5, 34.5, 39.5], [17, 28]),
  },
  boardroom: {
    tables: 'M11 13h26v10H11z',
    seats: rows([14, 20.7, 27.3, 34], [8, 28]) + rows([6, 42], [18]),
  },
  u_shape: {
    front: stage,
    tables: 'M13 10v15h22V10',
    seats: rows([8, 40], [11, 17, 23]) + rows([15, 21, 27, 33], [30]),
  },
  cabaret: {
    front: 'M17 3h14',
    tables: spots.map(([x, y]) => round(x, y)).join(''),
    seats: spots.map(([x, y]) => around(x, y, 0, 180)).join(''),
  },
  banquet: {
    tables: spots.map(([x, y]) => round(x, y < 18 ? 9.5 : 26.5)).join(''),
    seats: spots.map(([x, y]) => around(x, y < 18 ? 9.5 : 26.5, 0, 300)).join(''),
  },
  standing: { tables: people.map(person).join(''), seats: people.map(([x, y]) => `M${x} ${y}h0`).join('') },
  dancing: {
    front: 'M31 10a10 10 0 0 1 4 3M31 26a10 10 0 0 0 4-3M17 10a10 10 0 0 0-4 3M17 26a10 10 0 0 1-4-3',
    seats: pairs.map(([x, y]) => `M${x - 2.4} ${y}h0M${x + 2.4} ${y}h0`).join(''),
    tables: 'M23 18a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  },
};
