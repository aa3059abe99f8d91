import { modern, tired } from './characters.ts';
import type { House } from './house.ts';

export const newCentre: House = {
  key: 'new_centre',
  count: 17,
  kind: 'community_centre',
  character: modern,
  rooms: [
    [
      {
        name: 'Main hall',
        use: 'hall',
        rows: [80, 160],
        about: 'Sprung floor, blackout blinds, doors straight to the courtyard.',
      },
      { name: 'Training room', use: 'room', rows: [24, 40], floor: 1 },
      { name: 'Meeting room 1', use: 'meeting', rows: [8, 14], floor: 1 },
      {
        name: 'Meeting room 2',
        use: 'meeting',
        rows: [6, 10],
        floor: 1,
        about: 'Soundproof enough for counselling.',
      },
      { name: 'Café', use: 'cafe', rows: [30, 50] },
    ],
    [
      { name: 'Hall A', use: 'hall', rows: [60, 80] },
      { name: 'Hall B', use: 'hall', rows: [50, 70] },
      { name: 'Halls A and B together', use: 'hall', rows: [110, 160], joined: true },
      { name: 'IT suite', use: 'room', rows: [14, 20], floor: 1 },
    ],
    [
      { name: 'Hall', use: 'hall', rows: [60, 100] },
      {
        name: 'Consulting room',
        use: 'meeting',
        rows: [4, 6],
        about: 'Wipe-clean floor and a sink; used for clinics.',
      },
      { name: 'Roof terrace', use: 'outdoor', rows: [24, 40], floor: 2 },
    ],
  ],
  names: [
    'Wandle Bank Community Centre',
    'The Lodestar Rooms',
    'Heron Yard Neighbourhood Centre',
    'The Common Ground, {place}',
    'Clocktower Community Hub',
    'The Osiers Centre',
    'Sunrise Family Centre',
    'Lavender Row Neighbours’ House',
    'Copper Beech Community Centre',
    'The Threshold',
    'Ferry Stairs Community Rooms',
    'The Gasworks Community Centre',
    'Tamarind House',
    'The Old Depot',
    'Windrush Rooms, {place}',
    'Weir Mill Community Centre',
    'Nine Acres Community Hub',
  ],
  about: [
    [
      'A new-build centre under forty flats, opened in 2019 and run by a residents’ charity.',
      'Light, level and built to be shared.',
      'A glass-fronted community centre with a café that makes a profit, just.',
    ],
    [
      'Home to a crèche, a credit union and a very loud samba group.',
      'Clinics, English classes and the {place} carers’ forum share the rooms.',
      'Three hundred people a week come for something; most stay for soup.',
    ],
    [
      'Reception is staffed by volunteers who know everybody.',
      'Charities and public bodies pay what they can; companies pay the full rate.',
      'Tell us about access needs and we will set the room up before you come.',
    ],
  ],
  hours: [
    {
      week: { '1-5': '08:30-22:00', '6': '09:00-23:00', '7': '10:00-18:00' },
      exceptions: [{ inDays: 40, lasting: 3, note: 'Floor being resealed' }],
    },
    { week: { '1-5': '08:00-21:30', '6': '09:00-17:00' } },
  ],
  tenure: [
    { holder: 'community', interest: 'leasehold', yearsLeft: 21 },
    { holder: 'community', interest: 'asset_transfer', yearsLeft: 95 },
    { holder: 'council', interest: 'leasehold', yearsLeft: 8 },
  ],
};

export const oldCentre: House = {
  ...newCentre,
  key: 'old_centre',
  count: 9,
  character: tired,
  names: [
    '{street} Community Centre',
    'The Prefab Village',
    'Somali Families’ Centre, {place}',
    'Eritrean Community House',
    'Polish Families’ Rooms, {street}',
    'Caribbean Elders’ Association',
    [
      'Centro Comunitario Latinoamericano',
      { es: 'Centro Comunitario Latinoamericano', en: 'Latin American Community Centre' },
    ],
    'Irish Pensioners’ Forum House',
    '{place} Neighbours’ Centre',
  ],
  about: [
    [
      'A 1970s centre with a flat roof, much loved and a little leaky.',
      'A former nursery, handed to the community in 1996.',
      'Prefabs, honestly, but warm ones.',
    ],
    [
      'Run on a rota of twenty-two volunteers and one part-time caretaker.',
      'Elders’ lunches, homework clubs and immigration advice.',
      'The place the {place} carnival costumes are sewn.',
    ],
    [
      'The kettle is always on.',
      'We do not do weddings any more; ask us why.',
      'The lease is being renewed, so please book not more than six months ahead.',
    ],
  ],
  hours: [{ week: { '1-5': '09:30-20:00', '6': '10:00-16:00' } }, { note: 'Most days; ring to be sure' }],
};

export const socialCentre: House = {
  key: 'social_centre',
  count: 8,
  kind: 'social_centre',
  character: { ...modern, loop: { fixed: 6, portable: 3, none: 1 }, upstairs: 0.2 },
  rooms: [
    [
      { name: 'Dining room', use: 'cafe', rows: [40, 70] },
      { name: 'Activity room', use: 'room', rows: [20, 36] },
      { name: 'Quiet room', use: 'meeting', rows: [6, 10] },
      { name: 'Sensory garden', use: 'outdoor', rows: [16, 30] },
    ],
    [
      { name: 'Lounge', use: 'room', rows: [30, 50] },
      { name: 'Treatment room', use: 'meeting', rows: [4, 6] },
    ],
  ],
  names: [
    'Rosemary Day Centre',
    'The Elders’ Table, {place}',
    'Thursday House',
    'Woodlark Memory Centre',
    'Blind Neighbours’ Club, {street}',
    'The Pantry at {street}',
    'Deaf Social Circle House',
    'Silver Threads Day Centre',
  ],
  about: [
    [
      'A day centre that is empty after four o’clock and at weekends.',
      'A single-storey centre for older people, all on the level.',
    ],
    [
      'Chair exercise, a hot dinner and the barber on Mondays.',
      'The Deaf club has met here since before the loop was invented.',
    ],
    [
      'Please bring plain speakers and good biscuits.',
      'Our members come first, and like visitors with something useful to say.',
    ],
  ],
  hours: [
    { week: { '1-5': '09:30-16:00' }, note: 'Evenings and weekends by arrangement' },
    { week: { '1-4': '10:00-15:30', '6': '11:00-14:00' } },
  ],
  tenure: [{ holder: 'community', interest: 'leasehold', yearsLeft: 5 }, { holder: 'council' }],
};

export const youthCentre: House = {
  key: 'youth_centre',
  count: 8,
  kind: 'youth_centre',
  character: { ...tired, garden: 0.6 },
  rooms: [
    [
      { name: 'Sports hall', use: 'hall', rows: [100, 180] },
      { name: 'Music studio', use: 'studio', rows: [8, 12] },
      { name: 'Chill-out room', use: 'room', rows: [16, 26] },
      { name: 'Ball court', use: 'outdoor', rows: [80, 140] },
    ],
    [
      { name: 'Club hall', use: 'hall', rows: [60, 110] },
      { name: 'Dance studio', use: 'studio', rows: [24, 40], floor: 1 },
    ],
  ],
  names: [
    'The Switchback Youth Centre',
    '{street} Boys’ and Girls’ Club',
    'Pulse Youth Club',
    'The Shed Youth Project',
    'Kestrel Amateur Boxing and Youth Club',
    'Ladder Youth House',
    'Sparks Girls’ Project',
    'The Arches Adventure Base',
  ],
  about: [
    [
      'A youth club with a scuffed hall and a spotless studio.',
      'An old boys’ club that has let girls in since 1979 and is better for it.',
    ],
    [
      'Open to young people every evening; quiet until three.',
      'Boxing, basketball, beats and a sexual health drop-in on Tuesdays.',
    ],
    [
      'Adults hiring in the day leave before the young people arrive.',
      'All visitors sign in; we take safeguarding seriously.',
    ],
  ],
  hours: [
    {
      week: { '1-5': '10:00-15:00 16:00-21:30' },
      note: 'After four it is for young people, in term time and holidays',
    },
    { week: { '2-6': '12:00-22:00' } },
  ],
  tenure: [
    { holder: 'community', interest: 'leasehold', yearsLeft: 2 },
    { holder: 'council', interest: 'licence' },
  ],
};
