/** The command lines: rivers, roads and railways for the map that the service draws by itself. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { linesOf, outlinesOf } from '../backdrop/geometry.ts';
import { type LineGeometry, type LineKind, lineKinds, type NewLine } from '../backdrop/line.ts';
import { removeUnseen, saveLines } from '../backdrop/repository.ts';
import type { Source } from '../venues/import.ts';
import type { Arguments } from './arguments.ts';
import { agreed, creditOf } from './credit.ts';
import { ImportFault } from './fault.ts';
import { readFeatures, valuesOf } from './geojson.ts';
import type { Item } from './item.ts';
import { fingerprint } from './mapping-file.ts';
import type { Plan } from './plan.ts';

const drawable = ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];
const idProperties = ['osm_id', 'id', 'ID', 'identifier'];

export async function planLines({ file, options }: Arguments): Promise<Plan<NewLine>> {
  const kind = readKind(options.kind);
  const source = await sourceOf(file, options);
  const scope = basename(file);
  const { features, progress } = readFeatures(file);
  async function* items(): AsyncGenerator<Item<NewLine>> {
    const seen = new Map<string, number>();
    for await (const { number, feature } of features) yield toItem(number, feature, kind, seen);
  }
  return {
    title: `Lines of the map from ${scope}`,
    thing: 'line',
    source,
    scope,
    settings: fingerprint(options),
    progress,
    job: (run, dryRun) => ({
      items: items(),
      save: async (db, records) =>
        (await saveLines(db, records, { sourceId: source.id, scope, run: run.id })).map((outcome) => ({
          outcome,
        })),
      async finish(db, report) {
        // A dry run has undone what it saw.
        if (dryRun) return;
        report.vanished = await removeUnseen(db, { sourceId: source.id, scope, run: run.id });
      },
    }),
  };
}

function readKind(said: string | undefined): LineKind {
  const kind = lineKinds.find((each) => each === said);
  if (kind) return kind;
  const what = said === undefined ? 'Say what the lines are' : `There are no lines of kind “${said}”`;
  throw new ImportFault(`${what}: --kind ${lineKinds.join(', --kind ')}.`);
}

function toItem(
  number: number,
  feature: Feature<Geometry | null> | null,
  kind: LineKind,
  seen: Map<string, number>,
): Item<NewLine> {
  const values = feature ? valuesOf(feature) : {};
  const geometry = feature?.geometry;
  const own = idProperties.map((name) => values[name]).find(Boolean) ?? '';
  const name = own && own.length <= 64 ? own : digest(geometry);
  // Files that were cut to a region have several pieces of one road, under one id.
  const times = (seen.get(name) ?? 0) + 1;
  seen.set(name, times);
  const recordId = times === 1 ? name : `${name}#${times}`;
  const item: Item<NewLine> = {
    rows: [{ number, label: String(number), values }],
    recordId,
    remarks: [],
  };
  if (!geometry || !drawable.includes(geometry.type))
    return { ...item, rejected: 'it is neither a line nor an outline' };
  const fault = faultOf(geometry as LineGeometry);
  if (fault) return { ...item, rejected: fault };
  return { ...item, record: { recordId, kind, geometry: geometry as LineGeometry } };
}

const digest = (geometry: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(geometry ?? null))
    .digest('base64url')
    .slice(0, 22);

function faultOf(geometry: LineGeometry): string | undefined {
  if (!Array.isArray(geometry.coordinates)) return 'it has no coordinates';
  const [lines, rings] = [linesOf(geometry), outlinesOf(geometry).flat()];
  if (lines.length + rings.length === 0) return 'it has no points';
  if (![...lines, ...rings].every(Array.isArray)) return 'it has no points';
  if (lines.some((line) => line.length < 2) || rings.some((ring) => ring.length < 4))
    return 'it has too few points to be drawn';
  const onEarth = [...lines, ...rings].flat().every((point) => {
    const [lon = Number.NaN, lat = Number.NaN] = Array.isArray(point) ? point : [];
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  });
  return onEarth ? undefined : 'its points are not in degrees (the file may be in another coordinate system)';
}

/** Who made the lines: as said on the command line, or as the file says before its features. */
async function sourceOf(file: string, options: Arguments['options']): Promise<Source> {
  const credit = agreed(file, await creditOf(file), options);
  const name = basename(file).replace(/\.(geo)?json$/i, '');
  return {
    id: options.source ?? `lines-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    name: options['source-name'] ?? `Lines of the map (${name})`,
    ...credit,
  };
}
