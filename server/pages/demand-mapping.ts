/** What a person says of the columns of a file, as the fields of a form, and back. */
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import { COLUMN_NAME, type Mapping, MOST_COLUMNS, type Preview } from '../demand/schema.ts';
import type { Typed } from '../people/kept-form.ts';
import { textOf } from './form.ts';

type Columns = Preview['columns'];
const isName = new RegExp(COLUMN_NAME);

/** A mapping as the form shows it: columns by their number, for their names may be anything. */
export function mappingFields(mapping: Mapping | undefined, columns: Columns): Record<string, string> {
  if (!mapping) return {};
  const { id, name = '', lon = '', lat = '', missing = [] } = mapping;
  const names = Object.entries(mapping.columns).map(([short, from]): [string, string] => [
    `as_${columns.findIndex((each) => each.name === from)}`,
    short,
  ]);
  return { id, called: name, lon, lat, missing: missing.join(', '), ...Object.fromEntries(names) };
}

/** What was typed as a mapping; and what is wrong with it, in the language of the page. */
export function readMapping(
  typed: Typed,
  { columns, format, delimiter }: Pick<Preview, 'columns' | 'format' | 'delimiter'>,
  { t }: Language,
): { mapping: Mapping; faults: FormFault[] } {
  const chosen = (field: string) => {
    const said = textOf(typed, field);
    return columns.some(({ name }) => name === said) ? said : undefined;
  };
  const faults: FormFault[] = [];
  const [id, name, lon, lat] = [chosen('id'), chosen('called'), chosen('lon'), chosen('lat')];
  if (id === undefined) faults.push({ field: 'id', sentence: t('demand.error_id') });
  const isHalf = (lon === undefined) !== (lat === undefined);
  if (isHalf || (lon === undefined && format === 'csv'))
    faults.push({ field: lon === undefined ? 'lon' : 'lat', sentence: t('demand.error_place') });
  const named = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    const said = textOf(typed, `as_${at}`);
    if (said === '') continue;
    const shown = said.slice(0, 60);
    if (!isName.test(said))
      faults.push({ field: `as_${at}`, sentence: t('demand.error_column', { said: shown }) });
    else if (named.has(said))
      faults.push({ field: `as_${at}`, sentence: t('demand.error_twice', { said: shown }) });
    else named.set(said, column.name);
  }
  if (
    faults.every(({ field }) => !field?.startsWith('as_')) &&
    (named.size === 0 || named.size > MOST_COLUMNS)
  )
    faults.push({ field: 'columns', sentence: t('demand.error_columns', { most: MOST_COLUMNS }) });
  const missing = textOf(typed, 'missing')
    .split(',')
    .map((each) => each.trim().slice(0, 40))
    .filter((each) => each !== '')
    .slice(0, 20);
  const mapping: Mapping = {
    id: id ?? '',
    ...(name !== undefined && { name }),
    ...(lon !== undefined && lat !== undefined && { lon, lat }),
    columns: Object.fromEntries(named),
    ...(missing.length > 0 && { missing }),
    ...(delimiter && { delimiter: delimiter as Mapping['delimiter'] }),
  };
  return { mapping, faults };
}
