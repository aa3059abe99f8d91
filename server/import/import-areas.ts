/** The command areas: features with an outline become areas that a search can be kept within. */
import { basename } from 'node:path';
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson';
import { type AreaFeature, saveAreas } from '../areas/repository.ts';
import type { Source } from '../venues/import.ts';
import type { Arguments } from './arguments.ts';
import { agreed, creditOf } from './credit.ts';
import { ImportFault } from './fault.ts';
import { readFeatures, valuesOf } from './geojson.ts';
import type { Item } from './item.ts';
import { fingerprint } from './mapping-file.ts';
import type { Plan } from './plan.ts';
import { notGeoJson } from './point.ts';
import { illegible, type Values } from './row.ts';

/** Kinds of area by the first letters of the codes of the Office for National Statistics and its sisters. */
const codeKinds: readonly (readonly [RegExp, string])[] = [
  [/^[EW]01\d{6}$/, 'lsoa'],
  [/^[EW]02\d{6}$/, 'msoa'],
  [/^E04\d{6}$|^W04\d{6}$/, 'parish'],
  [/^E05\d{6}$|^W05\d{6}$|^S13\d{6}$|^N08\d{6}$/, 'ward'],
  [/^E09\d{6}$/, 'borough'],
  [/^E0[678]\d{6}$|^W06\d{6}$|^S12\d{6}$|^N09\d{6}$/, 'district'],
  [/^E10\d{6}$/, 'county'],
  [/^E12\d{6}$/, 'region'],
];

/** Properties that hold codes, the smallest areas first: a ward's feature also has the code of its district. */
const codeProperties = [
  /^LSOA\d\dCD$/i,
  /^MSOA\d\dCD$/i,
  /^PAR\d\dCD$/i,
  /^WD\d\dCD$/i,
  /^(LAD|CTYUA|CTY|RGN)\d\dCD$/i,
  /^(GSS_CODE|CODE)$/i,
];
const parentProperty = /^LAD(\d\d)?CD(_ACTIVE)?$/i;

export async function planAreas({ file, options }: Arguments): Promise<Plan<AreaFeature>> {
  const source = await sourceOf(file, options);
  const { features, progress } = readFeatures(file);
  async function* items(): AsyncGenerator<Item<AreaFeature>> {
    const seen = new Map<string, number>();
    for await (const { number, feature } of features) yield toItem(number, feature, options, seen);
  }
  return {
    title: `Areas from ${basename(file)}`,
    thing: 'area',
    source,
    scope: basename(file),
    settings: fingerprint(options),
    progress,
    job: () => ({
      items: items(),
      save: async (db, records) =>
        (await saveAreas(db, { features: records }, source.id)).map((outcome) => ({ outcome })),
    }),
  };
}

/** A file may hold anything where a feature should be. */
type MaybeFeature = Feature<Geometry | null> | null;

const isOutline = (geometry: Geometry | null | undefined): geometry is Polygon | MultiPolygon =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

/** The first feature tells what the file is of; stations, roads and rivers are not areas. */
function checkFirst(file: string, feature: MaybeFeature, idProperty: string | undefined): void {
  if (!isOutline(feature?.geometry)) {
    const what = feature?.geometry ? `${feature.geometry.type} features` : 'features without geometry';
    const advice =
      feature?.geometry?.type === 'Point'
        ? ` Points can be searched for as places: npm run import -- places ${file}`
        : '';
    throw new ImportFault(
      `${basename(file)} holds ${what}, but an area needs an outline (Polygon or MultiPolygon).${advice}`,
    );
  }
  const properties = Object.keys(feature.properties ?? {});
  if (
    idProperty === undefined &&
    !properties.some((name) => codeProperties.some((code) => code.test(name)))
  ) {
    throw new ImportFault(
      `${basename(file)} has no property that holds an area's code; its properties are ${properties.join(', ') || 'none'}. If these are areas to search within, say --id-property and --kind.`,
    );
  }
}

function toItem(
  number: number,
  feature: MaybeFeature,
  options: Arguments['options'],
  seen: Map<string, number>,
): Item<AreaFeature> {
  const values = feature ? valuesOf(feature) : {};
  const geometry = feature?.geometry;
  const names = Object.keys(values);
  const idProperty = idPropertyOf(values, options);
  const id = values[idProperty] ?? '';
  const item: Item<AreaFeature> = {
    rows: [{ number, label: String(number), values }],
    recordId: id,
    remarks: [],
  };
  if (id === '') return { ...item, rejected: 'no code' };
  const unread = illegible(values);
  if (unread) return { ...item, rejected: unread };
  if (id.length > 64) return { ...item, rejected: 'its code is longer than 64 characters' };
  if (!isOutline(geometry)) return { ...item, rejected: 'no outline' };
  const name = nameOf(values, idProperty, options['name-property']);
  if (name === '') return { ...item, skipped: 'no name' };
  const earlier = seen.get(id);
  if (earlier !== undefined) return { ...item, rejected: `feature ${earlier} has the same code` };
  const fault = faultOf(geometry);
  if (fault) return { ...item, rejected: fault };
  seen.set(id, number);
  const kind = options.kind ?? codeKinds.find(([code]) => code.test(id))?.[1] ?? 'area';
  const parent = names
    .filter((each) => parentProperty.test(each))
    .map((each) => values[each])
    .find((each) => each && each !== id);
  return {
    ...item,
    record: { type: 'Feature', geometry, properties: { id, name, kind, ...(parent && { parent }) } },
  };
}

/** WD25NM beside WD25CD, or a property that is called a name. */
function nameOf(values: Values, idProperty: string, wanted: string | undefined): string {
  const beside = idProperty.replace(/CD$/i, 'NM');
  const choices = wanted ? [wanted] : [...(beside === idProperty ? [] : [beside]), 'NAME', 'name', 'Name'];
  return choices.map((choice) => values[choice] ?? '').find((name) => name !== '') ?? '';
}

function faultOf(geometry: Polygon | MultiPolygon): string | undefined {
  try {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat();
    if (rings.length === 0 || rings.some((ring) => ring.length < 4))
      return 'its outline has a ring of fewer than four corners';
    const isWithin = (degrees: unknown, most: number) =>
      typeof degrees === 'number' && Math.abs(degrees) <= most;
    return rings.flat().every(([lon, lat]) => isWithin(lon, 180) && isWithin(lat, 90))
      ? undefined
      : 'its corners are not in degrees (the file may be in another coordinate system)';
  } catch {
    return notGeoJson;
  }
}

/** The boundaries of the Office for National Statistics and its sisters, which are known by their codes. */
const official: Source = {
  id: 'ons-boundaries',
  name: 'Boundaries of the Office for National Statistics',
  licence: 'OGL-UK-3.0',
  attribution: 'Contains National Statistics data and OS data © Crown copyright and database right',
};

/**
 * Who made the areas: as said on the command line, or as the file tells. Codes tell only when nobody says otherwise:
 * anyone may draw areas of their own and give them the codes of wards.
 */
async function sourceOf(file: string, options: Arguments['options']): Promise<Source> {
  const credit = await creditOf(file);
  const head = await firstProperties(file, options['id-property']);
  const code = head[idPropertyOf(head, options)] ?? '';
  const isOfficial =
    codeKinds.some(([codes]) => codes.test(code)) &&
    (credit.attribution === undefined || /National Statistics/.test(credit.attribution)) &&
    [options.source, options.licence, options.attribution].every((said) => said === undefined);
  if (isOfficial) return official;
  const made = agreed(file, credit, options);
  if (options.source === undefined)
    throw new ImportFault(
      `Say with --source which data set ${basename(file)} is: its areas are kept apart from those of others by that name.`,
    );
  return { id: options.source, name: options['source-name'] ?? basename(file), ...made };
}

const idPropertyOf = (values: Values, options: Arguments['options']): string =>
  options['id-property'] ??
  codeProperties.flatMap((code) => Object.keys(values).filter((name) => code.test(name)))[0] ??
  '';

async function firstProperties(file: string, idProperty: string | undefined): Promise<Values> {
  const { features } = readFeatures(file);
  for await (const { feature } of features) {
    checkFirst(file, feature, idProperty);
    return valuesOf(feature);
  }
  return {};
}
