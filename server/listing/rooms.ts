/** The rooms of a place: one as the fields of a form, and what can be done with one among the others. */
import type { Capacity, NewSpace, NewVenue } from '../venues/schema.ts';
import { layouts } from '../vocabulary.ts';
import { type Fields, listIn, type Step, type StepFault, textIn, tooLong, wholeIn } from './step.ts';

const MOST = { people: 100_000, condition: 200, name: 120, description: 2000 };

function roomFields(room: NewSpace | undefined, rooms: readonly NewSpace[]) {
  const { name = '', setting = 'indoor', floor, floorArea, description = '', joins = [] } = room ?? {};
  const capacities = layouts.flatMap(({ key }): [string, string][] => {
    const { comfortable, legalMaximum, condition } =
      room?.capacities?.find(({ layout }) => layout === key) ?? {};
    return [
      [`people_${key}`, comfortable === undefined ? '' : String(comfortable)],
      [`most_${key}`, legalMaximum === undefined ? '' : String(legalMaximum)],
      [`condition_${key}`, condition ?? ''],
    ];
  });
  return {
    name,
    ...Object.fromEntries(capacities),
    setting,
    floor: floor === undefined ? '' : String(floor),
    floorArea: floorArea === undefined ? '' : String(floorArea),
    description,
    // By id, as the other rooms may be renamed meanwhile.
    joins: rooms.filter(({ name: other }) => joins.includes(other)).map(({ id }) => String(id)),
  };
}

function capacitiesIn(values: Fields, faults: StepFault[]): Capacity[] {
  return layouts.flatMap(({ key: layout }): Capacity[] => {
    const [people, most, condition] = ['people', 'most', 'condition'].map((part) =>
      textIn(values, `${part}_${layout}`),
    ) as [string, string, string];
    if (people === '' && most === '' && condition === '') return [];
    const comfortable = wholeIn(people, 1, MOST.people);
    const legalMaximum = most === '' ? undefined : wholeIn(most, 1, MOST.people);
    if (comfortable === undefined) faults.push({ field: `people_${layout}`, name: 'people' });
    if (most !== '' && legalMaximum === undefined) faults.push({ field: `most_${layout}`, name: 'people' });
    if (comfortable !== undefined && legalMaximum !== undefined && legalMaximum < comfortable)
      faults.push({ field: `most_${layout}`, name: 'legal' });
    if (condition.length > MOST.condition)
      faults.push({ field: `condition_${layout}`, name: 'long', most: MOST.condition });
    if (comfortable === undefined) return [];
    return [{ layout, comfortable, ...(legalMaximum && { legalMaximum }), ...(condition && { condition }) }];
  });
}

/** Was anything typed of a new room? */
export const isRoomTyped = (values: Fields): boolean =>
  ['name', 'floor', 'floorArea', 'description', 'joins'].some((name) => textIn(values, name) !== '') ||
  layouts.some(({ key }) => ['people', 'most'].some((part) => textIn(values, `${part}_${key}`) !== ''));

/** The other rooms, with a room that they are made of under its new name. */
const renamed = (rooms: readonly NewSpace[], was: string, now: string): NewSpace[] =>
  rooms.map((room) => ({
    ...room,
    ...(room.joins && { joins: room.joins.map((part) => (part === was ? now : part)) }),
  }));

/** One room; a new one without an id. */
export const roomStep = (id?: number): Step => ({
  fields: ({ spaces = [] }: NewVenue) =>
    roomFields(
      spaces.find((each) => id !== undefined && each.id === id),
      spaces,
    ),
  read: (values, { venue }) => {
    const { spaces = [] } = venue;
    const old = spaces.find((each) => id !== undefined && each.id === id);
    const others = spaces.filter((each) => each !== old);
    const faults = tooLong(values, { name: MOST.name, description: MOST.description });
    const name = textIn(values, 'name');
    if (name === '') faults.unshift({ field: 'name', name: 'room' });
    if (others.some((each) => each.name === name)) faults.unshift({ field: 'name', name: 'sameRoom' });
    const [floor, area, description] = ['floor', 'floorArea', 'description'].map((field) =>
      textIn(values, field),
    ) as [string, string, string];
    const storey = wholeIn(floor, -5, 100);
    if (floor !== '' && storey === undefined) faults.push({ field: 'floor', name: 'number' });
    const metres = /^\d{1,5}(\.\d{1,2})?$/.test(area) && Number(area) > 0 ? Number(area) : undefined;
    if (area !== '' && metres === undefined) faults.push({ field: 'floorArea', name: 'number' });
    const chosen = listIn(values, 'joins');
    const joins = others.filter((each) => chosen.includes(String(each.id))).map((each) => each.name);
    if (joins.length === 1) faults.push({ field: 'joins', name: 'joins' });
    const room: NewSpace = {
      ...(old && { id: old.id, facts: old.facts, openingHours: old.openingHours }),
      name,
      setting: textIn(values, 'setting') === 'outdoor' ? 'outdoor' : 'indoor',
      capacities: capacitiesIn(values, faults),
      ...(storey !== undefined && { floor: storey }),
      ...(metres !== undefined && { floorArea: metres }),
      ...(description && { description }),
      ...(joins.length > 1 && { joins }),
    };
    const all = old ? spaces.map((each) => (each === old ? room : each)) : [...spaces, room];
    return { change: { spaces: old ? renamed(all, old.name, name) : all }, faults };
  },
});

export const roomActs = ['copy', 'up', 'down', 'remove'] as const;
export type RoomAct = (typeof roomActs)[number];

function copyOf(room: NewSpace, rooms: readonly NewSpace[]): NewSpace {
  const stem = room.name.replace(/ \d+$/, '').slice(0, MOST.name - 5);
  let number = 2;
  while (rooms.some(({ name }) => name === `${stem} ${number}`)) number += 1;
  const { id: _id, joins: _joins, facts = [], ...rest } = room;
  // Nobody has looked at the copy yet: its answers are what somebody says, and as old as those they were copied from.
  const told = facts.map(({ observedBy: _who, ...fact }) => ({
    ...fact,
    method: 'told' as const,
  }));
  return { ...rest, name: `${stem} ${number}`, facts: told };
}

/** The rooms after one of them was copied, moved or taken away; as they were when there is no such room. */
export function actOnRoom(rooms: readonly NewSpace[], act: RoomAct, id: number): NewSpace[] {
  const at = rooms.findIndex((each) => each.id === id);
  const room = rooms[at];
  if (!room) return [...rooms];
  if (act === 'copy') return rooms.toSpliced(at + 1, 0, copyOf(room, rooms));
  const others = rooms.filter((each) => each !== room);
  if (act !== 'remove') return others.toSpliced(Math.max(0, at + (act === 'up' ? -1 : 1)), 0, room);
  return others.map(({ joins = [], ...rest }) => {
    const left = joins.filter((name) => name !== room.name);
    // What is made of one room alone is that room.
    return { ...rest, ...(left.length > 1 && { joins: left }) };
  });
}
