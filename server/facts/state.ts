/**
 * Facts stated one by one, the same or anew: what was seen or told of some of them, with the evidence; all the others
 * stay as they are. Where they are only said to be still true, `confirm.ts` is enough.
 */
import type { Knex } from 'knex';
import { invalidInput } from '../problem.ts';
import { getRecord } from '../venues/read.ts';
import type { Actor } from '../venues/record.ts';
import { type Saved, type SaveOptions, saveVenue } from '../venues/repository.ts';
import type { NewFact, VenueChange } from '../venues/schema.ts';

/** What somebody says of one fact. */
export interface Stated {
  key: string;
  /** The room that it is about; absent: the whole venue. */
  spaceId?: number;
  value: NewFact['value'];
  /** Absent: the note that stands is kept where the value is the same, and dropped with a value that is no more. */
  note?: string;
}

/** How it is known: the same for all that is stated at once. */
export type Evidence = Pick<NewFact, 'method' | 'observedOn' | 'observedBy'>;

/**
 * States these facts of a venue, with this evidence. The same value as before is thereby confirmed: it keeps its note
 * and gets the new day. Another value replaces it, and one that was unknown is added. Facts that are not named stay,
 * with their evidence. One change in the history, by `saveVenue`; none when nothing differs. The venue is locked until
 * the transaction ends. Throws Problem 400 (pointers such as `#/3/spaceId` name the place in `stated`), 404, and 412
 * when the venue is of none of `options.versions`.
 */
export async function stateFacts(
  db: Knex,
  actor: Actor,
  venueId: number,
  { stated, evidence }: { stated: readonly Stated[]; evidence: Evidence },
  options: SaveOptions = {},
): Promise<Saved> {
  const { venue } = await getRecord(db, venueId, { lock: true });
  const spaces = venue.spaces ?? [];
  const strange = stated.flatMap(({ spaceId }, at) =>
    spaceId === undefined || spaces.some(({ id }) => id === spaceId)
      ? []
      : [{ pointer: `#/${at}/spaceId`, value: spaceId, detail: 'This venue has no space with this id.' }],
  );
  if (strange.length > 0) throw invalidInput(strange);
  const about = (id: number | undefined) => stated.filter(({ spaceId }) => spaceId === id);
  const change: VenueChange = {
    ...(about(undefined).length > 0 && { facts: withStated(venue.facts, about(undefined), evidence) }),
    ...(stated.some(({ spaceId }) => spaceId !== undefined) && {
      spaces: spaces.map((space) => ({
        ...space,
        facts: withStated(space.facts, about(space.id), evidence),
      })),
    }),
  };
  return saveVenue(db, actor, venueId, change, options);
}

function withStated(kept: NewFact[] = [], stated: readonly Stated[], evidence: Evidence): NewFact[] {
  const keys = new Set(stated.map(({ key }) => key));
  const anew = stated.map(({ key, value, note }): NewFact => {
    const before = kept.find((fact) => fact.key === key);
    const words = note ?? (before?.value === value ? before.note : undefined);
    return { key, value, ...evidence, ...(words && { note: words }) };
  });
  return [...kept.filter(({ key }) => !keys.has(key)), ...anew];
}
