/** Search as plainly as it can be said, over whole venues in memory: what the SQL must agree with. */
import { greatCircle, toMercator } from '../../server/database/geometry.ts';
import { coversWeek, weekMinutes } from '../../server/venues/opening-hours.ts';
import type { Fact, Hours, Space, Venue } from '../../server/venues/schema.ts';
import { findFact, profiles } from '../../server/vocabulary.ts';

export interface Question {
  bbox?: [number, number, number, number];
  near?: [number, number];
  radius?: number;
  /** `lon,lat;lon,lat;…` */
  polygon?: string;
  kind?: string[];
  people?: number;
  layout?: string;
  profile?: string[];
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
  const { open, whole } = weekOf(hours);
  if (open.some(([from, to]) => from <= openAt.minute && openAt.minute < to)) return 'yes';
  return whole ? 'no' : 'unknown';
}

const weeks = new WeakMap<Hours, { open: [number, number][]; whole: boolean }>();

/** Read once: thousands of questions are asked of the same hours. */
function weekOf(hours: Hours) {
  const week = weeks.get(hours) ?? { open: weekMinutes(hours), whole: coversWeek(hours) };
  weeks.set(hours, week);
  return week;
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

const factsAsked = ({ profile = [], access = [], amenity = [] }: Question): string[] => [
  ...profiles.filter(({ key }) => profile.includes(key)).flatMap(({ needs }): readonly string[] => needs),
  ...access,
  ...amenity,
];

/** yes: one space meets everything; unknown: one might; no: none can. */
export function judge(venue: Venue, question: Question): Tri {
  if (!inPlace(venue, question)) return 'no';
  const spaces: (Space | undefined)[] = venue.spaces.length > 0 ? venue.spaces : [undefined];
  const answers = spaces.map((space) => {
    const all = [
      capacityAnswer(space, question),
      hoursAnswer(venue, space, question.openAt),
      ...factsAsked(question).map((key) => factAnswer(venue, space, key)),
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
