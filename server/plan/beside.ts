/** The venues beside the candidates of a plan: shown to everybody, near its areas, and not to choose from. */
import type { Knex } from 'knex';
import { boxText, boxToMercator, fromMercator } from '../database/geometry.ts';
import { accessBits, maskOf } from '../search/bits.ts';
import { understand } from '../search/understand.ts';
import { type Beside, besideKinds } from './findings/unreached.ts';
import type { Asked, Candidate } from './schema.ts';

const PAGE = 5000;
/** In a register as crowded as this, hardly anywhere is without a venue. */
const MOST = 100_000;
const METRES_PER_DEGREE = 111_000;
const stepFree = ['step_free_entrance', 'step_free_route'];

export interface BesideVenues extends Beside {
  /** Side by side: lon, lat, lon, lat, … */
  points: Float64Array;
}

const kindOf = (kind: (typeof besideKinds)[number]) => besideKinds.indexOf(kind);

/** The bits of what the search asks about steps; 0: it does not mind them. */
async function stepsAsked(db: Knex, search: Asked['candidates']['search']): Promise<bigint> {
  if (!search) return 0n;
  const { filters } = await understand(db, search);
  const needs = (filters.access ?? []).filter((key) => stepFree.includes(key));
  return BigInt(maskOf(accessBits, needs));
}

/** `points` of the areas, [lon, lat]; `metres`: how far beside them, as the crow flies. */
export async function besideCandidates(
  db: Knex,
  { search, consent }: Asked['candidates'],
  candidates: readonly Candidate[],
  { points, metres }: { points: readonly (readonly [lon: number, lat: number])[]; metres: number },
): Promise<BesideVenues> {
  const none = { ids: new Int32Array(), kinds: new Uint8Array(), points: new Float64Array() };
  if (points.length === 0 || !Number.isFinite(metres)) return none;
  const box = around(points, metres);
  const steps = await stepsAsked(db, search);
  const known = new Set(candidates.map(({ id }) => id));
  const ids: number[] = [];
  const kinds: number[] = [];
  const flat: number[] = [];
  for (let after = 0; ids.length < MOST; ) {
    const { rows } = await db.raw(
      `select v.venue_id as id, v.pt[0] as x, v.pt[1] as y, (v.access_yes & ?::bigint) = ?::bigint as "stepFree",
         (p.services_consent = 'declined' or ? and p.services_consent <> 'agreed') as "unwilling"
       from venue_search v join venue p on p.id = v.venue_id where v.pt <@ ?::box and v.venue_id > ? order by v.venue_id limit ?`,
      [String(steps), String(steps), consent === 'agreed', boxText(boxToMercator(box)), after, PAGE],
    );
    for (const { id, x, y, stepFree: isStepFree, unwilling } of rows) {
      if (known.has(id)) continue;
      const { lon, lat } = fromMercator(x, y);
      ids.push(id);
      flat.push(lon, lat);
      kinds.push(kindOf(isStepFree ? (unwilling ? 'no_consent' : 'left_out') : 'no_step_free'));
    }
    if (rows.length < PAGE) break;
    after = rows.at(-1).id;
  }
  return { ids: Int32Array.from(ids), kinds: Uint8Array.from(kinds), points: Float64Array.from(flat) };
}

function around(points: readonly (readonly [lon: number, lat: number])[], metres: number) {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of points) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  const up = metres / METRES_PER_DEGREE;
  const [south, north] = [Math.max(-90, box.south - up), Math.min(90, box.north + up)];
  const narrow = Math.max(0.01, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180));
  return {
    south,
    north,
    west: Math.max(-180, box.west - up / narrow),
    east: Math.min(180, box.east + up / narrow),
  };
}
