/** What may be asked: the filters that every mouth of search takes, and the list's own parameters. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { accessFacts, amenityFacts, type ProfileKey, profiles } from '../vocabulary.ts';
import { Kind, keys, Layout, oneOf, optional, strict } from './schema-words.ts';

const list = <T extends TSchema>(items: T, description: string) =>
  optional(Type.Array(items, { maxItems: 40, uniqueItems: true, description }));

/** The filters that every mouth of search takes: list, map, clusters, facets, CSV, fit. */
export const venueFilters = {
  q: optional(
    Type.String({
      maxLength: 300,
      description:
        'Words, or a sentence such as “room for 40 with kitchen near SW17 8”. "Quoted" words are only searched for',
    }),
  ),
  bbox: optional(
    Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'west,south,east,north in degrees' }),
  ),
  near: optional(Type.Array(Type.Number(), { minItems: 2, maxItems: 2, description: 'lon,lat in degrees' })),
  radius: optional(
    Type.Number({ exclusiveMinimum: 0, maximum: 200000, description: 'Metres around `near`' }),
  ),
  within: list(Type.String({ maxLength: 64 }), 'Area ids (ward, borough …); in any of them'),
  polygon: optional(
    Type.String({
      maxLength: 2000,
      description:
        'An area by its corners, lon,lat;lon,lat;… in degrees: 3 to 50, in order, closed by itself',
    }),
  ),
  kind: list(Kind, 'Kinds of venue; any of them'),
  people: optional(
    Type.Integer({
      minimum: 1,
      maximum: 100000,
      description: 'How many people one space must hold in comfort',
    }),
  ),
  layout: optional(Layout),
  profile: list(
    oneOf<ProfileKey>(profiles.map(({ key }) => key)),
    'Who is coming. Each stands for the access needs that `/vocabulary` lists under it; all of them, in the same space',
  ),
  access: list(oneOf(keys(accessFacts)), 'Access needs; all of them, in the same space'),
  amenity: list(oneOf(keys(amenityFacts)), 'Facilities; all of them, in the same space'),
  openAt: optional(
    Type.String({
      pattern: '^(mon|tue|wed|thu|fri|sat|sun)[- ]([01]\\d|2[0-3]):[0-5]\\d$',
      description: 'Weekday and time on the venue’s own clock, such as tue-19:00',
    }),
  ),
};
export const sorts = ['distance', 'relevance', 'capacity', 'updated'] as const;
export const matches = ['certain', 'possible'] as const;
/** Counted unless something else is asked for. */
export const counts = ['total', 'facets', 'mightFit'] as const;
/** For whoever shows the answer to a person; only when asked for. */
export const extras = ['evidence', 'open', 'photo', 'possible', 'relaxed'] as const;

export const VenueQuery = Type.Object(
  {
    ...venueFilters,
    match: optional(
      oneOf(matches, {
        default: 'certain',
        description:
          'certain: known to meet everything. possible: the others, which would if every unknown or partial answer turned out to be yes; as many as `mightFit` counts',
      }),
    ),
    sort: optional(
      oneOf(sorts, {
        description:
          'distance where a place is asked, relevance where words are; else the usual order. `sort` of the answer says which it is',
      }),
    ),
    limit: optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    cursor: optional(Type.String({ maxLength: 500, description: 'Opaque; from `next`' })),
    include: optional(
      Type.Array(oneOf([...counts, ...extras, 'none']), {
        maxItems: counts.length + extras.length,
        description:
          'What to answer besides the page; the counts (total, facets, mightFit) when absent. evidence: when the facts asked for were seen, and what to ask. open: open now? photo: the first photo. possible: the first that might fit. relaxed: when nothing is found, how many each filter keeps away',
      }),
    ),
    format: optional(
      oneOf(['json', 'geojson', 'csv'] as const, { description: 'Instead of the Accept header' }),
    ),
  },
  { $id: 'VenueQuery', ...strict },
);

export type VenueQuery = Static<typeof VenueQuery>;
