/** What a schema cannot say about a venue, said as faults with JSON Pointers. Database constraints still decide. */
import type { InputFault } from '../problem.ts';
import { findFact } from '../vocabulary.ts';
import { normaliseHours } from './opening-hours.ts';
import type { NewFact, NewSpace, OpeningHours, VenueChange } from './schema.ts';
import { checkServices } from './services.ts';

/**
 * Every fault of the input at once; empty when it is sound. `today` is an ISO day; `spaceIds` are the ids that the
 * venue's spaces have now.
 */
export function checkVenue(
  venue: VenueChange,
  today: string,
  spaceIds: readonly number[] = [],
): InputFault[] {
  return [
    ...checkSpaceIds(venue.spaces ?? [], spaceIds),
    ...checkFacts(venue.facts ?? [], 'venue', '#/facts', today),
    ...checkHours(venue.openingHours, '#/openingHours'),
    ...checkServices(venue.services),
    ...checkSpaces(venue.spaces ?? [], today),
  ];
}

function checkSpaceIds(spaces: NewSpace[], known: readonly number[]): InputFault[] {
  const ids = spaces.map((space) => space.id);
  return ids.flatMap((id, index) => {
    const pointer = `#/spaces/${index}/id`;
    if (id === undefined) return [];
    if (ids.indexOf(id) !== index) return [{ pointer, value: id, detail: 'This space was sent twice.' }];
    if (known.includes(id)) return [];
    const detail = 'This venue has no space with this id. Leave the id out to add a space.';
    return [{ pointer, value: id, detail, allowed: known }];
  });
}

function checkFacts(facts: NewFact[], scope: 'venue' | 'space', path: string, today: string): InputFault[] {
  const seen = new Set<string>();
  return facts.flatMap((fact, index) => {
    const pointer = `${path}/${index}`;
    const faults: InputFault[] = [];
    const entry = findFact(fact.key);
    if (!entry) return [];
    const label = entry.label;
    if (seen.has(fact.key))
      faults.push({ pointer: `${pointer}/key`, value: fact.key, detail: `“${label}” is stated twice.` });
    seen.add(fact.key);
    if (entry.scope !== 'both' && entry.scope !== scope) {
      const where = entry.scope === 'venue' ? 'the whole venue' : 'a space';
      faults.push({
        pointer: `${pointer}/key`,
        value: fact.key,
        detail: `“${label}” is stated of ${where}.`,
      });
    }
    if ((entry.value === 'number') !== (typeof fact.value === 'number')) {
      const wanted = entry.value === 'number' ? `a number (${entry.unit})` : 'yes, no or partial';
      faults.push({
        pointer: `${pointer}/value`,
        value: fact.value,
        detail: `“${label}” must be ${wanted}.`,
      });
    }
    if (fact.observedOn > today) {
      faults.push({
        pointer: `${pointer}/observedOn`,
        value: fact.observedOn,
        detail: 'A fact cannot be observed in the future.',
      });
    }
    return faults;
  });
}

function checkHours(hours: OpeningHours | null | undefined, pointer: string): InputFault[] {
  if (!hours) return [];
  const read = normaliseHours(hours);
  return 'fault' in read ? [{ pointer, value: hours.osm, detail: read.fault }] : [];
}

function checkSpaces(spaces: NewSpace[], today: string): InputFault[] {
  const names = spaces.map((space) => space.name);
  return spaces.flatMap((space, index) => {
    const pointer = `#/spaces/${index}`;
    const faults: InputFault[] = [];
    if (names.indexOf(space.name) !== index) {
      faults.push({
        pointer: `${pointer}/name`,
        value: space.name,
        detail: 'Two spaces in one venue cannot have the same name.',
      });
    }
    for (const part of space.joins ?? []) {
      if (part === space.name || !names.includes(part)) {
        faults.push({
          pointer: `${pointer}/joins`,
          value: part,
          detail: `“${part}” is not another space of this venue.`,
        });
      }
    }
    const layouts = (space.capacities ?? []).map((capacity) => capacity.layout);
    (space.capacities ?? []).forEach(({ layout, comfortable, legalMaximum }, at) => {
      const place = `${pointer}/capacities/${at}`;
      if (layouts.indexOf(layout) !== at)
        faults.push({ pointer: `${place}/layout`, value: layout, detail: 'This layout is stated twice.' });
      if (legalMaximum !== undefined && legalMaximum < comfortable) {
        const detail = 'The legal maximum cannot be lower than the comfortable number.';
        faults.push({ pointer: `${place}/legalMaximum`, value: legalMaximum, detail });
      }
    });
    return [
      ...faults,
      ...checkFacts(space.facts ?? [], 'space', `${pointer}/facts`, today),
      ...checkHours(space.openingHours, `${pointer}/openingHours`),
    ];
  });
}
