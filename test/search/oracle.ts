/** Search as plainly as it can be said, over whole venues in memory: what the SQL must agree with. */
import { greatCircle, toMercator } from '../../server/database/geometry.ts';
import { coversWeek, weekMinutes } from '../../server/venues/opening-hours.ts';
import type { Fact, Space, Venue } from '../../server/venues/schema.ts';
import { findFact } from '../../server/vocabulary.ts';

export interface Question {
  bbox?: [number, number, number, number];
  near?: [number, number];
  radius?: number;
  /** `lon,lat;lon,lat;…` */
  polygon?: string;
  kind?: string[];
  people?: number;
  layout?: string;
  access?: string[];
  amenity?: string[];
  openAt?: { text: string; minute: number };
}

type Tri = 'yes' | 'no' | 'unknown';

function factAnswer(venue: Venue, space: Space | undefined, key: string): Tri {
  const fact: Fact | undefined =
    space?.facts.find((each) => each.key === key) ?? venue.facts.find((each) => each.key === key);
  if (!fact || fact.value === 'partial') return 'unknown';
  if (typeof fact.value === 'string') return fact.value as Tri;
  const { atLeast, atMost } = findFact(key)?.meets ?? {};
  if (atLeast !== undefined && fact.value < atLeast) return 'no';
  if (atMost !== undefined && fact.value > atMost) return 'no';
  return 'yes';
}

function capacityAnswer(space: Space | undefined, { people, layout }: Question): Tri {
  if (people === undefined && layout === undefined) return 'yes';
  const known = (space?.capacities ?? []).filter((each) => layout === undefined || each.layout === layout);
  if (known.length === 0) return 'unknown';
  return Math.max(...known.map((each) => each.comfortable)) >= (people ?? 1) ? 'yes' : 'no';
}

function hoursAnswer(venue: Venue, space: Space | undefined, openAt: Question['openAt']): Tri {
  if (!openAt) return 'yes';
  const hours = space?.openingHours ?? venue.openingHours;
  if (!hours) return 'unknown';
  if (weekMinutes(hours).some(([from, to]) => from <= openAt.minute && openAt.minute < to)) return 'yes';
  return coversWeek(hours) ? 'no' : 'unknown';
}

/** Even-odd, over sides that are straight on the map. */
function inPolygon(lon: number, lat: number, polygon: string): boolean {
  const at = toMercator(lon, lat);
  const ring = polygon.split(';').map((corner) => {
    const [x = 0, y = 0] = corner.split(',').map(Number);
    return toMercator(x, y);
  });
  return (
    ring.filter((a, index) => {
      const b = ring.at(index - 1) ?? a;
      return a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x;
    }).length %
      2 ===
    1
  );
}

/** May the venue be looked at all: its place and kind? */
function inPlace(
  { location: { lon, lat }, kind }: Venue,
  { bbox, near, radius, polygon, kind: kinds }: Question,
): boolean {
  if (kinds && !kinds.includes(kind)) return false;
  if (!bbox && !near && !polygon) return true;
  if (lon === undefined || lat === undefined) return false;
  if (bbox && (lon < bbox[0] || lat < bbox[1] || lon > bbox[2] || lat > bbox[3])) return false;
  if (polygon && !inPolygon(lon, lat, polygon)) return false;
  return !near || radius === undefined || greatCircle(lon, lat, near[0], near[1]) <= radius;
}

/** yes: one space meets everything; unknown: one might; no: none can. */
export function judge(venue: Venue, question: Question): Tri {
  if (!inPlace(venue, question)) return 'no';
  const spaces: (Space | undefined)[] = venue.spaces.length > 0 ? venue.spaces : [undefined];
  const answers = spaces.map((space) => {
    const all = [
      capacityAnswer(space, question),
      hoursAnswer(venue, space, question.openAt),
      ...[...(question.access ?? []), ...(question.amenity ?? [])].map((key) =>
        factAnswer(venue, space, key),
      ),
    ];
    return all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes';
  });
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

export function parametersOf({ openAt, ...question }: Question): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(question))
    if (value !== undefined) search.set(name, String(value));
  if (openAt) search.set('openAt', openAt.text);
  return search.toString();
}
