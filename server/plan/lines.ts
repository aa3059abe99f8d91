/** Plans as one line each, for people: what was asked of what, and what came of it in a few numbers. */
import type { Knex } from 'knex';
import type { Asked, KeptAnswer, Status } from './schema.ts';

export interface KeptLine {
  id: number;
  name: string;
  status: Status;
  asked: Asked;
  /** Without its sites, of which there is only the number. */
  answer: Omit<KeptAnswer, 'sites'> | null;
  sites: number;
  madeAt: Date;
}

/** Plans of these organisations, the newest first. `next` is to be `before` of the page that follows. */
export async function planLines(
  db: Knex,
  organisations: number[],
  { limit = 20, before }: { limit?: number; before?: number } = {},
): Promise<{ items: KeptLine[]; next?: number }> {
  const found = db('plan').whereIn('organisation_id', organisations);
  if (before !== undefined) found.where('id', '<', before);
  const rows: KeptLine[] = await found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .select('id', 'name', 'status', 'asked', 'made_at as madeAt', {
      answer: db.raw(`answer - array['sites', 'findings']`),
      sites: db.raw(`coalesce(jsonb_array_length(answer->'sites'), 0)`),
    });
  const items = rows.slice(0, limit);
  return { items, ...(rows.length > limit && { next: items.at(-1)?.id }) };
}

/** How many plans, of whichever organisation, were worked out from a layer. */
export async function plansOfLayer(db: Knex, layer: number): Promise<number> {
  const [row] = await db('plan').where({ layer_id: layer }).count({ plans: '*' });
  return Number(row?.plans ?? 0);
}

/** Other answered plans of an organisation of the very same numbers: those that a plan can be compared with. */
export const comparable = (
  db: Knex,
  {
    id,
    organisationId,
    layer,
    version,
  }: { id: number; organisationId: number; layer: number; version: number },
  limit = 20,
): Promise<{ id: number; name: string }[]> =>
  db('plan')
    .where({ organisation_id: organisationId, layer_id: layer, layer_version: version, status: 'done' })
    .whereNot({ id })
    .orderBy('id', 'desc')
    .limit(limit)
    .select('id', 'name');
