import assert from 'node:assert/strict';
import { choose, fill, holds, isName, isWhole, matches } from '../../server/import/template.ts';

describe('templates of mappings', () => {
  const values = { number: '12', street: 'High Street', town: '', kind: 'christian_anglican' };

  it('fill columns in, and come out empty when all of their columns are', () => {
    assert.equal(fill('{number} {street}', values), '12 High Street');
    assert.equal(fill('{town}', values), '');
    assert.equal(fill('Town: {town}', values), '');
    assert.equal(fill('{street}, {town}', values), 'High Street');
    assert.equal(fill('{town} {street}', values), 'High Street');
    assert.equal(fill('{missing}/{number}', values), '/12');
    assert.equal(fill('GB', values), 'GB');
    assert.ok(isWhole('{number}/{street}', values));
    assert.ok(!isWhole('{number}/{town}', values));
  });

  it('match whole values, whatever the case, with * for any letters', () => {
    assert.ok(matches('christian*', 'Christian_anglican'));
    assert.ok(!matches('christian', 'christian_anglican'));
    assert.ok(matches('a.b (c)', 'A.B (C)'));
    assert.ok(!matches('a.b', 'axb'));
  });

  it('choose by value, then by whole words, then the default', () => {
    const choice = { from: '{kind}', values: { 'christian*': 'church' }, words: { hall: 'hall' } };
    assert.deepEqual(choose(choice, values), { chosen: 'church' });
    assert.deepEqual(choose(choice, { kind: 'The Village-Hall' }), { chosen: 'hall' });
    assert.deepEqual(choose(choice, { kind: 'Challenge' }), { unknown: 'Challenge' });
    assert.deepEqual(choose({ ...choice, default: 'other' }, {}), { chosen: 'other' });
    assert.ok(holds({ '{kind}': ['muslim*', 'christian*'] }, values));
    assert.ok(!holds({ '{kind}': ['christian*'], '{number}': ['13'] }, values));
    assert.ok(holds(undefined, values));
  });

  it('know what is not a name', () => {
    for (const text of [
      '',
      '-',
      '--',
      '?',
      '.',
      'Unknown',
      'UNKNOWN',
      'n/a',
      'N/A',
      ' none ',
      'Not known',
      '79 81',
      '12A',
      '7 b',
      'tbc',
    ])
      assert.ok(!isName(text), text);
    for (const text of ['St Anne', 'Nona', '香港教堂', 'مسجد', 'Unknown Soldier Hall', 'O', '180 Studios'])
      assert.ok(isName(text), text);
  });
});
