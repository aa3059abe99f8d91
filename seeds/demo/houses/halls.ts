import { interwar } from './characters.ts';
import type { House } from './house.ts';

export const churchHall: House = {
  key: 'church_hall',
  count: 28,
  kind: 'church_hall',
  character: interwar,
  rooms: [
    [
      {
        name: 'Large hall',
        use: 'hall',
        rows: [90, 160],
        about: 'Sprung maple floor, a stage with curtains, high windows.',
      },
      { name: 'Small hall', use: 'hall', rows: [40, 60] },
      { name: 'Whole hall, folding wall open', use: 'hall', rows: [140, 210], joined: true },
      { name: 'Committee room', use: 'meeting', rows: [10, 18] },
    ],
    [
      { name: 'Hall', use: 'hall', rows: [60, 120] },
      { name: 'Lounge', use: 'room', rows: [18, 30], about: 'Armchairs and a carpet.' },
    ],
    [
      { name: 'Lower hall', use: 'hall', rows: [60, 100] },
      {
        name: 'Upper hall',
        use: 'hall',
        rows: [60, 90],
        floor: 1,
        about: 'Up nineteen stairs; the better floor for dancing.',
      },
    ],
  ],
  names: [
    'St Anselm’s Parish Hall',
    'St Aldhelm’s Hall',
    'St Swithun’s Parish Rooms',
    'The Vicarage Hall, {street}',
    '{street} Church Hall',
    'St Hilda’s Hall',
    'The Canon Whitby Hall',
    'Bishop’s Acre Hall',
    'St Edith’s Church Hall',
    'The Old Sunday School',
    'Parish Hall of St Botolph',
    'The Mothers’ Union Hall',
    'St Ninian’s Hall',
    'The Lychgate Rooms',
    'Father Dolan Hall',
    'St Mellitus Parish Centre',
    'Rector’s Rooms, {street}',
    'Wulstan Hall',
    '{street} Methodist Hall',
    'The Ringers’ Hall',
    'St Osyth’s Hall',
    'The Tithe Room',
    'Deaconess Hall',
    'St Crispin’s Hall',
    'The Chantry, {street}',
    'St Columba’s Church Rooms',
    'Our Lady’s Social Hall',
    'Brannoc Hall',
  ],
  about: [
    [
      'A 1930s church hall with a stage, a hatch and eighty years of floor polish.',
      'A parish hall behind the church, through the lychgate.',
      'The hall where {place} had its street party planned and its jumble sold.',
    ],
    [
      'Playgroup on weekday mornings, dance in the afternoons, Scouts’ band on Fridays.',
      'Used by a karate club, a Polish Saturday school and three slimming groups.',
      'Blood donors come four times a year, and so does the pantomime.',
    ],
    [
      'The key is kept by a neighbour; we will tell you which one.',
      'Please stack the chairs eight high, not nine.',
      'Evenings are booked by term, but there is often a gap in the middle of the week.',
      'Church events come first, and there are fewer of them than you would think.',
    ],
  ],
  hours: [
    {
      week: { '1-5': '09:15-12:30 18:00-22:00', '6': '09:00-23:00', '7': '13:00-20:00' },
      note: 'Playgroup has the weekday mornings in term time',
    },
    { week: { '1-7': '09:00-22:00' } },
    { osm: 'Mo-Sa 09:00-22:30; Su 13:00-18:00' },
  ],
  tenure: [{ holder: 'faith', interest: 'freehold' }, { holder: 'faith' }],
};

export const communityHall: House = {
  key: 'community_hall',
  count: 12,
  kind: 'community_hall',
  character: { ...interwar, upstairs: 0.4, lift: 0.3 },
  rooms: churchHall.rooms,
  names: [
    'Memorial Hall',
    'The Institute, {street}',
    '{place} Temperance Hall',
    'The Workers’ Hall',
    '{street} Memorial Hall',
    'Jubilee Hall',
    'Old Fire Station Hall',
    'The Drill Hall, {street}',
    'Coronation Hall',
    'Memorial Hall',
    'The Assembly Rooms, {place}',
    'Co-operative Women’s Guild Hall',
  ],
  about: [
    [
      'Built by public subscription in 1922 in memory of the men of the parish.',
      'A hall with a clock that is nearly right.',
      'A former drill hall with iron beams and a wonderful echo.',
    ],
    [
      'Dances, a history society, a repair café and polling day.',
      'It has been hired for weddings on every Saturday in August since anyone can remember.',
      'The {place} Chess Club has met here since 1948.',
    ],
    [
      'Trustees live nearby and answer the telephone.',
      'Confetti outside only.',
      'We keep two Tuesdays a month free for public meetings.',
    ],
  ],
  hours: [
    { week: { '1-4': '09:00-22:00', '5-6': '09:00-24:00', '7': '10:00-21:00' } },
    { osm: 'Mo-Su 08:00-23:00' },
  ],
  tenure: [
    { holder: 'community', interest: 'freehold' },
    { holder: 'community', interest: 'asset_transfer', yearsLeft: 27 },
  ],
};
