import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Place, placeCandidates, readSentence } from '../../server/search/sentence.ts';
import { fold } from '../../server/search/words.ts';

const place = (name: string, kind: string, radius: number, lon = -0.16, lat = 51.43): [string, Place] => [
  fold(name),
  { name, kind, lon, lat, radius },
];
const places = new Map([
  place('SW17 8', 'postcode_sector', 1500),
  place('SW17', 'outcode', 3000),
  place('SW17 8BS', 'postcode', 1000),
  place('Tooting', 'suburb', 2000),
  place('Tooting Bec', 'station', 1500),
  place('Balham', 'suburb', 2000),
  place('London', 'city', 15000),
  place('Temple', 'station', 1500),
  place('Church', 'village', 4000),
  place('Stage', 'village', 4000),
  place('Earl’s Court', 'suburb', 2000),
  place('Stoke-on-Trent', 'city', 15000),
  place('Elephant and Castle', 'suburb', 2000),
  place('The Oval', 'station', 1500),
  place('Plaistow', 'suburb', 2000),
]);

/** The filters as one line, such as `people=40 amenity=kitchen near=SW17 8/1500`. */
function line(q: string): string {
  const { filters, rest, understood } = readSentence(q, places);
  const { near, radius, ...others } = filters;
  const parts = Object.entries(others).map(([name, value]) => `${name}=${[value].flat().join(',')}`);
  const label = understood.find(({ parameter }) => parameter === 'near')?.label ?? '';
  if (near) parts.push(`near=${label.replace(/^(Near|Within .* of) /, '')}/${radius}`);
  return `${parts.join(' ')} | ${rest}`.trim();
}

const sentences: [q: string, read: string][] = [
  ['room for 40 with kitchen near SW17 8', 'people=40 amenity=kitchen near=SW17 8/1500 |'],
  // Who is coming
  ['hall for wheelchair users', 'profile=wheelchair | hall'],
  ['room for 30 people in wheelchairs', 'people=30 profile=wheelchair |'],
  ['wheelchair accessible hall', 'access=step_free_entrance | hall'],
  ['wheelchair spaces', 'access=wheelchair_spaces |'],
  ['hard of hearing group in Tooting', 'profile=hard_of_hearing near=Tooting/2000 | group'],
  ['blind or partially sighted', 'profile=blind |'],
  ['hall with blinds', '| hall with blinds'],
  ['quiet room for autistic adults', 'access=quiet_space profile=autistic_quiet |'],
  ['Autistic Society', '| Autistic Society'],
  ['hall for 20 with a pushchair', 'people=20 profile=buggy | hall'],
  ['Buggy Park Hall', '| Buggy Park Hall'],
  ['not for wheelchair users', '| not for wheelchair users'],
  // How many people
  ['for 40', 'people=40 |'],
  ['40 people', 'people=40 |'],
  ['forty people', 'people=40 |'],
  ['hall for forty five', 'people=45 | hall'],
  ['a hundred and twenty people', 'people=120 |'],
  ['room for a dozen', 'people=12 |'],
  ['two dozen chairs', 'people=24 |'],
  ['60 seated', 'people=60 layout=theatre |'],
  ['80 standing', 'people=80 layout=standing |'],
  ['40+', 'people=40 |'],
  ['40+ people', 'people=40 |'],
  ['capacity 100', 'people=100 |'],
  ['capacity of at least 100', 'people=100 |'],
  ['up to 30', 'people=30 |'],
  ['8 of us', 'people=8 |'],
  ['group of 12', 'people=12 |'],
  ['hall for 40-50 people', 'people=50 | hall'],
  ['hall for 40 to 50', 'people=50 | hall'],
  ['30 older people in Tooting', 'people=30 near=Tooting/2000 |'],
  ['for 1,000 people', 'people=1000 |'],
  ['around 40 people', 'people=40 |'],
  ['holds 200', 'people=200 |'],
  ['no more than 40 people', 'people=40 |'],
  ['people: 50', 'people=50 |'],
  ['2 rooms for 20', 'people=20 |'],
  // Not people
  ['60+ club', '| 60+ club'],
  ['aged 60+', '| aged 60+'],
  ['over 60s', '| over 60s'],
  ['over 60s lunch club', 'amenity=eating_together | over 60s'],
  ['under 5s playgroup', '| under 5s playgroup'],
  ['for over 60s', '| for over 60s'],
  ['12 Balham High Road', '| 12 Balham High Road'],
  ['for 12 Balham High Road', '| for 12 Balham High Road'],
  ['40 church lane', '| 40 church lane'],
  ['founded 1975', '| founded 1975'],
  ['elections for 2026', '| elections for 2026'],
  ['for 2 hours', '| for 2 hours'],
  ['1st Tooting Scouts', '| 1st Tooting Scouts'],
  ['hall for £40', '| hall for £40'],
  ['room 12', '| room 12'],
  ['12 step meeting', '| 12 step meeting'],
  ['up to 30 minutes', '| up to 30 minutes'],
  ['for 0 people', '| for 0 people'],
  ['for 999999 people', '| for 999999 people'],
  // Layouts
  ['theatre style for 100', 'layout=theatre people=100 |'],
  ['100 theatre', 'people=100 layout=theatre |'],
  ['theatre in Balham', 'near=Balham/2000 | theatre'],
  ['hall for dancing', 'layout=dancing | hall'],
  ['boardroom for 12', 'layout=boardroom people=12 |'],
  ['u-shape layout', 'layout=u_shape |'],
  ['yoga in Balham', 'layout=dancing near=Balham/2000 |'],
  ['training room near Tooting', 'layout=classroom near=Tooting/2000 |'],
  // Access and amenities
  ['church with kitchen and stage', 'amenity=kitchen,stage | church'],
  ['step-free hall with disabled toilets', 'access=step_free_entrance,accessible_toilet | hall'],
  ['step free station', 'access=step_free_station_distance |'],
  [
    'a quiet room for 8 next to a step-free station',
    'access=quiet_space,step_free_station_distance people=8 |',
  ],
  ['hall near a bus stop in Tooting', 'access=bus_stop_near near=Tooting/2000 | hall'],
  ['chapel close to Blue Badge parking', 'access=blue_badge_bays | chapel'],
  ['no steps', 'access=step_free_entrance |'],
  [
    'wheelchair accessible hall, hearing loop, wifi',
    'access=step_free_entrance,hearing_loop amenity=wifi | hall',
  ],
  ['Wi-Fi & projector', 'amenity=wifi,projector |'],
  ['CRÈCHE', 'amenity=creche |'],
  ['car park', 'amenity=parking |'],
  ['blue badge parking', 'access=blue_badge_bays |'],
  ['somewhere that has a piano', 'amenity=piano |'],
  ['hall with 10 tables', 'amenity=tables | hall'],
  ['kitchen with kitchen', 'amenity=kitchen |'],
  ['chapel in Tooting', 'near=Tooting/2000 | chapel'],
  ['quiet room', 'access=quiet_space |'],
  ['Garden Hall', '| Garden Hall'],
  ['hall with garden', 'amenity=outdoor_space | hall'],
  ['Platform One', '| Platform One'],
  // What is not wanted
  ['hall no alcohol', '| hall no alcohol'],
  ['hall without kitchen', '| hall without kitchen'],
  ['hall without a stage or kitchen near Balham', 'near=Balham/2000 | hall without a stage or kitchen'],
  ['no stage, with kitchen', 'amenity=kitchen | no stage'],
  ['hall not near London', '| hall not near London'],
  ['not in Tooting', '| not in Tooting'],
  ['no, 40 people', 'people=40 | no'],
  // When
  ['tuesday evening', 'openAt=tue-19:00 |'],
  ['tue 7pm', 'openAt=tue-19:00 |'],
  ['tuesday evening at 8', 'openAt=tue-20:00 |'],
  ['tuesday morning at 7', 'openAt=tue-07:00 |'],
  ['saturday morning', 'openAt=sat-10:00 |'],
  ['hall on sunday at 2.30pm', 'openAt=sun-14:30 | hall'],
  ['sunday at 2:30', 'openAt=sun-14:30 |'],
  ['at 7 pm on Tuesdays', 'openAt=tue-19:00 |'],
  ['fri 19:30', 'openAt=fri-19:30 |'],
  ['wed 6-9pm', 'openAt=wed-18:00 |'],
  ['wed 10 to 2pm', 'openAt=wed-10:00 |'],
  ['thursday evening from 7pm to 9pm', 'openAt=thu-19:00 |'],
  ['wed 13:00-15:00', 'openAt=wed-13:00 |'],
  ['Mondays 6.30pm - 7.30pm, Balham', 'openAt=mon-18:30 near=Balham/2000 |'],
  ['monday 12pm', 'openAt=mon-12:00 |'],
  ['monday 12am', 'openAt=mon-00:00 |'],
  ['weekday evenings', '| weekday evenings'],
  ['tonight', '| tonight'],
  ['tuesday', '| tuesday'],
  ['sunday school', '| sunday school'],
  ['sat 25pm', '| sat 25pm'],
  // Postcodes
  ['SW17', 'near=SW17/3000 |'],
  ['sw17 8bs hall', 'near=SW17 8BS/1000 | hall'],
  ['hall SW178BS', 'near=SW17 8BS/1000 | hall'],
  ['hall sw17 8zz', 'near=SW17 8/1500 | hall'],
  ['SW17 8 people', 'people=8 near=SW17/3000 |'],
  ['hall SW99 1AA', '| hall SW99 1AA'],
  ['Tooting SW17 8 hall', 'near=SW17 8/1500 | hall'],
  // Places
  ['rooms to hire in Tooting', 'near=Tooting/2000 |'],
  ['tooting', 'near=Tooting/2000 |'],
  ['tooting church hall', 'near=Tooting/2000 | church hall'],
  ['church hall, Tooting, London', 'near=Tooting/2000 | church hall'],
  ['church hall tooting for 40', 'people=40 near=Tooting/2000 | church hall'],
  ['halls close to Tooting Bec station', 'near=Tooting Bec/1500 | halls'],
  ['near Earls Court', 'near=Earl’s Court/2000 |'],
  ['hall by stoke-on-trent', 'near=Stoke-on-Trent/15000 | hall'],
  ['hall in Elephant and Castle', 'near=Elephant and Castle/2000 | hall'],
  ['elephant and castle hall', 'near=Elephant and Castle/2000 | hall'],
  ['near the Oval', 'near=The Oval/1500 |'],
  ['Balham Baptist Church', '| Balham Baptist Church'],
  ['Tooting Temple of Light', '| Tooting Temple of Light'],
  ['London Road hall', '| London Road hall'],
  ['hall near London Road', '| hall near London Road'],
  ['Balham High Road', '| Balham High Road'],
  ['temple', '| temple'],
  ['temple in Balham', 'near=Balham/2000 | temple'],
  ['hall near Temple', 'near=Temple/1500 | hall'],
  ['church', '| church'],
  ['stage in Tooting', 'amenity=stage near=Tooting/2000 |'],
  ['hall near me', '| hall'],
  ['near me for 40', 'people=40 |'],
  ['within 10 minutes walk of Tooting', 'near=Tooting/800 |'],
  ['hall 10 minute walk from Tooting Bec', 'near=Tooting Bec/800 | hall'],
  ['within 2 miles of Balham', 'near=Balham/3219 |'],
  ['half a mile from SW17', 'near=SW17/805 |'],
  ['500m from SW17 8', 'near=SW17 8/500 |'],
  ['1.5 km from Balham', 'near=Balham/1500 |'],
  ['within walking distance of Balham', 'near=Balham/800 |'],
  ['within 2 miles of me', '|'],
  // Quoted
  ['"room for 40 in Tooting"', '| "room for 40 in Tooting"'],
  ['“Temple of Light” for 40', 'people=40 | “Temple of Light”'],
  ['"for 40 hall', 'people=40 | hall'],
  // Whole sentences
  [
    'I need a room for 40 people with a kitchen, step free, in Tooting on Tuesday evening please',
    'people=40 access=step_free_entrance amenity=kitchen openAt=tue-19:00 near=Tooting/2000 |',
  ],
  [
    'mosque or gurdwara with halal kitchen near balham for 100 standing',
    'amenity=halal_kitchen people=100 layout=standing near=Balham/2000 | mosque or gurdwara',
  ],
  ["St Anselm's hall", "| St Anselm's hall"],
  ['  church   hall ', '| church   hall'],
  ['', '|'],
  ['???', '| ???'],
];
const sorted = (text: string) => {
  const [filters = '', ...rest] = text.split('|');
  return `${
    filters
      .match(/\S+=[^=]*(?=\s\S+=|\s*$)/g)
      ?.sort()
      .join(' ')
      .trim() ?? ''
  } |${rest.join('|')}`;
};

describe('readSentence', () => {
  for (const [q, read] of sentences) it(q || '(nothing)', () => assert.equal(sorted(line(q)), sorted(read)));

  it('says what was understood, and how the question reads without it', () =>
    assert.deepEqual(
      readSentence('Hall for 40 with kitchen, stage and garden near Tooting', places).understood,
      [
        {
          text: 'for 40',
          parameter: 'people',
          value: '40',
          label: '40 people',
          without: 'Hall with kitchen, stage and garden near Tooting',
        },
        {
          text: 'kitchen',
          parameter: 'amenity',
          value: 'kitchen',
          label: 'Kitchen',
          without: 'Hall for 40 with stage and garden near Tooting',
        },
        {
          text: 'stage',
          parameter: 'amenity',
          value: 'stage',
          label: 'Stage',
          without: 'Hall for 40 with kitchen and garden near Tooting',
        },
        {
          text: 'garden',
          parameter: 'amenity',
          value: 'outdoor_space',
          label: 'Outdoor space',
          without: 'Hall for 40 with kitchen, stage near Tooting',
        },
        {
          text: 'near Tooting',
          parameter: 'near',
          value: '-0.16,51.43',
          label: 'Near Tooting',
          place: 'Tooting',
          without: 'Hall for 40 with kitchen, stage and garden',
        },
      ],
    ));
  it('labels times and distances', () =>
    assert.deepEqual(
      readSentence('tue 7pm within 2 miles of Balham', places).understood.map(({ label }) => label),
      ['Open Tuesday at 19:00', 'Within 2 miles of Balham'],
    ));

  const part = {
    kind: fc.constantFrom('hall', 'church hall', 'community centre', 'mosque', 'Balham Baptist Church'),
    people: fc.constantFrom('for 40', 'for up to 60 people', 'for a dozen'),
    facts: fc.uniqueArray(fc.constantFrom('a kitchen', 'stage', 'hearing loop', 'step-free access', 'wifi'), {
      maxLength: 3,
    }),
    near: fc.constantFrom('near SW17 8', 'in Tooting', 'within 2 miles of Balham', 'close to Tooting Bec'),
    time: fc.constantFrom('on Tuesday evening', 'on sat at 2.30pm'),
  };
  const wish = fc
    .record(part, { requiredKeys: ['kind', 'facts'] })
    .chain(({ kind, people, facts, near, time }) =>
      fc
        .shuffledSubarray(
          [
            people,
            facts.length > 0 ? `with ${facts.join(', ').replace(/, ([^,]*)$/, ' and $1')}` : '',
            near,
            time,
          ].filter((each): each is string => Boolean(each)),
        )
        .map((rest) => [kind, ...rest].join(' ')),
    );
  const keysOf = (q: string) =>
    readSentence(q, places).understood.map(({ parameter, value, label }) => `${parameter} ${value} ${label}`);

  it('takes away just the one that is removed', () =>
    fc.assert(
      fc.property(wish, (q) => {
        for (const { parameter, value, label, without } of readSentence(q, places).understood)
          assert.deepEqual(
            keysOf(without),
            keysOf(q).filter((key) => key !== `${parameter} ${value} ${label}`),
            `${q} → ${without}`,
          );
      }),
      { numRuns: 500 },
    ));
  it('finds nothing new in what is left', () =>
    fc.assert(
      fc.property(wish, (q) => {
        const { rest } = readSentence(q, places);
        assert.deepEqual(keysOf(rest), [], `${q} → ${rest}`);
        assert.equal(readSentence(rest, places).rest, rest);
      }),
      { numRuns: 500 },
    ));
  it('reads anything, keeps every word it did not understand, and comes to an end', () => {
    const scrap = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(...sentences.map(([q]) => q)),
      fc.constantFrom(
        'near',
        'in',
        'for',
        '40',
        'no',
        '"',
        ',',
        '-',
        'to',
        'tue',
        '7',
        'within',
        'a',
        'hundred',
        'and',
      ),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
        const q = scraps.join(' ').slice(0, 300);
        assert.ok(placeCandidates(q).length <= 30);
        const { rest, understood } = readSentence(q, places);
        assert.ok(rest.length <= q.length);
        for (const { without } of understood) assert.ok(without.length < q.length);
      }),
      { numRuns: 500 },
    );
    for (const hostile of [
      '"',
      'for ',
      'no ',
      'a ',
      '1 ',
      'one ',
      'hundred and ',
      'near ',
      '7.30',
      '1,000',
      'a-',
      '’',
      'tue at ',
      '1.',
    ])
      for (const tail of ['', '!', 'x']) {
        const q = hostile.repeat(300).slice(0, 299) + tail;
        // A reading that tries every way would outlive the test by ages.
        placeCandidates(q);
        readSentence(q, places);
      }
  });
});

describe('the places that are looked up', () => {
  it('holds every place that a sentence is read to', () => {
    for (const [q] of sentences) {
      const candidates = new Set(placeCandidates(q));
      const looked = new Map([...places].filter(([name]) => candidates.has(name)));
      assert.deepEqual(readSentence(q, looked), readSentence(q, places), q);
    }
  });
});
