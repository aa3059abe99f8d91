/** What the page of a step is a function of, besides its form. */
import type { Knex } from 'knex';
import type { ClashView } from '../../client/components/clashes.tsx';
import { formatDay } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import { stepFieldLabel, stepFieldText } from '../../client/logic/step-fields.ts';
import type { Compared } from '../../client/logic/three-way.ts';
import type { EditPageData, RoomLine } from '../../client/pages/data.ts';
import type { StepFault } from '../listing/step.ts';
import type { Address, Found } from '../listing/steps.ts';
import { listPhotos } from '../photos/repository.ts';
import { lastChange } from '../venues/last-change.ts';
import type { SpaceRecord, VenueRecord } from '../venues/record.ts';
import { journeyOf } from './journey.ts';

const roomLine = ({ id, name, capacities, facts }: SpaceRecord): RoomLine => ({
  id,
  name,
  ...(capacities.length > 0 && { people: Math.max(...capacities.map((each) => each.comfortable)) }),
  facts: facts.length,
});

async function photosHere(db: Knex, venueId: number, { room, roomPart, topic }: Found) {
  if (!topic && !roomPart) return [];
  const { items } = await listPhotos(db, venueId);
  return items
    .filter(({ spaceId }) => spaceId === undefined || spaceId === room?.id)
    .flatMap(({ id, alt, factKey }) => (factKey ? [{ id, alt, factKey }] : []));
}

/** Hours as a data set said them, where a week does not say the same. */
function hoursSaid({ openingHours, spaces }: VenueRecord, room: Found['room']): string | undefined {
  const hours = room ? spaces.find(({ id }) => id === room.id)?.openingHours : openingHours;
  const osm = hours?.osm ?? '';
  return osm === '' || osm === 'unknown' || osm.startsWith('"') ? undefined : osm;
}

export async function editData(
  { db, language }: { db: Knex; language: Language },
  record: VenueRecord,
  { step }: Pick<Address, 'step'>,
  found: Found,
  { isSteward, clashes }: { isSteward: boolean; clashes: readonly Compared[] },
): Promise<Omit<EditPageData, 'form' | 'same' | 'version' | 'settings'>> {
  const { id, slug, name, status, spaces } = record;
  const last = clashes.length > 0 ? await lastChange(db, id) : undefined;
  const osm = hoursSaid(record, found.room);
  return {
    page: 'edit',
    step,
    ...(found.topic && { topic: found.topic }),
    ...(found.room && { room: found.room }),
    ...(found.roomPart && { roomPart: found.roomPart }),
    venue: { id, slug, name },
    status,
    journey: await journeyOf(db, record, isSteward),
    rooms: spaces.map(roomLine),
    photos: await photosHere(db, id, found),
    ...(osm && { osm }),
    who: last?.who ?? '',
    day: last ? formatDay(language, last.at.slice(0, 10)) : '',
    clashes: clashes.map(
      ({ name: field, mine, theirs }): ClashView => ({
        name: field,
        mine,
        label: stepFieldLabel(language, field),
        theirsText: stepFieldText(language, field, theirs, spaces),
        mineText: stepFieldText(language, field, mine, spaces),
      }),
    ),
  };
}

/** What is wrong with an answer, in the language of the page. Where many are alike, it says which: it is read at the head of the page, too. */
export const faultsInWords = (language: Language, faults: readonly StepFault[]): FormFault[] =>
  faults.map(({ field, name, most }) => {
    const label = stepFieldLabel(language, (field ?? '').replace(/^note_/, 'fact_').replace(/-.*$/, ''));
    return {
      ...(field !== undefined && { field }),
      sentence: language.t(`listing.error_${name}`, { most: most ?? 0, label }),
    };
  });
