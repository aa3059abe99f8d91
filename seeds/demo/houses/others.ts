import { clubby } from './characters.ts';
import type { House } from './house.ts';

export const socialClub: House = {
  key: 'social_club',
  count: 9,
  kind: 'social_club',
  character: clubby,
  rooms: [
    [
      { name: 'Concert room', use: 'hall', rows: [90, 160], about: 'Stage, glitter curtain, dance floor.' },
      { name: 'Snooker room', use: 'room', rows: [20, 30], floor: 1 },
      { name: 'Committee room', use: 'meeting', rows: [10, 16], floor: 1 },
    ],
    [
      { name: 'Lounge', use: 'cafe', rows: [40, 60] },
      { name: 'Bowling green', use: 'outdoor', rows: [50, 90] },
    ],
  ],
  names: [
    '{street} Working Men’s Club',
    'Railwaymen’s Social Club',
    'The Gas Workers’ Club',
    'Polonia Ex-Servicemen’s Club',
    '{place} Trades and Labour Club',
    'The Bowls and Tennis Pavilion Club',
    'Dominica Social Club',
    'Postal Workers’ Sports and Social',
    'The Emerald Association',
  ],
  about: [
    [
      'A working men’s club where women have chaired the committee since 1994.',
      'A members’ club with a concert room nobody would build today.',
    ],
    [
      'Bingo on Wednesdays, soul on Saturdays, wakes when we must.',
      'The pensioners’ dinner is cooked by the darts team.',
    ],
    ['Guests are signed in by a member.', 'The bar can be shut for your event; say so when you ask.'],
  ],
  hours: [
    { week: { '1-4': '17:00-23:00', '5-6': '12:00-25:00', '7': '12:00-22:30' } },
    { week: { '3-5': '18:00-23:30', '6': '18:00-26:00' } },
  ],
  tenure: [
    { holder: 'community', interest: 'freehold' },
    { holder: 'company', interest: 'leasehold', yearsLeft: 11 },
  ],
};

export const schoolHall: House = {
  key: 'school',
  count: 8,
  kind: 'school',
  character: {
    ...clubby,
    entrance: { level: 5, ramp: 4, steps: 1 },
    toilet: { good: 5, tight: 3 },
    projector: 0.9,
    parking: 0.7,
    garden: 0.8,
    lift: 0.5,
  },
  rooms: [
    [
      { name: 'School hall', use: 'hall', rows: [140, 240] },
      { name: 'Dance studio', use: 'studio', rows: [30, 50] },
      { name: 'Community classroom', use: 'room', rows: [24, 32] },
    ],
    [
      { name: 'Hall', use: 'hall', rows: [120, 200] },
      { name: 'Playground', use: 'outdoor', rows: [120, 200] },
    ],
  ],
  names: [
    'Hawthorn Lane Primary School',
    'St Kenelm’s Catholic Primary School',
    'Quarry Hill Academy',
    '{street} Infants’ School',
    'Bishop Alphege Church of England School',
    'Millbrook Girls’ School',
    'Larkspur Primary School',
    'The Old Board School, {street}',
  ],
  about: [
    [
      'A primary school that opens its hall after half past four.',
      'A Victorian board school with three halls, one above another.',
    ],
    [
      'Supplementary schools use it on Saturdays; a choir on Thursdays.',
      'Lent to the neighbourhood in the long holidays.',
    ],
    ['Never on a school day before five.', 'A site manager opens up and must be paid for.'],
  ],
  hours: [
    { week: { '1-5': '17:00-21:30', '6': '08:30-16:00' }, note: 'Term time; ask about holidays' },
    { week: { '6-7': '09:00-18:00' } },
  ],
  tenure: [{ holder: 'school' }, { holder: 'school', interest: 'freehold' }],
};

export const pubRoom: House = {
  key: 'pub_room',
  count: 5,
  kind: 'pub_room',
  character: { ...clubby, upstairs: 1, lift: 0, kitchen: { none: 5, tea: 1 } },
  rooms: [
    [{ name: 'Upstairs room', use: 'room', rows: [30, 60], floor: 1, about: 'Own bar, own stair, no lift.' }],
    [
      { name: 'Function room', use: 'hall', rows: [50, 80], floor: 1 },
      { name: 'Snug', use: 'meeting', rows: [8, 12] },
    ],
  ],
  names: [
    'The Drovers’ Rest (upstairs room)',
    'The Ferry Boat, function room',
    'The Lavender Seller',
    'The Crooked Billhook',
    'The Speckled Trout (community-owned)',
  ],
  about: [
    ['A pub bought by two hundred of its regulars.', 'An upstairs room over a quiet pub.'],
    ['A ukulele club, a bereaved fathers’ group and a book club meet here.'],
    ['No hire charge if people buy a drink, and tea counts.'],
  ],
  hours: [{ week: { '1-4': '12:00-23:00', '5-6': '12:00-25:00', '7': '12:00-22:30' } }],
  tenure: [
    { holder: 'community', interest: 'freehold' },
    { holder: 'company', interest: 'leasehold', yearsLeft: 12 },
  ],
};

export const sportsPavilion: House = {
  key: 'sports_hall',
  count: 6,
  kind: 'sports_hall',
  character: { ...clubby, upstairs: 0.2, entrance: { level: 5, ramp: 3, steps: 2 }, parking: 0.7, garden: 1 },
  rooms: [
    [
      { name: 'Pavilion lounge', use: 'hall', rows: [40, 80] },
      { name: 'Veranda', use: 'outdoor', rows: [20, 40] },
    ],
    [
      { name: 'Sports hall', use: 'hall', rows: [120, 220] },
      { name: 'Club room', use: 'room', rows: [20, 36] },
    ],
  ],
  names: [
    '{place} Cricketers’ Pavilion',
    'The Tennis Hut, {street}',
    'Old Meadow Sports Ground Pavilion',
    'Croquet Lawn Pavilion',
    'Wheelers’ Cycle Club House',
    'The Netball Barn',
  ],
  about: [
    ['A wooden pavilion with a veranda facing the square.', 'A plain sports hall with a friendly club room.'],
    [
      'Cricket in summer, whist in winter.',
      'Walking football and cardiac rehabilitation share Monday mornings.',
    ],
    ['No studs indoors.', 'Match days come first from April to September.'],
  ],
  hours: [
    { week: { '1-5': '10:00-22:00' }, note: 'Weekends are for matches in the season' },
    { note: 'By arrangement with the club secretary' },
  ],
  tenure: [
    { holder: 'community', interest: 'leasehold', yearsLeft: 16 },
    { holder: 'council', interest: 'licence' },
  ],
};

export const artsCentre: House = {
  key: 'arts_centre',
  count: 7,
  kind: 'arts_centre',
  character: {
    ...clubby,
    entrance: { level: 5, ramp: 3, steps: 2 },
    lift: 0.6,
    toilet: { good: 6, tight: 3 },
    loop: { fixed: 5, none: 4 },
    projector: 0.9,
  },
  rooms: [
    [
      {
        name: 'Black box studio',
        use: 'studio',
        rows: [50, 90],
        about: 'Blackout, lighting grid, sprung floor.',
      },
      { name: 'Gallery', use: 'room', rows: [30, 50] },
      { name: 'Rehearsal room', use: 'studio', rows: [20, 40], floor: 1 },
    ],
    [
      { name: 'Theatre', use: 'worship', rows: [70, 130] },
      { name: 'Foyer bar', use: 'cafe', rows: [24, 40] },
    ],
  ],
  names: [
    'The Tram Shed Studios',
    'Paper Lantern Theatre',
    'The Dye Works',
    'Printmakers’ Hall, {street}',
    'Piano Factory Arts',
    'The Starch Mill',
    'Signal Box Gallery',
  ],
  about: [
    ['A small theatre in a tram shed.', 'Studios and a gallery in an old dye works by the river.'],
    [
      'Community plays, an inclusive dance company and life drawing.',
      'Rehearsals in the week, exhibitions at the weekend.',
    ],
    ['The technician comes with the theatre.', 'We charge commercial hirers so that others need not pay.'],
  ],
  hours: [{ week: { '2-5': '10:00-22:00', '6': '10:00-24:00', '7': '11:00-18:00' } }],
  tenure: [
    { holder: 'community', interest: 'leasehold', yearsLeft: 7 },
    { holder: 'company', interest: 'leasehold', yearsLeft: 3 },
  ],
};

export const archway: House = {
  key: 'archway',
  count: 3,
  kind: 'events_venue',
  character: { ...clubby, entrance: { level: 8, ramp: 1 }, upstairs: 0 },
  rooms: [
    [
      { name: 'The arch', use: 'hall', rows: [80, 140], about: 'Trains overhead every four minutes.' },
      { name: 'Yard', use: 'outdoor', rows: [40, 80] },
    ],
  ],
  names: ['Arch 88 Community Rooms', 'The Viaduct Rooms', 'Under the Line, {street}'],
  about: [
    ['A railway arch, insulated, whitewashed and loud only when a train goes by.'],
    ['Wedding parties, repair days and a Saturday street kitchen.'],
    ['Licensed until midnight; quiet on leaving, please.'],
  ],
  hours: [{ week: { '3-5': '12:00-23:00', '6': '10:00-26:00' } }],
  tenure: [{ holder: 'company', interest: 'leasehold', yearsLeft: 4 }],
};

export const plot: House = {
  key: 'plot',
  count: 3,
  kind: 'other',
  character: {
    ...clubby,
    entrance: { level: 3, portable: 3 },
    upstairs: 0,
    kitchen: { tea: 5, none: 3 },
    stage: 0,
    piano: 0,
    projector: 0,
    garden: 1,
  },
  rooms: [
    [
      {
        name: 'Growing space',
        use: 'outdoor',
        rows: [24, 50],
        about: 'Raised beds at wheelchair height, a pergola, a compost loo.',
      },
      { name: 'Shed', use: 'meeting', rows: [8, 12] },
    ],
  ],
  names: ['{street} Community Garden', 'Bees and Beans Garden', 'The Orchard on {street}'],
  about: [
    ['A community garden on a plot the railway forgot.'],
    ['Social prescribing gardeners come on Wednesdays; children on Saturdays.'],
    ['Wear boots. Latex gloves are kept in the shed.'],
  ],
  hours: [{ week: { '3': '10:00-15:00', '6': '10:00-16:00' }, note: 'Closed in hard frost' }],
  tenure: [{ holder: 'community', interest: 'licence', yearsLeft: 1 }],
};
