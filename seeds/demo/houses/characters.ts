/** What buildings of one age tend to be like. */
import type { Character } from '../building.ts';

export const victorian: Character = {
  entrance: { steps: 4, portable: 3, ramp: 3, side: 3, level: 2 },
  upstairs: 0.15,
  lift: 0.1,
  toilet: { good: 4, tight: 3, none: 3 },
  loop: { fixed: 5, portable: 1, none: 3 },
  kitchen: { full: 1, warming: 2, tea: 5, none: 1 },
  stage: 0.1,
  piano: 0.7,
  projector: 0.4,
  parking: 0.2,
  garden: 0.6,
};

export const interwar: Character = {
  entrance: { ramp: 4, level: 3, portable: 2, side: 2, steps: 3 },
  upstairs: 0.2,
  lift: 0.05,
  toilet: { good: 4, tight: 4, none: 2 },
  loop: { fixed: 2, portable: 1, none: 6 },
  kitchen: { full: 4, warming: 4, tea: 2 },
  stage: 0.7,
  piano: 0.6,
  projector: 0.3,
  parking: 0.35,
  garden: 0.3,
};

export const hut: Character = {
  ...interwar,
  upstairs: 0,
  lift: 0,
  entrance: { level: 3, portable: 3, steps: 4, ramp: 1 },
  toilet: { good: 2, tight: 3, none: 4 },
  loop: { none: 9, portable: 1 },
  kitchen: { full: 1, warming: 4, tea: 4 },
  stage: 0.1,
  piano: 0.1,
  parking: 0.5,
  garden: 0.8,
};

export const converted: Character = {
  entrance: { level: 4, ramp: 2, portable: 2, side: 1, steps: 3 },
  upstairs: 0.8,
  lift: 0.3,
  toilet: { good: 4, tight: 4, none: 2 },
  loop: { fixed: 3, portable: 1, none: 5 },
  kitchen: { full: 6, warming: 3, tea: 1 },
  stage: 0.1,
  piano: 0,
  projector: 0.5,
  parking: 0.2,
  garden: 0.25,
  prayer: 0.9,
};

export const modern: Character = {
  entrance: { level: 9, ramp: 1 },
  upstairs: 0.6,
  lift: 0.95,
  toilet: { good: 9, tight: 1 },
  loop: { fixed: 5, portable: 2, none: 2 },
  kitchen: { full: 5, warming: 4, tea: 1 },
  stage: 0.2,
  piano: 0.2,
  projector: 0.85,
  parking: 0.4,
  garden: 0.5,
  languages: [
    'Urdu, Polish and Spanish',
    'Arabic, Somali and Portuguese',
    'Tamil, Polish and Farsi',
    'Twi, French and Yoruba',
  ],
};

export const tired: Character = {
  ...modern,
  entrance: { ramp: 4, level: 3, steps: 2, portable: 1 },
  lift: 0.3,
  toilet: { good: 3, tight: 5, none: 1 },
  loop: { none: 6, portable: 2, fixed: 1 },
  projector: 0.4,
};

export const clubby: Character = {
  entrance: { steps: 4, level: 3, ramp: 2, portable: 1 },
  upstairs: 0.6,
  lift: 0.05,
  toilet: { good: 2, tight: 4, none: 3 },
  loop: { none: 8, portable: 1, fixed: 1 },
  kitchen: { warming: 4, tea: 3, full: 2 },
  stage: 0.6,
  piano: 0.5,
  projector: 0.4,
  parking: 0.3,
  garden: 0.4,
};
