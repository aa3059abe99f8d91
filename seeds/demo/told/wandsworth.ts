import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, listed, mail, phone, said, seen, site } from './voice.ts';

export const wandsworth: VenueSketch[] = [
  {
    holder: 'garratt-green-friends',
    name: 'The Bandstand on Garratt Green',
    kind: 'other',
    about:
      'An octagonal bandstand put up for one jubilee and mended for another. No walls, no heating, one plug. Wonderful on the right evening.',
    at: on('Burntwood Lane', 'Earlsfield'),
    contacts: [mail('garratt-bandstand')],
    tenure: { holder: 'council' },
    hours: { week: { '1-7': '08:00-20:00' }, note: 'Dusk in winter; the gate is locked by the park keeper' },
    facts: [
      seen(9, 'Access walk volunteer', {
        step_free_entrance: ['partial', 'Three steps up to the stage; the grass around it is level'],
        entrance_steps: 3,
        outdoor_space: 'yes',
        accessible_toilet: 'no',
        bus_stop_near: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
      }),
    ],
    spaces: [
      {
        name: 'Stage',
        outdoor: true,
        area: 48,
        people: { standing: [24, 40, 'A brass band of twenty-four, sitting'] },
        facts: [seen(9, 'Access walk volunteer', { step_free_route: 'no' })],
      },
      {
        name: 'Lawn',
        outdoor: true,
        people: { standing: [400, 499, 'More than 499 needs a licence'], banquet: 120 },
        facts: [
          seen(9, 'Access walk volunteer', {
            step_free_route: ['yes', 'Grass; soft after rain'],
            wheelchair_spaces: 20,
          }),
        ],
      },
    ],
  },
  {
    holder: 'wandle-workers-club',
    name: 'Wandle Paper Workers’ Club and Institute',
    kind: 'social_club',
    about:
      'The mill is flats now, but the club is still a club. Concert room, skittles, a committee that minutes everything. The pensioners’ dinner has not been missed since 1946.',
    at: on('Garratt Lane', 'Earlsfield'),
    contacts: [phone(721, 'Len, steward')],
    tenure: { holder: 'community', interest: 'freehold' },
    hours: { week: { '1-4': '17:00-23:00', '5': '16:00-25:00', '6': '12:00-26:00', '7': '12:00-22:30' } },
    facts: [
      said(300, 'Len, steward', {
        step_free_entrance: 'no',
        entrance_steps: 1,
        door_clear_width: 74,
        portable_ramp: 'no',
        accessible_toilet: 'no',
        kitchen: 'yes',
        warming_kitchen: 'yes',
        own_food: 'yes',
        eating_together: 'yes',
        wifi: 'no',
        parking: 'yes',
        parking_spaces: 12,
        lift: 'no',
        heating: 'yes',
      }),
      listed(1720, { hearing_loop: 'no', bus_stop_near: 'yes' }),
    ],
    spaces: [
      {
        name: 'Concert room',
        floor: 0,
        area: 180,
        people: { theatre: [150, 200], cabaret: [110, 130], dancing: 90, standing: [200, 200] },
        facts: [
          said(300, 'Len, steward', {
            stage: 'yes',
            pa_system: 'yes',
            piano: 'yes',
            blackout: 'yes',
            tables: 24,
            chairs: 160,
          }),
        ],
      },
      { name: 'Skittle alley', floor: 0, people: { standing: 30 } },
      {
        name: 'Snooker room',
        floor: 1,
        people: { standing: 24 },
        facts: [said(300, 'Len, steward', { step_free_route: 'no' })],
      },
      { name: 'Committee room', floor: 1, people: { boardroom: 14 } },
    ],
  },
  {
    holder: 'st-jude-within-southfields',
    name: 'St Jude-within-Southfields with the Grid Church Hall and Mission Room of St Faith, Merton Road',
    kind: 'church_hall',
    about:
      'The longest name on the register, for two plain halls with a folding wall between them. The Grid is what everyone here calls the streets; the wall is what everyone here leans on.',
    at: on('Merton Road', 'Southfields'),
    contacts: [phone(722, 'Parish administrator'), mail('st-jude-within'), site('st-jude-within')],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: {
      week: { '1-5': '09:00-12:00 13:00-15:30 17:30-22:00', '6': '09:00-23:00', '7': '14:00-20:00' },
      note: 'Nursery has both halls on term-time mornings',
    },
    facts: [
      seen(70, 'Wheelchair users’ group', {
        step_free_entrance: 'yes',
        fixed_ramp: 'yes',
        entrance_steps: 0,
        door_clear_width: 90,
        ...goodToilet('right'),
        baby_change: 'yes',
        hearing_loop: ['partial', 'North hall only'],
        high_contrast_edges: 'no',
        good_lighting: 'yes',
      }),
      said(70, 'Parish administrator', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        food_hygiene_rating: 4,
        own_food: 'yes',
        eating_together: 'yes',
        wifi: 'yes',
        parking: 'no',
        cycle_parking: 'yes',
        outdoor_space: 'yes',
        storage: ['partial', 'One cupboard each, none free just now'],
      }),
    ],
    spaces: [
      {
        name: 'North hall',
        floor: 0,
        area: 120,
        people: { theatre: [110, 130], cabaret: 64, banquet: 80, dancing: 60 },
        facts: [
          seen(70, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            wheelchair_spaces: 5,
            stage: 'yes',
            hearing_loop: 'yes',
            chairs: 130,
            tables: 18,
          }),
        ],
      },
      {
        name: 'South hall',
        floor: 0,
        area: 70,
        people: { theatre: [60, 75], cabaret: 36, dancing: 30, classroom: 30 },
        facts: [
          seen(70, 'Wheelchair users’ group', {
            step_free_route: 'yes',
            wheelchair_spaces: 3,
            projector: 'yes',
          }),
        ],
      },
      {
        name: 'North and South halls, wall folded',
        floor: 0,
        area: 190,
        joins: ['North hall', 'South hall'],
        people: { theatre: [180, 210], cabaret: [104, 120], banquet: 130, dancing: 100 },
        facts: [seen(70, 'Wheelchair users’ group', { step_free_route: 'yes', wheelchair_spaces: 8 })],
      },
      {
        name: 'Mission room',
        floor: 1,
        people: { boardroom: 12, theatre: 24 },
        facts: [said(70, 'Parish administrator', { step_free_route: 'no' })],
      },
    ],
  },
];
