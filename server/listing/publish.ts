/** Into the register, at once. A place and one room are all that it takes. */
import type { Step } from './step.ts';

export const publishStep: Step = {
  fields: () => ({}),
  read: (_values, { venue }) => ({
    change: { status: 'published' },
    faults: (venue.spaces ?? []).length === 0 ? [{ field: 'noRoom', name: 'noRoom' }] : [],
  }),
};
