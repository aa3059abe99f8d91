import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { level, mail, phone, said, seen } from './voice.ts';

export const malden: VenueSketch[] = [
  {
    holder: 'figges-marsh-pentecostal',
    name: 'Mitcham Upper Hand Deliverance Chapel',
    kind: 'church',
    about:
      'In what was a tile showroom: hence the floor. Prison visitors, a food pantry and a very young drummer.',
    at: on('London Road', 'Mitcham'),
    contacts: [phone(764, 'Revd Tolu')],
    tenure: { holder: 'company', interest: 'licence', yearsLeft: 1 },
    hours: { week: { '2': '11:00-15:00', '4': '18:30-22:00', '5': '22:00-28:30', '7': '09:00-15:00' } },
    facts: [
      said(125, 'Revd Tolu', {
        ...level,
        door_clear_width: 160,
        accessible_toilet: ['partial', 'Used as a store, cleared when asked'],
        kitchen: ['partial', 'A kettle, a sink and a fridge'],
        eating_together: 'yes',
        own_food: 'yes',
        community_languages: ['yes', 'Yoruba, Krio and French'],
        parking: 'yes',
        parking_spaces: 8,
        heating: 'partial',
        wifi: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Showroom',
        floor: 0,
        people: { theatre: [120, 140], standing: 160 },
        facts: [
          said(125, 'Revd Tolu', {
            step_free_route: 'yes',
            pa_system: 'yes',
            stage: 'yes',
            projector: 'yes',
          }),
        ],
      },
      { name: 'Pantry', floor: 0, people: { standing: 20 } },
    ],
  },
  {
    holder: 'cricket-green-hall',
    name: 'St Alphege’s Cottage Hall on the Lower Green',
    kind: 'church_hall',
    about:
      'A white weatherboarded hall by the oldest cricket green in daily use, or so the umpires say. Teas by the Mothers’ Union; sixes through the window by the second eleven.',
    at: on('Lower Green East', 'Mitcham'),
    contacts: [phone(765, 'Sister Agnes')],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: {
      week: { '1-4': '09:30-12:00 19:00-21:30', '6': '10:00-20:00' },
      note: 'Match teas on Saturdays from May',
    },
    facts: [
      said(1250, 'Sister Agnes', {
        step_free_entrance: 'no',
        entrance_steps: 2,
        portable_ramp: 'no',
        door_clear_width: 72,
        accessible_toilet: 'no',
        kitchen: 'yes',
        warming_kitchen: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        heating: 'yes',
        piano: 'yes',
        outdoor_space: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Hall',
        floor: 0,
        people: { theatre: [50, 60], banquet: 36 },
        facts: [said(1250, 'Sister Agnes', { tables: 9, chairs: 56, stage: 'no' })],
      },
      { name: 'Veranda', outdoor: true, people: { standing: 25 } },
    ],
  },
  {
    holder: 'colliers-wood-vihara',
    name: 'Wandle Meditation Vihara',
    names: { si: 'වැන්ඩල් භාවනා විහාරය', th: 'วัดป่าแวนเดิล', en: 'Wandle Meditation Vihara' },
    kind: 'buddhist_temple',
    about:
      'A terraced house with a golden room. Three monks, a bell, a mindfulness class for hospital porters that began as a joke and has run for eight years.',
    at: on('High Street Colliers Wood', 'Colliers Wood'),
    contacts: [phone(766, 'Bhante’s assistant')],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: { week: { '1-7': '06:00-11:00 17:00-20:30' } },
    facts: [
      said(220, 'Bhante’s assistant', {
        step_free_entrance: ['partial', 'Ramp is put out on request, steep'],
        entrance_steps: 2,
        portable_ramp: 'yes',
        accessible_toilet: 'no',
        vegetarian_kitchen: 'yes',
        kitchen: 'yes',
        eating_together: ['yes', 'Before noon'],
        quiet_space: 'yes',
        community_languages: ['yes', 'Sinhala, Thai and Burmese'],
        wifi: 'no',
      }),
    ],
    spaces: [
      {
        name: 'Golden room',
        floor: 0,
        people: { dancing: [24, 30, 'On cushions'], theatre: 34 },
        facts: [said(220, 'Bhante’s assistant', { quiet_space: 'yes' })],
      },
      { name: 'Garden with the bo tree', outdoor: true, people: { standing: 30 } },
    ],
  },
  {
    holder: 'merton-park-guides',
    name: 'Toad Hall Guide Headquarters',
    kind: 'scout_hut',
    status: 'draft',
    at: on('Kingston Road', 'Merton Park'),
    contacts: [phone(767, 'Brown Owl')],
    facts: [],
    spaces: [{ name: 'Hall' }],
  },
  {
    holder: 'broadway-labour-club',
    name: 'Broadway Unemployed Workers’ and Pensioners’ Centre',
    kind: 'social_centre',
    about:
      'Opened in 1983 and, as we say every year, not needed for much longer. Benefits advice, a choir, soup.',
    at: on('The Broadway', 'Wimbledon'),
    contacts: [phone(768, 'Advice desk'), mail('broadway-centre')],
    tenure: { holder: 'company', interest: 'leasehold', yearsLeft: 1 },
    hours: { week: { '1-2': '10:00-16:00', '3': '13:00-20:00', '4-5': '10:00-16:00' } },
    facts: [
      seen(600, 'Access walk volunteer', {
        step_free_entrance: 'no',
        entrance_steps: 21,
        lift: 'no',
        door_clear_width: 70,
        accessible_toilet: 'no',
      }),
      said(600, 'Advice desk', {
        kitchen: 'yes',
        warming_kitchen: 'yes',
        own_food: 'yes',
        wifi: 'yes',
        private_room: 'yes',
        eating_together: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Big room',
        floor: 1,
        people: { theatre: [50, 60], cabaret: 30 },
        facts: [seen(600, 'Access walk volunteer', { step_free_route: 'no' })],
      },
      { name: 'Advice booth', floor: 1, people: { boardroom: 4 } },
    ],
  },
];
