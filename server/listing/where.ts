/** Where a place is: its point, from a postcode or as set; its address; and how it is found, in words. */
import type { Knex } from 'knex';
import type { Address, NewVenue } from '../venues/schema.ts';
import { type Point, pointOfPostcode, pointTyped } from './start.ts';
import { type Fields, type Step, type StepFault, textIn, tooLong } from './step.ts';

const parts = ['street', 'locality', 'town', 'postcode', 'directions'] as const;
const MOST = { street: 200, locality: 120, town: 120, postcode: 16, directions: 300 };

/** As maps and phones show it: latitude first. */
export const pointText = ({ lat, lon }: Point): string => `${lat}, ${lon}`;

/** A point that is typed counts; without one, that of the postcode. What is said in words is kept, and never guessed from. */
export async function placeIn(
  db: Knex,
  values: Fields,
): Promise<{ point?: Point; address: Address; faults: StepFault[] }> {
  const faults = tooLong(values, MOST);
  const typed = textIn(values, 'point');
  const postcode = textIn(values, 'postcode');
  const found = typed ? pointTyped(typed) : await pointOfPostcode(db, postcode);
  const point = typeof found === 'string' ? undefined : found;
  if (typeof found === 'string') faults.push({ field: 'point', name: found });
  else if (!point) faults.push({ field: 'postcode', name: postcode ? 'postcode' : 'place' });
  const address = Object.fromEntries(
    parts.flatMap((part) => (textIn(values, part) ? [[part, textIn(values, part)]] : [])),
  );
  return { ...(point && { point }), address, faults };
}

export const whereStep: Step = {
  fields: ({ location, address = {} }: NewVenue) => ({
    ...Object.fromEntries(parts.map((part) => [part, address[part] ?? ''])),
    point: pointText(location),
  }),
  read: async (values, { db, venue }) => {
    const { point, address, faults } = await placeIn(db, values);
    const { country } = venue.address ?? {};
    return {
      change: {
        address: { ...address, ...(country && { country }) },
        location: { ...venue.location, ...point },
      },
      faults,
    };
  },
};
