import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportFault } from '../../server/import/fault.ts';
import type { Mapping } from '../../server/import/mapping.ts';
import {
  checkColumns,
  readMapping,
  readPlacesMapping,
  recognisePlaces,
} from '../../server/import/mapping-file.ts';
import { soundVenue } from '../../server/import/sound.ts';
import { mapper } from '../../server/import/venue.ts';

const source = { id: 'test', name: 'Test', licence: 'CC0-1.0', attribution: 'Us' };
const base: Mapping = {
  source,
  recordId: '{id}',
  name: '{name}',
  kind: 'community_hall',
  location: { lon: '{lon}', lat: '{lat}' },
};
const values = { id: '1', name: 'The Hall', lon: '-0.16', lat: '51.42' };
const row = (more: Record<string, string> = {}) => ({
  number: 2,
  label: '2',
  values: { ...values, ...more },
});
const map = (mapping: Partial<Mapping>, more: Record<string, string> = {}) => {
  const result = mapper({ ...base, ...mapping })(row(more));
  assert.ok('mapped' in result, JSON.stringify(result));
  return result.mapped;
};
const refused = (mapping: Partial<Mapping>, more: Record<string, string> = {}) =>
  mapper({ ...base, ...mapping })(row(more));

describe('mapping files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moothall-mapping-'));
  const write = (name: string, value: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
    return path;
  };

  it('that are shipped are all sound', () => {
    const names = readdirSync('mappings').filter((name) => name.endsWith('.json'));
    assert.ok(names.length >= 9);
    for (const name of names) readMapping(name);
    for (const name of readdirSync('mappings/places')) readPlacesMapping(name);
  });

  it('say every fault with its place', () => {
    const { name: _name, ...rest } = base;
    const path = write('bad.json', {
      ...rest,
      kind: 'castle',
      facts: { lifft: { from: '{x}' } },
      colour: 'red',
    });
    assert.throws(
      () => readMapping(path),
      (error: Error) =>
        error instanceof ImportFault &&
        /name is missing/.test(error.message) &&
        /colour is not known here/.test(error.message) &&
        /kind must be one of church, mosque/.test(error.message) &&
        /facts/.test(error.message),
    );
    assert.throws(() => readMapping(write('torn.json', '{"a":')), /is not JSON/);
    assert.throws(() => readMapping('no-such-mapping'), /There is no mapping no-such-mapping.*trafford/s);
  });

  it('may build on another', () => {
    const below = write('below.json', base);
    const above = write('above.json', { extends: 'below.json', scope: 'part' });
    assert.deepEqual(readMapping(above), { ...readMapping(below), scope: 'part' });
  });

  it('must not speak of columns that the file lacks', () => {
    checkColumns(base, ['id', 'name', 'lon', 'lat', 'more']);
    assert.throws(
      () => checkColumns(base, ['id', 'name', 'lng', 'lat']),
      /speaks of \{lon\}.*id, name, lng, lat/,
    );
  });

  it('of places are recognised by their columns', () => {
    assert.equal(recognisePlaces(['postcode', 'lat', 'lon', 'easting']).kind, 'postcode');
    assert.equal(recognisePlaces(['outcode', 'lat', 'lon', 'postcodes']).kind, 'outcode');
    assert.equal(recognisePlaces(['name', 'area', 'kind', 'lat', 'lon']).source.id, 'os-open-names');
    assert.throws(() => recognisePlaces(['a', 'b']), /not those of a gazetteer/);
  });
});

describe('rows into venues', () => {
  it('take name, place and kind, and leave out what is not said', () => {
    assert.deepEqual(map({}).venue, {
      name: 'The Hall',
      kind: 'community_hall',
      location: { lon: -0.16, lat: 51.42, precision: 'exact' },
    });
  });

  it('are skipped without a name, and rejected without an id, a place or a kind', () => {
    assert.deepEqual(refused({}, { name: '' }), { recordId: '1', skipped: 'no name' });
    assert.deepEqual(refused({}, { name: 'N/A' }), { recordId: '1', skipped: 'no name: “N/A” is not one' });
    assert.equal(map({ name: ['{name}', '{other}'] }, { name: '-', other: 'Annexe' }).venue.name, 'Annexe');
    assert.deepEqual(refused({}, { id: '' }), { recordId: '', rejected: 'no record id' });
    assert.deepEqual(refused({}, { lat: '' }), { recordId: '1', rejected: 'no place' });
    assert.match(JSON.stringify(refused({}, { lat: 'north' })), /“-0.16, north” is not two numbers/);
    const kind = { from: '{sort}', values: { hall: 'community_hall' } };
    assert.match(
      JSON.stringify(refused({ kind }, { sort: 'barn' })),
      /its kind “barn” is not in the mapping/,
    );
    const skip = [{ when: { '{name}': ['mobile *'] }, reason: 'not a building' }];
    assert.deepEqual(refused({ skip }, { name: 'Mobile Van' }), { recordId: '1', skipped: 'not a building' });
  });

  it('keep contacts private unless they are said to be public', () => {
    const contacts = [
      { kind: 'phone' as const, value: '{phone}' },
      { kind: 'website' as const, value: '{web}', public: true },
      { kind: 'website' as const, value: '{web2}', public: true },
    ];
    const { venue } = map(
      { contacts },
      { phone: '020 7946 0000', web: 'https://a.org', web2: 'https://a.org' },
    );
    assert.deepEqual(venue.contacts, [
      { kind: 'phone', value: '020 7946 0000' },
      { kind: 'website', value: 'https://a.org', public: true },
    ]);
  });

  it('state facts with their day, and never take unknown for no', () => {
    const mapping: Partial<Mapping> = {
      observedOn: { from: '{seen}', default: '2020-01-01' },
      facts: {
        lift: { from: '{lift}', note: '{about}' },
        ramp_typo: null,
        door_clear_width: { from: '{door}' },
        hearing_loop: { from: '{loop}', values: { J: 'yes', N: 'no', '?': null } },
      },
    };
    const { venue, remarks } = map(mapping, {
      lift: 'Yes',
      about: 'to the hall',
      door: '90 cm',
      loop: '?',
      seen: '2024-02-29',
    });
    const evidence = { method: 'imported', observedOn: '2024-02-29' };
    assert.deepEqual(venue.facts, [
      { key: 'lift', value: 'yes', note: 'to the hall', ...evidence },
      { key: 'door_clear_width', value: 90, ...evidence },
    ]);
    assert.deepEqual(remarks, []);
    const odd = map(mapping, { lift: 'Maybe', door: 'wide', loop: 'N', seen: '2024-02-30' });
    assert.deepEqual(odd.venue.facts, [
      { key: 'hearing_loop', value: 'no', method: 'imported', observedOn: '2020-01-01' },
    ]);
    assert.equal(odd.remarks.length, 2);
    assert.match(String(odd.remarks[0]), /“Lift” is “Maybe”/);
  });

  it('read OSM tags by the vocabulary', () => {
    const mapping: Partial<Mapping> = { osmTags: true, observedOn: '2020-01-01', kind: { osmTags: true } };
    const { venue, remarks } = map(mapping, {
      amenity: 'place_of_worship',
      religion: 'sikh',
      wheelchair: 'limited',
      'wheelchair:description': 'one step',
      'toilets:wheelchair': 'yes',
      hearing_loop: 'perhaps',
      internet_access: 'wlan',
      'capacity:disabled': 'yes',
      step_count: '3',
    });
    assert.equal(venue.kind, 'gurdwara');
    assert.deepEqual(remarks, [
      '“capacity:disabled” is “yes”, which the vocabulary does not know: left out',
      '“hearing_loop” is “perhaps”, which the vocabulary does not know: left out',
    ]);
    assert.deepEqual(
      venue.facts?.map(({ key, value, note }) => [key, value, note]),
      [
        ['step_free_entrance', 'partial', 'one step'],
        ['entrance_steps', 3, undefined],
        ['accessible_toilet', 'yes', undefined],
        ['wifi', 'yes', undefined],
      ],
    );
  });

  it('do not guess a time zone outside Britain', () => {
    const openingHours = { osm: '{hours}' };
    assert.deepEqual(map({ openingHours }, { hours: 'Mo 10:00-12:00' }).venue.openingHours, {
      osm: 'Mo 10:00-12:00',
      timezone: 'Europe/London',
    });
    const porto = map({ openingHours }, { hours: 'Mo 10:00-12:00', lon: '-8.6', lat: '41.1' });
    assert.equal(porto.venue.openingHours, undefined);
    assert.match(String(porto.remarks[0]), /--timezone/);
    const zoneAt = (lon: string, lat: string) =>
      map({ openingHours }, { hours: 'Mo 10:00-12:00', lon, lat }).venue.openingHours?.timezone;
    // Dieppe, Boulogne; Eastbourne, Hastings, Dover.
    for (const [lon, lat] of [
      ['1.08', '49.92'],
      ['1.61', '50.73'],
    ] as const)
      assert.equal(zoneAt(lon, lat), undefined);
    for (const [lon, lat] of [
      ['0.28', '50.77'],
      ['0.57', '50.85'],
      ['1.31', '51.13'],
    ] as const)
      assert.equal(zoneAt(lon, lat), 'Europe/London');
  });
});

describe('venues that are partly unsound', () => {
  const venue = () => map({}).venue;

  it('lose only the part at fault, with a remark', () => {
    const given = {
      ...venue(),
      names: { cy: 'Y Neuadd', fr: 'x'.repeat(161) },
      address: { street: 'High Street', country: 'Britain' },
      contacts: [
        { kind: 'website' as const, value: 'y'.repeat(301) },
        { kind: 'phone' as const, value: '1' },
      ],
      openingHours: { osm: 'whenever', timezone: 'Europe/London' },
      facts: [{ key: 'lift', value: 'yes' as const, method: 'imported' as const, observedOn: '2999-01-01' }],
    };
    const sound = soundVenue(given, '2026-01-01');
    assert.ok('remarks' in sound);
    assert.equal(sound.remarks.length, 5, sound.remarks.join('\n'));
    assert.deepEqual(given, {
      ...venue(),
      names: { cy: 'Y Neuadd' },
      address: { street: 'High Street' },
      contacts: [{ kind: 'phone', value: '1' }],
      facts: [],
    });
  });

  it('are rejected when the name or the place is at fault', () => {
    assert.match(
      JSON.stringify(soundVenue({ ...venue(), name: 'z'.repeat(161) })),
      /name: is longer than 160/,
    );
    const at = (lon: number, lat: number) =>
      soundVenue({ ...venue(), location: { lon, lat, precision: 'exact' } });
    assert.match(JSON.stringify(at(528353, 173836)), /not in degrees/);
    assert.match(JSON.stringify(at(0, 0)), /0, 0, where nothing is/);
  });
});
