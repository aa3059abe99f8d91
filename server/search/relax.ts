/** Nothing is found: how many venues each filter keeps away. One statement counts them all. */
import type { Knex } from 'knex';
import { read, Values } from '../database/read.ts';
import type { Relaxed, Understood, VenueQuery } from '../venues/schema.ts';
import { needsOf } from '../vocabulary.ts';
import type { Filters } from './filters.ts';
import { cappedSql, EXACT_TOTAL } from './summary.ts';

interface Part {
  parameter: string;
  value?: string;
  /** The question without this part. */
  rest: Filters;
}

const mostParts = 24;

type Asked = Pick<
  VenueQuery,
  'bbox' | 'near' | 'kind' | 'people' | 'layout' | 'profile' | 'access' | 'amenity' | 'openAt' | 'within'
>;

/** Each thing that was asked, outright or in words, beside the question without it. */
export function partsOf(asked: Asked, understood: readonly Understood[], filters: Filters): Part[] {
  const without = (...names: (keyof Filters)[]): Filters =>
    Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name as keyof Filters)));
  const read = (parameter: string) => understood.filter((each) => each.parameter === parameter);
  const one = (name: 'people' | 'layout' | 'openAt'): Part[] => {
    const value = asked[name] ?? read(name)[0]?.value;
    return value === undefined ? [] : [{ parameter: name, value: String(value), rest: without(name) }];
  };
  const near = asked.near ? {} : { value: read('near')[0]?.value };
  return [
    ...(filters.words === undefined ? [] : [{ parameter: 'q', rest: without('words') }]),
    ...one('people'),
    ...one('layout'),
    ...(filters.near ? [{ parameter: 'near', ...near, rest: without('near', 'radius') }] : []),
    ...(filters.box ? [{ parameter: 'bbox', rest: without('box') }] : []),
    ...(filters.polygon ? [{ parameter: 'polygon', rest: without('polygon') }] : []),
    ...(filters.within ? [{ parameter: 'within', rest: without('within') }] : []),
    ...(filters.kind ? [{ parameter: 'kind', rest: without('kind') }] : []),
    ...needParts(asked, understood, filters),
    ...one('openAt'),
  ].slice(0, mostParts);
}

/** A need that stands for itself, or a profile that stands for several; two may ask for the same fact. */
function needParts(asked: Asked, understood: readonly Understood[], filters: Filters): Part[] {
  const named = (parameter: 'profile' | 'access' | 'amenity') => {
    const read = understood.filter((each) => each.parameter === parameter).map(({ value }) => value);
    return [...new Set([...(asked[parameter] ?? []), ...read])].map((value) => ({ parameter, value }));
  };
  const access = [...named('profile'), ...named('access')].map((each) => ({
    ...each,
    facts: each.parameter === 'profile' ? needsOf([each.value]) : [each.value],
  }));
  const amenity = named('amenity');
  return [
    ...access.map(({ parameter, value }, at) => {
      const others = access.filter((_, index) => index !== at).flatMap(({ facts }) => facts);
      return { parameter, value, rest: { ...filters, access: [...new Set(others)] } };
    }),
    ...amenity.map(({ parameter, value }) => ({
      parameter,
      value,
      rest: { ...filters, amenity: (filters.amenity ?? []).filter((key) => key !== value) },
    })),
  ];
}

/** Those that give most first. */
export async function countRelaxed(db: Knex, parts: readonly Part[]): Promise<Relaxed[]> {
  if (parts.length === 0) return [];
  const values = new Values();
  const text = parts
    .map(({ rest }, at) => `select ${at} as part, c.* from (${cappedSql(values, rest, EXACT_TOTAL)}) c`)
    .join(' union all ');
  const rows = await read<{ part: number; venues: number; whole: boolean }>(db, {
    text,
    values: values.list,
  });
  const counted = new Map(rows.map((row) => [row.part, row]));
  return parts
    .map(({ rest: _rest, ...part }, at) => {
      const { venues = 0, whole = true } = counted.get(at) ?? {};
      return { ...part, venues, ...(!whole && { more: true }) };
    })
    .sort((a, b) => b.venues - a.venues);
}
