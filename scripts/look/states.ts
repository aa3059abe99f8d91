/** Every state that is looked at. */
import { membersStates } from './members-states.ts';
import { otherStates } from './other-states.ts';
import { searchFailingStates } from './search-failing-states.ts';
import { searchStates } from './search-states.ts';
import type { State } from './state.ts';
import { venueStates } from './venue-states.ts';

export const states: readonly State[] = [
  ...searchStates,
  ...searchFailingStates,
  ...venueStates,
  ...otherStates,
  ...membersStates,
];
