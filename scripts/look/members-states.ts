import type { State } from './state.ts';

export const membersStates: State[] = [];
