/** How many people a room holds, worked out from how many sit in it in rows, so that every layout agrees. */
import type { Dice } from './random.ts';
import type { People, SpaceSketch } from './sketch.ts';

export type Use = 'worship' | 'hall' | 'room' | 'meeting' | 'studio' | 'cafe' | 'outdoor';

export interface RoomPlan {
  name: string;
  use: Use;
  /** Least and most people in rows. */
  rows: readonly [number, number];
  floor?: number;
  about?: string;
  /** Opened up from the two rooms before it in the list. */
  joined?: boolean;
}

/** Shares of the people in rows that each layout holds; the first is the one that is known first. */
const layouts: Record<Use, Record<string, number>> = {
  worship: { theatre: 1, standing: 1.15 },
  hall: { theatre: 1, banquet: 0.66, dancing: 0.5, cabaret: 0.56, standing: 1.25, classroom: 0.48 },
  room: { theatre: 1, boardroom: 0.45, cabaret: 0.55, classroom: 0.5, u_shape: 0.4 },
  meeting: { boardroom: 0.8, theatre: 1 },
  studio: { dancing: 0.5, theatre: 1, standing: 1.2 },
  cafe: { banquet: 0.8, cabaret: 0.6, standing: 1.4 },
  outdoor: { standing: 1.4, banquet: 0.6 },
};
const squareMetres: Record<Use, number> = {
  worship: 1.2,
  hall: 1.15,
  room: 1.5,
  meeting: 1.9,
  studio: 1.6,
  cafe: 1.7,
  outdoor: 2.5,
};
const tidy = (people: number) => {
  const step = people > 100 ? 10 : people > 20 ? 5 : 2;
  return Math.max(4, Math.round(people / step) * step);
};

const conditions = [
  (people: number) => `${people} sedate adults, ${tidy(people * 0.65)} energetic children`,
  () => 'Fewer with pushchairs in the aisle',
  () => 'With the folding tables put away',
  () => 'Keep the side door clear',
  () => 'A steward at each door above this number',
  () => 'Chairs are fetched from the store by the group',
];

/** `detail`: how much is known, from 0 (a name) to 1 (every layout). */
export function furnish(plan: RoomPlan, rows: number, detail: number, dice: Dice): SpaceSketch {
  const all = Object.entries(layouts[plan.use]).filter(
    ([layout]) => rows <= 60 || !['boardroom', 'u_shape'].includes(layout),
  );
  const known = dice.chance(detail * 3) ? all.slice(0, Math.max(1, Math.ceil(all.length * detail))) : [];
  const people: Record<string, People> = {};
  for (const [layout, share] of known) {
    const comfortable = tidy(rows * share);
    const legal = tidy(comfortable * (dice.chance(0.3) ? 1 : 1.2));
    if (!dice.chance(detail * 0.7)) people[layout] = comfortable;
    else if (dice.chance(0.15)) people[layout] = [comfortable, legal, dice.pick(conditions)(comfortable)];
    else people[layout] = [comfortable, Math.max(comfortable, legal)];
  }
  return {
    name: plan.name,
    people,
    ...(plan.use === 'outdoor' && { outdoor: true }),
    ...(plan.floor !== undefined && detail > 0.2 && { floor: plan.floor }),
    ...(detail > 0.6 && dice.chance(0.7) && { area: Math.round(rows * squareMetres[plan.use]) }),
    ...(plan.about && detail > 0.3 && { about: plan.about }),
  };
}

export const rowsFor = (plan: RoomPlan, dice: Dice) => tidy(dice.between(plan.rows[0], plan.rows[1]));
