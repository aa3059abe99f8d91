/**
 * Venue number so-and-so of a made-up register: in a real town in proportion to its people, near the middle of one
 * of its neighbourhoods, with the rooms, facts and names that such places have. The same seed makes the same venue.
 */
import { foldedSlug } from '../server/search/words.ts';
import type { SpaceRecord, StatedFact, VenueRecord } from '../server/venues/record.ts';
import { factChances, kindChances, kindWords } from './facts.ts';
import { Chance, weighted } from './random.ts';
import { type Town, towns } from './towns.ts';
import {
  localities,
  longTail,
  memorials,
  rooms,
  saints,
  sentences,
  streetKinds,
  streetNames,
  trusts,
} from './words.ts';

/** The day on which the generated register stands still. */
export const TODAY = '2026-06-30';
const NOW = Date.parse(`${TODAY}T12:00:00Z`);
const DAY = 86_400_000;

const townOf = weighted(towns.map((town) => town.thousands));
const spaceCounts = [55, 17, 11, 7, 4, 3, 2, 1];
const spacesOf = weighted(spaceCounts);
const kindOf = weighted(kindChances.map(([, weight]) => weight));

interface Place {
  town: Town;
  neighbourhood: number;
  locality: string;
  lon: number;
  lat: number;
}

/** Kilometres east and north as degrees. */
const shift = (lon: number, lat: number, east: number, north: number) => ({
  lon: lon + east / (111.32 * Math.cos((lat * Math.PI) / 180)),
  lat: lat + north / 110.57,
});

/** Towns reach as far as the root of their people; four in five venues are in one, the others around. */
function placeOf(chance: Chance): Place {
  const at = townOf(chance);
  const town = towns[at] ?? towns[0];
  if (!town) throw new Error('there are towns');
  const neighbourhood = chance.below(Math.max(2, Math.round(town.thousands / 12)));
  const fixed = new Chance(at, neighbourhood);
  const reach = 0.16 * Math.sqrt(town.thousands);
  const middle = shift(town.lon, town.lat, reach * fixed.normal(), reach * fixed.normal());
  const spread = chance.happens(0.8) ? 0.25 + reach / 12 : 4 + reach / 2;
  const point = shift(middle.lon, middle.lat, spread * chance.normal(), spread * chance.normal());
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    town,
    neighbourhood,
    locality: fixed.pick(localities),
    lon: round(point.lon),
    lat: round(point.lat),
  };
}

function nameOf(chance: Chance, kind: string, place: Place): string {
  const called = chance.zipf(kindWords[kind] ?? ['Hall']);
  const where = chance.happens(0.6) ? place.locality : place.town.name;
  const form = chance.next();
  if (form < 0.32) return `St ${chance.zipf(saints)}’s ${called} ${where}`;
  if (form < 0.52) return `${where} ${called}`;
  if (form < 0.66) return `${where} ${chance.zipf(memorials)} ${called}`;
  if (form < 0.8) return `${chance.zipf(trusts)} ${called}`;
  return `The ${chance.zipf(longTail)} ${called}`;
}

function factsOf(chance: Chance, scope: 'venue' | 'space', known: number): StatedFact[] {
  const facts: StatedFact[] = [];
  for (const each of factChances) {
    if (each.scope !== scope || !chance.happens(Math.min(0.95, each.known * known))) continue;
    const drawn = chance.next();
    const answer = drawn < each.yes ? 'yes' : drawn < each.yes + each.no ? 'no' : 'partial';
    const observed = new Date(NOW - chance.below(900) * DAY).toISOString().slice(0, 10);
    const value = each.number ? (answer === 'yes' ? 1 + chance.below(each.number) : 0) : answer;
    facts.push({ key: each.key, value, method: 'visited', observedOn: observed, statedBy: 'holder' });
  }
  return facts;
}

/** How many people a room holds in each layout, as a share of its theatre seats. */
const shares = [
  ['theatre', 1, 0.75],
  ['standing', 1.6, 0.3],
  ['classroom', 0.5, 0.35],
  ['boardroom', 0.25, 0.35],
  ['banquet', 0.6, 0.3],
  ['cabaret', 0.55, 0.15],
  ['dancing', 0.7, 0.15],
  ['u_shape', 0.3, 0.1],
] as const;

function spaceOf(chance: Chance, id: number, position: number, called: string, known: number): SpaceRecord {
  const size = Math.max(6, Math.round(Math.exp((position === 0 ? 4.3 : 3.4) + 0.6 * chance.normal())));
  const listed = chance.happens(0.85);
  return {
    id,
    name: position === 0 ? called : `${chance.zipf(rooms)} Room ${position + 1}`,
    setting: 'indoor',
    ...(chance.happens(0.5) && { floor: chance.below(3) }),
    capacities: shares.flatMap(([layout, share, often]) =>
      listed && chance.happens(often)
        ? [{ layout, comfortable: Math.max(4, Math.round((size * share) / 5) * 5) }]
        : [],
    ),
    facts: factsOf(chance, 'space', known),
  };
}

function hoursOf(chance: Chance): VenueRecord['openingHours'] {
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => chance.happens(day < 6 ? 0.9 : 0.5));
  const opens = `${String(8 + chance.below(3)).padStart(2, '0')}:00`;
  const closes = `${17 + chance.below(6)}:00`;
  return {
    weekly: days.map((weekday) => ({ weekday, opens, closes })),
    exceptions: [],
    timezone: 'Europe/London',
    osm: '',
  };
}

/** The venue as the register keeps it. Ids of venues and of spaces follow from the number alone. */
export function generateVenue(seed: number, number: number): VenueRecord {
  const chance = new Chance(seed, number);
  const id = number + 1;
  const place = placeOf(chance);
  const kind = kindChances[kindOf(chance)]?.[0] ?? 'community_hall';
  const name = nameOf(chance, kind, place);
  const known = Math.exp(0.5 * chance.normal());
  const drawn = chance.next();
  const precision = drawn < 0.96 ? 'exact' : drawn < 0.99 ? 'approximate' : 'hidden';
  const count = 1 + spacesOf(chance);
  const updatedAt = new Date(NOW - chance.below(1000 * DAY)).toISOString().replace('Z', '+00:00');
  const street = `${1 + chance.below(180)} ${chance.zipf(streetNames)} ${chance.zipf(streetKinds)}`;
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const unit = `${chance.below(10)}${letters[chance.below(20)]}${letters[chance.below(20)]}`;
  return {
    id,
    slug: foldedSlug(name) || 'venue',
    name,
    names: {},
    kind,
    description: `${chance.pick(sentences)} ${chance.pick(sentences)}`,
    status: 'published',
    services: { consent: 'ask_first' },
    location: { lon: place.lon, lat: place.lat, precision },
    address: {
      street,
      locality: place.locality,
      town: place.town.name,
      postcode: `${place.town.postcodeArea}${1 + (place.neighbourhood % 40)} ${unit}`,
    },
    identifiers: [],
    contacts: [],
    ...(chance.happens(0.45) && { openingHours: hoursOf(chance) }),
    facts: factsOf(chance, 'venue', known),
    spaces: Array.from({ length: count }, (_, position) =>
      spaceOf(chance, id * 8 + position, position, chance.zipf(kindWords[kind] ?? ['Hall']), known),
    ),
    stated: {},
    version: 1,
    createdAt: updatedAt,
    updatedAt,
  };
}
