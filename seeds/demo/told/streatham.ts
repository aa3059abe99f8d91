import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, level, listed, mail, phone, said, seen, site } from './voice.ts';

export const streatham: VenueSketch[] = [
  {
    holder: 'streatham-action',
    name: 'The Rookery Gate Rooms',
    kind: 'community_hall',
    about:
      'The old tram men’s canteen at the bottom of the common, with the tiles still up. Three rooms, one of which is always warm.',
    at: on('Streatham High Road', 'Streatham'),
    contacts: [phone(751, 'Noreen'), mail('rookery-gate'), site('rookery-gate')],
    tenure: { holder: 'community', interest: 'leasehold', yearsLeft: 14 },
    hours: { week: { '1-5': '08:00-22:00', '6': '08:00-23:30', '7': '09:00-20:00' } },
    facts: [
      seen(16, 'Wheelchair users’ group', {
        ...level,
        door_clear_width: 98,
        ...goodToilet('left'),
        baby_change: 'yes',
        gender_neutral_toilet: 'yes',
        hearing_loop: 'yes',
        good_lighting: 'yes',
        quiet_space: 'yes',
        bus_stop_near: 'yes',
        level_drop_off: 'no',
        step_free_station_distance: 700,
      }),
      said(16, 'Noreen', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        food_hygiene_rating: 5,
        eating_together: 'yes',
        own_food: 'yes',
        wifi: 'yes',
        community_languages: ['yes', 'Spanish, Urdu, Farsi and Polish'],
        cycle_parking: 'yes',
        parking: 'no',
        assistance_dogs: 'yes',
        private_room: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Canteen',
        floor: 0,
        area: 175,
        people: { theatre: [140, 170], cabaret: [80, 90], banquet: 100, standing: [170, 170] },
        facts: [
          seen(16, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            wheelchair_spaces: 9,
            projector: 'yes',
            screen: 'yes',
            pa_system: 'yes',
            chairs: 150,
            tables: 20,
          }),
        ],
      },
      {
        name: 'Drivers’ room',
        floor: 0,
        people: { theatre: 40, classroom: 20, boardroom: 18 },
        facts: [seen(16, 'Wheelchair users’ group', { step_free_route: 'yes', wheelchair_spaces: 3 })],
      },
      {
        name: 'Conductors’ room',
        floor: 0,
        people: { boardroom: 10 },
        facts: [
          seen(16, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            private_room: 'yes',
            quiet_space: 'yes',
          }),
        ],
      },
    ],
  },
  {
    holder: 'four-commons-methodist-circuit',
    name: 'Leigham Methodist Church and Halls',
    kind: 'church',
    about:
      'A Gothic front, a 1958 back and three halls in between, two of which become one when the wall is folded. Nine languages at the harvest supper.',
    at: on('Leigham Court Road', 'Streatham'),
    contacts: [phone(752, 'Lettings steward')],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: { week: { '1-5': '09:00-12:30 14:00-22:00', '6': '09:00-22:00', '7': '09:30-13:00' } },
    facts: [
      seen(340, 'Access walk volunteer', {
        step_free_entrance: 'yes',
        fixed_ramp: 'yes',
        entrance_steps: 0,
        door_clear_width: 91,
        accessible_toilet: 'yes',
        toilet_turning_space: 'yes',
        toilet_transfer_left: 'no',
        toilet_transfer_right: 'yes',
        hearing_loop: ['yes', 'Church and Asbury Hall'],
        lift: 'no',
      }),
      said(1180, 'Lettings steward', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        wifi: 'no',
        parking: 'yes',
        parking_spaces: 14,
        storage: 'yes',
        piano: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Church',
        floor: 0,
        people: { theatre: [240, 300] },
        facts: [
          seen(340, 'Access walk volunteer', {
            step_free_route: 'yes',
            wheelchair_spaces: 6,
            hearing_loop: 'yes',
          }),
        ],
      },
      {
        name: 'Asbury Hall',
        floor: 0,
        people: { theatre: [100, 120], cabaret: 60, dancing: 50 },
        facts: [
          seen(340, 'Access walk volunteer', { step_free_route: 'yes', hearing_loop: 'yes', stage: 'yes' }),
        ],
      },
      {
        name: 'Coke Hall',
        floor: 0,
        people: { theatre: [60, 70], cabaret: 36, dancing: 30 },
        facts: [seen(340, 'Access walk volunteer', { step_free_route: 'yes' })],
      },
      {
        name: 'Asbury and Coke Halls together',
        floor: 0,
        joins: ['Asbury Hall', 'Coke Hall'],
        people: { theatre: [170, 190], banquet: 130, cabaret: 100 },
        facts: [seen(340, 'Access walk volunteer', { step_free_route: 'yes', wheelchair_spaces: 8 })],
      },
      {
        name: 'Epworth Room',
        floor: 1,
        people: { boardroom: 16, theatre: 30 },
        facts: [said(1180, 'Lettings steward', { step_free_route: 'no' })],
      },
    ],
  },
  {
    holder: 'refugee-womens-sewing-house',
    name: 'Refugee Women’s Sewing House',
    kind: 'social_centre',
    precision: 'hidden',
    about:
      'Twelve sewing machines, a crèche and a solicitor on Thursdays. The place is kept private because some of us are looked for.',
    at: on('Mount Ephraim Road', 'Streatham'),
    contacts: [phone(753, 'Coordinator')],
    tenure: { holder: 'community', interest: 'licence', yearsLeft: 2 },
    hours: {
      week: { '1': '10:00-15:00', '3-4': '10:00-15:00' },
      note: 'Women only; by appointment for agencies',
    },
    facts: [
      said(65, 'Coordinator', {
        step_free_entrance: ['partial', 'One step; we lift the pram, and we will help'],
        entrance_steps: 1,
        creche: 'yes',
        kitchen: 'yes',
        halal_kitchen: 'yes',
        eating_together: 'yes',
        own_food: 'yes',
        private_room: 'yes',
        wifi: 'yes',
        community_languages: ['yes', 'Dari, Tigrinya, Arabic, Kurdish and French'],
      }),
    ],
    spaces: [
      { name: 'Machine room', floor: 0, people: { classroom: 14 } },
      {
        name: 'Front room',
        floor: 0,
        people: { boardroom: 12, theatre: 20 },
        facts: [said(65, 'Coordinator', { private_room: 'yes' })],
      },
    ],
  },
  {
    holder: 'brixton-hill-dominoes',
    name: 'Windmill Elders’ Domino and Social Association',
    kind: 'social_club',
    about:
      'Founded in a barber’s back room in 1967. Doubles are slammed, grandchildren are discussed, blood pressure is taken by a nurse who has learned to play.',
    at: on('Brixton Hill', 'Brixton'),
    contacts: [phone(754, 'Mr Beckford')],
    tenure: { holder: 'community', interest: 'freehold' },
    hours: {
      week: {
        '2': '12:00-18:00',
        '4': '12:00-18:00',
        '5': '18:00-25:00',
        '6': '18:00-27:00',
        '7': '14:00-21:00',
      },
    },
    facts: [
      said(48, 'Mr Beckford', {
        step_free_entrance: 'yes',
        entrance_steps: 0,
        accessible_toilet: 'yes',
        grab_rails: 'yes',
        kitchen: 'yes',
        full_kitchen: 'yes',
        eating_together: 'yes',
        own_food: 'yes',
        heating: ['yes', 'Always. We are old'],
        arm_and_back_seating: 'yes',
        wifi: 'no',
        parking: 'no',
        hearing_loop: 'no',
        bus_stop_near: 'yes',
      }),
      listed(1600, { baby_change: 'no', cycle_parking: 'no' }),
    ],
    spaces: [
      {
        name: 'Domino room',
        floor: 0,
        people: { cabaret: 48, theatre: [70, 90], banquet: 50 },
        facts: [
          said(48, 'Mr Beckford', {
            step_free_route: 'yes',
            tables: 12,
            chairs: 72,
            pa_system: ['yes', 'A sound system, properly so called'],
          }),
        ],
      },
      { name: 'Back garden', outdoor: true, people: { standing: 50 } },
    ],
  },
];
