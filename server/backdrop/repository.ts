/** All SQL about the lines of our own map: how they come in. How they are drawn is `read.ts`. */
import type { Position } from 'geojson';
import type { Knex } from 'knex';
import { simplerLine, simplerOutline } from '../areas/simplify.ts';
import { boxText, boxToMercator } from '../database/geometry.ts';
import { boundsOf, linesOf, outlinesOf } from './geometry.ts';
import type { LineGeometry, NewLine } from './line.ts';

export type LineOutcome = 'created' | 'updated' | 'unchanged';

interface From {
  sourceId: string;
  scope: string;
  /** The import run that saw them. */
  run: number;
}

/** Degrees: about three metres. Nobody looks at it closer than a street. */
const TOLERANCE = 0.00003;
const round = (line: Position[]) =>
  line.map(([lon = 0, lat = 0]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]);

function forDrawing(geometry: LineGeometry): LineGeometry {
  const lines = linesOf(geometry).map((line) => round(simplerLine(line, TOLERANCE)));
  if (lines.length > 0) return { type: 'MultiLineString', coordinates: lines };
  const coordinates = outlinesOf(geometry).map((rings) =>
    rings.map((ring) => round(simplerOutline(ring, TOLERANCE) ?? ring)),
  );
  return { type: 'MultiPolygon', coordinates };
}

/** Adds lines or brings them up to date; answers what became of each, in their order. */
export async function saveLines(
  db: Knex,
  lines: readonly NewLine[],
  { sourceId, scope, run }: From,
): Promise<LineOutcome[]> {
  const given = lines.map(({ recordId, kind, geometry }, n) => {
    const drawn = forDrawing(geometry);
    const box = boxToMercator(boundsOf([...linesOf(drawn), ...outlinesOf(drawn).flat()].flat()));
    const size = Math.hypot(box.east - box.west, box.north - box.south);
    return { n, record: recordId, kind, bounds: boxText(box), size, geometry: drawn };
  });
  const { rows } = await db.raw(
    `with given as (
       select * from json_to_recordset(?::json)
         as row(n int, record text, kind text, bounds text, size float8, geometry jsonb)
     ), same as (
       update map_line m set run_id = ? from given g
       where m.source_id = ? and m.scope = ? and m.record_id = g.record and m.kind = g.kind and m.geometry = g.geometry
       returning g.n
     ), saved as (
       insert into map_line as m (source_id, scope, record_id, kind, bounds, size, geometry, run_id)
       select ?, ?, record, kind, bounds::box, size, geometry, ? from given where n not in (select n from same)
       on conflict (source_id, scope, record_id) do update set kind = excluded.kind, bounds = excluded.bounds,
         size = excluded.size, geometry = excluded.geometry, run_id = excluded.run_id
       returning m.record_id, (xmax = 0) as created
     )
     select n, created from given join saved on record_id = record`,
    [JSON.stringify(given), run, sourceId, scope, sourceId, scope, run],
  );
  const outcomes: LineOutcome[] = lines.map(() => 'unchanged');
  for (const { n, created } of rows) outcomes[n] = created ? 'created' : 'updated';
  return outcomes;
}

/** Takes away what the newest reading of the file no longer had; answers how many. */
export const removeUnseen = (db: Knex, { sourceId, scope, run }: From): Promise<number> =>
  db('map_line').where({ source_id: sourceId, scope }).where('run_id', '<', run).delete();
