/**
 * A building is decided first, whole; then some of it is known. Whatever part is known, no two facts disagree:
 * a one-storey hut has no lift to speak of, and a level entrance has no steps.
 */
import type { Dice, Odds } from './random.ts';
import type { Findings, Said } from './sketch.ts';

/** What buildings of one sort tend to be. Numbers are chances unless said otherwise. */
export interface Character {
  entrance: Odds<'level' | 'ramp' | 'portable' | 'side' | 'steps'>;
  upstairs: number;
  lift: number;
  toilet: Odds<'good' | 'tight' | 'none'>;
  loop: Odds<'fixed' | 'portable' | 'none'>;
  kitchen: Odds<'full' | 'warming' | 'tea' | 'none'>;
  halal?: number;
  vegetarian?: number;
  stage: number;
  piano: number;
  projector: number;
  parking: number;
  garden: number;
  prayer?: number;
  languages?: readonly string[];
}

export interface Building {
  character: Character;
  stepFree: 'yes' | 'partial' | 'no';
  upstairs: boolean;
  lift: boolean;
  findings: Findings;
}

const steepNotes = [
  'Ramp is put out on request, steep',
  'Two of us put the ramp out; please say so the day before',
  'Wooden ramp, fine for manual chairs, tight for scooters',
];
const sideNotes = [
  'Level through the side gate; ring the bell and wait',
  'Use the vestry door, it is level',
  'By the car park door, which is kept locked until somebody asks',
];

function entrance(
  dice: Dice,
  odds: Character['entrance'],
): { stepFree: Building['stepFree']; findings: Findings } {
  const width = dice.pick([76, 78, 80, 82, 84, 85, 88, 90, 92, 95, 100, 120]);
  switch (dice.draw(odds)) {
    case 'level':
      return {
        stepFree: 'yes',
        findings: {
          step_free_entrance: 'yes',
          entrance_steps: 0,
          door_clear_width: width,
          automatic_door: dice.chance(0.4) ? 'yes' : 'no',
        },
      };
    case 'ramp':
      return {
        stepFree: 'yes',
        findings: {
          step_free_entrance: 'yes',
          fixed_ramp: 'yes',
          entrance_steps: 0,
          door_clear_width: width,
        },
      };
    case 'portable':
      return {
        stepFree: 'partial',
        findings: {
          step_free_entrance: ['partial', dice.pick(steepNotes)],
          entrance_steps: dice.between(1, 3),
          portable_ramp: 'yes',
          fixed_ramp: 'no',
          door_clear_width: width - 4,
        },
      };
    case 'side':
      return {
        stepFree: 'partial',
        findings: {
          step_free_entrance: ['partial', dice.pick(sideNotes)],
          entrance_steps: dice.between(2, 6),
          door_clear_width: width - 2,
        },
      };
    default:
      return {
        stepFree: 'no',
        findings: {
          step_free_entrance: 'no',
          entrance_steps: dice.between(1, 9),
          fixed_ramp: 'no',
          portable_ramp: 'no',
          door_clear_width: dice.pick([68, 70, 72, 74, 76, 78, 80]),
        },
      };
  }
}

function toilets(dice: Dice, odds: Character['toilet']): Findings {
  const baby: Findings = {
    baby_change: dice.chance(0.6) ? 'yes' : 'no',
    gender_neutral_toilet: dice.chance(0.4) ? 'yes' : 'no',
  };
  switch (dice.draw(odds)) {
    case 'good': {
      const left = dice.chance(0.5);
      return {
        accessible_toilet: 'yes',
        toilet_turning_space: 'yes',
        toilet_transfer_left: left ? 'yes' : 'no',
        toilet_transfer_right: left ? 'no' : 'yes',
        grab_rails: 'yes',
        ...baby,
      };
    }
    case 'tight':
      return {
        accessible_toilet: [
          'partial',
          dice.pick([
            'Narrow; the door opens inwards',
            'Used as a store, cleared when asked',
            'No room to turn a powered chair',
          ]),
        ],
        toilet_turning_space: 'no',
        grab_rails: dice.chance(0.6) ? 'yes' : 'partial',
        ...baby,
      };
    default:
      return { accessible_toilet: 'no', ...baby };
  }
}

function kitchens(dice: Dice, { kitchen, halal = 0, vegetarian = 0 }: Character): Findings {
  const drawn = dice.draw(kitchen);
  if (drawn === 'none') return { kitchen: 'no', tea_point: 'no', own_food: dice.chance(0.7) ? 'yes' : 'no' };
  const cooks = drawn === 'full';
  const diet: Findings = dice.chance(vegetarian)
    ? { vegetarian_kitchen: ['yes', 'No meat, fish or eggs on the premises, please'] }
    : dice.chance(halal)
      ? { halal_kitchen: 'yes' }
      : {};
  return {
    kitchen: drawn === 'tea' ? ['partial', 'A kettle, a sink and a fridge'] : 'yes',
    tea_point: 'yes',
    warming_kitchen: drawn === 'tea' ? 'no' : 'yes',
    full_kitchen: cooks ? 'yes' : 'no',
    ...(cooks && dice.chance(0.6) && { food_hygiene_rating: dice.pick([5, 5, 5, 4, 4, 3]) }),
    eating_together: 'yes',
    own_food: dice.chance(0.85) ? 'yes' : ['partial', 'Cold food only'],
    ...diet,
  };
}

function comforts(dice: Dice, character: Character): Findings {
  const maybe = (odds: number): Said => (dice.chance(odds) ? 'yes' : 'no');
  const parking = dice.chance(character.parking) ? dice.between(3, 30) : 0;
  const badge = parking > 0 ? dice.between(0, 3) : 0;
  const loop = dice.draw(character.loop);
  return {
    hearing_loop:
      loop === 'fixed'
        ? dice.chance(0.2)
          ? ['partial', 'Fitted, but not tested since the new amplifier']
          : 'yes'
        : 'no',
    portable_hearing_loop: loop === 'portable' ? 'yes' : 'no',
    wifi: maybe(0.75),
    projector: maybe(character.projector),
    screen: maybe(character.projector * 0.9),
    pa_system: maybe(0.45),
    heating: dice.chance(0.12) ? ['partial', 'Slow to warm; we put it on two hours before'] : 'yes',
    assistance_dogs:
      character.prayer && dice.chance(0.5) ? ['partial', 'In the hall but not in the prayer room'] : 'yes',
    good_lighting: dice.chance(0.8) ? 'yes' : 'partial',
    quiet_space: maybe(0.35),
    private_room: maybe(0.45),
    arm_and_back_seating: dice.chance(0.5)
      ? ['partial', `${dice.between(4, 14)} chairs with arms; the rest are stacking`]
      : 'no',
    high_contrast_edges: maybe(0.4),
    large_print_or_braille: maybe(0.15),
    evacuation_plan: maybe(0.45),
    bus_stop_near: maybe(0.8),
    level_drop_off: maybe(0.5),
    blue_badge_bays: badge,
    ...(badge > 0 && { blue_badge_bay_distance: dice.between(1, 9) * 5 }),
    parking: parking > 0 ? 'yes' : 'no',
    parking_spaces: parking,
    cycle_parking: maybe(0.55),
    outdoor_space: maybe(character.garden),
    storage: dice.chance(0.3) ? ['partial', 'One cupboard each, none free just now'] : maybe(0.5),
    showers: maybe(0.06),
    creche: maybe(0.2),
    bsl: dice.chance(0.08) ? ['partial', 'One volunteer, most Thursdays'] : 'no',
    ...(character.languages && { community_languages: ['yes', dice.pick(character.languages)] }),
    ...(character.prayer && { prayer_room: 'yes', ablution: maybe(character.prayer) }),
  };
}

export function raise(character: Character, dice: Dice): Building {
  const door = entrance(dice, character.entrance);
  const upstairs = dice.chance(character.upstairs);
  const lift = upstairs && dice.chance(character.lift);
  const findings: Findings = {
    ...door.findings,
    ...toilets(dice, character.toilet),
    ...kitchens(dice, character),
    ...comforts(dice, character),
    ...(upstairs && { lift: lift ? 'yes' : 'no' }),
    ...(lift && { lift_depth: dice.pick([110, 125, 130, 140, 140, 150]) }),
  };
  return { character, stepFree: door.stepFree, upstairs, lift, findings };
}
