/** How many people a candidate takes at once. */
import type { VenueItem } from '../venues/schema.ts';

/** People in the largest of the rooms that fit, in the layout that is asked for, or else in any; undefined: not known. */
export function roomOf(
  { spaces, fits, capacity }: Pick<VenueItem, 'spaces' | 'fits' | 'capacity'>,
  layout: string | undefined,
): number | undefined {
  const rooms = fits ? spaces.filter(({ id }) => fits.includes(id)) : spaces;
  const known = rooms.flatMap(({ capacities }) =>
    layout === undefined ? Object.values(capacities) : (capacities[layout] ?? []),
  );
  if (known.length > 0) return Math.max(...known);
  return layout === undefined && !fits ? capacity : undefined;
}
