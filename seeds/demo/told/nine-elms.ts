import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { listed, mail, phone, said, seen, site } from './voice.ts';

export const nineElms: VenueSketch[] = [
  {
    holder: 'vicarage-crescent-orthodox',
    name: 'ቅድስት ልደታ ማርያም · Kidist Lideta Mariam',
    names: {
      am: 'ቅድስት ልደታ ለማርያም ቤተ ክርስቲያን',
      ti: 'ቅድስት ልደታ ማርያም',
      en: 'St Mary of the Nativity, Ethiopian Orthodox',
    },
    kind: 'church',
    about:
      'White shawls on Sunday from four in the morning; coffee, roasted in front of you, from noon. The undercroft is used by a diabetes group and a youth choir.',
    at: on('Vicarage Crescent', 'Battersea'),
    contacts: [phone(744, 'Deacon Samuel')],
    tenure: { holder: 'faith', interest: 'leasehold', yearsLeft: 30 },
    hours: { week: { '3': '10:00-16:00', '6': '10:00-20:00', '7': '04:00-15:00' } },
    facts: [
      said(95, 'Deacon Samuel', {
        step_free_entrance: ['partial', 'Use the vestry door, it is level'],
        entrance_steps: 5,
        door_clear_width: 88,
        accessible_toilet: ['partial', 'No room to turn a powered chair'],
        kitchen: 'yes',
        full_kitchen: 'yes',
        vegetarian_kitchen: ['partial', 'Vegan on Wednesdays, Fridays and in the fasts'],
        eating_together: 'yes',
        community_languages: ['yes', 'Amharic, Tigrinya and Oromo'],
        prayer_room: 'yes',
        outdoor_space: 'yes',
        parking: 'no',
      }),
    ],
    spaces: [
      {
        name: 'Church',
        floor: 0,
        people: { standing: [250, 300], theatre: 140 },
        facts: [said(95, 'Deacon Samuel', { step_free_route: 'partial' })],
      },
      {
        name: 'Undercroft',
        floor: -1,
        people: { theatre: 60, cabaret: 40, banquet: 48 },
        facts: [said(95, 'Deacon Samuel', { step_free_route: ['no', 'Twelve stone steps'] })],
      },
    ],
  },
  {
    holder: 'thessaly-tenants',
    name: 'Carriageworks Estate Tenants’ Hall',
    kind: 'tenants_hall',
    about:
      'The hall the residents asked for in 1961, got in 1968 and refused to lose in 2015. The towers came up all around it; the dominoes did not stop.',
    at: on('Thessaly Road', 'Nine Elms'),
    contacts: [phone(745, 'Mr Oyelaran'), mail('carriageworks-hall')],
    tenure: { holder: 'community', interest: 'asset_transfer', yearsLeft: 120 },
    hours: {
      week: {
        '1': '10:00-13:00 18:00-22:00',
        '2': '18:00-22:00',
        '3': '10:00-22:00',
        '5': '17:00-24:00',
        '6': '10:00-24:00',
        '7': '12:00-18:00',
      },
    },
    facts: [
      seen(510, 'Access walk volunteer', {
        step_free_entrance: 'yes',
        fixed_ramp: 'yes',
        entrance_steps: 0,
        door_clear_width: 83,
        accessible_toilet: 'yes',
        toilet_turning_space: 'yes',
        grab_rails: 'partial',
        hearing_loop: 'no',
      }),
      said(510, 'Mr Oyelaran', {
        kitchen: 'yes',
        warming_kitchen: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        heating: 'yes',
        wifi: 'yes',
        outdoor_space: 'yes',
        bus_stop_near: 'yes',
        storage: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Hall',
        floor: 0,
        people: { theatre: [90, 100], banquet: 64, dancing: [50, 100, '100 for carnival, once a year'] },
        facts: [
          seen(510, 'Access walk volunteer', {
            step_free_route: 'yes',
            wheelchair_spaces: 4,
            tables: 16,
            chairs: 90,
          }),
        ],
      },
      {
        name: 'Bar',
        floor: 0,
        people: { standing: 30 },
        facts: [said(510, 'Mr Oyelaran', { step_free_route: 'yes' })],
      },
      { name: 'Kickabout', outdoor: true, people: { standing: 120 } },
    ],
  },
  {
    holder: 'st-johns-hill-free-thinkers',
    name: 'The Plough and Stars, reading room',
    kind: 'pub_room',
    about:
      'Over a pub owned by 312 of its drinkers. A library of pamphlets, a working fire and a rule that everyone gets to finish their sentence.',
    at: on("St John's Hill", 'Battersea'),
    contacts: [site('plough-reading-room')],
    tenure: { holder: 'community', interest: 'freehold' },
    hours: { osm: 'Mo-Th 12:00-23:00; Fr-Sa 12:00-01:00; Su 12:00-22:30' },
    facts: [
      listed(1210, { step_free_entrance: 'yes', entrance_steps: 0, accessible_toilet: 'no', wifi: 'yes' }),
      said(200, 'Bar manager', {
        own_food: 'no',
        kitchen: 'no',
        bus_stop_near: 'yes',
        lift: 'no',
        assistance_dogs: ['yes', 'And all other dogs'],
      }),
    ],
    spaces: [
      {
        name: 'Reading room',
        floor: 1,
        people: { theatre: [45, 60], boardroom: 20, standing: 70 },
        facts: [
          said(200, 'Bar manager', {
            step_free_route: ['no', 'Nineteen stairs, two turns'],
            piano: 'yes',
            private_room: 'yes',
          }),
        ],
      },
    ],
  },
];
