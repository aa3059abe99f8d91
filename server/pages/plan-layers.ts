/** The numbers that a plan can count by: the layers that somebody may use, and the ways of counting that each offers. */
import type { Knex } from 'knex';
import type { Language } from '../../client/language/language.ts';
import type { Choice } from '../../client/logic/choices.ts';
import { peopleColumn, weighings, weightWords } from '../../client/logic/plan-weights.ts';
import { listLayers } from '../demand/repository.ts';
import type { Layer, Version } from '../demand/schema.ts';
import { getVersion } from '../demand/versions.ts';

/** As many as a list to choose from can have. */
const MOST_LAYERS = 200;

/** Layers with numbers: those of the reader's organisations first. */
export async function usableLayers(db: Knex, organisationIds: number[]): Promise<Layer[]> {
  const { items } = await listLayers(db, { organisationIds }, { limit: MOST_LAYERS });
  const own = (layer: Layer) => (organisationIds.includes(layer.organisationId) ? 0 : 1);
  return items.filter(({ version }) => version !== undefined).sort((a, b) => own(a) - own(b));
}

export interface Numbers {
  version: Version;
  columns: { column: string; max?: number }[];
  weights: ReturnType<typeof weighings>;
  example: string;
}

/** The newest numbers of a layer, and how they can be counted. */
export async function numbersOf(db: Knex, { id, version = 1 }: Layer): Promise<Numbers> {
  const newest = await getVersion(db, id, version);
  const columns = newest.totals.map(({ column, max }) => ({ column, ...(max !== undefined && { max }) }));
  const weights = weighings(columns);
  return {
    version: newest,
    columns,
    weights,
    example: `2 * ${peopleColumn(columns) ?? newest.columns[0] ?? 'population'}`,
  };
}

/** The ways of counting as a list to choose from. */
export const weightChoices = (language: Language, weights: Numbers['weights']): Choice[] => [
  ...weights.map(({ key, expression }) => ({ value: key, label: weightWords(language, expression) })),
  { value: 'own', label: language.t('plan.weight_own') },
];
