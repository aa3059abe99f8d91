import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, level, mail, phone, said, seen, site } from './voice.ts';

export const southfields: VenueSketch[] = [
  {
    holder: 'swaffield-residents',
    name: 'Bellringer’s Court Tenants’ Hall',
    kind: 'tenants_hall',
    about:
      'At the foot of three blocks and in the middle of everything. Run by Pat, and by everyone Pat has asked.',
    at: on('Swaffield Road', 'Wandsworth'),
    contacts: [phone(723, 'Pat')],
    tenure: { holder: 'council', interest: 'licence' },
    hours: {
      week: { '1-5': '10:00-22:00', '6-7': '10:00-19:00' },
      note: 'Music off at ten: people live upstairs',
    },
    facts: [
      said(640, 'Pat', {
        ...level,
        accessible_toilet: 'yes',
        kitchen: 'yes',
        warming_kitchen: 'yes',
        tea_point: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        heating: 'yes',
        wifi: ['partial', 'Ask Pat for hers'],
        community_languages: ['yes', 'Portuguese, Tigrinya and Jamaican Patois'],
      }),
    ],
    spaces: [
      {
        name: 'Hall',
        floor: 0,
        people: { theatre: [60, 80, '60 sedate adults, 40 energetic children'], banquet: 44, dancing: 36 },
        facts: [said(640, 'Pat', { step_free_route: 'yes', tables: 12, chairs: 64 })],
      },
      { name: 'The green', outdoor: true, people: { standing: 200 } },
    ],
  },
  {
    holder: 'wandle-arts-cooperative',
    name: 'The Brewery Yard Arts Centre',
    kind: 'arts_centre',
    about:
      'Cooperage, then stables, then nine artists, now a theatre of ninety seats, a print room and a gallery. The dray horses’ ramp makes it the most accessible old building in the town.',
    at: on('Broomhill Road', 'Wandsworth'),
    contacts: [mail('brewery-yard', 'Box office'), site('brewery-yard')],
    tenure: { holder: 'company', interest: 'leasehold', yearsLeft: 6 },
    hours: {
      week: { '2-4': '10:00-22:30', '5-6': '10:00-25:00', '7': '11:00-17:00' },
      exceptions: [{ inDays: 12, lasting: 5, hours: '18:00-24:00', note: 'Festival week: evenings only' }],
    },
    facts: [
      seen(40, 'Wheelchair users’ group', {
        ...level,
        automatic_door: 'yes',
        door_clear_width: 120,
        lift: 'yes',
        lift_depth: 150,
        ...goodToilet('left'),
        gender_neutral_toilet: 'yes',
        baby_change: 'yes',
        hearing_loop: 'yes',
        evacuation_plan: 'yes',
        assistance_dogs: 'yes',
        quiet_space: ['yes', 'Relaxed performances every second Sunday'],
        bsl: ['partial', 'One performance of each run is interpreted'],
        large_print_or_braille: 'yes',
      }),
      said(40, 'Box office', {
        kitchen: ['partial', 'Bar and sink'],
        tea_point: 'yes',
        own_food: 'no',
        wifi: 'yes',
        cycle_parking: 'yes',
        parking: 'no',
        blue_badge_bays: 1,
        bus_stop_near: 'yes',
        outdoor_space: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Theatre',
        floor: 0,
        people: { theatre: [86, 90], standing: 110 },
        facts: [
          seen(40, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            wheelchair_spaces: 4,
            stage: 'yes',
            blackout: 'yes',
            pa_system: 'yes',
            projector: 'yes',
            hearing_loop: 'yes',
          }),
        ],
      },
      {
        name: 'Gallery',
        floor: 1,
        people: { standing: [70, 80], theatre: 50 },
        facts: [
          seen(40, 'Wheelchair users’ group', {
            step_free_route: ['yes', 'By the lift'],
            good_lighting: 'yes',
          }),
        ],
      },
      { name: 'Print room', floor: 1, people: { classroom: [12, 14, 'Aprons for twelve'] } },
      {
        name: 'Cobbled yard',
        outdoor: true,
        people: { standing: 150 },
        facts: [
          seen(40, 'Wheelchair users’ group', {
            step_free_route: ['partial', 'Cobbles; a smooth path along one side'],
          }),
        ],
      },
    ],
  },
  {
    holder: 'paddling-moorhens',
    name: '127th Southfields (Paddling Moorhens) Sea Scout Hut',
    kind: 'scout_hut',
    about:
      'Sea Scouts a mile from the river, with eleven kayaks in the rafters. One room, one stove, one very long ladder.',
    at: on('Lavenham Road', 'Southfields'),
    precision: 'approximate',
    contacts: [phone(724, 'Skip')],
    tenure: { holder: 'community', interest: 'leasehold', yearsLeft: 2 },
    hours: { week: { '1-5': '09:30-15:00', '7': '10:00-18:00' }, note: 'Term-time evenings are ours' },
    facts: [
      said(800, 'Skip', {
        step_free_entrance: ['partial', 'Wooden ramp, fine for manual chairs, tight for scooters'],
        entrance_steps: 1,
        portable_ramp: 'yes',
        accessible_toilet: 'no',
        kitchen: ['partial', 'Camp kitchen'],
        own_food: 'yes',
        heating: ['partial', 'A stove; allow an hour'],
        outdoor_space: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'The hut',
        floor: 0,
        people: { theatre: 50, dancing: [30, 40, '30 Beavers is plenty'] },
        facts: [said(800, 'Skip', { tables: 6, chairs: 40 })],
      },
      { name: 'Fire circle', outdoor: true, people: { standing: 60 } },
    ],
  },
];
