/** Features of a GeoJSON file (RFC 7946), one at a time, whatever the size of the file. */
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import type { Feature, Geometry } from 'geojson';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { ImportFault } from './fault.ts';
import { pointOf } from './point.ts';
import { cell, illegible, type Reading, type Row, type Values } from './row.ts';

export interface FeatureReading {
  features: AsyncGenerator<{ number: number; feature: Feature<Geometry | null> }>;
  progress(): number;
}

/** The features of a FeatureCollection in their order, from 1. */
export function readFeatures(file: string): FeatureReading {
  const size = Math.max(1, statSync(file).size);
  const input = createReadStream(file);
  const output = streamArray.asStream();
  pipeline(input, parser.asStream(), pick.asStream({ filter: 'features', once: true }), output, () => {});

  async function* features(): FeatureReading['features'] {
    let number = 0;
    try {
      for await (const { value } of output) {
        number += 1;
        yield { number, feature: value };
      }
    } catch (error) {
      if (error instanceof ImportFault) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new ImportFault(`${file} cannot be read as GeoJSON after feature ${number}: ${why}`);
    }
    if (number === 0)
      throw new ImportFault(`${file} has no features: a GeoJSON FeatureCollection is needed.`);
  }
  return { features: features(), progress: () => input.bytesRead / size };
}

/** Features as rows: properties are the columns, and the geometry is the place. */
export function readGeoJson(file: string): Reading {
  const { features, progress } = readFeatures(file);
  async function* rows(): AsyncGenerator<Row> {
    for await (const { number, feature } of features) yield toRow(number, feature);
  }
  return { rows: rows(), progress };
}

function toRow(number: number, feature: Feature<Geometry | null>): Row {
  const row = { number, label: String(number), values: {}, geometry: feature?.geometry };
  if (typeof feature !== 'object' || feature === null || feature.type !== 'Feature')
    return { ...row, fault: 'it is not a GeoJSON Feature' };
  const values = { ...valuesOf(feature), ...(feature.id !== undefined && { '@id': cell(feature.id) }) };
  const point = pointOf(feature.geometry);
  const fault = illegible(values) ?? (point && 'fault' in point ? point.fault : undefined);
  if (fault !== undefined) return { ...row, values, fault };
  return { ...row, values, ...(point && 'lon' in point && { point }) };
}

/** The properties of a feature as cells. */
export const valuesOf = ({ properties }: Feature<Geometry | null>): Values =>
  Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [cell(name), cell(value)]));
