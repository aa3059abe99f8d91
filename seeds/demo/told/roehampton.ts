import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, level, listed, mail, phone, said, seen, site } from './voice.ts';

export const roehampton: VenueSketch[] = [
  {
    holder: 'pleasance-allotments',
    name: 'Pleasance Allotments Pavilion',
    kind: 'other',
    about:
      'A pavilion with a tin roof among a hundred and six plots. The trading hut sells string. Gardeners with long-term conditions dig on Wednesdays, and sit on Wednesdays too.',
    at: on('Dover House Road', 'Putney'),
    precision: 'approximate',
    contacts: [phone(734, 'Plot secretary')],
    tenure: { holder: 'community', interest: 'licence', yearsLeft: 1 },
    hours: {
      week: { '3': '10:00-15:00', '6-7': '09:00-16:00' },
      note: 'March to October; the water is off in winter',
    },
    facts: [
      said(150, 'Plot secretary', {
        ...level,
        accessible_toilet: ['partial', 'A compost toilet with a ramp and one rail'],
        tea_point: 'yes',
        own_food: ['yes', 'Bring it, or dig it'],
        outdoor_space: 'yes',
        heating: 'no',
        wifi: 'no',
        parking: 'no',
        cycle_parking: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Pavilion',
        floor: 0,
        people: { theatre: 24, boardroom: 12 },
        facts: [said(150, 'Plot secretary', { step_free_route: 'yes' })],
      },
      {
        name: 'Raised beds and pergola',
        outdoor: true,
        people: { standing: 40, banquet: 24 },
        facts: [
          said(150, 'Plot secretary', {
            step_free_route: ['yes', 'Rolled hoggin paths'],
            wheelchair_spaces: 6,
          }),
        ],
      },
    ],
  },
  {
    holder: 'danebury-together',
    name: 'Danebury Rise Community Hub',
    kind: 'community_centre',
    about:
      'Built when the parade was rebuilt: a health room, a hall and a kitchen behind one door that opens by itself. The residents chose the colours, which is why they are so good.',
    at: on('Danebury Avenue', 'Roehampton'),
    contacts: [phone(735, 'Reception'), mail('danebury-rise'), site('danebury-rise')],
    tenure: { holder: 'council', interest: 'leasehold', yearsLeft: 24 },
    hours: { week: { '1-5': '08:00-21:00', '6': '09:00-18:00' } },
    facts: [
      seen(7, 'Wheelchair users’ group', {
        ...level,
        automatic_door: 'yes',
        door_clear_width: 130,
        level_drop_off: 'yes',
        blue_badge_bays: 3,
        blue_badge_bay_distance: 20,
        lift: 'yes',
        lift_depth: 150,
        ...goodToilet('left'),
        changing_places: ['yes', 'Registered; key at reception'],
        baby_change: 'yes',
        gender_neutral_toilet: 'yes',
        hearing_loop: 'yes',
        portable_hearing_loop: 'yes',
        evacuation_plan: 'yes',
      }),
      said(7, 'Reception', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        food_hygiene_rating: 5,
        halal_kitchen: 'partial',
        eating_together: 'yes',
        own_food: 'yes',
        wifi: 'yes',
        creche: 'yes',
        community_languages: ['yes', 'Arabic, Somali, Portuguese and Polish'],
        parking: 'yes',
        parking_spaces: 10,
        cycle_parking: 'yes',
        bus_stop_near: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Hall',
        floor: 0,
        area: 160,
        people: {
          theatre: [130, 160],
          cabaret: [72, 80],
          banquet: 96,
          classroom: 60,
          dancing: 70,
          standing: [160, 160],
        },
        facts: [
          seen(7, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            wheelchair_spaces: 10,
            projector: 'yes',
            screen: 'yes',
            blackout: 'yes',
            pa_system: 'yes',
          }),
        ],
      },
      {
        name: 'Health room',
        floor: 0,
        people: { boardroom: 4 },
        about: 'Couch, sink, wipe-clean floor, blinds.',
        facts: [seen(7, 'Wheelchair users’ group', { step_free_route: 'yes', private_room: 'yes' })],
      },
      {
        name: 'Training room',
        floor: 1,
        people: { classroom: 24, u_shape: 18, theatre: 40, boardroom: 16 },
        facts: [
          seen(7, 'Wheelchair users’ group', { step_free_route: ['yes', 'By the lift'], projector: 'yes' }),
        ],
      },
      {
        name: 'Roof garden',
        floor: 1,
        outdoor: true,
        people: { standing: 50 },
        facts: [seen(7, 'Wheelchair users’ group', { step_free_route: 'yes' })],
      },
    ],
  },
  {
    holder: 'lower-richmond-methodists',
    name: 'Watermen’s Chapel',
    kind: 'church',
    status: 'draft',
    about: 'We are still writing this. The hall is nice.',
    at: on('Lower Richmond Road', 'Putney'),
    contacts: [mail('watermens-chapel')],
    facts: [],
    spaces: [{ name: 'Hall' }, { name: 'Chapel', people: { theatre: 80 } }],
  },
  {
    holder: 'petersfield-youth',
    name: 'Alder Rise Youth Workshop',
    kind: 'youth_centre',
    status: 'withdrawn',
    about: 'Bikes are mended here, and sometimes so are Tuesdays. Withdrawn while the roof is repaired.',
    at: on('Petersfield Rise', 'Roehampton'),
    contacts: [phone(736, 'Kwame')],
    tenure: { holder: 'council', interest: 'licence', yearsLeft: 1 },
    facts: [
      listed(1150, { step_free_entrance: 'yes', entrance_steps: 0, accessible_toilet: 'yes' }),
      said(390, 'Kwame', { wifi: 'yes', heating: 'no' }),
    ],
    spaces: [
      { name: 'Workshop', floor: 0, people: { standing: 30 } },
      { name: 'Loft', floor: 1, people: { boardroom: 10 } },
    ],
  },
];
