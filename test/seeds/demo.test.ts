import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { type DemoVenue, demoOrganisations, demoPlaces, demoVenues } from '../../seeds/demo.ts';
import { NewVenue } from '../../server/venues/schema.ts';
import { findFact } from '../../server/vocabulary.ts';

const today = '2026-03-14';
const demo = demoVenues(today);
const venues = demo.map(({ venue }) => venue);
const spaces = venues.flatMap((venue) => venue.spaces ?? []);
const venueFacts = venues.flatMap((venue) => venue.facts ?? []);
const spaceFacts = spaces.flatMap((space) => space.facts ?? []);
const allFacts = [...venueFacts, ...spaceFacts];
const yearsAgo = (day: string) => (Date.parse(today) - Date.parse(day)) / (365.25 * 24 * 3600 * 1000);
const share = (part: number, whole: number) => part / whole;
const count = <T>(list: readonly T[], test: (item: T) => boolean) => list.filter(test).length;
/** Ajv takes an id for one schema only, and the register's schemas are used in several places. */
const withoutIds = (schema: object): object =>
  JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === '$id' ? undefined : value)));
const saidOf = (facts: typeof allFacts, key: string) => facts.find((fact) => fact.key === key)?.value;

describe('the demo venues', () => {
  it('are what the register takes', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const valid = ajv.compile(withoutIds(NewVenue));
    for (const venue of venues) assert.ok(valid(venue), `${venue.name}: ${ajv.errorsText(valid.errors)}`);
  });

  it('agree to regular services here and there, and one does not', () => {
    const said = venues.flatMap(({ services }) => services ?? []);
    const agreed = said.filter(({ consent }) => consent === 'agreed');
    assert.ok(agreed.length >= 40 && agreed.length <= venues.length / 2, String(agreed.length));
    assert.ok(agreed.some(({ sessionsPerWeek }) => sessionsPerWeek === undefined));
    assert.ok(agreed.some(({ sessionsPerWeek }) => sessionsPerWeek !== undefined));
    assert.equal(
      count(said, ({ consent }) => consent === 'declined'),
      1,
    );
  });

  it('are many, and have many spaces', () => {
    assert.ok(venues.length >= 320, String(venues.length));
    assert.ok(spaces.length >= 720, String(spaces.length));
  });

  it('are the same every time for the same day', () => {
    assert.deepEqual(demoVenues(today), demo);
  });

  it('keep the age of their facts whenever the demo is started', () => {
    const later = demoVenues('2031-07-01').flatMap(({ venue }) => venue.facts ?? []);
    const age =
      (Date.parse('2031-07-01') - Date.parse(later[0]?.observedOn ?? '')) / (365.25 * 24 * 3600 * 1000);
    assert.ok(Math.abs(age - yearsAgo(venueFacts[0]?.observedOn ?? '')) < 0.01);
  });

  it('are not told apart by name alone, but always by name and street', () => {
    const named = venues.map(({ name, address }) => `${name} on ${address?.street}`);
    assert.equal(new Set(named).size, named.length);
    assert.ok(new Set(venues.map(({ name }) => name)).size < venues.length, 'some share a name');
  });

  it('name streets, never house numbers', () => {
    for (const { address } of venues) assert.doesNotMatch(address?.street ?? '', /^\d/);
  });

  it('are of many kinds', () => {
    const kinds = new Set(venues.map(({ kind }) => kind));
    assert.ok(kinds.size >= 20, [...kinds].join());
  });

  it('are named in many scripts', () => {
    const names = venues.flatMap(({ name, names = {} }) => [name, ...Object.values(names)]).join(' ');
    for (const script of ['Gurmukhi', 'Tamil', 'Arabic', 'Hangul', 'Devanagari', 'Ethiopic', 'Bengali'])
      assert.match(names, new RegExp(`\\p{Script=${script}}`, 'u'), script);
    assert.match(names, /[łńśżźćęą]/);
    const own = venues.map(({ name }) => name).join(' ');
    for (const script of ['Gurmukhi', 'Tamil', 'Arabic', 'Hangul'])
      assert.match(own, new RegExp(`\\p{Script=${script}}`, 'u'), script);
  });

  it('lie in south-west London', () => {
    for (const { name, location } of venues) {
      assert.ok(location.lon > -0.31 && location.lon < -0.1, name);
      assert.ok(location.lat > 51.385 && location.lat < 51.49, name);
      for (const degrees of [location.lon, location.lat])
        assert.ok(String(degrees).replace(/^.*\./, '').length <= 5, name);
    }
  });

  it('have a postcode of the area, near the outcode it begins with', () => {
    const centres = new Map(demoPlaces.map((place) => [place.name, place]));
    for (const { name, address, location } of venues) {
      const postcode = address?.postcode ?? '';
      assert.match(postcode, /^(SW([24589]|1[1-9]|20)|CR4|KT[123]) \d[ABD-HJLNP-UW-Z]{2}$/, name);
      const centre = centres.get(postcode.slice(0, -2));
      assert.ok(centre, `${postcode} is in the gazetteer`);
      const away = Math.hypot((centre.lon - location.lon) * 69_400, (centre.lat - location.lat) * 111_200);
      assert.ok(away < 1900, `${name}, ${postcode}: ${Math.round(away)} m`);
    }
  });

  it('are mostly published, and a few are not', () => {
    assert.ok(count(venues, ({ status }) => status === 'draft') >= 4);
    assert.ok(count(venues, ({ status }) => status === 'withdrawn') >= 3);
    assert.ok(
      share(
        count(venues, ({ status }) => status === 'published'),
        venues.length,
      ) > 0.95,
    );
  });

  it('hide some places and blur others', () => {
    const hidden = count(venues, ({ location }) => location.precision === 'hidden');
    const blurred = count(venues, ({ location }) => location.precision === 'approximate');
    assert.ok(hidden >= 2 && hidden <= 4, String(hidden));
    assert.ok(share(blurred, venues.length) > 0.05 && share(blurred, venues.length) < 0.11, String(blurred));
  });

  it('are held by an organisation that exists', () => {
    const slugs = new Set(demoOrganisations.map(({ slug }) => slug));
    assert.equal(slugs.size, demoOrganisations.length);
    for (const { holder, venue } of demo) assert.ok(slugs.has(holder), `${holder} holds ${venue.name}`);
    const holding = new Set(demo.map(({ holder }) => holder));
    for (const { slug, kind } of demoOrganisations)
      assert.equal(holding.has(slug), kind === 'community', slug);
  });

  it('keep people to themselves', () => {
    const contacts = venues.flatMap((venue) => venue.contacts ?? []);
    for (const { kind, value } of contacts) {
      if (kind === 'phone') assert.match(value, /^020 7946 0\d{3}$/);
      else assert.match(value, /example\.org$/);
    }
    assert.ok(
      share(
        count(contacts, (contact) => contact.public === true),
        contacts.length,
      ) < 0.4,
    );
    assert.ok(!contacts.some((contact) => contact.kind === 'phone' && contact.public), 'no public telephone');
  });
});

describe('the facts of the demo', () => {
  it('stand where the vocabulary says they may', () => {
    for (const { key } of venueFacts) assert.notEqual(findFact(key)?.scope, 'space', key);
    for (const { key } of spaceFacts) assert.notEqual(findFact(key)?.scope, 'venue', key);
    for (const { key, value } of allFacts)
      assert.equal(typeof value === 'number', findFact(key)?.value === 'number', `${key}: ${value}`);
  });

  it('are stated once', () => {
    for (const { name, facts = [], spaces: rooms = [] } of venues)
      for (const stated of [facts, ...rooms.map((room) => room.facts ?? [])])
        assert.equal(new Set(stated.map(({ key }) => key)).size, stated.length, name);
  });

  it('were never observed after today', () => {
    for (const { observedOn } of allFacts) assert.ok(observedOn <= today);
  });

  it('are fresh, ageing and old, by every method, and often absent', () => {
    const ages = allFacts.map(({ observedOn }) => yearsAgo(observedOn));
    assert.ok(count(ages, (age) => age < 0.5) > 500);
    assert.ok(count(ages, (age) => age >= 3) > 300);
    for (const method of ['visited', 'told', 'imported'])
      assert.ok(count(allFacts, (fact) => fact.method === method) > 100, method);
    const few = count(venues, ({ facts = [] }) => facts.length <= 4);
    const rich = count(venues, ({ facts = [] }) => facts.length >= 18);
    assert.ok(share(few, venues.length) > 0.2, `${few} sparse`);
    assert.ok(share(rich, venues.length) > 0.2 && share(rich, venues.length) < 0.45, `${rich} rich`);
    assert.ok(count(allFacts, ({ value, note }) => value === 'partial' && note !== undefined) > 100);
  });

  it('do not contradict each other', () => {
    for (const { name, facts = [], spaces: rooms = [] } of venues) {
      const steps = saidOf(facts, 'entrance_steps');
      if (saidOf(facts, 'step_free_entrance') === 'yes') assert.ok(steps === undefined || steps === 0, name);
      if (saidOf(facts, 'step_free_entrance') === 'no') assert.notEqual(steps, 0, name);
      if (saidOf(facts, 'lift') === 'yes') assert.ok(rooms.length > 0, name);
      if (saidOf(facts, 'lift_depth') !== undefined) assert.notEqual(saidOf(facts, 'lift'), 'no', name);
      if (saidOf(facts, 'full_kitchen') === 'yes') assert.notEqual(saidOf(facts, 'kitchen'), 'no', name);
      if (saidOf(facts, 'parking') === 'no') assert.ok(!saidOf(facts, 'parking_spaces'), name);
      if (saidOf(facts, 'accessible_toilet') === 'no')
        assert.notEqual(saidOf(facts, 'changing_places'), 'yes', name);
    }
    for (const { name, kind, facts = [] } of venues)
      if (kind === 'scout_hut') assert.equal(saidOf(facts, 'lift'), undefined, name);
  });
});

describe('the spaces of the demo', () => {
  const rooms = (test: (venue: DemoVenue['venue']) => void) => venues.forEach(test);

  it('have a name of their own in their venue', () => {
    rooms(({ name, spaces: list = [] }) => {
      assert.ok(list.length > 0, name);
      assert.equal(new Set(list.map((space) => space.name)).size, list.length, name);
    });
  });

  it('never hold more in comfort than the law allows', () => {
    for (const { name, capacities = [] } of spaces) {
      assert.equal(new Set(capacities.map(({ layout }) => layout)).size, capacities.length, name);
      for (const { comfortable, legalMaximum = comfortable } of capacities)
        assert.ok(legalMaximum >= comfortable, name);
    }
  });

  it('seat more in rows than at round tables, and more there than at one', () => {
    for (const { name, capacities = [] } of spaces) {
      const of = (layout: string) => capacities.find((capacity) => capacity.layout === layout)?.comfortable;
      const [theatre = Number.POSITIVE_INFINITY, cabaret, boardroom] = [
        'theatre',
        'cabaret',
        'boardroom',
      ].map(of);
      if (cabaret) assert.ok(theatre > cabaret, name);
      if (boardroom) assert.ok(theatre >= boardroom && (cabaret ?? boardroom) >= boardroom, name);
    }
  });

  it('are joined from spaces beside them', () => {
    let joined = 0;
    rooms(({ name, spaces: list = [] }) => {
      for (const { joins = [], name: own } of list) {
        if (joins.length > 0) joined += 1;
        for (const each of joins) {
          assert.notEqual(each, own, name);
          assert.ok(
            list.some((space) => space.name === each),
            `${name}: ${each}`,
          );
        }
      }
    });
    assert.ok(joined >= 8, String(joined));
  });

  it('are indoors and outdoors, by day and past midnight', () => {
    assert.ok(count(spaces, ({ setting }) => setting === 'outdoor') >= 20);
    const weeks = venues.map((venue) => venue.openingHours?.weekly ?? []);
    assert.ok(count(weeks, (week) => week.some(({ closes }) => closes > '24:00')) >= 10, 'past midnight');
    assert.ok(
      count(weeks, (week) => new Set(week.map(({ weekday }) => weekday)).size < week.length) >= 10,
      'split days',
    );
    assert.ok(count(venues, (venue) => venue.openingHours?.osm !== undefined) >= 3);
    for (const { opens, closes } of weeks.flat()) assert.ok(closes > opens);
  });
});
