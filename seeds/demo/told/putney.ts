import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, level, mail, phone, said, seen, site } from './voice.ts';

export const putney: VenueSketch[] = [
  {
    holder: 'half-mile-rowing',
    name: 'Half Mile Post Rowing Club, river room',
    kind: 'social_club',
    about:
      'Boats below, a club room above, and a balcony from which the whole reach can be seen. The hard floods at spring tides: we will tell you, and so will your shoes.',
    at: on('The Embankment', 'Putney'),
    contacts: [phone(731, 'Captain Lisle'), site('half-mile-post')],
    tenure: { holder: 'community', interest: 'leasehold', yearsLeft: 17 },
    hours: {
      week: { '1': '18:00-22:00', '3-5': '18:00-23:00', '6-7': '07:00-19:00' },
      note: 'Not on race days; the road floods at spring tides',
    },
    facts: [
      seen(260, 'Access walk volunteer', {
        step_free_entrance: ['partial', 'Level into the boat bays, then fifteen stairs'],
        entrance_steps: 15,
        lift: 'no',
        door_clear_width: 82,
        accessible_toilet: 'no',
        showers: 'yes',
      }),
      said(58, 'Captain Lisle', {
        kitchen: 'yes',
        warming_kitchen: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        wifi: 'yes',
        parking: 'no',
        outdoor_space: 'yes',
        heating: 'yes',
        bus_stop_near: 'no',
        cycle_parking: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'River room',
        floor: 1,
        area: 95,
        people: { theatre: [70, 80], banquet: [56, 64], standing: [100, 110], dancing: 40 },
        facts: [
          seen(260, 'Access walk volunteer', { step_free_route: 'no' }),
          said(58, 'Captain Lisle', { screen: 'yes', chairs: 80, tables: 10, pa_system: 'no' }),
        ],
      },
      {
        name: 'Balcony',
        floor: 1,
        outdoor: true,
        people: { standing: [30, 30, 'The balcony was tested for thirty and no more'] },
      },
      {
        name: 'Boat bay',
        floor: 0,
        people: { standing: 60 },
        facts: [seen(260, 'Access walk volunteer', { step_free_route: 'yes', heating: 'no' })],
      },
    ],
  },
  {
    holder: 'etz-rimon',
    name: 'Kehillat Etz Rimon',
    names: { he: 'קהילת עץ רימון', en: 'Pomegranate Tree Community Synagogue' },
    kind: 'synagogue',
    precision: 'hidden',
    about:
      'A small, noisy, egalitarian community. For our safety the address is given with an accepted enquiry; please bring identification, and an appetite.',
    at: on('Keswick Road', 'East Putney'),
    contacts: [phone(732, 'Community office'), mail('etz-rimon')],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: {
      week: { '1-4': '09:30-17:00 19:00-22:00', '5': '09:30-13:00', '7': '09:30-17:30' },
      note: 'Closed from Friday afternoon to Saturday night, and on festivals',
    },
    facts: [
      seen(110, 'Visiting health worker', {
        ...level,
        door_clear_width: 90,
        ...goodToilet('left'),
        lift: 'yes',
        lift_depth: 125,
        hearing_loop: 'yes',
        baby_change: 'yes',
        good_lighting: 'yes',
      }),
      said(110, 'Community office', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        kosher_kitchen: ['yes', 'Supervised; nothing from outside in the kitchen'],
        own_food: ['no', 'Nothing from outside, please'],
        eating_together: 'yes',
        private_room: 'yes',
        wifi: 'yes',
        creche: 'yes',
        community_languages: ['yes', 'Hebrew, French and Russian'],
        evacuation_plan: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Hall',
        floor: 0,
        people: { theatre: [120, 150], banquet: [90, 100], cabaret: 64 },
        facts: [
          seen(110, 'Visiting health worker', {
            step_free_route: 'yes',
            wheelchair_spaces: 6,
            projector: 'yes',
            stage: 'no',
          }),
        ],
      },
      {
        name: 'Cheder classroom',
        floor: 1,
        people: { classroom: 24, boardroom: 16 },
        facts: [seen(110, 'Visiting health worker', { step_free_route: ['yes', 'By the lift'] })],
      },
    ],
  },
  {
    holder: 'putney-churches-halls-trust',
    name: 'St Anselm’s, Bishop’s Garden',
    names: { fr: 'Saint-Anselme, au jardin de l’évêque' },
    kind: 'church',
    about:
      'A church with a café in its porch and a walled garden behind. The French-speaking congregation meets at six, the grief choir on Mondays, and the cat is called Archdeacon.',
    at: on('Putney High Street', 'Putney'),
    contacts: [phone(733, 'Verger'), mail('st-anselms'), site('st-anselms')],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: {
      week: { '1-5': '08:30-18:00', '6': '09:00-17:00', '7': '07:30-13:00 17:30-19:30' },
      note: 'Not during services, weddings or funerals',
    },
    facts: [
      seen(24, 'Wheelchair users’ group', {
        ...level,
        automatic_door: 'yes',
        door_clear_width: 110,
        ...goodToilet('right'),
        hearing_loop: 'yes',
        high_contrast_edges: 'yes',
        quiet_space: 'yes',
        assistance_dogs: 'yes',
        arm_and_back_seating: ['partial', 'Two rows'],
        step_free_station_distance: 420,
        bus_stop_near: 'yes',
      }),
      said(24, 'Verger', {
        kitchen: 'yes',
        warming_kitchen: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        wifi: 'yes',
        outdoor_space: 'yes',
        community_languages: ['yes', 'French, Lingala and Malagasy'],
        gender_neutral_toilet: 'yes',
        baby_change: 'yes',
        parking: 'no',
      }),
    ],
    spaces: [
      {
        name: 'Nave',
        floor: 0,
        area: 340,
        people: {
          theatre: [260, 320],
          standing: [320, 320],
          banquet: [140, 160, 'Chairs cleared; allow a day'],
        },
        facts: [
          seen(24, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            wheelchair_spaces: 8,
            piano: ['yes', 'And a three-manual organ'],
            pa_system: 'yes',
            projector: 'yes',
            screen: 'yes',
          }),
        ],
      },
      {
        name: 'Porch café',
        floor: 0,
        people: { banquet: 28, standing: 40 },
        facts: [seen(24, 'Wheelchair users’ group', { step_free_route: 'yes' })],
      },
      {
        name: 'Chapter room',
        floor: 1,
        people: { boardroom: 18, theatre: 30 },
        facts: [said(24, 'Verger', { step_free_route: 'no', private_room: 'yes' })],
      },
      {
        name: 'Bishop’s garden',
        outdoor: true,
        people: { standing: 120, banquet: 64 },
        facts: [
          seen(24, 'Wheelchair users’ group', {
            step_free_route: ['partial', 'Gravel; a firm path round the edge'],
          }),
        ],
      },
    ],
  },
];
