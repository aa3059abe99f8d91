/** Venues that several data sets, or several rows of one, speak of: none takes away what another said. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { saveVenue } from '../../server/venues/repository.ts';
import { loadRecords } from '../../server/venues/rows.ts';
import { freshDatabase } from '../support/database.ts';
import { holder } from '../support/factories.ts';
import { desk } from './made.ts';
import { figures, runImport } from './real.ts';

const { write, mapping } = desk('several');
const columns = 'id,uprn,name,lon,lat,web,tel,street,lift,hours\n';
const full = {
  identifiers: [{ scheme: 'uprn', value: '{uprn}' }],
  contacts: [
    { kind: 'website', value: '{web}', public: true },
    { kind: 'phone', value: '{tel}' },
  ],
  address: { street: '{street}' },
  facts: { lift: { from: '{lift}' } },
  openingHours: { osm: '{hours}' },
};

describe('venues that several speak of', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });
  const take = (name: string, rows: string[], map: string, ...more: string[]) =>
    runImport(db, 'csv', write(`${name}.csv`, columns + rows.join('\n')), '--map', map, ...more);
  const idOf = async (source: string, record: string): Promise<number> =>
    (await db('source_record').where({ source_id: source, record_id: record }).first()).venue_id;
  const venueOf = async (source: string, record: string) => {
    const [venue] = await loadRecords(db, [await idOf(source, record)]);
    assert.ok(venue);
    return venue;
  };
  const suggested = (venueId: number) =>
    db('suggestion').where({ venue_id: venueId }).orderBy('path').pluck('path');

  it('keep what one data set said when another has nothing, or something else, to say', async () => {
    const rich = 'way/1,77,The Hall,-0.16,51.42,https://hall.example,,1 High Street,Yes,Mo 10:00-12:00';
    const map = mapping('map', {
      ...full,
      identifiers: [...full.identifiers, { scheme: 'osm', value: '{id}' }],
    });
    await take('map1', [rich], map);
    const council = mapping('council', { ...full, observedOn: '2020-01-01' });
    const poor = 'A,77,Hall (Council),-0.16,51.42,,020 7946 0000,,No,';
    const { report } = await take('council1', [poor], council);
    assert.deepEqual([report.updated, report.suggestions], [1, 2]);
    const check = async () => {
      const venue = await venueOf('map', 'way/1');
      assert.equal(venue.name, 'The Hall');
      assert.deepEqual(venue.contacts.map(({ kind }) => kind).sort(), ['phone', 'website']);
      assert.deepEqual(
        venue.identifiers.map(({ scheme }) => scheme),
        ['osm', 'uprn'],
      );
      assert.equal(venue.address.street, '1 High Street');
      assert.ok(venue.openingHours);
      // The map looked in 2025, the council in 2020.
      assert.deepEqual(
        venue.facts.map(({ value, source }) => [value, source]),
        [['yes', 'map']],
      );
      assert.deepEqual(await suggested(venue.id), ['/facts/lift', '/name']);
    };
    await check();
    // The first data set goes on leading: its new words count, and what it leaves out stays.
    await take('map2', [rich.replace('https://hall.example', '').replace('1 High', '2 High')], map);
    const venue = await venueOf('map', 'way/1');
    assert.equal(venue.address.street, '2 High Street');
    assert.equal(venue.contacts.length, 2);
    await take('map3', [rich], map);
    await take('council2', [poor.replace('020', '021')], council);
    assert.equal(
      (await venueOf('map', 'way/1')).contacts.find(({ kind }) => kind === 'phone')?.value,
      '020 7946 0000',
    );
  });

  it('keep the facts of an earlier import when a later one cannot date its own', async () => {
    const undated = mapping('undated', { ...full, observedOn: undefined });
    const row = '1,,The Hall,-0.16,51.42,,,,Yes,';
    await take('undated', [row], undated, '--observed-on', '2024-05-01');
    const { text } = await take('undated', [row], undated);
    assert.match(text, /say --observed-on/);
    assert.deepEqual(
      (await venueOf('undated', '1')).facts.map(({ key }) => key),
      ['lift'],
    );
  });

  it('lose opening hours that their source has taken out, unless somebody else stands behind them', async () => {
    const map = mapping('hours', full);
    const row = (id: number, hours: string) => `${id},,Hall ${id},-0.16,51.42,,,,,${hours}`;
    await take('hours1', [row(1, 'Mo 10:00-12:00'), row(2, 'Mo 10:00-12:00'), row(3, 'Mo 10:00-12:00')], map);
    await saveVenue(db, holder, await idOf('hours', '2'), { openingHours: { osm: 'Tu 10:00-12:00' } });
    const { report } = await take('hours2', [row(1, ''), row(2, ''), row(3, 'whenever')], map);
    assert.deepEqual([report.updated, report.suggestions], [1, 0]);
    assert.equal((await venueOf('hours', '1')).openingHours, undefined);
    assert.equal((await venueOf('hours', '2')).openingHours?.weekly[0]?.weekday, 2);
    // Hours that cannot be read are no sign that there are none.
    assert.ok((await venueOf('hours', '3')).openingHours);
  });

  it('are the same venue whichever of their rows comes first, or is gone', async () => {
    const map = mapping('rows', { ...full, group: { by: '{name}' } });
    const [a, b, c] = [17, 42, 43].map((id) => `${id},,The Hall,-0.16,51.42,,,,,`) as [
      string,
      string,
      string,
    ];
    const first = await take('rows1', [a, b, c], map);
    assert.deepEqual(figures(first.report), {
      read: 3,
      created: 1,
      updated: 0,
      unchanged: 0,
      grouped: 2,
      skipped: 0,
      rejected: 0,
    });
    const id = await idOf('rows', '17');
    for (const rows of [[b, a, c], [b, c], [c], [a, b, c]]) {
      const { report, text } = await take('rows2', rows, map);
      assert.deepEqual([report.created, report.vanished], [0, 0], text);
    }
    assert.deepEqual(
      await db('source_record').where({ source_id: 'rows' }).distinct('venue_id').pluck('venue_id'),
      [id],
    );
    // Two that part are two venues, and stay so.
    const parted = [b.replace('The Hall', 'The Annexe'), a, c];
    assert.equal((await take('rows3', parted, map)).report.created, 1);
    const again = await take('rows3', parted, map);
    assert.deepEqual([again.report.unchanged, again.report.updated], [2, 0]);
    assert.notEqual(await idOf('rows', '42'), await idOf('rows', '17'));
  });

  it('take from later rows what the first one lacks, with a remark where they disagree', async () => {
    const map = mapping('fill', { ...full, group: { by: '{street}' } });
    const rows = [
      '1,,Park Hall,0,0,,,Park,,',
      '2,5,Park Hall,-0.16,51.42,https://a.example,,Park,Yes,',
      '3,6,Park Hall,-0.1601,51.42,https://b.example,020 7946 0000,Park,,Mo 10:00-12:00',
      '4,,Park Hall,-0.5,51.42,,,Park,,',
    ];
    const { report, text } = await take('fill', rows, map);
    assert.deepEqual([report.created, report.grouped, report.rejected], [1, 1, 2], text);
    assert.match(text, /its place is 0, 0.* \(row 2\)/);
    assert.match(text, /more than 500 m from row 3, with which it should be one venue \(row 5\)/);
    assert.match(text, /disagree on contacts/);
    assert.match(text, /disagree on identifiers/);
    const venue = await venueOf('fill', '2');
    assert.deepEqual(
      venue.contacts.map(({ value }) => value),
      ['https://a.example', '020 7946 0000'],
    );
    assert.ok(venue.openingHours);
    assert.equal(venue.facts.length, 1);
  });

  it('clash in a dry run as they would in earnest, however far apart their rows are', async () => {
    const map = mapping('clash', full);
    const rows = Array.from(
      { length: 5 },
      (_, n) => `${n},${n === 4 ? 900 : 900 + n},Hall ${n},-0.16,51.42,,,,,`,
    );
    const dry = await take('clash', rows, map, '--dry-run', '--batch', '1');
    const real = await take('clash', rows, map, '--batch', '1');
    assert.deepEqual([dry.report.created, dry.report.rejected], [4, 1]);
    assert.deepEqual(figures(dry.report), figures(real.report));
  });
});
