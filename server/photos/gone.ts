/**
 * Photos that are deleted: gone from sight at once, and kept for as long as they can be brought back; or gone for good,
 * files and words, when somebody who can be seen asks for it.
 */
import type { Knex } from 'knex';
import { conflict, notFound } from '../problem.ts';
import { recordBeside } from '../venues/recorded.ts';
import {
  freePosition,
  KEPT_DAYS,
  nextVersion,
  noRoom,
  number,
  type PhotoInHand,
  photoEdit,
  photoRow,
  type SaidOfPhoto,
  saidOf,
  takeAlbum,
} from './repository.ts';
import { MOST_PHOTOS } from './schema.ts';

const idsOf = (db: Knex, venueId: number): Promise<string[]> =>
  db('photo').where({ venue_id: venueId }).orderBy('position').pluck('id');

/** Takes a photo away; its files are left for the sweep, which comes when it can no longer be brought back. */
export async function deletePhoto(
  db: Knex,
  { venueId, id, versions, actor, undoes }: PhotoInHand,
): Promise<number> {
  await takeAlbum(db, venueId, versions);
  const row = await photoRow(db, venueId, id);
  if (!row) throw notFound('photo');
  await db('photo').where({ id }).delete();
  await db('photo_leftover')
    .where({ id })
    .update({ due_at: db.raw(`now() + ? * interval '1 day'`, [KEPT_DAYS]) });
  await number(db, venueId, await idsOf(db, venueId));
  await recordBeside(db, actor, venueId, [photoEdit(id, saidOf(row))], undoes);
  return nextVersion(db, venueId);
}

/** Are the files still there, and far from being swept? The sweep puts off by minutes what it is taking away. */
export async function canComeBack(db: Knex, id: string): Promise<boolean> {
  const row = await db('photo_leftover')
    .where({ id })
    .whereRaw(`due_at > now() + interval '1 hour'`)
    .first('id');
  return row !== undefined;
}

/** Brings a deleted photo back to its place. Throws Problem 409 when it is too late, or there is no room. */
export async function restorePhoto(
  db: Knex,
  { venueId, id, actor, undoes }: PhotoInHand,
  said: SaidOfPhoto,
): Promise<number> {
  await takeAlbum(db, venueId);
  if (!(await canComeBack(db, id)))
    throw conflict('The files of this photo are gone, so it cannot come back.');
  const position = await freePosition(db, venueId);
  if (position >= MOST_PHOTOS) throw noRoom();
  const room = said.spaceId && (await db('space').where({ id: said.spaceId, venue_id: venueId }).first('id'));
  await db('photo_leftover').where({ id }).delete();
  await db('photo').insert({
    id,
    venue_id: venueId,
    position,
    alt: said.alt,
    caption: said.caption ?? null,
    space_id: room ? said.spaceId : null,
    fact_key: said.factKey ?? null,
    width: said.width,
    height: said.height,
  });
  const order = (await idsOf(db, venueId)).filter((each) => each !== id);
  await number(db, venueId, order.toSpliced(said.position, 0, id));
  const row = await photoRow(db, venueId, id);
  await recordBeside(db, actor, venueId, [photoEdit(id, undefined, row && saidOf(row))], undoes);
  return nextVersion(db, venueId);
}

/**
 * For good, and at once: the files are due, and what was ever said about the photo is out of the record of changes. Also
 * of a photo that was deleted before. What stays is that a photo was taken away.
 */
export async function deleteForGood(
  db: Knex,
  { venueId, id, versions, actor }: PhotoInHand,
): Promise<number> {
  await takeAlbum(db, venueId, versions);
  const path = `/photos/${id}`;
  const known = await db('change')
    .where({ venue_id: venueId })
    .whereRaw('edits @> ?', [JSON.stringify([{ path }])])
    .delete();
  const deleted = await db('photo').where({ id, venue_id: venueId }).delete();
  if (known + deleted === 0) throw notFound('photo');
  await db('photo_leftover').where({ id }).update({ due_at: db.fn.now() });
  await number(db, venueId, await idsOf(db, venueId));
  await recordBeside(db, actor, venueId, [photoEdit(id, undefined)]);
  return nextVersion(db, venueId);
}
