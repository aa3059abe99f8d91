/**
 * Will it work for these people? Each need is judged by the one fact that decides it: the space's own, else its
 * venue's. Unknown yields “ask”, never “yes”; partial yields “ask” with its note. The search in SQL follows the
 * same rule, and a test holds the two together.
 */
import { coversWeek, openAt } from '../venues/opening-hours.ts';
import type { Fact, Space, Venue } from '../venues/schema.ts';
import { findFact, findLayout, meetsNeed, saysNone, weekdays } from '../vocabulary.ts';
import type { SpaceFit, Verdict } from './schema.ts';

export interface Needs {
  people?: number;
  layout?: string;
  access?: string[];
  amenity?: string[];
  /** Minute of the ISO week. */
  openAt?: number;
}

type Answer = Verdict['answer'];

/** The weakest link: one no is a no, else one ask is an ask. */
export const overall = (answers: Answer[]): Answer =>
  answers.includes('no') ? 'no' : answers.includes('ask') ? 'ask' : 'yes';

const strength: Answer[] = ['yes', 'ask', 'no'];

/** Eight people want a room for eight before a hall for two hundred. A room that is too small comes closest when it is large. */
function roomToSpare({ verdicts }: SpaceFit, people: number): number {
  const held = Number(verdicts.find(({ need }) => need === 'capacity')?.value ?? Number.POSITIVE_INFINITY);
  return held === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : Math.abs(held - people);
}

/** The spaces of a venue judged, best first; a venue without spaces is judged as one whole. */
export function judgeVenue(venue: Venue, needs: Needs): { answer: Answer; spaces: SpaceFit[] } {
  const spaces: (Space | undefined)[] = venue.spaces.length > 0 ? venue.spaces : [undefined];
  const judged = spaces.map((space) => judgeSpace(venue, space, needs));
  const asks = (fit: SpaceFit) => fit.verdicts.filter((verdict) => verdict.answer !== 'yes').length;
  judged.sort(
    (a, b) =>
      strength.indexOf(a.answer) - strength.indexOf(b.answer) ||
      asks(a) - asks(b) ||
      (needs.people === undefined ? 0 : roomToSpare(a, needs.people) - roomToSpare(b, needs.people)),
  );
  return { answer: judged[0]?.answer ?? 'ask', spaces: judged };
}

function judgeSpace(venue: Venue, space: Space | undefined, needs: Needs): SpaceFit {
  const verdicts = [
    ...(needs.people !== undefined || needs.layout !== undefined ? [judgeCapacity(space, needs)] : []),
    ...[...(needs.access ?? []), ...(needs.amenity ?? [])].map((key) => judgeFact(venue, space, key)),
    ...(needs.openAt !== undefined ? [judgeHours(venue, space, needs.openAt)] : []),
  ];
  return {
    ...(space && { id: space.id }),
    name: space?.name ?? venue.name,
    answer: overall(verdicts.map((verdict) => verdict.answer)),
    verdicts,
  };
}

function judgeCapacity(space: Space | undefined, { people = 1, layout }: Needs): Verdict {
  const known = (space?.capacities ?? []).filter(
    (capacity) => layout === undefined || capacity.layout === layout,
  );
  const best = known.reduce<(typeof known)[number] | undefined>(
    (most, each) => (most && most.comfortable >= each.comfortable ? most : each),
    undefined,
  );
  const style = layout === undefined ? '' : ` in ${findLayout(layout)?.label.toLowerCase()} layout`;
  if (!best)
    return { need: 'capacity', answer: 'ask', says: `Nobody has said how many people it holds${style}.` };
  const says = `It holds ${best.comfortable}${layout === undefined ? ` (${findLayout(best.layout)?.label.toLowerCase()})` : style}.`;
  const note = best.condition;
  return {
    need: 'capacity',
    answer: best.comfortable >= people ? 'yes' : 'no',
    value: best.comfortable,
    says,
    of: 'space',
    ...(note && { note }),
  };
}

function judgeFact(venue: Venue, space: Space | undefined, key: string): Verdict {
  const entry = findFact(key);
  if (!entry) return { need: key, answer: 'ask', says: 'This is not in the vocabulary.' };
  const own = space?.facts.find((fact) => fact.key === key);
  const fact: Fact | undefined = own ?? venue.facts.find((each) => each.key === key);
  if (!fact)
    return { need: key, fact: key, answer: 'ask', says: `Nobody has said: ${entry.label.toLowerCase()}.` };
  const met = meetsNeed(entry, fact.value);
  const sentence =
    fact.value === 1 && entry.one ? entry.one : saysNone(entry, fact.value) ? entry.no : entry.yes;
  const says =
    met === 'partial'
      ? `Only in part: ${entry.label.toLowerCase()}.`
      : sentence.replace('{n}', String(fact.value));
  return {
    need: key,
    fact: key,
    answer: met === 'partial' ? 'ask' : met,
    value: fact.value,
    ...(fact.note && { note: fact.note }),
    method: fact.method,
    observedOn: fact.observedOn,
    age: fact.age,
    says,
    of: own ? 'space' : 'venue',
  };
}

function judgeHours(venue: Venue, space: Space | undefined, minute: number): Verdict {
  const hours = space?.openingHours ?? venue.openingHours;
  const day = Math.floor(minute / 1440);
  const clock = `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const when = `${weekdays[day]} at ${clock}`;
  if (!hours) return { need: 'openAt', answer: 'ask', says: 'Nobody has said when it is open.' };
  const open = openAt(hours, day + 1, minute % 1440);
  const of = space?.openingHours ? 'space' : 'venue';
  if (!open && !coversWeek(hours)) {
    const note = hours.note && { note: hours.note };
    return {
      need: 'openAt',
      answer: 'ask',
      value: hours.osm,
      says: `Its hours vary. Ask about ${when}.`,
      of,
      ...note,
    };
  }
  return {
    need: 'openAt',
    answer: open ? 'yes' : 'no',
    value: hours.osm,
    says: `It is ${open ? 'open' : 'closed'} on ${when}.`,
    of,
  };
}
