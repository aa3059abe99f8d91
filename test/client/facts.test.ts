import assert from 'node:assert/strict';
import { compareGroups } from '../../client/logic/compare.ts';
import {
  ageLabel,
  evidenceSentence,
  factSentence,
  statements,
  unknownAccess,
  unknownText,
} from '../../client/logic/facts.ts';
import { languageOf } from '../../server/pages/languages.ts';
import type { Fact } from '../../server/venues/schema.ts';
import { facts, findFact } from '../../server/vocabulary.ts';
import { fact, venue } from './examples.ts';

const english = languageOf('en');

const say = (changes: Partial<Fact>, space?: string) => {
  const said = fact(changes);
  const entry = findFact(said.key);
  assert.ok(entry);
  return factSentence(english, { fact: said, entry, space });
};

describe('facts as sentences', () => {
  it('says yes, no and partly in whole sentences', () => {
    assert.equal(say({ value: 'yes' }), 'There is a hearing loop.');
    assert.equal(say({ value: 'no' }), 'There is no hearing loop.');
    assert.match(say({ value: 'partial' }), /^Hearing loop: partly\. Ask/);
  });

  it('names the space it is about', () => {
    assert.equal(say({ value: 'yes' }, 'Main hall'), 'Main hall: there is a hearing loop.');
  });

  it('writes none, one and many', () => {
    const steps = (value: number) => say({ key: 'entrance_steps', value });
    assert.equal(steps(0), 'There are no steps at the main entrance.');
    assert.equal(steps(1), 'There is one step at the main entrance.');
    assert.equal(steps(4), 'There are 4 steps at the main entrance.');
  });

  it('says nought as none only where it means none', () => {
    assert.match(say({ key: 'blue_badge_bays', value: 0 }), /no /i);
    for (const key of ['blue_badge_bay_distance', 'step_free_station_distance', 'food_hygiene_rating'])
      assert.match(say({ key, value: 0 }), /\b0\b/, key);
  });

  it('never leaves a gap or a wrong plural, for any entry of the vocabulary', () => {
    for (const { key, value } of facts) {
      for (const each of value === 'number' ? [0, 1, 7] : (['yes', 'no', 'partial'] as const)) {
        const sentence = say({ key, value: each });
        assert.doesNotMatch(sentence, /\{n\}|undefined|are 1 /, `${key} ${each}: ${sentence}`);
        assert.match(sentence, /\.$/);
      }
    }
  });

  it('says who saw it, how and when', () => {
    assert.equal(evidenceSentence(english, fact()), 'Seen on a visit, 12 March 2026, by Amina Begum');
    assert.equal(
      evidenceSentence(english, fact({ method: 'told', observedBy: undefined })),
      'Told to us, 12 March 2026',
    );
    const imported = fact({ method: 'imported', source: 'OpenStreetMap', observedBy: undefined });
    assert.equal(evidenceSentence(english, imported), 'Imported from OpenStreetMap, 12 March 2026');
  });

  it('keeps a name apart from the day after it where reading goes from right to left', () => {
    assert.match(evidenceSentence(languageOf('ar'), fact()), /\u2068Amina Begum\u2069/);
  });

  it('tells age in words', () => {
    const states = (['fresh', 'ageing', 'old'] as const).map((state) => fact({ age: { days: 1, state } }));
    assert.deepEqual(
      states.map((each) => ageLabel(english, each)),
      ['Recent', 'Getting old', 'Old: ask to check'],
    );
    assert.equal(ageLabel(english, fact({ age: { days: 1, state: 'old' } }), 'nobody'), 'Old');
  });
});

describe('what is known of a venue, and what is not', () => {
  it('keeps access and facilities apart, the venue’s own before its spaces’', () => {
    assert.deepEqual(
      statements(venue(), 'access').map(({ entry, space }) => [entry.key, space]),
      [
        ['hearing_loop', undefined],
        ['step_free_route', 'Main hall'],
      ],
    );
    assert.deepEqual(
      statements(venue(), 'amenity').map(({ entry }) => entry.key),
      ['kitchen'],
    );
  });

  it('lists as unknown what nobody has said, and nothing that somebody has', () => {
    const unknown = unknownAccess(venue()).flatMap((topic) => topic.entries.map((entry) => entry.key));
    assert.ok(unknown.includes('accessible_toilet'));
    assert.ok(!unknown.includes('hearing_loop'));
    assert.ok(!unknown.includes('step_free_route'), 'a space’s own statement counts');
  });

  it('names the rooms of which it is not known, where it is known of others', () => {
    const [hall] = venue().spaces;
    assert.ok(hall);
    const two = venue({ spaces: [hall, { ...hall, id: 2, name: 'Side room', facts: [] }] });
    const unknown = unknownAccess(two).flatMap(({ entries }) => entries);
    const route = unknown.find(({ key }) => key === 'step_free_route');
    assert.deepEqual(route?.spaces, ['Side room']);
    assert.match(route ? unknownText(english, route) : '', /\(in Side room\)$/);
  });

  it('compares no room as step-free of which nobody has said so', () => {
    const [hall] = venue().spaces;
    assert.ok(hall);
    const two = venue({ spaces: [hall, { ...hall, id: 2, name: 'Side room', facts: [] }] });
    const groups = compareGroups(english, { venues: [two], open: {}, differences: false });
    const route = groups.flatMap(({ rows }) => rows).find(({ key }) => key === 'step_free_route');
    assert.deepEqual(
      route?.cells[0]?.map(({ text }) => text),
      ['Main hall: Yes', 'Side room: Not known'],
    );
  });

  it('does not ask for the depth of a lift that is not there, nor how far a bay is', () => {
    const none = [fact({ key: 'lift', value: 'no' }), fact({ key: 'blue_badge_bays', value: 0 })];
    const unknown = unknownAccess(venue({ facts: none })).flatMap(({ entries }) => entries);
    for (const key of ['lift_depth', 'blue_badge_bay_distance'])
      assert.ok(!unknown.some((entry) => entry.key === key), key);
  });
});
