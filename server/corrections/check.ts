/** What the schema cannot say about a suggestion: it is about something that is there, and says something else of it. */
import type { InputFault } from '../problem.ts';
import type { Space, Venue } from '../venues/schema.ts';
import { findFact, findLayout } from '../vocabulary.ts';
import type { NewCorrection } from './schema.ts';

const fault = (pointer: string, detail: string): InputFault[] => [{ pointer: `#/${pointer}`, detail }];
const sameAsNow = () => fault('value', 'This is what the page says already.');

function checkFact(venue: Venue, space: Space | undefined, { key = '', value }: NewCorrection): InputFault[] {
  const entry = findFact(key);
  // Where the public may not know the place, it is not asked about what tells it.
  if (!entry || (entry.locates && venue.location.precision !== 'exact'))
    return fault('key', 'Name one of the facts of the vocabulary.');
  if (entry.scope !== 'both' && entry.scope !== (space ? 'space' : 'venue'))
    return fault(
      'key',
      entry.scope === 'venue' ? 'This is said of the whole place.' : 'This is said of a room.',
    );
  const isNumber = entry.value === 'number';
  if (isNumber ? typeof value !== 'number' : !['yes', 'no', 'partial'].includes(String(value)))
    return fault('value', isNumber ? `Say a number (${entry.unit}).` : 'Say yes, no or partial.');
  const stated = (space ?? venue).facts.find((each) => each.key === key);
  return stated?.value === value ? sameAsNow() : [];
}

function checkCapacity(space: Space | undefined, { key = '', value }: NewCorrection): InputFault[] {
  if (!space) return fault('spaceId', 'Say which room.');
  if (!findLayout(key)) return fault('key', 'Name one of the layouts of the vocabulary.');
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 100_000)
    return fault('value', 'Say how many people, as a whole number.');
  return space.capacities.find(({ layout }) => layout === key)?.comfortable === value ? sameAsNow() : [];
}

/** Every fault at once; empty when it is sound. `venue` is what the public reads; nothing is seen after the `latest` day. */
export function checkCorrection(venue: Venue, sent: NewCorrection, latest: string): InputFault[] {
  const { about, spaceId, value, words, seenOn } = sent;
  const space = venue.spaces.find(({ id }) => id === spaceId);
  const faults: InputFault[] = [];
  if (seenOn !== undefined && seenOn > latest) faults.push(...fault('seenOn', 'This day is still to come.'));
  if (spaceId !== undefined && !space) return [...faults, ...fault('spaceId', 'There is no such room.')];
  if (about === 'fact') return [...faults, ...checkFact(venue, space, sent)];
  if (about === 'capacity') return [...faults, ...checkCapacity(space, sent)];
  if (about === 'name') {
    if (typeof value !== 'string') faults.push(...fault('value', 'Say the name.'));
    else if (value.trim() === venue.name) faults.push(...sameAsNow());
    return faults;
  }
  if (words === undefined) faults.push(...fault('words', 'Say what is right.'));
  if (value !== undefined) faults.push(...fault('value', 'Say this in words.'));
  return faults;
}
