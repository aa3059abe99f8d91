import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, level, mail, phone, said, seen, site } from './voice.ts';

export const balham: VenueSketch[] = [
  {
    holder: 'dom-polski-balham',
    name: 'Dom Polski pod Żurawiem',
    names: { pl: 'Dom Polski pod Żurawiem', en: 'The Polish House at the Sign of the Crane' },
    kind: 'social_club',
    about:
      'Founded by airmen who could not go home, kept by their granddaughters. Pierogi on Thursdays, a Saturday school with three hundred pupils, a ballroom with a mirror ball from Łódź.',
    at: on('Balham High Road', 'Balham'),
    contacts: [phone(711, 'Pani Bożena Wiśniewska'), mail('pod-zurawiem'), site('pod-zurawiem')],
    tenure: { holder: 'community', interest: 'freehold' },
    hours: {
      week: { '2-4': '12:00-22:30', '5-6': '12:00-26:00', '7': '11:00-21:00' },
      exceptions: [{ inDays: 50, lasting: 2, note: 'Zamknięte: closed for the school’s name day' }],
    },
    facts: [
      seen(230, 'Access walk volunteer', {
        step_free_entrance: ['partial', 'Level through the garden gate; ring the bell and wait'],
        entrance_steps: 4,
        door_clear_width: 86,
        accessible_toilet: 'yes',
        toilet_turning_space: 'no',
        grab_rails: 'yes',
        lift: 'no',
      }),
      said(74, 'Pani Bożena', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        food_hygiene_rating: 5,
        eating_together: 'yes',
        own_food: ['no', 'The kitchen is proud'],
        community_languages: ['yes', 'Polish, Ukrainian and Lithuanian'],
        wifi: 'yes',
        bus_stop_near: 'yes',
        step_free_station_distance: 300,
        outdoor_space: 'yes',
        parking: 'no',
        hearing_loop: 'no',
        assistance_dogs: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Sala Balowa (ballroom)',
        floor: 1,
        area: 210,
        people: { theatre: [160, 200], banquet: [120, 150], dancing: [100, 180], cabaret: 90 },
        facts: [
          said(74, 'Pani Bożena', {
            step_free_route: ['no', 'A wide, shallow stair of twenty-two'],
            stage: 'yes',
            piano: ['yes', 'A Bösendorfer; ask before touching'],
            pa_system: 'yes',
            chairs: 220,
          }),
        ],
      },
      {
        name: 'Restaurant',
        floor: 0,
        people: { banquet: [56, 64] },
        facts: [seen(230, 'Access walk volunteer', { step_free_route: 'yes', wheelchair_spaces: 4 })],
      },
      {
        name: 'Biblioteka',
        floor: 0,
        people: { boardroom: 16, theatre: 30 },
        facts: [seen(230, 'Access walk volunteer', { step_free_route: 'yes', private_room: 'yes' })],
      },
      { name: 'Garden under the chestnuts', outdoor: true, people: { standing: [120, 150], banquet: 80 } },
    ],
  },
  {
    holder: 'friends-of-ramsden-library',
    name: 'Ramsden Road Lending and Listening Library',
    kind: 'library',
    about:
      'A library where you may also borrow a person: forty neighbours have agreed to be listened to for half an hour. The upstairs rooms open by their own door in the evening.',
    at: on('Ramsden Road', 'Balham'),
    contacts: [mail('listening-library', 'Front desk'), site('listening-library')],
    tenure: { holder: 'community', interest: 'asset_transfer', yearsLeft: 22 },
    services: { consent: 'agreed', sessionsPerWeek: 2 },
    hours: {
      week: {
        '2': '10:00-19:00',
        '3': '10:00-13:00',
        '4': '10:00-19:00',
        '5': '10:00-17:00',
        '6': '10:00-16:00',
      },
      note: 'Upstairs rooms until ten, by arrangement',
    },
    facts: [
      seen(28, 'Wheelchair users’ group', {
        step_free_entrance: 'yes',
        fixed_ramp: ['yes', 'From the side passage, handrail both sides'],
        entrance_steps: 0,
        automatic_door: 'yes',
        door_clear_width: 96,
        lift: 'yes',
        lift_depth: 130,
        ...goodToilet('right'),
        baby_change: 'yes',
        gender_neutral_toilet: 'yes',
        evacuation_plan: ['yes', 'Evacuation chair on the landing; three trained people'],
        large_print_or_braille: 'yes',
        high_contrast_edges: 'yes',
        good_lighting: 'yes',
        arm_and_back_seating: 'yes',
      }),
      seen(28, 'Wheelchair users’ group', {
        hearing_loop: 'yes',
        quiet_space: 'yes',
        assistance_dogs: ['yes', 'Bowl under the returns desk'],
        wifi: 'yes',
        blue_badge_bays: 1,
        blue_badge_bay_distance: 40,
        bus_stop_near: 'yes',
        cycle_parking: 'yes',
        tea_point: 'yes',
        kitchen: ['partial', 'A kettle, a sink and a fridge'],
      }),
    ],
    spaces: [
      {
        name: 'Reading room',
        floor: 0,
        people: { theatre: [60, 80, 'After closing time, shelves rolled back'], standing: 90 },
        facts: [
          seen(28, 'Wheelchair users’ group', { step_free_route: 'yes', wheelchair_spaces: 6, piano: 'yes' }),
        ],
      },
      {
        name: 'The Long Room',
        floor: 1,
        people: { theatre: [45, 60], boardroom: 22, classroom: 24, u_shape: 18 },
        facts: [
          seen(28, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            projector: 'yes',
            screen: 'yes',
            blackout: ['partial', 'Curtains, not quite dark'],
            wheelchair_spaces: 3,
          }),
        ],
      },
      {
        name: 'Listening room',
        floor: 1,
        people: { boardroom: 4 },
        facts: [
          seen(28, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            private_room: 'yes',
            quiet_space: 'yes',
          }),
        ],
      },
    ],
  },
  {
    holder: 'safe-harbour',
    name: 'Safe Harbour for Women and Children',
    kind: 'social_centre',
    precision: 'hidden',
    about:
      'A house for women who have left violence, and their children. Agencies who work with us are given the address in person. The garden room can be used for case conferences, clinics and birthdays.',
    at: on('Bedford Hill', 'Balham'),
    contacts: [phone(712, 'Duty worker')],
    tenure: { holder: 'community', interest: 'leasehold', yearsLeft: 12 },
    hours: { note: 'By appointment only; women workers please' },
    facts: [
      said(88, 'Duty worker', {
        ...level,
        accessible_toilet: 'yes',
        kitchen: 'yes',
        creche: 'yes',
        private_room: 'yes',
        quiet_space: 'yes',
        wifi: 'yes',
        community_languages: ['yes', 'Arabic, Portuguese, Punjabi and Tigrinya'],
        eating_together: 'yes',
        own_food: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Garden room',
        floor: 0,
        people: { boardroom: 12, theatre: 20 },
        facts: [said(88, 'Duty worker', { step_free_route: 'yes', private_room: 'yes' })],
      },
      { name: 'Play room', floor: 0, people: { dancing: [12, 12, 'Twelve children, whatever they say'] } },
    ],
  },
];
