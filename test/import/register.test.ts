/** What an import may and may not do to the register. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { saveVenue } from '../../server/venues/repository.ts';
import { freshDatabase } from '../support/database.ts';
import { fact, holder } from '../support/factories.ts';
import { desk, header } from './made.ts';
import { figures, runImport } from './real.ts';

const { folder, write, mapping } = desk('register');

describe('import into the register', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });
  const venueOf = async (source: string, record: string) => {
    const found = await db('source_record').where({ source_id: source, record_id: record }).first();
    assert.ok(found);
    return { record: found, venue: await db('venue').where({ id: found.venue_id }).first() };
  };

  it('never replaces what a community has said, and keeps its own word beside it', async () => {
    const map = mapping('wins');
    await runImport(db, 'csv', write('wins1.csv', `${header}1,Old Hall,-0.16,51.42,Yes,No\n`), '--map', map);
    const { venue } = await venueOf('wins', '1');
    const untouched = fact('accessible_toilet', 'no', { method: 'imported', observedOn: '2025-01-01' });
    await saveVenue(db, holder, venue.id, { name: 'Our Hall', facts: [fact('lift', 'no'), untouched] });
    const { report, text } = await runImport(
      db,
      'csv',
      write('wins2.csv', `${header}1,New Hall,-0.16,51.43,Yes,Yes\n`),
      '--map',
      map,
    );
    assert.equal(report.updated, 1);
    assert.equal(report.suggestions, 2);
    assert.match(text, /2 statements kept as suggestions/);
    const after = await venueOf('wins', '1');
    assert.equal(after.venue.name, 'Our Hall');
    assert.equal(after.venue.lat, 51.43);
    const facts = await db('fact').where({ venue_id: venue.id }).orderBy('key');
    assert.deepEqual(
      facts.map((each) => [each.key, each.answer, each.stated_by]),
      [
        ['accessible_toilet', 'yes', 'import'],
        ['lift', 'no', 'holder'],
      ],
    );
    const kept = await db('suggestion').where({ venue_id: venue.id }).orderBy('path').pluck('path');
    assert.deepEqual(kept, ['/facts/lift', '/name']);
  });

  it('leaves a withdrawn listing withdrawn', async () => {
    const map = mapping('withdrawn');
    await runImport(db, 'csv', write('w1.csv', `${header}1,The Hall,-0.16,51.42,,\n`), '--map', map);
    const { venue } = await venueOf('withdrawn', '1');
    await saveVenue(db, holder, venue.id, { status: 'withdrawn' });
    await runImport(db, 'csv', write('w2.csv', `${header}1,The Great Hall,-0.16,51.42,,\n`), '--map', map);
    const after = await venueOf('withdrawn', '1');
    assert.equal(after.venue.status, 'withdrawn');
    assert.equal(after.venue.name, 'The Great Hall');
  });

  it('adds to a listing that has the same building, instead of listing it twice', async () => {
    const location = { lon: -0.16, lat: 51.42, precision: 'exact' as const };
    const { id } = await saveVenue(db, holder, undefined, {
      name: 'Our Own Church',
      kind: 'church',
      status: 'published',
      location,
      identifiers: [{ scheme: 'osm', value: 'way/77' }],
    });
    const map = mapping('same', { identifiers: [{ scheme: 'osm', value: '{id}' }] });
    const file = write('same.csv', `${header}way/77,Church,-0.16,51.42,,Yes\nway/78,Chapel,-0.16,51.42,,\n`);
    const { report } = await runImport(db, 'csv', file, '--map', map);
    assert.deepEqual([report.created, report.updated], [1, 1]);
    const { venue } = await venueOf('same', 'way/77');
    assert.equal(venue.id, id);
    assert.equal(venue.name, 'Our Own Church');
  });

  it('knows a record under the other ids of its source, at the same place only', async () => {
    const map = mapping('alias', { sameAs: [{ value: 'way/{id}' }, { value: 'area/{id}' }] });
    const plain = mapping('alias', { recordId: 'way/{id}' });
    await runImport(
      db,
      'csv',
      write('a1.csv', `${header}1,One,-0.16,51.42,,\n2,Two,-0.2,51.42,,\n`),
      '--map',
      plain,
    );
    const again = write('a2.csv', `${header}1,One,-0.1601,51.42,,\n2,Two,8.1,48.42,,\n`);
    mapping('alias', { sameAs: [{ value: 'way/{id}' }, { value: 'area/{id}' }] });
    const { report } = await runImport(db, 'csv', again, '--map', map);
    assert.deepEqual([report.created, report.updated], [1, 1]);
    assert.equal((await venueOf('alias', '1')).venue.id, (await venueOf('alias', 'way/1')).venue.id);
    assert.notEqual((await venueOf('alias', '2')).venue.id, (await venueOf('alias', 'way/2')).venue.id);
  });

  it('marks what has vanished from its own scope, and what has come back', async () => {
    const map = mapping('scoped');
    const whole = write(
      's1.csv',
      `${header}1,One,-0.16,51.42,,\n2,Two,-0.16,51.43,,\n3,Three,-0.16,51.44,,\n`,
    );
    const part = write('s2.csv', `${header}1,One,-0.16,51.42,,\n`);
    const unnamed = write('s3.csv', `${header}1,One,-0.16,51.42,,\n2,,-0.16,51.43,,\n`);
    await runImport(db, 'csv', whole, '--map', map);
    assert.equal((await runImport(db, 'csv', part, '--map', map, '--scope', 'a part')).report.vanished, 0);
    // A record that has lost its name is still there.
    const dry = await runImport(db, 'csv', unnamed, '--map', map, '--dry-run');
    assert.equal(dry.report.vanished, 1);
    assert.match(dry.text, /would be marked/);
    assert.equal((await venueOf('scoped', '3')).record.vanished_on, null);
    assert.equal((await runImport(db, 'csv', unnamed, '--map', map)).report.vanished, 1);
    assert.notEqual((await venueOf('scoped', '3')).record.vanished_on, null);
    assert.equal((await venueOf('scoped', '2')).record.vanished_on, null);
    assert.equal((await runImport(db, 'csv', whole, '--map', map)).report.vanished, 0);
    assert.equal((await venueOf('scoped', '3')).record.vanished_on, null);
    const empty = write('s4.csv', header);
    assert.equal((await runImport(db, 'csv', empty, '--map', map)).report.vanished, 0);
  });

  it('reports every bad row with its number and why, loses none, and takes the good ones', async () => {
    const map = mapping('bad', { identifiers: [{ scheme: 'uprn', value: '{lift}' }], facts: {} });
    const file = write(
      'bad.csv',
      [
        'id,name,lon,lat,lift,toilet',
        '1,Good Hall,-0.16,51.42,100,',
        '2,Unknown,-0.16,51.42,,',
        '3,No Place,,,,',
        '4,"Far, away",528353,173836,,',
        '5,Too,few',
        '6,Same Number,-0.16,51.42,100,',
        '1,Good Hall,-0.16,51.42,100,',
        '1,Another Hall,-0.16,51.42,,',
        '7,Also Good,-0.16,51.42,,',
        `8,A\u0000B,-0.16,51.42,,`,
        '9,Last Hall,-0.16,51.42,,',
      ].join('\n'),
    );
    const rejects = join(folder, 'rejects.csv');
    const { report, text } = await runImport(
      db,
      'csv',
      file,
      '--map',
      map,
      '--rejects',
      rejects,
      '--batch',
      '4',
    );
    assert.deepEqual(figures(report), {
      read: 11,
      created: 3,
      updated: 0,
      unchanged: 0,
      grouped: 0,
      skipped: 2,
      rejected: 6,
    });
    for (const part of [
      /no name: “Unknown” is not one \(row 3\)/,
      /no place \(row 4\)/,
      /its place is not in degrees.* \(row 5\)/,
      /it has 3 values for 6 columns \(row 6\)/,
      /row 2 has the same uprn \(100\): it may be the same building, listed twice \(row 7\)/,
      /it repeats an earlier row \(row 8\)/,
      /it has the record id of row 2 \(1\) and says otherwise \(row 9\)/,
      /letters that are not UTF-8, or that no text holds.* \(row 11\)/,
    ])
      assert.match(text, part);
    const kept = readFileSync(rejects, 'utf8').trim().split('\n');
    assert.equal(kept[0], 'id,name,lon,lat,lift,toilet,import_row,import_reason');
    assert.equal(kept.length, 1 + 8);
    assert.ok(kept.includes('3,No Place,,,,,4,no place'));
    assert.equal(kept.filter((line) => line.startsWith('4,"Far, away",528353')).length, 1);
  });

  it('changes nothing in a dry run, and tells the same figures', async () => {
    const map = mapping('dry');
    const file = write(
      'dry.csv',
      `${header}1,One,-0.16,51.42,Yes,\n2,,-0.16,51.43,,\n3,Three,-0.16,51.44,,\n`,
    );
    const tables = ['venue', 'source', 'source_record', 'source_sighting', 'import_run', 'change'];
    const counts = async () => Promise.all(tables.map(async (table) => (await db(table).count())[0]?.count));
    const before = await counts();
    const dry = await runImport(db, 'csv', file, '--map', map, '--dry-run', '--batch', '1');
    assert.deepEqual(await counts(), before);
    assert.match(dry.text, /2 would be created/);
    assert.match(dry.text, /nothing has been changed/);
    const real = await runImport(db, 'csv', file, '--map', map);
    assert.deepEqual(figures(real.report), figures(dry.report));
    const source = await db('source').where({ id: 'dry' }).first();
    assert.deepEqual([source.name, source.licence, source.attribution], ['Halls of dry', 'CC0-1.0', 'Us']);
  });

  it('goes by rows of one site: one venue with spaces of different names', async () => {
    const map = mapping('sites', {
      recordId: '{site}',
      group: { by: '{site}', space: { name: ['{lift}', '{lift} ({toilet})'] } },
      facts: {},
    });
    const file = write(
      'sites.csv',
      'site,name,lon,lat,lift,toilet\n1,Park,-0.16,51.42,Hall,a\n2,Club,-0.1,51.42,Bar,\n1,Park,-0.16,51.42,Hall,b\n1,Park,-0.16,51.42,Hall,b\n',
    );
    const { report } = await runImport(db, 'csv', file, '--map', map);
    assert.deepEqual([report.read, report.created, report.grouped], [4, 2, 2]);
    const { venue } = await venueOf('sites', '1');
    const names = await db('space').where({ venue_id: venue.id }).orderBy('position').pluck('name');
    assert.deepEqual(names, ['Hall', 'Hall (b)', 'Hall (b) 2']);
  });
});
