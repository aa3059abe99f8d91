import type { VenueSketch } from '../sketch.ts';
import { on } from '../streets.ts';
import { goodToilet, level, listed, mail, phone, said, seen, site } from './voice.ts';

export const upperTooting: VenueSketch[] = [
  {
    holder: 'fountain-road-masjid',
    name: 'مسجد التعاون — Masjid At-Ta’awun and Community Kitchen',
    names: { ar: 'مسجد التعاون', ur: 'مسجد تعاون', en: 'Mosque of Mutual Help' },
    kind: 'mosque',
    about:
      'A mosque and a kitchen, in that order on Fridays and the other way round on Tuesdays, when the kitchen cooks for the night shelter, the hospital’s discharge lounge and whoever rings the bell.',
    at: on('Fountain Road', 'Tooting'),
    contacts: [
      phone(704, 'Imran, kitchen'),
      phone(705, 'Hafsa, women’s circle'),
      mail('taawun'),
      site('taawun'),
    ],
    tenure: { holder: 'faith', interest: 'freehold' },
    hours: {
      week: { '1-4': '12:00-22:30', '5': '11:00-12:15 15:30-22:30', '6-7': '10:00-22:30' },
      note: 'Not during the Friday prayer; prayer times move through the year',
    },
    facts: [
      seen(140, 'Visiting health worker', {
        step_free_entrance: ['partial', 'Ramp is put out on request, steep'],
        entrance_steps: 2,
        portable_ramp: 'yes',
        fixed_ramp: 'no',
        door_clear_width: 84,
        accessible_toilet: ['partial', 'Ground floor, women’s side only'],
        grab_rails: 'yes',
        baby_change: 'yes',
      }),
      said(140, 'Imran, kitchen', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        halal_kitchen: 'yes',
        food_hygiene_rating: 5,
        eating_together: 'yes',
        own_food: ['partial', 'Halal or vegetarian'],
        prayer_room: 'yes',
        ablution: 'yes',
        community_languages: ['yes', 'Urdu, Arabic, Gujarati and Somali'],
        showers: 'yes',
        lift: 'no',
        bus_stop_near: 'yes',
        wifi: 'yes',
        assistance_dogs: ['partial', 'In the kitchen hall; please ring about the prayer halls'],
      }),
    ],
    spaces: [
      {
        name: 'Kitchen hall',
        floor: 0,
        people: { banquet: [64, 80], theatre: [90, 110], cabaret: 48 },
        facts: [
          seen(140, 'Visiting health worker', {
            step_free_route: ['partial', 'Once you are over the front step it is level'],
            tables: 12,
            chairs: 96,
            screen: 'yes',
          }),
        ],
      },
      {
        name: 'Women’s room',
        floor: 1,
        people: { theatre: [40, 50], boardroom: 16 },
        facts: [said(140, 'Hafsa, women’s circle', { step_free_route: 'no', private_room: 'yes' })],
      },
      {
        name: 'Classrooms 1 and 2',
        floor: 1,
        people: { classroom: [36, 40, 'Small chairs: made for eight-year-olds'] },
      },
    ],
  },
  {
    holder: 'longley-somali-centre',
    name: 'Longley Road Somali Family Centre',
    names: { so: 'Xarunta Qoyska Soomaaliyeed', ar: 'مركز الأسرة الصومالية' },
    kind: 'community_centre',
    about:
      'Mothers started it in 1999 around one gas ring. There is a homework club, a driving theory class, an elders’ morning with good tea, and always somebody who can read you a letter.',
    at: on('Longley Road', 'Tooting'),
    contacts: [phone(706, 'Hodan'), mail('longley-somali')],
    tenure: { holder: 'council', interest: 'licence', yearsLeft: 1 },
    hours: {
      week: { '1-4': '10:00-18:30', '6': '10:00-15:00' },
      note: 'Homework club from four in term time',
    },
    facts: [
      said(410, 'Hodan', {
        ...level,
        door_clear_width: 80,
        accessible_toilet: ['partial', 'Narrow; the door opens inwards'],
        kitchen: 'yes',
        warming_kitchen: 'yes',
        halal_kitchen: 'yes',
        tea_point: 'yes',
        eating_together: 'yes',
        community_languages: ['yes', 'Somali, Arabic, Swahili and Italian'],
        creche: 'yes',
        prayer_room: 'yes',
        wifi: 'yes',
        heating: ['partial', 'Two rooms of three'],
      }),
      listed(1300, { bus_stop_near: 'yes', hearing_loop: 'no' }),
    ],
    spaces: [
      {
        name: 'Big room',
        floor: 0,
        people: { theatre: [50, 60], banquet: 36, cabaret: 30 },
        facts: [said(410, 'Hodan', { step_free_route: 'yes', chairs: 60, tables: 9 })],
      },
      {
        name: 'Elders’ room',
        floor: 0,
        people: { boardroom: 14 },
        facts: [
          said(410, 'Hodan', {
            step_free_route: 'yes',
            private_room: 'partial',
            arm_and_back_seating: 'yes',
          }),
        ],
      },
    ],
  },
  {
    holder: 'franciscan-kovil',
    name: 'அருள்மிகு முத்துமாரி அம்மன் ஆலயம்',
    names: { ta: 'அருள்மிகு முத்துமாரி அம்மன் ஆலயம்', en: 'Sri Muthumari Amman Temple', si: 'මුත්තුමාරි අම්මන් කෝවිල' },
    kind: 'hindu_temple',
    about:
      'A Tamil temple in a former laundry, with a wedding hall behind. On chariot day the whole street comes out, and the school lends its playground for shoes.',
    at: on('Franciscan Road', 'Tooting'),
    contacts: [phone(707, 'Mr Sivakumar'), site('muthumari')],
    tenure: { holder: 'faith', interest: 'leasehold', yearsLeft: 38 },
    hours: {
      week: {
        '1-4': '08:00-13:00 17:00-21:00',
        '5': '08:00-14:30 17:00-22:00',
        '6-7': '08:00-14:00 17:00-21:30',
      },
    },
    facts: [
      seen(61, 'Access walk volunteer', {
        ...level,
        door_clear_width: 120,
        ...goodToilet('right'),
        good_lighting: 'yes',
        hearing_loop: 'no',
        level_drop_off: 'yes',
      }),
      said(61, 'Mr Sivakumar', {
        kitchen: 'yes',
        full_kitchen: 'yes',
        vegetarian_kitchen: 'yes',
        eating_together: 'yes',
        own_food: ['partial', 'Vegetarian only'],
        community_languages: ['yes', 'Tamil, Sinhala and Telugu'],
        parking: 'no',
        prayer_room: 'yes',
        bus_stop_near: 'no',
        assistance_dogs: ['partial', 'In the wedding hall'],
      }),
    ],
    spaces: [
      {
        name: 'Wedding hall',
        floor: 0,
        area: 300,
        people: { theatre: [250, 300], banquet: [180, 220], cabaret: 140, standing: [300, 300] },
        facts: [
          seen(61, 'Access walk volunteer', {
            step_free_route: 'yes',
            stage: 'yes',
            pa_system: 'yes',
            wheelchair_spaces: 8,
            chairs: 300,
            tables: 40,
          }),
        ],
      },
      {
        name: 'Saturday school',
        floor: 1,
        people: { classroom: 30 },
        facts: [said(61, 'Mr Sivakumar', { step_free_route: 'no' })],
      },
      { name: 'Courtyard', outdoor: true, people: { standing: 150 } },
    ],
  },
];
