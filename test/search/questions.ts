/** Random registers and random questions about them. */
import fc from 'fast-check';
import type { NewFact, NewVenue } from '../../server/venues/schema.ts';
import { accessFacts, amenityFacts, type FactEntry, kinds, layouts } from '../../server/vocabulary.ts';
import type { Question } from './oracle.ts';

const few = <T>(list: readonly T[], most: number) =>
  fc.subarray([...list], { minLength: 0, maxLength: most });
/** Small vocabularies, so that questions and venues meet. */
const access = accessFacts.filter((each) =>
  [
    'step_free_entrance',
    'hearing_loop',
    'accessible_toilet',
    'door_clear_width',
    'entrance_steps',
    'lift',
    'bus_stop_near',
    'step_free_route',
    'quiet_space',
  ].includes(each.key),
);
const amenity = amenityFacts.filter((each) =>
  ['kitchen', 'parking', 'projector', 'chairs', 'halal_kitchen'].includes(each.key),
);
const someKinds = kinds.slice(0, 6).map((each) => each.key);
const someLayouts = layouts.slice(0, 4).map((each) => each.key);

const factOf = (entry: FactEntry): fc.Arbitrary<NewFact> =>
  fc.record({
    key: fc.constant(entry.key),
    value:
      entry.value === 'number'
        ? fc.constantFrom(0, 1, 60, 75, 90)
        : fc.constantFrom<NewFact['value']>('yes', 'yes', 'no', 'partial'),
    method: fc.constant('visited' as const),
    observedOn: fc.constant('2026-01-01'),
  });

const factsFor = (scope: 'venue' | 'space', most: number) =>
  few(
    [...access, ...amenity].filter((entry) => entry.scope === 'both' || entry.scope === scope),
    most,
  ).chain((entries) => fc.tuple(...entries.map(factOf)));

const spaces = fc
  .array(
    fc.record({
      capacities: few(someLayouts, 3).chain((chosen) =>
        fc.tuple(
          ...chosen.map((layout) =>
            fc.record({ layout: fc.constant(layout), comfortable: fc.constantFrom(8, 10, 30, 50, 60, 120) }),
          ),
        ),
      ),
      facts: factsFor('space', 3),
    }),
    { maxLength: 3 },
  )
  .map((list) => list.map((space, index) => ({ ...space, name: `Room ${index + 1}` })));

/** Lon, lat round Tooting; a few of them share a point. */
const lon = fc.integer({ min: 0, max: 400 }).map((step) => -0.25 + step * 0.0005);
const lat = fc.integer({ min: 0, max: 400 }).map((step) => 51.36 + step * 0.0004);

export const venues: fc.Arbitrary<NewVenue> = fc.record({
  name: fc.constantFrom('St Anne’s Hall', 'Balham Mosque', 'Scout hut', 'The Old Library'),
  kind: fc.constantFrom(...someKinds),
  status: fc.constant('published' as const),
  location: fc.record({
    lon,
    lat,
    precision: fc.constantFrom(
      'exact' as const,
      'exact' as const,
      'exact' as const,
      'approximate' as const,
      'hidden' as const,
    ),
  }),
  facts: factsFor('venue', 5),
  spaces,
  openingHours: fc.constantFrom(
    undefined,
    { osm: 'Mo-Fr 09:00-17:00' },
    { osm: 'Fr-Sa 18:00-26:00' },
    { osm: '24/7' },
    { osm: '"by appointment"' },
    { osm: 'Mo-Fr 10:00-16:00; Sa "ask"' },
    { osm: 'Mo-Sa 09:00-12:00; PH off' },
  ),
});

const openAt = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 30))
  .map(([day, hour, minute]) => ({
    text: `${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][day]}-${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    minute: day * 1440 + hour * 60 + minute,
  }));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Edges half a step off the venues' lattice, so that no venue lies on an edge of a box. */
const bbox = fc
  .tuple(
    fc.integer({ min: -2, max: 399 }),
    fc.integer({ min: -2, max: 399 }),
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([x, y, width, height]): [number, number, number, number] => [
    -0.25 + x * 0.0005 + 0.00023,
    51.36 + y * 0.0004 + 0.00017,
    -0.25 + (x + width) * 0.0005 + 0.00023,
    51.36 + (y + height) * 0.0004 + 0.00017,
  ]);

/** Corners round a point by the compass, so that no side meets another; off the lattice, like the boxes. */
const polygon = fc
  .record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 400 }),
    reaches: fc.array(fc.integer({ min: 4, max: 200 }), { minLength: 3, maxLength: 9 }),
  })
  .map(({ x, y, reaches }) =>
    reaches
      .map((reach, index) => {
        const angle = 0.1234 + (2 * Math.PI * index) / reaches.length;
        const lon = -0.25 + x * 0.0005 + reach * 0.0005 * Math.cos(angle);
        const lat = 51.36 + y * 0.0004 + reach * 0.0004 * Math.sin(angle);
        return `${lon.toFixed(7)},${lat.toFixed(7)}`;
      })
      .join(';'),
  );

export const questions: fc.Arbitrary<Question> = fc
  .record({
    bbox: maybe(bbox),
    near: maybe(fc.tuple(lon, lat)),
    radius: maybe(fc.integer({ min: 100, max: 9000 })),
    polygon: maybe(polygon),
    kind: maybe(fc.subarray(someKinds, { minLength: 1, maxLength: 4 })),
    people: maybe(fc.constantFrom(1, 9, 10, 30, 50, 55, 100, 500)),
    layout: maybe(fc.constantFrom(...someLayouts)),
    profile: maybe(fc.subarray(['wheelchair', 'autistic_quiet'], { minLength: 1 })),
    access: maybe(
      fc.subarray(
        access.map((each) => each.key),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    amenity: maybe(
      fc.subarray(
        amenity.map((each) => each.key),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    openAt: maybe(openAt),
  })
  .map((question) => {
    const { radius, ...rest } = question;
    return Object.fromEntries(
      Object.entries(question.near === undefined ? rest : { ...rest, radius }).filter(
        ([, value]) => value !== undefined,
      ),
    );
  });

/** Parameters as nobody should send them. */
export const nonsense: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'q',
        'bbox',
        'near',
        'radius',
        'within',
        'polygon',
        'kind',
        'people',
        'layout',
        'profile',
        'match',
        'access',
        'amenity',
        'openAt',
        'sort',
        'limit',
        'cursor',
        'include',
        'format',
        'colour',
      ),
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom(
          '',
          '0',
          '-1',
          '1e9',
          'NaN',
          '1,2,3,4',
          '-0.1,51.4',
          '-0.2,51.4;-0.1,51.4;-0.1,51.5',
          '0,0,0,0',
          'yes',
          'distance',
          'relevance',
          'tue-19:00',
          'church',
          'wheelchair',
          'possible',
          'relaxed',
          '\u0000',
          '%',
          "'; drop table venue; --",
          'WyJ1cGRhdGVkIiwieCIsMV0',
        ),
        fc.string({ maxLength: 400 }),
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pairs) => new URLSearchParams(pairs).toString());
