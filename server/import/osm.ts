/**
 * Elements of an OpenStreetMap extract (.osm.pbf) that are a kind of venue, as rows: tags are the columns, beside
 * `@type`, `@id` and `@date`. The file is read two or three times, because outlines refer to nodes that come before
 * them; only what the venues need is kept.
 */
import { createReadStream, statSync } from 'node:fs';
import { pipeline, type Transform, type TransformCallback } from 'node:stream';
import { OSMTransform } from 'osm-pbf-parser-node';
import { ImportFault } from './fault.ts';
import { allowPartialMetadata } from './osm-metadata.ts';
import { NodePlaces } from './osm-nodes.ts';
import { placeOfRelation, placeOfWay } from './osm-shape.ts';
import { cell, illegible, type LonLat, type Reading, type Row, roundDegrees, type Values } from './row.ts';
import { osmKind } from './venue.ts';

type Tags = Values;
interface OsmNode extends LonLat {
  type: 'node';
  id: number;
  tags?: Tags;
}
interface OsmWay {
  type: 'way';
  id: number;
  refs: number[];
  tags?: Tags;
}
interface OsmRelation {
  type: 'relation';
  id: number;
  members: { type: string; ref: number; role: string }[];
  tags?: Tags;
}
interface OsmHeader {
  type?: undefined;
  osmosis_replication_timestamp?: number;
}
/** Milliseconds since 1970, or ISO 8601. */
interface OsmInfo {
  timestamp?: number | string;
}
type OsmElement = (OsmNode | OsmWay | OsmRelation | OsmHeader) & { info?: OsmInfo };

export interface BBox {
  west: number;
  south: number;
  east: number;
  north: number;
}

interface Found<T> {
  element: T;
  date: string;
}

allowPartialMetadata();

/** Roles of the ways that draw the outside of an area. */
const outlineRoles = new Set(['outer', 'outline', '']);

export function readOsm(file: string, bbox?: BBox): Reading {
  const size = Math.max(1, statSync(file).size);
  let passes = 3;
  let done = 0;
  let bytes = () => 0;

  async function* pass(tags: { node: boolean; way: boolean; relation: boolean }): AsyncGenerator<OsmElement> {
    const input = createReadStream(file);
    bytes = () => input.bytesRead;
    const output: Transform = new CarefulTransform({ withTags: tags, withInfo: true });
    pipeline(input, output, () => {});
    try {
      for await (const batch of output) yield* batch as OsmElement[];
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new ImportFault(`${file} cannot be read as an OpenStreetMap .osm.pbf file: ${why}`);
    }
    done += 1;
    bytes = () => 0;
  }

  async function* rows(): AsyncGenerator<Row> {
    let number = 0;
    const toRow = (type: string, id: number, tags: Tags, date: string, place: LonLat | { fault: string }) => {
      number += 1;
      const label = `${type}/${id}`;
      const said = Object.entries(tags).map(([tag, value]) => [cell(tag), cell(value)]);
      const values: Values = { ...Object.fromEntries(said), '@type': type, '@id': String(id), '@date': date };
      const fault = 'fault' in place ? place.fault : illegible(values);
      return fault === undefined && 'lon' in place
        ? { number, label, values, point: place }
        : { number, label, values, fault };
    };
    const within = (place: LonLat | { fault: string }) =>
      !bbox ||
      'fault' in place ||
      (place.lon >= bbox.west &&
        place.lon <= bbox.east &&
        place.lat >= bbox.south &&
        place.lat <= bbox.north);

    const { ways, relations, date } = await findOutlines(pass({ node: false, way: true, relation: true }));
    const memberRefs = await findMembers(relations, ways, () =>
      pass({ node: false, way: false, relation: false }),
    );
    if (memberRefs.size === 0 && relations.length === 0) passes = 2;

    const places = new NodePlaces([
      ...[...ways.values()].map(({ element }) => element.refs),
      ...memberRefs.values(),
    ]);
    for await (const element of pass({ node: true, way: false, relation: false })) {
      if (element.type !== 'node') continue;
      places.see(element.id, element.lon, element.lat);
      if (!element.tags || !osmKind(element.tags)) continue;
      const place = { lon: roundDegrees(element.lon), lat: roundDegrees(element.lat) };
      if (within(place)) yield toRow('node', element.id, element.tags, dateOf(element, date), place);
    }
    for (const { element, date: seen } of ways.values()) {
      const place = placeOfWay(element.refs, places);
      if (within(place)) yield toRow('way', element.id, element.tags ?? {}, seen, place);
    }
    for (const { element, date: seen } of relations) {
      const refsOf = (members: number[]) =>
        members.map((ref) => memberRefs.get(ref) ?? ways.get(ref)?.element.refs);
      const place = placeOfRelation(refsOf(outlineOf(element)), places, refsOf(holesOf(element)));
      if (!within(place)) continue;
      const row = toRow('relation', element.id, element.tags ?? {}, seen, place);
      yield isDrawnTwice(element, ways)
        ? { ...row, skipped: 'one of the ways that draw it is listed under the same name' }
        : row;
    }
  }
  return { rows: rows(), progress: () => Math.min(1, (done + bytes() / size) / passes) };
}

/** Faults of the file come as errors of the stream, where they can be caught. */
class CarefulTransform extends OSMTransform {
  override _transform(chunk: unknown, encoding: BufferEncoding, next: TransformCallback): void {
    try {
      super._transform(chunk, encoding, next);
    } catch (error) {
      next(error instanceof Error ? error : new Error(String(error)));
    }
  }
  override _flush(next: TransformCallback): void {
    try {
      super._flush(next);
    } catch {
      next(new Error('it ends too early'));
    }
  }
}

/** The day of an element's last edit, or of the extract when it keeps no times: no later than what it says was true. */
function dateOf({ info }: { info?: OsmInfo }, extract: string): string {
  const stamp = info?.timestamp;
  if (typeof stamp === 'number') return new Date(stamp).toISOString().slice(0, 10);
  return stamp ? stamp.slice(0, 10) : extract;
}

const waysOf = ({ members }: OsmRelation, isWanted: (role: string) => boolean): number[] =>
  members.filter(({ type, role }) => type === 'way' && isWanted(role)).map(({ ref }) => ref);
const outlineOf = (relation: OsmRelation) => waysOf(relation, (role) => outlineRoles.has(role));
const holesOf = (relation: OsmRelation) => waysOf(relation, (role) => role === 'inner');

/** Ways and relations that are a kind of venue. */
async function findOutlines(elements: AsyncIterable<OsmElement>) {
  const ways = new Map<number, Found<OsmWay>>();
  const relations: Found<OsmRelation>[] = [];
  let date = '';
  for await (const element of elements) {
    if (element.type === undefined) {
      const stamp = element.osmosis_replication_timestamp;
      if (stamp) date = new Date(stamp * 1000).toISOString().slice(0, 10);
    } else if (element.type !== 'node' && element.tags && osmKind(element.tags)) {
      const found = dateOf(element, date);
      if (element.type === 'way') ways.set(element.id, { element, date: found });
      else relations.push({ element, date: found });
    }
  }
  return { ways, relations, date };
}

/** A building drawn as a relation of its parts often repeats the name and tags of its outline: that is one building. */
const isDrawnTwice = (relation: OsmRelation, ways: Map<number, Found<OsmWay>>) =>
  relation.tags?.name !== undefined &&
  outlineOf(relation).some((ref) => ways.get(ref)?.element.tags?.name === relation.tags?.name);

/** The nodes of the ways that outline the relations, unless they are known already. */
async function findMembers(
  relations: Found<OsmRelation>[],
  ways: Map<number, Found<OsmWay>>,
  elements: () => AsyncIterable<OsmElement>,
): Promise<Map<number, number[]>> {
  const wanted = new Set(
    relations
      .flatMap(({ element }) => [...outlineOf(element), ...holesOf(element)])
      .filter((ref) => !ways.has(ref)),
  );
  const found = new Map<number, number[]>();
  if (wanted.size === 0) return found;
  for await (const element of elements())
    if (element.type === 'way' && wanted.has(element.id)) found.set(element.id, element.refs);
  return found;
}
