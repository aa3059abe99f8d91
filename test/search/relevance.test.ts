/** What people type, and what they should see first; asked of the demo. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { greatCircle } from '../../server/database/geometry.ts';
import type { VenueItem, VenueList } from '../../server/venues/schema.ts';
import { buildApp } from '../support/app.ts';
import { demoDatabase } from '../support/demo.ts';

type Check = (list: VenueList) => void;

const names = (list: VenueList) => list.items.map((item) => item.name);

/** One of the first `among` results has this name. */
const finds =
  (name: RegExp, among = 1): Check =>
  (list) =>
    assert.ok(
      names(list)
        .slice(0, among)
        .some((each) => name.test(each)),
      `${name} among ${names(list).slice(0, 8).join(' · ')}`,
    );

/** There are results, and the first `among` of them all pass. */
const first =
  (among: number, test: (item: VenueItem) => boolean): Check =>
  (list) => {
    assert.ok(list.items.length > 0, 'nothing was found');
    const wrong = list.items.slice(0, among).filter((item) => !test(item));
    assert.deepEqual(
      wrong.map((item) => `${item.name} (${item.kind})`),
      [],
    );
  };

const kind = (...kinds: string[]) => first(3, (item) => kinds.includes(item.kind));
const nothing: Check = (list) => assert.deepEqual(names(list), []);

/** The words were read as these filters, and nothing else was read. */
const reads =
  (...filters: string[]): Check =>
  (list) =>
    assert.deepEqual(
      (list.understood ?? [])
        .map(({ parameter, value }) => (parameter === 'near' ? 'near' : `${parameter}=${value}`))
        .sort(),
      filters.sort(),
    );

const has = (...keys: string[]) =>
  first(20, (item) => keys.every((key) => [...item.access, ...item.amenities].includes(key)));
const within = (lon: number, lat: number, metres: number) =>
  first(20, ({ location }) => greatCircle(lon, lat, location.lon ?? 0, location.lat ?? 0) <= metres);
const holds = (people: number) => first(20, (item) => (item.capacity ?? 0) >= people);

const table: [string, ...Check[]][] = [
  // Names, whole and in part, in any order and any case
  ['the assembly on mitcham road', finds(/Assembly on Mitcham Road/)],
  ['ASSEMBLY MITCHAM', finds(/Assembly on Mitcham Road/)],
  ['coronet tabernacle', finds(/Coronet Tabernacle/)],
  ['quaker rooms', finds(/Quaker Rooms/)],
  ['lending and listening library', finds(/Lending and Listening/)],
  ['bandstand', finds(/Bandstand on Garratt Green/)],
  ['brewery yard arts', finds(/Brewery Yard/)],
  ['calico house', finds(/Calico House/)],
  ['arch 251', finds(/Arch 251/)],
  ['rowing club', finds(/Rowing Club/)],
  ['windmill domino', finds(/Windmill Elders/)],
  ['wandle vihara', finds(/Wandle Meditation Vihara/)],
  ['sewing house', finds(/Sewing House/)],
  ['plough and stars', finds(/Plough and Stars/)],
  ['our lady of the hawthorn', finds(/Our Lady of the Hawthorn/)],
  ['carriageworks tenants', finds(/Carriageworks/)],
  // Prefixes
  ['assem', finds(/Assembly/, 3)],
  ['coron', finds(/Coronet/, 3)],
  ['gurdw', kind('gurdwara')],
  ['syna', kind('synagogue')],
  // Apostrophes, abbreviations and accents
  ["St Anselm's", finds(/St Anselm’s/)],
  ['st anselms', finds(/St Anselm’s/)],
  ['St. Anselm’s', finds(/St Anselm’s/)],
  ['saint anselm', finds(/St Anselm’s/)],
  ['bishops garden', finds(/Bishop’s Garden/)],
  ['zurawiem', finds(/Dom Polski/)],
  ['DOM POLSKI', finds(/Dom Polski/)],
  ['casa do povo de sao joao', finds(/São João/)],
  ['ecole du samedi leopold', finds(/École du Samedi/)],
  ['eglise source de vie', finds(/Église Source de Vie/)],
  // Other names and other scripts
  ['polish house', finds(/Dom Polski/)],
  ['ਗੁਰਦੁਆਰਾ ਸਾਂਝੀਵਾਲਤਾ', finds(/Sanjhivalta/)],
  ['مسجد التعاون', finds(/Ta’awun/)],
  ['은혜로교회', finds(/Eunhyero/)],
  ['ቅድስት ልደታ', finds(/Kidist Lideta/)],
  ['முத்துமாரி', finds(/முத்துமாரி/)],
  ['pomegranate', finds(/Etz Rimon/)],
  // Typos
  ['corronet tabernakle', finds(/Coronet Tabernacle/)],
  ['quakker rooms', finds(/Quaker/)],
  ['bandstnad', finds(/Bandstand/)],
  ['brewary yard', finds(/Brewery Yard/)],
  ['asembly on mitchum road', finds(/Assembly on Mitcham Road/)],
  ['gurdwara sanjivalta', finds(/Sanjhivalta/)],
  ['synagoge', kind('synagogue')],
  ['lybrary', kind('library')],
  ['totting chuch hall', first(3, (item) => ['church', 'church_hall'].includes(item.kind))],
  ['mosqe', kind('mosque')],
  // Words that mean the same
  ['masjid', kind('mosque')],
  ['mosque', kind('mosque')],
  ['mandir', kind('hindu_temple')],
  ['kovil', kind('hindu_temple')],
  ['shul', kind('synagogue')],
  ['gurudwara', kind('gurdwara')],
  ['sikh temple', kind('gurdwara')],
  ['scouts', kind('scout_hut')],
  ['scout hall', kind('scout_hut')],
  ['residents hall', kind('tenants_hall')],
  ['church halls', kind('church_hall', 'church')],
  ['libraries', kind('library')],
  ['community center', kind('community_centre')],
  // Drafts and withdrawn listings are not there
  ['"toad hall"', nothing],
  ['copse hill convalescent', nothing],
  // Needs and facilities become filters that are shown
  ['hearing loop', reads('access=hearing_loop'), has('hearing_loop')],
  ['loop', reads('access=hearing_loop'), has('hearing_loop')],
  ['disabled toilet', reads('access=accessible_toilet'), has('accessible_toilet')],
  [
    'accessible toilets and baby change',
    reads('access=accessible_toilet', 'access=baby_change'),
    has('accessible_toilet', 'baby_change'),
  ],
  ['wheelchair accessible', reads('access=step_free_entrance'), has('step_free_entrance')],
  ['kitchen and wifi', reads('amenity=kitchen', 'amenity=wifi'), has('kitchen', 'wifi')],
  ['halal kitchen', reads('amenity=halal_kitchen'), has('halal_kitchen')],
  [
    'room for 40 with kitchen near SW17 8',
    reads('people=40', 'amenity=kitchen', 'near'),
    has('kitchen'),
    holds(40),
    within(-0.162, 51.428, 2500),
  ],
  ['mosque with car park', reads('amenity=parking'), kind('mosque'), has('parking')],
  ['church hall near balham', reads('near'), kind('church_hall', 'church'), within(-0.152, 51.4435, 5500)],
  ['tooting church hall', reads('near'), kind('church_hall', 'church'), within(-0.166, 51.427, 5500)],
  ['60 people theatre style in Streatham', reads('people=60', 'layout=theatre', 'near'), holds(60)],
  ['quiet room for 8', reads('access=quiet_space', 'people=8'), has('quiet_space')],
  ['"kitchen"', reads()],
];

describe('relevance', () => {
  let request: ReturnType<typeof supertest>;

  before(async () => {
    const { db } = await demoDatabase();
    request = supertest(buildApp(db).express);
  });

  for (const [q, ...checks] of table) {
    it(q, async () => {
      const { body, status } = await request.get('/api/v1/venues').query({ q });
      assert.equal(status, 200);
      for (const check of checks) check(body);
    });
  }

  it('suggests while typing, with typos', async () => {
    const labels = async (q: string) => {
      const { body } = await request.get('/api/v1/suggest').query({ q });
      return body.items.map((item: { label: string }) => item.label).join(' | ');
    };
    assert.match(await labels('toot'), /Tooting/);
    assert.match(await labels('sw17'), /SW17/);
    assert.match(await labels('coron'), /Coronet/);
    assert.match(await labels('corronet'), /Coronet/);
    assert.match(await labels('strethm'), /Streatham/);
    assert.equal(await labels('x'), '');
  });

  it('does not make nonsense of everything: unknown words find nothing', async () => {
    const { body } = await request.get('/api/v1/venues').query({ q: 'xylophonist quarterly' });
    assert.equal(body.total.value, 0);
  });
});
