/** Undoing a change of a photo, where what it did still stands: a new change, as with everything else of a venue. */
import type { Knex } from 'knex';
import { type Actor, canonical, type Edit } from '../venues/record.ts';
import { canComeBack, deletePhoto, restorePhoto } from './gone.ts';
import { changePhoto, photoRow, type SaidOfPhoto, saidOf } from './repository.ts';

const idIn = ({ path }: Edit): string | undefined => /^\/photos\/([0-9a-f]{32})$/.exec(path)?.[1];

/** The edit of a photo that a change consists of; undefined when it is about something else. */
export const photoEditIn = (edits: readonly Edit[]): Edit | undefined =>
  edits.find((edit) => idIn(edit) !== undefined);

const words = (said: unknown) => {
  const { alt, caption, spaceId, factKey } = (said ?? {}) as Partial<SaidOfPhoto>;
  return canonical({ alt, caption, spaceId, factKey });
};

/** Is the photo as the change left it? A photo that is gone must still have its files. */
export async function photoStands(db: Knex, venueId: number, edit: Edit): Promise<boolean> {
  const id = idIn(edit) ?? '';
  const row = await photoRow(db, venueId, id);
  if (edit.after === undefined)
    return edit.before !== undefined && row === undefined && (await canComeBack(db, id));
  return row !== undefined && words(saidOf(row)) === words(edit.after);
}

/** Puts back what stood before the edit. */
export async function undoPhoto(
  db: Knex,
  actor: Actor,
  venueId: number,
  { edit, undoes }: { edit: Edit; undoes: number },
): Promise<void> {
  const inHand = { venueId, id: idIn(edit) ?? '', actor, undoes };
  const before = edit.before as SaidOfPhoto | undefined;
  if (before === undefined) await deletePhoto(db, inHand);
  else if (edit.after === undefined) await restorePhoto(db, inHand, before);
  else {
    const { alt, caption = '', spaceId = null, factKey = null } = before;
    const room = spaceId && (await db('space').where({ id: spaceId, venue_id: venueId }).first('id'));
    await changePhoto(db, inHand, { alt, caption, spaceId: room ? spaceId : null, factKey });
  }
}
