import { converted } from './characters.ts';
import type { House } from './house.ts';

const lent: House['tenure'] = [
  { holder: 'faith', interest: 'freehold' },
  { holder: 'faith', interest: 'leasehold', yearsLeft: 14 },
];

export const mosque: House = {
  key: 'mosque',
  count: 14,
  kind: 'mosque',
  near: [
    'Tooting',
    'Upper Tooting',
    'Balham',
    'Mitcham',
    'Streatham',
    'Norbury',
    'Colliers Wood',
    'Tooting Bec',
    'Battersea',
  ],
  character: {
    ...converted,
    halal: 1,
    languages: [
      'Urdu, Gujarati and Arabic',
      'Somali and Arabic',
      'Bengali (Sylheti)',
      'Pashto, Dari and Urdu',
      'Tamil and Urdu',
    ],
  },
  rooms: [
    [
      {
        name: 'Community hall',
        use: 'hall',
        rows: [60, 140],
        about: 'Carpeted; shoes stay in the rack by the door.',
      },
      { name: 'Women’s room', use: 'room', rows: [30, 60], floor: 1 },
      { name: 'Classroom', use: 'room', rows: [18, 30], floor: 1 },
    ],
    [
      { name: 'Teaching room', use: 'room', rows: [20, 40], floor: 1 },
      {
        name: 'Dining hall',
        use: 'cafe',
        rows: [40, 80],
        about: 'Where iftar is shared with the whole street in Ramadan.',
      },
    ],
  ],
  names: [
    ['Masjid As-Sakinah', { ar: 'مسجد السكينة' }],
    ['Masjid Ar-Rahmah and Community Kitchen', { ar: 'مسجد الرحمة', ur: 'مسجد رحمت' }],
    ['Baitul Aman Centre', { ar: 'بيت الأمان', bn: 'বায়তুল আমান' }],
    ['Furqan Learning Centre', { ar: 'مركز الفرقان' }],
    [
      '{place} Somali Islamic Cultural Centre',
      { so: 'Xarunta Dhaqanka Islaamka', ar: 'المركز الثقافي الإسلامي الصومالي' },
    ],
    ['Masjid Al-Ikhlas', { ar: 'مسجد الإخلاص' }],
    ['Darul Hikmah', { ar: 'دار الحكمة' }],
    ['Noor-e-Madinah Education Trust', { ur: 'نورِ مدینہ' }],
    '{street} Muslim Welfare Association',
    'Afghan Islamic Cultural House',
    'Taqwa House',
    'Ihsan Community Mosque',
    'Al-Birr Community Centre',
    'Shah Jalal Islamic Hall',
  ],
  about: [
    [
      'Two terraced houses knocked through, with a new dome you can see from the bus.',
      'A former snooker hall, carpeted from wall to wall.',
      'A small mosque run by its neighbours since 1983.',
    ],
    [
      'Our community kitchen cooks for anyone who is hungry, three evenings a week.',
      'After-school classes fill the upper floor; health talks follow Friday prayers.',
      'A women’s circle, a walking group and a homework club meet here.',
    ],
    [
      'Please plan around the prayer times, which move through the year.',
      'Modest dress and shoes off in the carpeted rooms; scarves can be borrowed.',
      'Men and women are welcome; tell us if you need separate seating.',
    ],
  ],
  hours: [
    {
      week: { '1-4': '10:00-22:00', '5': '09:00-12:00 15:00-22:30', '6-7': '10:00-22:00' },
      note: 'Prayer times move through the year; not free from 12:30 to 14:30 on Fridays',
    },
    { week: { '1-7': '05:00-23:30' } },
  ],
  tenure: lent,
};

export const mandir: House = {
  key: 'mandir',
  count: 6,
  kind: 'hindu_temple',
  near: ['Colliers Wood', 'Tooting', 'Mitcham', 'New Malden', 'Raynes Park'],
  character: {
    ...converted,
    vegetarian: 1,
    languages: ['Tamil and Sinhala', 'Gujarati and Hindi', 'Tamil, Telugu and English', 'Nepali and Hindi'],
  },
  rooms: [
    [
      {
        name: 'Kalyana mandapam',
        use: 'hall',
        rows: [120, 260],
        about: 'The wedding hall: stage, green room and a serving line for three hundred.',
      },
      { name: 'Prayer hall', use: 'worship', rows: [80, 140] },
      { name: 'Saturday school', use: 'room', rows: [24, 40], floor: 1 },
    ],
    [
      { name: 'Bhajan hall', use: 'worship', rows: [50, 90] },
      { name: 'Dining room', use: 'cafe', rows: [30, 70] },
    ],
  ],
  names: [
    ['Arulmigu Kumaran Kovil', { ta: 'அருள்மிகு குமரன் கோவில்' }],
    ['Shree Ambika Mandir', { gu: 'શ્રી અંબિકા મંદિર', hi: 'श्री अंबिका मंदिर' }],
    ['Sri Selva Vinayagar Aalayam', { ta: 'ஸ்ரீ செல்வ விநாயகர் ஆலயம்' }],
    ['Shri Radha Govind Satsang Hall', { hi: 'श्री राधा गोविंद सत्संग भवन' }],
    ['Tamil Saiva Sangam Hall', { ta: 'தமிழ் சைவ சங்கம்' }],
    ['Nepali Pashupati Samaj House', { ne: 'नेपाली पशुपति समाज' }],
  ],
  about: [
    [
      'A temple in a former furniture showroom, bright and always smelling of camphor.',
      'A quiet temple behind a plain front door.',
    ],
    [
      'Bharatanatyam classes, a Saturday Tamil school and a pensioners’ lunch.',
      'Blood donors, dance students and half the cricket league know the hall.',
    ],
    [
      'Strictly vegetarian; leather belongings stay in the foyer.',
      'Festival weeks are full: ask us for the calendar.',
    ],
  ],
  hours: [
    { week: { '1-7': '08:00-12:00 17:30-21:00' } },
    { week: { '1-5': '17:00-22:00', '6-7': '08:00-22:00' } },
  ],
  tenure: lent,
};

export const gurdwara: House = {
  ...mandir,
  key: 'gurdwara',
  count: 2,
  kind: 'gurdwara',
  near: ['Norbury', 'Southfields'],
  character: { ...converted, vegetarian: 1, languages: ['Punjabi and Hindi'] },
  rooms: [
    [
      {
        name: 'Langar hall',
        use: 'cafe',
        rows: [70, 140],
        about: 'Everyone sits together and everyone is fed.',
      },
      { name: 'Darbar', use: 'worship', rows: [90, 160], floor: 1 },
      { name: 'Library', use: 'meeting', rows: [10, 18], floor: 1 },
    ],
  ],
  names: [
    ['Gurdwara Nanak Niwas', { pa: 'ਗੁਰਦੁਆਰਾ ਨਾਨਕ ਨਿਵਾਸ' }],
    ['Gurdwara Sri Guru Ram Das Sangat', { pa: 'ਗੁਰਦੁਆਰਾ ਸ੍ਰੀ ਗੁਰੂ ਰਾਮ ਦਾਸ ਸੰਗਤ' }],
  ],
  about: [
    ['A gurdwara in a converted Edwardian institute.'],
    ['Langar is served every day; the carers’ group eats with us on Tuesdays.'],
    ['Heads covered and shoes off; no tobacco or alcohol on the site.'],
  ],
};

export const quietHouse: House = {
  key: 'quiet_house',
  count: 7,
  kind: 'place_of_worship',
  character: {
    ...converted,
    prayer: 0,
    entrance: { level: 3, ramp: 3, side: 2, steps: 2 },
    garden: 0.8,
    kitchen: { warming: 3, tea: 4 },
  },
  rooms: [
    [
      {
        name: 'Meeting room',
        use: 'worship',
        rows: [40, 80],
        about: 'A circle of benches, clear glass, a clock.',
      },
      { name: 'Garden room', use: 'room', rows: [16, 28] },
      { name: 'Garden', use: 'outdoor', rows: [30, 50] },
    ],
    [
      { name: 'Meditation hall', use: 'studio', rows: [30, 60] },
      { name: 'Library', use: 'meeting', rows: [8, 12], floor: 1 },
    ],
  ],
  names: [
    'Friends’ House on the {street} corner',
    'The Unitarian Meeting, {street}',
    'Spiritualist Church of the Lamp',
    'Brahma Lotus Reflection Centre',
    ['Theravada Meditation House, {place}', { si: 'භාවනා මධ්‍යස්ථානය', en: 'Meditation centre' }],
    ['Thanh Tịnh Buddhist House', { vi: 'Niệm Phật Đường Thanh Tịnh' }],
    'Interfaith Rooms, {street}',
  ],
  about: [
    [
      'A plain, light house for quiet people of any faith or none.',
      'A Victorian villa with a big garden and creaking floors.',
    ],
    [
      'Carers’ groups, peace groups and a chamber choir meet here.',
      'Popular for mediation and hard conversations: the rooms are calm.',
    ],
    ['Please leave the room as you would wish to find it.', 'Phones off in the meeting room.'],
  ],
  hours: [{ week: { '1-5': '10:00-21:00', '7': '09:30-13:00' } }, { note: 'By appointment' }],
  tenure: lent,
};
