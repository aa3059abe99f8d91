/** Short ways to say who found out what, and how to reach somebody. */
import type { NewVenue } from '../../../server/venues/schema.ts';
import type { Findings, Observation } from '../sketch.ts';

type Contact = NonNullable<NewVenue['contacts']>[number];

export const seen = (daysAgo: number, by: string, findings: Findings): Observation => ({
  daysAgo,
  by,
  method: 'visited',
  findings,
});
export const said = (daysAgo: number, by: string, findings: Findings): Observation => ({
  daysAgo,
  by,
  findings,
});
export const listed = (daysAgo: number, findings: Findings): Observation => ({
  daysAgo,
  method: 'imported',
  findings,
});

/** A number of the range kept for drama; private. */
export const phone = (ending: number, name: string): Contact => ({
  kind: 'phone',
  value: `020 7946 0${ending}`,
  name,
});
export const mail = (slug: string, name?: string): Contact => ({
  kind: 'email',
  value: `hello@${slug}.example.org`,
  ...(name !== undefined && { name }),
});
export const site = (slug: string): Contact => ({
  kind: 'website',
  value: `https://${slug}.example.org`,
  public: true,
});

/** A good accessible toilet, transferred to from one side. */
export const goodToilet = (side: 'left' | 'right'): Findings => ({
  accessible_toilet: 'yes',
  toilet_turning_space: 'yes',
  toilet_transfer_left: side === 'left' ? 'yes' : 'no',
  toilet_transfer_right: side === 'right' ? 'yes' : 'no',
  grab_rails: 'yes',
});
export const level: Findings = { step_free_entrance: 'yes', entrance_steps: 0 };
