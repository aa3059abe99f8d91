/** The command places: a gazetteer, so that people can search near a place or a postcode. */
import { basename } from 'node:path';
import { type NewPlace, onlyOne, savePlaces, savePostcodeSectors } from '../areas/repository.ts';
import { placeKey } from '../search/fold.ts';
import type { Arguments } from './arguments.ts';
import { readCsv } from './csv.ts';
import { readGeoJson } from './geojson.ts';
import type { Item } from './item.ts';
import type { PlacesMapping } from './mapping.ts';
import { checkColumns, fingerprint, readPlacesMapping, recognisePlaces } from './mapping-file.ts';
import type { Plan } from './plan.ts';
import type { Reading, Row } from './row.ts';
import { choose, fill, isName } from './template.ts';

export async function planPlaces({ file, options }: Arguments): Promise<Plan<NewPlace>> {
  const isJson = /\.(geo)?json$/i.test(file);
  const given = options.map ? readPlacesMapping(options.map) : undefined;
  const reading: Reading = isJson ? readGeoJson(file) : await readCsv(file, given);
  const mapping = given ?? recognisePlaces(reading.columns ?? (await propertiesOf(file)));
  checkColumns(mapping, reading.columns);
  async function* items(): AsyncGenerator<Item<NewPlace>> {
    const seen = new Map<string, string>();
    for await (const row of reading.rows) yield toItem(row, mapping, options.kind, seen);
  }
  return {
    title: `${mapping.source.name} from ${basename(file)}`,
    thing: 'place',
    source: mapping.source,
    scope: basename(file),
    settings: fingerprint(mapping, options.kind),
    columns: reading.columns,
    delimiter: reading.delimiter,
    progress: reading.progress,
    job: () => ({
      items: items(),
      save: async (db, records) =>
        (await savePlaces(db, records, mapping.source.id)).map((outcome) => ({ outcome })),
      async finish(db) {
        if (mapping.sectors) await savePostcodeSectors(db, mapping.source.id);
      },
    }),
  };
}

async function propertiesOf(file: string): Promise<string[]> {
  for await (const { values } of readGeoJson(file).rows) return Object.keys(values);
  return [];
}

function toItem(
  row: Row,
  mapping: PlacesMapping,
  kindSaid: string | undefined,
  seen: Map<string, string>,
): Item<NewPlace> {
  const { values } = row;
  const name = fill(mapping.name, values);
  const item: Item<NewPlace> = { rows: [row], recordId: name, remarks: [] };
  if (row.fault) return { ...item, rejected: row.fault };
  if (!isName(name)) return { ...item, skipped: 'no name' };
  if (name.length > 200) return { ...item, rejected: 'its name is longer than 200 characters' };
  const place = row.point ?? {
    lon: numberIn(mapping.location && fill(mapping.location.lon, values)),
    lat: numberIn(mapping.location && fill(mapping.location.lat, values)),
  };
  if (!(Math.abs(place.lon) <= 180 && Math.abs(place.lat) <= 85))
    return { ...item, rejected: 'no place on the map' };
  const kind = kindSaid === undefined ? kindOf(mapping, row) : { chosen: kindSaid };
  if ('unknown' in kind)
    return { ...item, skipped: kind.unknown ? `a ${kind.unknown}, which nobody searches near` : 'no kind' };
  const area = mapping.area ? fill(mapping.area, values) : '';
  const record: NewPlace = { name, area, kind: kind.chosen, lon: place.lon, lat: place.lat };
  const said = fingerprint(record);
  const key = onlyOne.includes(record.kind) ? fingerprint(record.kind, placeKey(name)) : said;
  const earlier = seen.get(key);
  if (earlier === said) return { ...item, skipped: 'it repeats an earlier row' };
  if (earlier !== undefined) return { ...item, rejected: 'an earlier row has it at another place' };
  seen.set(key, said);
  return { ...item, record };
}

const numberIn = (text: string | undefined) => (text ? Number(text) : Number.NaN);

const kindOf = ({ kind }: PlacesMapping, { values }: Row) =>
  typeof kind === 'string' ? { chosen: kind } : choose(kind, values);
