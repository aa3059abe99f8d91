/** How exactly the public is told where a place is. */
import { locationPrecisions } from '../vocabulary.ts';
import { type Step, textIn } from './step.ts';

export const precisionStep: Step = {
  fields: ({ location }) => ({ precision: location.precision }),
  read: (values, { venue }) => {
    const precision = locationPrecisions.find((each) => each === textIn(values, 'precision'));
    return { change: { location: { ...venue.location, ...(precision && { precision }) } }, faults: [] };
  },
};
