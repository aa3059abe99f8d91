/** Every real file is imported whole, twice: the second time changes nothing. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { freshDatabase } from '../support/database.ts';
import { figures, realFile, runImport } from './real.ts';

const nothing = { created: 0, updated: 0, unchanged: 0, grouped: 0, skipped: 0, rejected: 0 };

const files: [path: string, argv: string[], expected: Partial<typeof nothing> & { read: number }][] = [
  [
    'venues/gm_polling_stations.csv',
    ['--map', 'gm-polling-stations'],
    { read: 700, created: 662, grouped: 1, skipped: 37 },
  ],
  [
    'venues/trafford_sports_facilities.geojson',
    ['--map', 'trafford-sports-facilities'],
    { read: 314, created: 171, grouped: 143 },
  ],
  [
    'venues/gm_places_of_worship_RAW.geojson',
    ['--map', 'gm-places-of-worship'],
    { read: 1620, created: 1160, skipped: 460 },
  ],
  [
    'venues/victoria_voting_centres_2018.csv',
    ['--map', 'victoria-voting-centres'],
    { read: 1890, created: 1696, skipped: 194 },
  ],
  [
    'venues/isle_of_man_places_of_worship.csv',
    ['--map', 'isle-of-man-places-of-worship'],
    { read: 97, created: 94, skipped: 3 },
  ],
  ['venues/acceslibre_example.csv', ['--map', 'acceslibre'], { read: 6, created: 6 }],
  [
    'venues/wandsworth_osm_places_of_worship_2020.csv',
    ['--map', 'wandsworth-places-of-worship'],
    { read: 113, created: 106, skipped: 7 },
  ],
  ['osm/london.osm.pbf', [], { read: 67, created: 65, skipped: 2 }],
  ['osm/munchen.osm.pbf', ['--timezone', 'Europe/Berlin'], { read: 97, created: 97 }],
  ['osm/porto.osm.pbf', ['--timezone', 'Europe/Lisbon'], { read: 196, created: 180, skipped: 16 }],
];

const commandOf = (path: string) =>
  path.endsWith('.pbf') ? 'osm' : path.endsWith('.csv') ? 'csv' : 'geojson';

describe('import of real files', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });

  const venues = async () => Number((await db('venue').count())[0]?.count);
  const changes = async () => Number((await db('change').count())[0]?.count);
  const listed = (name: string) => db('venue').where({ name }).first();

  for (const [path, argv, expected] of files) {
    it(`${path}: ${expected.read} rows, and nothing changes the second time`, async function () {
      const file = realFile(this, path);
      const command = [commandOf(path), file, ...argv, '--batch', '500'];
      const first = await runImport(db, ...command);
      assert.deepEqual(figures(first.report), { ...nothing, ...expected }, first.text);
      const before = await changes();
      const second = await runImport(db, ...command);
      assert.deepEqual(
        figures(second.report),
        { ...nothing, ...expected, created: 0, unchanged: expected.created },
        second.text,
      );
      assert.equal(second.report.vanished, 0);
      assert.equal(await changes(), before);
    });
  }

  it('takes one source in two formats as one', async function () {
    const file = realFile(this, 'venues/gm_polling_stations.geojson');
    const before = await venues();
    const { report } = await runImport(db, 'geojson', file, '--map', 'gm-polling-stations', '--batch', '500');
    assert.deepEqual(figures(report), { ...nothing, read: 700, unchanged: 662, grouped: 1, skipped: 37 });
    assert.equal(await venues(), before);
  });

  it('keeps names in other languages, private phones, and the source with its licence', async function () {
    realFile(this, 'venues/isle_of_man_places_of_worship.csv');
    const manx = await db('venue').whereRaw(`names->>'gv' is not null`);
    assert.equal(manx.length, 1);
    assert.equal(manx[0].names.gv, 'Keeill Voir-agglish Noo Carmane');
    const open = await db('contact').where({ public: true }).distinct('kind').pluck('kind');
    assert.deepEqual(open, ['website']);
    assert.ok((await db('contact').where({ kind: 'phone', public: false })).length > 50);
    const osm = await db('source').where({ id: 'osm' }).first();
    assert.equal(osm.licence, 'ODbL-1.0');
    assert.equal(osm.attribution, '© OpenStreetMap contributors');
  });

  it('reads access from tags, from the French schema and from yes and no columns', async function () {
    realFile(this, 'venues/acceslibre_example.csv');
    const factsOf = async (name: string) => {
      const venue = await listed(name);
      const rows = await db('fact').where({ venue_id: venue.id }).orderBy('key');
      return Object.fromEntries(rows.map((row) => [row.key, row.answer ?? row.number]));
    };
    assert.deepEqual(await factsOf('400C Scotta!'), {
      accessible_toilet: 'yes',
      door_clear_width: 120,
      entrance_steps: 1,
      fixed_ramp: 'no',
      parking: 'no',
      portable_ramp: 'no',
      step_free_entrance: 'no',
      step_free_route: 'yes',
    });
    assert.deepEqual(await factsOf('A S E Club'), {
      accessible_toilet: 'no',
      cycle_parking: 'no',
      parking: 'yes',
      parking_spaces: 9,
    });
    const library = await db('fact').where({ source_id: 'osm', key: 'step_free_entrance' });
    assert.ok(library.length > 20);
    assert.ok(
      library.every(
        (row) => row.method === 'imported' && row.stated_by === 'import' && row.observed_on < '2020-08',
      ),
    );
  });

  it('keeps opening hours on the clock of the place', async function () {
    realFile(this, 'osm/munchen.osm.pbf');
    const zones = await db('venue')
      .whereNotNull('timezone')
      .distinct('timezone')
      .orderBy('timezone')
      .pluck('timezone');
    assert.deepEqual(zones, ['Europe/Berlin', 'Europe/Lisbon', 'Europe/London']);
  });

  it('keeps to the box that is asked for, which is a scope of its own', async function () {
    const file = realFile(this, 'osm/porto.osm.pbf');
    const box = ['--bbox', '-8.615,41.14,-8.605,41.15', '--timezone', 'Europe/Lisbon'];
    const { report } = await runImport(db, 'osm', file, ...box);
    assert.ok(report.read > 10 && report.read < 150, String(report.read));
    assert.equal(report.unchanged, report.read - report.skipped);
    assert.equal(report.vanished, 0);
  });

  it('makes spaces of facilities, indoors and out, with names of their own', async function () {
    realFile(this, 'venues/trafford_sports_facilities.geojson');
    const site = await db('venue').whereRaw(`name like 'St Ambrose College%'`).first();
    const spaces = await db('space').where({ venue_id: site.id }).orderBy('position');
    assert.equal(spaces.length, 6);
    assert.equal(new Set(spaces.map(({ name }) => name)).size, 6);
    assert.ok(
      spaces.some(({ setting }) => setting === 'outdoor') &&
        spaces.some(({ setting }) => setting === 'indoor'),
    );
    assert.equal(Number((await db('space').count())[0]?.count), 314);
  });
});

describe('London, 2019 and then 2020', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });

  it('adds, changes and misses what the two years say, and leaves the rest of London alone', async function () {
    const wandsworth = realFile(this, 'venues/wandsworth_osm_places_of_worship_2020.csv');
    const [file2019, file2020] = [2019, 2020].map((year) =>
      realFile(this, `venues/london_osm_places_of_worship_${year}.csv`),
    );
    const map = ['--map', 'london-places-of-worship', '--batch', '500'];
    const first = await runImport(db, 'csv', String(file2019), ...map);
    assert.deepEqual(figures(first.report), { ...nothing, read: 2925, created: 2744, skipped: 181 });

    // One borough of the later year: 106 of its 113 have a name, and nothing outside it has vanished.
    const borough = await runImport(db, 'csv', wandsworth, '--map', 'wandsworth-places-of-worship');
    assert.equal(borough.report.vanished, 0);
    assert.equal(borough.report.skipped, 7);

    const second = await runImport(db, 'csv', String(file2020), ...map);
    const { created, updated, unchanged, skipped, vanished } = second.report;
    assert.equal(skipped, 158);
    assert.equal(created + updated + unchanged, 3023);
    // 548 elements are new, 521 of them with a name; 27 old ones have got their name since.
    assert.equal(created + borough.report.created, 548);
    // 292 are missing; 23 of them never had a name and so were never added.
    assert.equal(vanished, 269);

    const again = await runImport(db, 'csv', String(file2020), ...map);
    assert.deepEqual(figures(again.report), { ...nothing, read: 3181, unchanged: 3023, skipped: 158 });
    assert.equal(again.report.vanished, 0);
    const gone = await db('source_record').whereNotNull('vanished_on');
    assert.equal(gone.length, 269);
    const stillListed = await db('venue')
      .where({ status: 'published' })
      .whereIn(
        'id',
        gone.map((row) => row.venue_id),
      );
    assert.equal(stillListed.length, 269);
  });
});
