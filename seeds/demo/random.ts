/** A small seeded chance, so that the demo is the same every time it is made (FNV-1a into mulberry32). */

export type Odds<T extends string> = Partial<Record<T, number>>;

export interface Dice {
  /** A number from 0 up to, but not including, 1. */
  roll(): number;
  chance(odds: number): boolean;
  /** A whole number; both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  draw<T extends string>(odds: Odds<T>): T;
  shuffle<T>(list: readonly T[]): T[];
}

function seedFrom(text: string): number {
  let seed = 0x811c9dc5;
  for (const char of text) seed = Math.imul(seed ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return seed >>> 0;
}

export function dice(seed: string): Dice {
  let state = seedFrom(seed);
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[Math.floor(roll() * list.length)];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  };
  return {
    roll,
    chance: (odds) => roll() < odds,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    pick,
    draw: <T extends string>(odds: Odds<T>) => {
      const entries = Object.entries(odds) as [T, number][];
      let left = roll() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return pick(entries)[0];
    },
    shuffle: (list) => {
      const cards = list.map((card) => ({ card, order: roll() }));
      return cards.sort((a, b) => a.order - b.order).map(({ card }) => card);
    },
  };
}
