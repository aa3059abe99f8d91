import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, level, mail, phone, said, seen, site } from './voice.ts';

export const brixton: VenueSketch[] = [
  {
    holder: 'acre-lane-town-hall-trust',
    name: 'The Old Vestry Hall',
    kind: 'town_hall',
    about:
      'Before there was a borough there was a vestry, and it met here. The council chamber has its benches and its bell; public meetings are what it is for.',
    at: on('Acre Lane', 'Brixton'),
    contacts: [mail('vestry-hall', 'Hall keeper'), site('vestry-hall')],
    tenure: { holder: 'council', interest: 'asset_transfer', yearsLeft: 98 },
    hours: {
      week: { '1-4': '08:00-22:00', '5': '08:00-24:00', '6': '10:00-24:00' },
      exceptions: [{ inDays: 30, hours: '06:00-22:00', note: 'Polling day' }],
    },
    facts: [
      seen(21, 'Deaf Social Circle', {
        step_free_entrance: 'yes',
        fixed_ramp: ['yes', 'By the side court, signed'],
        entrance_steps: 0,
        automatic_door: 'yes',
        lift: 'yes',
        lift_depth: 140,
        ...goodToilet('right'),
        hearing_loop: 'yes',
        bsl: ['partial', 'Interpreters booked for public meetings'],
        evacuation_plan: 'yes',
        large_print_or_braille: 'yes',
        good_lighting: 'yes',
        high_contrast_edges: 'yes',
      }),
      said(21, 'Hall keeper', {
        kitchen: 'yes',
        warming_kitchen: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        wifi: 'yes',
        blue_badge_bays: 2,
        blue_badge_bay_distance: 25,
        bus_stop_near: 'yes',
        prayer_room: 'yes',
        gender_neutral_toilet: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Council chamber',
        floor: 1,
        people: { theatre: [110, 120, 'Benches are fixed'] },
        facts: [
          seen(21, 'Deaf Social Circle', {
            step_free_route: ['yes', 'By the lift'],
            wheelchair_spaces: 4,
            hearing_loop: 'yes',
            pa_system: 'yes',
            screen: 'yes',
          }),
        ],
      },
      {
        name: 'Assembly room',
        floor: 0,
        area: 260,
        people: {
          theatre: [220, 280],
          banquet: [150, 160],
          cabaret: 112,
          standing: [280, 280],
          dancing: 130,
        },
        facts: [
          seen(21, 'Deaf Social Circle', {
            step_free_route: 'yes',
            stage: 'yes',
            wheelchair_spaces: 12,
            piano: 'yes',
          }),
        ],
      },
      {
        name: 'Committee room 1',
        floor: 0,
        people: { boardroom: 20, u_shape: 18, theatre: 36 },
        facts: [seen(21, 'Deaf Social Circle', { step_free_route: 'yes' })],
      },
      {
        name: 'Committee room 2',
        floor: 0,
        people: { boardroom: 12 },
        facts: [seen(21, 'Deaf Social Circle', { step_free_route: 'yes', private_room: 'yes' })],
      },
    ],
  },
  {
    holder: 'clapham-park-portuguese',
    name: 'Casa do Povo de São João',
    names: { pt: 'Casa do Povo de São João', en: 'St John’s People’s House' },
    kind: 'social_club',
    about:
      'Madeirans mostly. Grilled sardines in June, a marching band all year, and a hall that smells of both.',
    at: on('Clapham Park Road', 'Clapham'),
    contacts: [phone(755, 'Dona Fátima')],
    tenure: { holder: 'company', interest: 'leasehold', yearsLeft: 5 },
    hours: { week: { '3-4': '17:00-23:00', '5-6': '17:00-26:00', '7': '12:00-20:00' } },
    facts: [
      said(260, 'Dona Fátima', {
        step_free_entrance: 'no',
        entrance_steps: 2,
        portable_ramp: 'no',
        kitchen: 'yes',
        full_kitchen: 'yes',
        food_hygiene_rating: 4,
        own_food: 'no',
        eating_together: 'yes',
        community_languages: ['yes', 'Portuguese'],
        wifi: 'yes',
      }),
    ],
    spaces: [
      { name: 'Salão', floor: 0, people: { banquet: [90, 110], dancing: 80, theatre: 120, cabaret: 72 } },
      { name: 'Band room', floor: -1, people: { theatre: 24 } },
    ],
  },
  {
    holder: 'tin-lantern',
    name: 'Tin Lantern Young People’s Theatre',
    kind: 'arts_centre',
    status: 'draft',
    precision: 'approximate',
    about: 'Being written by the young people’s committee, who disagree about the adjectives.',
    at: on('Clapham Common North Side', 'Clapham'),
    contacts: [mail('tin-lantern')],
    facts: [said(3, 'Young people’s committee', { ...level, gender_neutral_toilet: 'yes', wifi: 'yes' })],
    spaces: [
      {
        name: 'Studio',
        people: { theatre: [60, 70], dancing: 30 },
        facts: [said(3, 'Young people’s committee', { blackout: 'yes' })],
      },
    ],
  },
  {
    holder: 'norbury-hindu-society',
    name: 'શ્રી જલારામ પ્રાર્થના મંદિર — Shree Jalaram Prarthana Hall',
    names: { gu: 'શ્રી જલારામ પ્રાર્થના મંદિર', hi: 'श्री जलाराम प्रार्थना मंदिर', en: 'Shree Jalaram Prayer Hall' },
    kind: 'hindu_temple',
    about:
      'Kadhi and khichdi for whoever comes on Thursday. Yoga for backs, yoga for knees, and a kitchen rota older than the building.',
    at: on('London Road', 'Norbury'),
    contacts: [phone(756, 'Mrs Patel'), site('jalaram-hall')],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: {
      week: { '1-3': '08:00-12:00 16:00-20:30', '4': '08:00-21:30', '5-7': '08:00-12:00 16:00-20:30' },
    },
    facts: [
      seen(175, 'Visiting health worker', {
        ...level,
        automatic_door: 'yes',
        door_clear_width: 100,
        lift: 'yes',
        lift_depth: 140,
        ...goodToilet('left'),
        hearing_loop: 'no',
        arm_and_back_seating: 'partial',
      }),
      said(175, 'Mrs Patel', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        vegetarian_kitchen: ['yes', 'No onion or garlic on Ekadashi'],
        food_hygiene_rating: 5,
        eating_together: 'yes',
        own_food: ['partial', 'Vegetarian only'],
        prayer_room: 'yes',
        parking: 'yes',
        parking_spaces: 20,
        blue_badge_bays: 2,
        community_languages: ['yes', 'Gujarati, Hindi and Swahili'],
        wifi: 'yes',
        bus_stop_near: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Satsang hall',
        floor: 0,
        people: { theatre: [180, 220], standing: [220, 220] },
        facts: [
          seen(175, 'Visiting health worker', {
            step_free_route: 'yes',
            wheelchair_spaces: 8,
            projector: 'yes',
          }),
        ],
      },
      {
        name: 'Bhojan shala',
        floor: 0,
        people: { banquet: [110, 130] },
        facts: [seen(175, 'Visiting health worker', { step_free_route: 'yes', tables: 22, chairs: 130 })],
      },
      {
        name: 'Yoga room',
        floor: 1,
        people: { dancing: 24, theatre: 40 },
        facts: [
          seen(175, 'Visiting health worker', {
            step_free_route: ['yes', 'By the lift'],
            quiet_space: 'yes',
          }),
        ],
      },
    ],
  },
];
