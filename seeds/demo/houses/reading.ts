import { modern } from './characters.ts';
import type { House } from './house.ts';

export const library: House = {
  key: 'library',
  count: 7,
  kind: 'library',
  character: { ...modern, kitchen: { tea: 4, none: 3 }, stage: 0 },
  rooms: [
    [
      { name: 'Reading room', use: 'room', rows: [30, 60], about: 'After hours only, among the shelves.' },
      { name: 'Community room', use: 'room', rows: [20, 36], floor: 1 },
      { name: 'Study pod', use: 'meeting', rows: [4, 4] },
    ],
    [{ name: 'Meeting room', use: 'room', rows: [16, 30] }],
  ],
  names: [
    'The Carnegie Reading Room, {place}',
    '{street} Community Library',
    'The Little Library, {street}',
    'Tool and Book Library',
    'The Book Exchange',
    'Volunteer Library at {place}',
    'Mechanics’ Reading Room',
  ],
  about: [
    [
      'A library saved by its readers in 2012 and run by them since.',
      'Red terracotta outside, beanbags within.',
    ],
    [
      'Rhyme time, a conversation café and help with forms.',
      'The community room has its own door, so it can open when the library is shut.',
    ],
    ['No hot food near the books.', 'Groups that help people read are free.'],
  ],
  hours: [
    {
      week: { '1': '09:00-17:00', '2': '09:00-20:00', '4': '09:00-20:00', '5-6': '09:00-17:00' },
      note: 'Closed on Wednesdays',
    },
    { osm: 'Tu-Sa 10:00-17:00; PH off' },
  ],
  tenure: [
    { holder: 'council', interest: 'licence' },
    { holder: 'community', interest: 'asset_transfer', yearsLeft: 18 },
  ],
};
