/** Demand layers: how their columns are named, what is looked at before they are saved, and how they are answered. */
import { type Static, Type } from '@sinclair/typebox';
import { oneOf } from '../venues/schema-words.ts';

const strict = { additionalProperties: false };
export const Id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const FileId = Type.String({ pattern: '^[0-9a-f]{32}$' });
const text = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', ...(description && { description }) });

/** The most of a file, of areas and of columns. */
export const MOST_BYTES = 50 * 1024 * 1024;
export const MOST_AREAS = 200_000;
export const MOST_COLUMNS = 40;
export const COLUMN_NAME = '^(?!(?:if|min|max)$)[a-z][a-z0-9_]{0,59}$';

const words = {
  name: text(160),
  unit: text(60, 'What is counted, such as “people”'),
  source: text(300, 'Who made the numbers, and when'),
  licence: text(120, 'SPDX where there is one, such as OGL-UK-3.0'),
  attribution: Type.Optional(
    Type.String({ maxLength: 500, description: 'What has to be said wherever it is shown' }),
  ),
  public: Type.Optional(
    Type.Boolean({ default: false, description: 'For everybody; else for your members' }),
  ),
};
export const NewLayer = Type.Object({ organisationId: Id, ...words }, { ...strict, $id: 'NewDemandLayer' });
export const LayerChange = Type.Partial(Type.Object(words), {
  ...strict,
  minProperties: 1,
  $id: 'DemandLayerChange',
});

const column = (description: string) => text(200, description);
export const Mapping = Type.Object(
  {
    id: column('The column that tells areas apart'),
    name: Type.Optional(column('Absent: areas are called by their id')),
    lon: Type.Optional(column('Degrees, WGS 84. Absent: the place of the GeoJSON geometry')),
    lat: Type.Optional(column('Degrees, WGS 84')),
    columns: Type.Record(Type.String({ pattern: COLUMN_NAME }), column('The column of the file'), {
      ...strict,
      minProperties: 1,
      maxProperties: MOST_COLUMNS,
      description: 'What each number is called in expressions, and the column of the file that it stands in',
    }),
    missing: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
        maxItems: 20,
        description: 'What stands for “no number”, besides nothing: such as “..” or “c”',
      }),
    ),
    delimiter: Type.Optional(oneOf([',', ';', '\t', '|'] as const)),
    encoding: Type.Optional(oneOf(['utf8', 'latin1', 'utf16le'] as const)),
  },
  { ...strict, $id: 'DemandMapping' },
);

/** What stands in `mappings/demand`: how a published file is read, and what is said of it. */
export const ShippedMapping = Type.Object(
  {
    ...Mapping.properties,
    layer: Type.Object(
      {
        name: words.name,
        unit: words.unit,
        source: words.source,
        licence: words.licence,
        attribution: words.attribution,
      },
      strict,
    ),
  },
  strict,
);

const Total = Type.Object({
  column: Type.String(),
  sum: Type.Number(),
  min: Type.Optional(Type.Number({ description: 'Absent: no area has a number' })),
  max: Type.Optional(Type.Number()),
  missing: Type.Integer({ description: 'Areas without a number' }),
});
export const RowFault = Type.Object({
  row: Type.Integer({
    description: 'As in a spreadsheet: the head of a CSV file is row 1. In GeoJSON the features, from 1',
  }),
  code: Type.String(),
  column: Type.Optional(Type.String()),
  value: Type.Optional(Type.String()),
  other: Type.Optional(Type.Integer({ description: 'The row that it clashes with' })),
  detail: Type.String(),
});
const numbers = Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()]), {
  description: 'null: missing',
});
const areaWords = { id: Type.String(), name: Type.String(), lon: Type.Number(), lat: Type.Number(), numbers };
export const Area = Type.Object({ ...areaWords, outline: Type.Optional(Type.Object({})) });

export const Preview = Type.Object(
  {
    format: Type.Union([Type.Literal('csv'), Type.Literal('geojson')]),
    delimiter: Type.Optional(Type.String()),
    columns: Type.Array(
      Type.Object({
        name: Type.String(),
        isNumeric: Type.Boolean({ description: 'Most of what stands in it is a number' }),
        filled: Type.Integer(),
        empty: Type.Integer(),
        examples: Type.Array(Type.String()),
        guess: Type.Optional(Type.String({ description: 'id, name, lon or lat, by what it is called' })),
      }),
    ),
    mapping: Type.Optional(Type.Unsafe<Static<typeof Mapping>>(Type.Object({}))),
    isGuessed: Type.Boolean({ description: 'Nobody has said what the columns mean yet' }),
    rows: Type.Integer(),
    good: Type.Integer(),
    rejected: Type.Integer(),
    outlines: Type.Integer({ description: 'Areas with an outline' }),
    head: Type.Array(Area, { description: 'The first areas, as they would be saved' }),
    errors: Type.Array(RowFault, { description: 'The first rows that would be left out, and why' }),
    totals: Type.Array(Total),
  },
  { $id: 'DemandPreview' },
);
export const FileAdded = Type.Object({ file: FileId, preview: Preview }, { $id: 'DemandFileAdded' });
export const PreviewAsked = Type.Object({ mapping: Mapping }, { ...strict, $id: 'DemandPreviewAsked' });
export const NewVersion = Type.Object(
  {
    file: FileId,
    mapping: Mapping,
    leaveOut: Type.Optional(
      Type.Boolean({ default: false, description: 'Save it without the rows that have faults; else 409' }),
    ),
  },
  { ...strict, $id: 'NewDemandVersion' },
);

export const Version = Type.Object(
  {
    version: Type.Integer(),
    at: Type.String(),
    file: Type.String(),
    areas: Type.Integer(),
    rejected: Type.Integer(),
    columns: Type.Array(Type.String()),
    mapping: Type.Unsafe<Static<typeof Mapping>>(Type.Object({})),
    totals: Type.Array(Total),
  },
  { $id: 'DemandVersion' },
);
const layerWords = {
  id: Id,
  organisationId: Id,
  organisation: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  source: Type.String(),
  licence: Type.String(),
  attribution: Type.Optional(Type.String()),
  public: Type.Boolean(),
  version: Type.Optional(Type.Integer({ description: 'The newest; absent: it has no numbers yet' })),
};
export const Layer = Type.Object(layerWords, { $id: 'DemandLayer' });
export const LayerList = Type.Object(
  { items: Type.Array(Layer), next: Type.Optional(Type.Integer()) },
  { $id: 'DemandLayerList' },
);
export const VersionList = Type.Object(
  { items: Type.Array(Version), next: Type.Optional(Type.Integer()) },
  { $id: 'DemandVersionList' },
);
export const AreaList = Type.Object(
  { items: Type.Array(Area), next: Type.Optional(Type.Integer()) },
  { $id: 'DemandAreaList' },
);
export const LayerMade = Type.Object({ id: Id }, { $id: 'DemandLayerMade' });
export const LayerChanged = Type.Object({ version: Type.Integer() }, { $id: 'DemandLayerChanged' });
export const Weighed = Type.Object(
  {
    expression: Type.String(),
    areas: Type.Integer(),
    sum: Type.Number(),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    missing: Type.Integer({
      description: 'Areas that have no weight, because a number of theirs is missing',
    }),
    faults: Type.Array(
      Type.Object({
        code: Type.String(),
        at: Type.Integer({ description: 'Where in the expression, from 1' }),
        areas: Type.Integer(),
        examples: Type.Array(Type.String(), { description: 'Ids of areas' }),
        detail: Type.String(),
      }),
      { description: 'Why some areas have no weight that a plan can use; empty: it can be used' },
    ),
  },
  { $id: 'DemandWeighed' },
);

export type NewLayer = Static<typeof NewLayer>;
export type LayerChange = Static<typeof LayerChange>;
export type Mapping = Static<typeof Mapping>;
export type ShippedMapping = Static<typeof ShippedMapping>;
export type Total = Static<typeof Total>;
export type RowFault = Static<typeof RowFault>;
export type Area = Static<typeof Area>;
export type Preview = Static<typeof Preview>;
export type Layer = Static<typeof Layer>;
export type Version = Static<typeof Version>;
export type Weighed = Static<typeof Weighed>;
