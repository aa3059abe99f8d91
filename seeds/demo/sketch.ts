/**
 * How a demo venue is told, and how what is told becomes a NewVenue. Days are told as "so many days ago", so
 * that facts keep their age whenever the demo is started.
 */
import type { Capacity, NewFact, NewSpace, NewVenue, OpeningHours } from '../../server/venues/schema.ts';

type Value = 'yes' | 'no' | 'partial' | number;
/** A value, alone or with a note. */
export type Said = Value | readonly [Value, string];
export type Findings = Record<string, Said>;

/** What one person found on one day. */
export interface Observation {
  daysAgo: number;
  by?: string;
  method?: NewFact['method'];
  findings: Findings;
}

/** Comfortable people; comfortable and legal maximum; or both and a condition. */
export type People = number | readonly [number, number] | readonly [number, number | undefined, string];

export interface HoursSketch {
  /** ISO weekdays to times: `{ '1-5': '09:00-12:30 14:00-21:00', '6': '10:00-26:00' }`. */
  week?: Record<string, string>;
  osm?: string;
  note?: string;
  exceptions?: { inDays: number; lasting?: number; hours?: string; note?: string }[];
}

export interface SpaceSketch {
  name: string;
  /** By layout. */
  people?: Record<string, People>;
  floor?: number;
  outdoor?: boolean;
  area?: number;
  about?: string;
  facts?: Observation[];
  hours?: HoursSketch;
  joins?: string[];
}

export interface Place {
  street: string;
  postcode: string;
  lon: number;
  lat: number;
  locality: string;
}

export interface VenueSketch {
  holder: string;
  name: string;
  names?: Record<string, string>;
  kind: NewVenue['kind'];
  about?: string;
  status?: NewVenue['status'];
  precision?: NewVenue['location']['precision'];
  at: Place;
  contacts?: NewVenue['contacts'];
  tenure?: { holder: NonNullable<NewVenue['tenure']>['holder']; interest?: Interest; yearsLeft?: number };
  services?: NewVenue['services'];
  hours?: HoursSketch;
  facts?: Observation[];
  spaces: SpaceSketch[];
}
type Interest = NonNullable<NewVenue['tenure']>['interest'];

/** The day so many days before `today`; after it when negative. */
export function daysBefore(today: string, days: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}

function factsOf(today: string, observations: Observation[]): NewFact[] {
  return observations.flatMap(({ daysAgo, by, method = 'told', findings }) =>
    Object.entries(findings).map(([key, said]) => {
      const [value, note] = typeof said === 'object' ? said : [said, undefined];
      return {
        key,
        value,
        ...(note !== undefined && { note }),
        method,
        observedOn: daysBefore(today, daysAgo),
        ...(by !== undefined && { observedBy: by }),
      };
    }),
  );
}

const timesOf = (text: string) => {
  const [opens = '', closes = ''] = text.split('-');
  return { opens, closes };
};

function weeklyOf(week: Record<string, string>) {
  return Object.entries(week).flatMap(([days, times]) => {
    const weekdays = days.split(',').flatMap((run) => {
      const [first = 1, last = first] = run.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    return weekdays.flatMap((weekday) => times.split(' ').map((time) => ({ weekday, ...timesOf(time) })));
  });
}

function hoursOf(today: string, sketch: HoursSketch): OpeningHours {
  return {
    ...(sketch.osm !== undefined && { osm: sketch.osm }),
    ...(sketch.week && { weekly: weeklyOf(sketch.week) }),
    ...(sketch.exceptions && {
      exceptions: sketch.exceptions.map(({ inDays, lasting = 1, hours, note }) => ({
        from: daysBefore(today, -inDays),
        until: daysBefore(today, -(inDays + lasting - 1)),
        ...(hours === undefined ? { closed: true } : timesOf(hours)),
        ...(note !== undefined && { note }),
      })),
    }),
    ...(sketch.note !== undefined && { note: sketch.note }),
  };
}

function capacitiesOf(people: NonNullable<SpaceSketch['people']>): Capacity[] {
  return Object.entries(people).map(([layout, told]) => {
    const [comfortable, legalMaximum, condition] = typeof told === 'object' ? told : [told];
    return {
      layout,
      comfortable,
      ...(legalMaximum !== undefined && { legalMaximum }),
      ...(condition !== undefined && { condition }),
    };
  });
}

function spaceOf(today: string, sketch: SpaceSketch): NewSpace {
  const { name, people = {}, floor, outdoor, area, about, facts = [], hours, joins } = sketch;
  return {
    name,
    setting: outdoor ? 'outdoor' : 'indoor',
    ...(floor !== undefined && { floor }),
    ...(about !== undefined && { description: about }),
    ...(area !== undefined && { floorArea: area }),
    capacities: capacitiesOf(people),
    facts: factsOf(today, facts),
    ...(hours && { openingHours: hoursOf(today, hours) }),
    ...(joins && { joins }),
  };
}

const towns: Record<string, string> = {
  CR4: 'Mitcham',
  KT1: 'Kingston upon Thames',
  KT2: 'Kingston upon Thames',
};

function tenureOf(today: string, { yearsLeft, ...tenure }: NonNullable<VenueSketch['tenure']>) {
  return { ...tenure, ...(yearsLeft && { expiresOn: daysBefore(today, -Math.round(yearsLeft * 365.25)) }) };
}

/** What was told, as a person would send it to the register. */
export function write(today: string, sketch: VenueSketch): NewVenue {
  const { at, tenure, services, hours } = sketch;
  const town =
    towns[at.postcode.split(' ')[0] ?? ''] ?? (at.locality === 'New Malden' ? at.locality : 'London');
  return {
    name: sketch.name,
    ...(sketch.names && { names: sketch.names }),
    kind: sketch.kind,
    description: sketch.about ?? '',
    status: sketch.status ?? 'published',
    location: { lon: at.lon, lat: at.lat, precision: sketch.precision ?? 'exact' },
    address: { street: at.street, locality: at.locality, town, postcode: at.postcode, country: 'GB' },
    contacts: sketch.contacts ?? [],
    ...(tenure && { tenure: tenureOf(today, tenure) }),
    ...(services && { services }),
    ...(hours && { openingHours: hoursOf(today, hours) }),
    facts: factsOf(today, sketch.facts ?? []),
    spaces: sketch.spaces.map((space) => spaceOf(today, space)),
  };
}
