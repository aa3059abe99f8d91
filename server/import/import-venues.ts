/** The commands osm, csv and geojson: records of a data set become venues. */
import { basename } from 'node:path';
import {
  countUnseen,
  type ImportedVenue,
  importVenues,
  markVanished,
  noteSightings,
  type Source,
} from '../venues/import.ts';
import type { Arguments } from './arguments.ts';
import { readCsv } from './csv.ts';
import { readGeoJson } from './geojson.ts';
import type { Mapping } from './mapping.ts';
import { checkColumns, fingerprint, readMapping } from './mapping-file.ts';
import { readOsm } from './osm.ts';
import type { Plan } from './plan.ts';
import type { Reading } from './row.ts';
import { venueItems } from './venues.ts';

/** How this file is to be read and saved. */
export async function planVenues({
  command,
  file,
  bbox,
  part,
  options,
}: Arguments): Promise<Plan<ImportedVenue>> {
  const mapping = readMapping(options.map ?? 'osm');
  const reading = await read(command, file, mapping, bbox);
  checkColumns(command === 'osm' ? {} : mapping, reading.columns);
  const { source } = mapping;
  const scope = options.scope ?? mapping.scope ?? scopeOf(command, file, source, bbox);
  const defaults = { observedOn: options['observed-on'], timezone: options.timezone };
  // A file of rejects that has been mended holds only what was left out of another.
  const isPart = part || reading.columns?.includes('import_reason') === true;
  const seen = new Set<string>();
  return {
    title: `${source.name} (${scope}) from ${basename(file)}`,
    thing: 'venue',
    source,
    scope,
    settings: fingerprint(mapping, bbox, defaults),
    columns: reading.columns,
    delimiter: reading.delimiter,
    progress: reading.progress,
    job: (run, dryRun) => ({
      items: venueItems(reading.rows, mapping, defaults),
      save: (db, records) => importVenues(db, source, records, run.id),
      async afterBatch(db, items) {
        const ids = items.flatMap(({ recordId, members = [] }) => [recordId, ...members]).filter(Boolean);
        if (!dryRun) await noteSightings(db, source, scope, run.id, ids);
        else for (const id of ids) seen.add(id);
      },
      async finish(db, report) {
        // A file without a single good record is a broken file, and no evidence that everything has gone.
        if (isPart || report.created + report.updated + report.unchanged === 0) return;
        report.vanished = dryRun
          ? await countUnseen(db, source, scope, seen)
          : (await markVanished(db, source, scope, run.id)).length;
      },
    }),
  };
}

const read = async (
  command: string,
  file: string,
  mapping: Mapping,
  bbox: Arguments['bbox'],
): Promise<Reading> => {
  if (command === 'osm') return readOsm(file, bbox);
  return command === 'csv' ? readCsv(file, mapping) : readGeoJson(file);
};

/** An extract covers what its name says, within the box; any other data set covers itself. */
function scopeOf(command: string, file: string, source: Source, bbox: Arguments['bbox']): string {
  if (command !== 'osm') return source.id;
  const box = bbox ? ` ${bbox.west},${bbox.south},${bbox.east},${bbox.north}` : '';
  return `${basename(file).replace(/\.(osm\.)?pbf$/, '')}${box}`;
}
