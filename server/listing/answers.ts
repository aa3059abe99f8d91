/** Forms about a venue as changes of its record: what is typed replaces what it is about, and nothing else. */
import type { NewFact, NewSpace, NewVenue } from '../venues/schema.ts';
import { type FactEntry, layouts } from '../vocabulary.ts';

export type Typed = Record<string, string | string[]>;
const text = (typed: Typed, name: string): string => {
  const value = typed[name];
  return ((Array.isArray(value) ? value[0] : value) ?? '').trim();
};

/** Rooms shown at a time that are still empty. */
export const EMPTY_ROOMS = 2;

/** The fields of the rooms as they stand: `room0_name`, `room0_theatre`. */
export function roomFields(spaces: readonly NewSpace[]): Record<string, string> {
  return Object.fromEntries(
    spaces.flatMap((space, n) => [
      [`room${n}_id`, String(space.id ?? '')],
      [`room${n}_name`, space.name],
      [`room${n}_floor`, space.floor === undefined ? '' : String(space.floor)],
      ...(space.capacities ?? []).map(({ layout, comfortable }) => [
        `room${n}_${layout}`,
        String(comfortable),
      ]),
    ]),
  );
}

/** Whole numbers stay text when they are none, so that the schema names what is wrong. */
const number = (typed: string): number => (/^-?\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN);

/** The rooms after the form. A room whose name was emptied is gone; what the form does not ask of a room stays. */
export function roomsTyped(
  typed: Typed,
  spaces: readonly NewSpace[],
): { spaces: NewSpace[]; fields: string[] } {
  const rooms: NewSpace[] = [];
  const fields: string[] = [];
  for (let n = 0; n < spaces.length + EMPTY_ROOMS; n += 1) {
    const name = text(typed, `room${n}_name`);
    if (name === '') continue;
    const id = text(typed, `room${n}_id`);
    const old = spaces.find((space) => String(space.id) === id);
    const floor = text(typed, `room${n}_floor`);
    const capacities = layouts.flatMap(({ key: layout }) => {
      const typedNumber = text(typed, `room${n}_${layout}`);
      const { comfortable: _was, ...kept } = old?.capacities?.find((each) => each.layout === layout) ?? {};
      return typedNumber === '' ? [] : [{ ...kept, layout, comfortable: number(typedNumber) }];
    });
    const { floor: _floor, ...rest } = old ?? {};
    rooms.push({ ...rest, name, capacities, ...(floor !== '' && { floor: number(floor) }) });
    fields.push(`room${n}`);
  }
  return { spaces: rooms, fields };
}

/** The fields of the facts as they stand: `fact_hearing_loop` is yes, partial, no, a number, or empty for “I don't know”. */
export const factFields = (venue: NewVenue): Record<string, string> =>
  Object.fromEntries((venue.facts ?? []).map(({ key, value }) => [`fact_${key}`, String(value)]));

/**
 * The facts after the form asked about `entries`. An answer that stays as it was keeps its evidence; a new one is
 * told, or visited where `seen`, today. “I don't know” takes the fact away.
 */
export function factsTyped(
  typed: Typed,
  venue: NewVenue,
  entries: readonly FactEntry[],
  { today, seen }: { today: string; seen: boolean },
): { facts: NewFact[]; fields: string[] } {
  const asked = new Set(entries.map(({ key }) => key));
  const facts = (venue.facts ?? []).filter(({ key }) => !asked.has(key));
  const fields = facts.map(({ key }) => `fact_${key}`);
  for (const { key, value: kind } of entries) {
    const said = text(typed, `fact_${key}`);
    if (said === '') continue;
    const value = kind === 'number' ? number(said) : (said as NewFact['value']);
    const old = venue.facts?.find((each) => each.key === key);
    facts.push(
      old && old.value === value ? old : { key, value, method: seen ? 'visited' : 'told', observedOn: today },
    );
    fields.push(`fact_${key}`);
  }
  return { facts, fields };
}
