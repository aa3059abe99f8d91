/** Every state that is looked at. */
import { enquiryStates } from './enquiry-states.ts';
import { keepingStates } from './keeping-states.ts';
import { listingStates } from './listing-states.ts';
import { operatorStates } from './operator-states.ts';
import { organisationStates } from './organisation-states.ts';
import { otherStates } from './other-states.ts';
import { ownStates } from './own-states.ts';
import { planStates } from './plan-states.ts';
import { searchFailingStates } from './search-failing-states.ts';
import { searchStates } from './search-states.ts';
import type { State } from './state.ts';
import { venueStates } from './venue-states.ts';

export const states: readonly State[] = [
  ...searchStates,
  ...searchFailingStates,
  ...venueStates,
  ...otherStates,
  ...ownStates,
  ...organisationStates,
  ...listingStates,
  ...keepingStates,
  ...operatorStates,
  ...planStates,
  ...enquiryStates,
];
