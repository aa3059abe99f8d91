/** The buttons of a step's form that are no “save”: they do one thing, and the form comes back with everything typed. */
import type { Request } from 'express';
import type { Knex } from 'knex';
import { actOnRoom, isRoomTyped, roomActs } from '../listing/rooms.ts';
import { pointOfPostcode } from '../listing/start.ts';
import { listIn, type StepFault, type Typed } from '../listing/step.ts';
import { pointText } from '../listing/where.ts';
import { keepForm } from '../people/kept-form.ts';
import { sentVenue } from '../venues/read.ts';
import type { VenueRecord } from '../venues/record.ts';
import type { VenueChange } from '../venues/schema.ts';
import { textOf } from './form.ts';

interface Again {
  values: Typed;
  faults: StepFault[];
  to?: undefined;
}

/** The point of a postcode into the field for it, so that it is seen before it is saved. */
export async function findPostcode(db: Knex, typed: Typed): Promise<Again> {
  const postcode = textOf(typed, 'postcode');
  const point = await pointOfPostcode(db, postcode);
  if (point) return { values: { ...typed, point: pointText(point) }, faults: [] };
  return { values: typed, faults: [{ field: 'postcode', name: postcode ? 'postcode' : 'place' }] };
}

const monday = (typed: Typed): Typed => ({
  ...typed,
  ...Object.fromEntries([2, 3, 4, 5].map((weekday) => [`day${weekday}`, listIn(typed, 'day1')])),
});

const doneBy = { copy: 'copied', remove: 'removed', up: '', down: '' } as const;

/** Undefined when it was no such button. `to` is where the browser goes, when something was done to a room. */
export async function asked(
  { db, request, params }: { db: Knex; request: Request; params: { slug: string; step: string } },
  {
    record,
    typed,
    write,
  }: { record: VenueRecord; typed: Typed; write: (change: VenueChange) => Promise<unknown> },
): Promise<Again | { to: string } | undefined> {
  const [, doing = '', about = ''] = /^([a-z]+)(?:-(\w+))?$/.exec(textOf(typed, 'do')) ?? [];
  if (doing === 'find') return findPostcode(db, typed);
  if (doing === 'row') return { values: typed, faults: [] };
  if (doing === 'weekdays') return { values: monday(typed), faults: [] };
  if (doing === 'more') return { values: { ...typed, more: about }, faults: [] };
  const act = roomActs.find((each) => each === doing);
  if (!act || params.step !== 'rooms') return undefined;
  const { spaces = [] } = sentVenue(record);
  await write({ spaces: actOnRoom(spaces, act, Number(about)) });
  const kept = isRoomTyped(typed) ? `&kept=${await keepForm(db, request.path, typed)}` : '';
  // What was moved is looked for where it is now.
  const place = doneBy[act] === '' ? `#room-${about}` : '';
  return { to: `/venues/${params.slug}/edit/rooms?done=${doneBy[act]}${kept}${place}` };
}
