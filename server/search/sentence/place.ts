/**
 * Where: postcodes anywhere, places after “near”, “in”, “2 miles from” and the like. Which names are places is looked
 * up elsewhere; `placeCandidates` says what to look up.
 */

import { distanceAt, distanceText } from './distance.ts';
import type { Found, Reader } from './reading.ts';
import { joined, phraseAt, rowAt, type Word } from './split.ts';
import { goesOnAsStreet } from './street.ts';
import { glue, isPlain, prepositions, setOf } from './vocabulary.ts';

export interface Place {
  name: string;
  kind: string;
  lon: number;
  lat: number;
  /** Metres that suit the kind of place. */
  radius: number;
}

export const longestPlace = 4;
const outcode = /^[a-z]{1,2}\d[a-z\d]?$/;
const wholePostcode = /^([a-z]{1,2}\d[a-z\d]?)(\d)([a-z]{2})$/;
const peopleWords = setOf('people, person, persons, adults, children, guests, of us, pm, am');

/** The postcode here, with the wider ones round it, as they are written in the gazetteer. */
export function postcodeAt(words: readonly Word[], at: number): { end: number; names: string[] } | undefined {
  const [first = '', second = ''] = rowAt(words, at, 2);
  const glued = wholePostcode.exec(first);
  if (glued) {
    const [, out = '', sector = '', unit = ''] = glued;
    return { end: at + 1, names: [`${out} ${sector}${unit}`, `${out} ${sector}`, out] };
  }
  if (!outcode.test(first)) return undefined;
  const spaced = words[at + 1]?.gap.trim() === '';
  if (spaced && /^\d[a-z]{2}$/.test(second))
    return { end: at + 2, names: [`${first} ${second}`, `${first} ${second[0]}`, first] };
  if (spaced && /^\d$/.test(second) && phraseAt(words, at + 2, peopleWords, 2) === 0)
    return { end: at + 2, names: [`${first} ${second}`, first] };
  return { end: at + 1, names: [first] };
}

/** Ways to write these words as a name: “stoke on trent”, and with its hyphens when it has some. */
export function namesOf(words: readonly Word[], at: number, length: number): string[] {
  const row = rowAt(words, at, length);
  if (row.length < length) return [];
  const hyphened = row.map((word, index) => {
    const gap = words[at + index]?.gap ?? '';
    return index === 0 ? word : `${/[-‐‑–]/.test(gap) ? '-' : ' '}${word}`;
  });
  return [...new Set([row.join(' '), hyphened.join('')])];
}

export interface Located {
  end: number;
  place: Place;
}

export function locatedAt(
  words: readonly Word[],
  at: number,
  places: ReadonlyMap<string, Place>,
): Located | undefined {
  const postcode = postcodeAt(words, at);
  for (const name of postcode?.names ?? []) {
    const place = places.get(name);
    if (postcode && place) return { end: postcode.end, place };
  }
  for (let length = longestPlace; length > 0; length--)
    for (const name of namesOf(words, at, length)) {
      const place = places.get(name);
      if (place && !goesOnAsStreet(words, at + length)) return { end: at + length, place };
    }
  return undefined;
}

const stations = setOf(
  'station, tube, tube station, underground, railway station, rail station, train station, area',
);

/** The place here with what only says more of it: “station”, the town round it, its postcode. */
function wholePlace(
  words: readonly Word[],
  at: number,
  places: ReadonlyMap<string, Place>,
): Located | undefined {
  let found = locatedAt(words, at, places) ?? theNamed(words, at, places);
  if (!found) return undefined;
  found = { ...found, end: found.end + phraseAt(words, found.end, stations, 2) };
  for (;;) {
    const gap: string = words[found.end]?.gap ?? '';
    const next: Located | undefined = /^[\s,]*$/.test(gap) ? locatedAt(words, found.end, places) : undefined;
    if (!next || isPlain(words[found.end]?.word ?? '')) return found;
    const [small, large]: [Place, Place] =
      next.place.radius < found.place.radius ? [next.place, found.place] : [found.place, next.place];
    if (large.radius < 1.5 * small.radius) return found;
    found = { end: next.end, place: small };
  }
}

const theNamed = (words: readonly Word[], at: number, places: ReadonlyMap<string, Place>) =>
  words[at]?.word === 'the' && !isPlain(words[at + 1]?.word ?? '')
    ? locatedAt(words, at + 1, places)
    : undefined;

const near = ({ end, place }: Located, radius?: number): Found => ({
  end,
  filter: {
    parameter: 'near',
    value: `${place.lon},${place.lat}`,
    point: [place.lon, place.lat],
    label: radius === undefined ? `Near ${place.name}` : `Within ${distanceText(radius)} of ${place.name}`,
    radius: radius ?? place.radius,
    place: place.name,
    ...(radius !== undefined && { metres: Math.round(radius) }),
  },
});
const me = setOf('me, here, my location, my area, my house, my home, us');
const closeTo = new Set([...prepositions].filter((each) => each !== 'nearby'));

export const readPlace =
  (places: ReadonlyMap<string, Place>): Reader =>
  (words, at) => {
    const distance = distanceAt(words, at);
    if (distance) {
      const own = phraseAt(words, distance.end, me, 2);
      if (own > 0) return { end: distance.end + own };
      const found = wholePlace(words, distance.end, places);
      return found ? near(found, distance.radius) : undefined;
    }
    const length = phraseAt(words, at, closeTo, 2);
    if (length > 0) {
      const own = phraseAt(words, at + length, me, 2);
      if (own > 0) return { end: at + length + own };
      const found = joined(words[at + length]?.gap ?? '')
        ? wholePlace(words, at + length, places)
        : undefined;
      return found ? near(found) : undefined;
    }
    if (words[at]?.word === 'nearby') return { end: at + 1 };
    return postcodeAt(words, at) && isPostcode(words, at, places) ? bare(words, at, places) : undefined;
  };

const isPostcode = (words: readonly Word[], at: number, places: ReadonlyMap<string, Place>): boolean =>
  postcodeAt(words, at)?.names.some((name) => places.has(name)) ?? false;
const bare = (words: readonly Word[], at: number, places: ReadonlyMap<string, Place>): Found | undefined => {
  const found = wholePlace(words, at, places);
  return found && near(found);
};

/** A place without “near”: only its own words, none of them the register’s, may be meant. */
export function readBarePlace(
  words: readonly Word[],
  at: number,
  places: ReadonlyMap<string, Place>,
): Found | undefined {
  const word = words[at]?.word ?? '';
  if (word === '' || glue.has(word)) return undefined;
  const found = bare(words, at, places);
  return found && words.slice(at, found.end).some((each) => !isPlain(each.word)) ? found : undefined;
}
