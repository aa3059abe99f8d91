/** The pages of those who look after the register. */
import { sends } from './other-states.ts';
import { idOf } from './places.ts';
import type { State } from './state.ts';

const as = 'olu';
const fault = '.govuk-error-summary';

export const operatorStates: State[] = [
  { name: 'operator', page: '/operator', path: () => '/operator', as, sees: '.mh-card' },
  {
    name: 'operator-fault',
    page: '/operator',
    path: () => '/operator',
    as,
    reach: sends({}, 'form:has([name=decision]) .mh-button'),
    mayFail: /operator/,
    sees: fault,
  },
  ...(['held', 'hidden', 'merging'] as const).map(
    (which): State => ({
      name: `operator-venue-${which}`,
      page: '/operator/venues/:id',
      path: ({ desk }) => `/operator/venues/${idOf(desk[which])}`,
      as,
      sees: 'main form',
    }),
  ),
];
