/** All SQL about demand layers: whose they are, and what is said of them. Their numbers are in `versions.ts`. */
import type { Knex } from 'knex';
import { conflict, notFound, stale } from '../problem.ts';
import type { LayerSubject } from './policy.ts';
import type { Layer, LayerChange, NewLayer } from './schema.ts';

/** Layers of one organisation. */
const MOST_LAYERS = 200;

const layers = (db: Knex) =>
  db('demand_layer as l')
    .join('organisation as o', 'o.id', 'l.organisation_id')
    .select(
      'l.id',
      'l.organisation_id as organisationId',
      'o.name as organisation',
      'l.name',
      'l.unit',
      'l.source',
      'l.licence',
      'l.attribution',
      'l.public',
      'l.edit',
      db.raw('(select max(version) from demand_version v where v.layer_id = l.id and v.sealed) as version'),
    );

type LayerRow = Layer & { edit: number; attribution: string | null; version: number | null };

const toLayer = ({ edit: _edit, attribution, version, ...row }: LayerRow): Layer => ({
  ...row,
  ...(attribution && { attribution }),
  ...(version !== null && { version }),
});

/** What policies decide on. Throws Problem 404. */
export async function aboutLayer({
  db,
  params,
}: {
  db: Knex;
  params: { id: number };
}): Promise<LayerSubject> {
  const row = await db('demand_layer').where({ id: params.id }).first('id', 'organisation_id', 'public');
  if (!row) throw notFound('demand layer');
  return { id: row.id, organisationId: row.organisation_id, isPublic: row.public };
}

/** The layer, and the version of what is said of it. Throws Problem 404. */
export async function getLayer(db: Knex, id: number): Promise<{ layer: Layer; edit: number }> {
  const row: LayerRow | undefined = await layers(db).where('l.id', id).first();
  if (!row) throw notFound('demand layer');
  return { layer: toLayer(row), edit: row.edit };
}

/** Layers that are public, or of these organisations (of all: `everything`), in the order in which they were added. */
export async function listLayers(
  db: Knex,
  of: { organisationIds: number[]; everything?: boolean; organisation?: number },
  { limit = 20, after = 0 }: { limit?: number; after?: number } = {},
): Promise<{ items: Layer[]; next?: number }> {
  const found = layers(db).where('l.id', '>', after);
  if (!of.everything)
    found.where((either) =>
      either.where('l.public', true).orWhereIn('l.organisation_id', of.organisationIds),
    );
  if (of.organisation !== undefined) found.where('l.organisation_id', of.organisation);
  const rows: LayerRow[] = await found.orderBy('l.id').limit(limit + 1);
  const items = rows.slice(0, limit).map(toLayer);
  return { items, ...(rows.length > limit && { next: items.at(-1)?.id }) };
}

const columnsOf = ({ attribution, public: isPublic, ...rest }: LayerChange) => ({
  ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value).trim()])),
  ...(attribution !== undefined && { attribution: attribution.trim() || null }),
  ...(isPublic !== undefined && { public: isPublic }),
});

/** Throws Problem 404 when there is no such organisation, 409 when it has a layer of this name, or too many. */
export async function addLayer(db: Knex, { organisationId, ...words }: NewLayer): Promise<number> {
  const organisation = await db('organisation')
    .where({ id: organisationId })
    .whereNull('dissolved_at')
    .forNoKeyUpdate()
    .first('id');
  if (!organisation) throw notFound('organisation');
  const [count] = await db('demand_layer').where({ organisation_id: organisationId }).count({ layers: '*' });
  if (Number(count?.layers) >= MOST_LAYERS)
    throw conflict(`An organisation has at most ${MOST_LAYERS} layers. Delete one that you no longer need.`);
  const [row] = await db('demand_layer')
    .insert({ organisation_id: organisationId, ...columnsOf(words) })
    .returning('id');
  return row.id;
}

/** Throws Problem 404, 409, and 412 when what is said of it is not of one of these versions any longer. */
export async function changeLayer(
  db: Knex,
  id: number,
  change: LayerChange,
  versions: number[] | undefined,
): Promise<number> {
  const edit = await takeLayer(db, id, versions);
  await db('demand_layer')
    .where({ id })
    .update({ ...columnsOf(change), edit: edit + 1 });
  return edit + 1;
}

/** With all its numbers. Throws Problem 404, 412, and 409 when a plan was worked out from it. */
export async function deleteLayer(db: Knex, id: number, versions: number[] | undefined): Promise<void> {
  await takeLayer(db, id, versions);
  await db('demand_layer').where({ id }).delete();
}

async function takeLayer(db: Knex, id: number, versions: number[] | undefined): Promise<number> {
  const row = await db('demand_layer').where({ id }).forUpdate().first('edit');
  if (!row) throw notFound('demand layer');
  if (versions && !versions.includes(row.edit)) throw stale();
  return row.edit;
}

/** The layer of this name of an organisation. */
export async function findLayer(db: Knex, organisationId: number, name: string): Promise<number | undefined> {
  const row = await db('demand_layer')
    .where({ organisation_id: organisationId, name: name.trim() })
    .first('id');
  return row?.id;
}
