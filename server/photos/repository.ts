/** All SQL about photos. Their files are in the store; a row here is what makes a file a photo. */
import type { Knex } from 'knex';
import { conflict, notFound, stale } from '../problem.ts';
import { type Actor, canonical, type Edit } from '../venues/record.ts';
import { recordBeside } from '../venues/recorded.ts';
import { MOST_PHOTOS, type NewPhoto, type Photo, type PhotoChange, type PhotoList } from './schema.ts';
import { sizesOf } from './sizes.ts';

/** Days for which a deleted photo can be brought back. */
export const KEPT_DAYS = 30;

export interface PhotoRow {
  id: string;
  alt: string;
  caption: string | null;
  space_id: number | null;
  fact_key: string | null;
  width: number;
  height: number;
  added_at: Date;
}

export const photoPath = (id: string, size: number, format: string) => `/photos/${id}/${size}.${format}`;

const toPhoto = (row: PhotoRow): Photo => ({
  id: row.id,
  alt: row.alt,
  ...(row.caption && { caption: row.caption }),
  ...(row.space_id && { spaceId: row.space_id }),
  ...(row.fact_key && { factKey: row.fact_key }),
  width: row.width,
  height: row.height,
  addedAt: row.added_at.toISOString(),
  sizes: sizesOf(row.width).map((size) => {
    const width = Math.min(size, row.width);
    return {
      width,
      height: Math.round((row.height * width) / row.width),
      webp: photoPath(row.id, size, 'webp'),
      jpg: photoPath(row.id, size, 'jpg'),
    };
  }),
});

/** What the record of changes keeps of a photo: its words, its measures, and its place among the others. */
export interface SaidOfPhoto {
  alt: string;
  caption?: string;
  spaceId?: number;
  factKey?: string;
  width: number;
  height: number;
  position: number;
}

export const saidOf = (row: PhotoRow & { position: number }): SaidOfPhoto => ({
  alt: row.alt,
  ...(row.caption && { caption: row.caption }),
  ...(row.space_id && { spaceId: row.space_id }),
  ...(row.fact_key && { factKey: row.fact_key }),
  width: row.width,
  height: row.height,
  position: row.position,
});

export const photoEdit = (id: string, before: SaidOfPhoto | undefined, after?: SaidOfPhoto): Edit => ({
  path: `/photos/${id}`,
  ...(before && { before }),
  ...(after && { after }),
});

export const photoRow = (
  db: Knex,
  venueId: number,
  id: string,
): Promise<(PhotoRow & { position: number }) | undefined> =>
  db('photo').where({ id, venue_id: venueId }).first();

/** A venue's photos in their order. Whether the visitor may see them is for the caller to know. */
export async function listPhotos(db: Knex, venueId: number): Promise<PhotoList> {
  const rows: (PhotoRow & { version: number })[] = await db('photo_album as a')
    .leftJoin('photo as p', 'p.venue_id', 'a.venue_id')
    .where('a.venue_id', venueId)
    .orderBy('p.position')
    .select('a.version', 'p.*');
  return {
    version: rows[0]?.version ?? 0,
    items: rows.filter(({ id }) => id !== null).map(toPhoto),
  };
}

interface Photographed {
  id: number;
  slug: string;
  name: string;
  spaces: { id: number; name: string }[];
}

/** A venue that is there, and what of it a photo can show. */
export async function photographed(db: Knex, id: number): Promise<Photographed> {
  const venue: Omit<Photographed, 'spaces'> = await db('venue').where({ id }).first('id', 'slug', 'name');
  const spaces = await db('space').where({ venue_id: id }).orderBy('position').select('id', 'name');
  return { ...venue, spaces };
}

/** The venue of a photo. Throws Problem 404. */
export async function venueOfPhoto(db: Knex, id: string): Promise<number> {
  const row: { venue_id: number } | undefined = await db('photo').where({ id }).first('venue_id');
  if (!row) throw notFound('photo');
  return row.venue_id;
}

/**
 * Takes a venue's photos in hand until the end of the transaction: nobody else changes them meanwhile. Throws Problem
 * 412 when they are not of one of these versions.
 */
export async function takeAlbum(db: Knex, venueId: number, versions?: number[]): Promise<number> {
  // The venue first, as whoever changes it does: so that no two of us wait for each other.
  if (!(await db('venue').where({ id: venueId }).forUpdate().first('id'))) throw notFound('venue');
  await db('photo_album').insert({ venue_id: venueId }).onConflict('venue_id').ignore();
  const album: { version: number } = await db('photo_album')
    .where({ venue_id: venueId })
    .forUpdate()
    .first('version');
  if (versions && !versions.includes(album.version)) throw stale();
  return album.version;
}

export async function nextVersion(db: Knex, venueId: number): Promise<number> {
  const [row] = await db('photo_album')
    .where({ venue_id: venueId })
    .increment('version', 1)
    .returning('version');
  return row.version;
}

/** Takes the photos in hand, and names those of the last ten minutes that have these words and measures. */
export async function likePhotos(
  db: Knex,
  venueId: number,
  { alt, width, height }: { alt: string; width: number; height: number },
): Promise<{ version: number; ids: string[] }> {
  const version = await takeAlbum(db, venueId);
  const ids = await db('photo')
    .where({ venue_id: venueId, alt: alt.trim(), width, height })
    .whereRaw(`added_at > now() - interval '10 minutes'`)
    .pluck('id');
  return { version, ids };
}

export interface MadePhoto {
  id: string;
  width: number;
  height: number;
}

/** The last of a venue's photos, whose files are in the store already. Throws Problem 409 when there are 20. */
export async function insertPhoto(
  db: Knex,
  venueId: number,
  made: MadePhoto,
  { alt, caption, spaceId, factKey }: NewPhoto,
  actor: Actor,
): Promise<number> {
  await takeAlbum(db, venueId);
  const kept = await db('photo_leftover').where({ id: made.id }).delete();
  if (kept === 0) throw conflict('The upload took so long that its files are gone. Send it again.');
  const position = await freePosition(db, venueId);
  if (position >= MOST_PHOTOS) throw noRoom();
  await db('photo').insert({
    ...made,
    venue_id: venueId,
    position,
    alt: alt.trim(),
    caption: caption?.trim() || null,
    space_id: spaceId ?? null,
    fact_key: factKey ?? null,
  });
  const row = await photoRow(db, venueId, made.id);
  await recordBeside(db, actor, venueId, [photoEdit(made.id, undefined, row && saidOf(row))]);
  return nextVersion(db, venueId);
}

export interface PhotoInHand {
  venueId: number;
  id: string;
  versions?: number[];
  /** In whose name it is changed. */
  actor: Actor;
  /** The version of the venue whose change this one undoes. */
  undoes?: number;
}

/** Changes what is said about a photo. Sent back as it is, it changes nothing. */
export async function changePhoto(
  db: Knex,
  { venueId, id, versions, actor, undoes }: PhotoInHand,
  { alt, caption, spaceId, factKey }: PhotoChange,
): Promise<number> {
  const version = await takeAlbum(db, venueId, versions);
  const before = await photoRow(db, venueId, id);
  if (!before) throw notFound('photo');
  const change = {
    ...(alt !== undefined && { alt: alt.trim() }),
    ...(caption !== undefined && { caption: caption.trim() || null }),
    ...(spaceId !== undefined && { space_id: spaceId }),
    ...(factKey !== undefined && { fact_key: factKey }),
  };
  const after = { ...before, ...change };
  const edit = photoEdit(id, saidOf(before), saidOf(after));
  if (canonical(edit.before) === canonical(edit.after)) return version;
  await db('photo').where({ id, venue_id: venueId }).update(change);
  await recordBeside(db, actor, venueId, [edit], undoes);
  return nextVersion(db, venueId);
}

/** Puts the photos in this order, which must name each of them. */
export async function orderPhotos(
  db: Knex,
  { venueId, versions }: { venueId: number; versions?: number[] },
  order: string[],
): Promise<number> {
  await takeAlbum(db, venueId, versions);
  const ids: string[] = await db('photo').where({ venue_id: venueId }).pluck('id');
  if (ids.length !== order.length || !ids.every((id) => order.includes(id))) {
    throw conflict('The order must name every photo of the venue, each once. Load the photos again.');
  }
  await number(db, venueId, order);
  return nextVersion(db, venueId);
}

/** One place up (-1) or down (1); a photo at the end stays there. */
export async function movePhoto(
  db: Knex,
  { venueId, id }: { venueId: number; id: string },
  by: -1 | 1,
): Promise<void> {
  await takeAlbum(db, venueId);
  const order: string[] = await db('photo').where({ venue_id: venueId }).orderBy('position').pluck('id');
  const from = order.indexOf(id);
  const other = order[from + by];
  if (from < 0) throw notFound('photo');
  if (other === undefined) return;
  order[from] = other;
  order[from + by] = id;
  await number(db, venueId, order);
  await nextVersion(db, venueId);
}

/** Numbers the photos from 0; no two ever have the same place, so all change in one statement at its end. */
export async function number(db: Knex, venueId: number, order: string[]): Promise<void> {
  await db.raw('set constraints photo_venue_id_position_key deferred');
  await db.raw(
    `update photo set position = o.n - 1 from unnest(?::text[]) with ordinality as o(id, n)
      where photo.id = o.id and venue_id = ?`,
    [order, venueId],
  );
}

/** Throws Problem 409 when there is no room for another, before work is spent on it. */
export async function checkRoom(db: Knex, venueId: number): Promise<void> {
  if ((await freePosition(db, venueId)) >= MOST_PHOTOS) throw noRoom();
}

export async function freePosition(db: Knex, venueId: number): Promise<number> {
  const { position } = await db('photo')
    .where({ venue_id: venueId })
    .first(db.raw('coalesce(max(position) + 1, 0) as position'));
  return position;
}

export const noRoom = () =>
  conflict(`A venue has room for ${MOST_PHOTOS} photos. Delete one to add another.`);
