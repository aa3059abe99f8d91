/** A layer of demand that is its members' only, with something unmistakable wherever there can be any. */
import type { Knex } from 'knex';

/** The id of its file, as it stands in addresses. */
export const LEAK_FILE = 'f'.repeat(32);

export async function plantDemand(
  db: Knex,
  organisation_id: number,
  word: (field: string) => string,
): Promise<number> {
  const [layer] = await db('demand_layer')
    .insert({
      organisation_id,
      name: word('layer'),
      unit: word('unit'),
      source: word('madeby'),
      licence: word('licence'),
      attribution: word('attribution'),
    })
    .returning('id');
  const key = { layer_id: layer.id, version: 1 };
  await db('demand_version').insert({
    ...key,
    columns: [word('column')],
    mapping: JSON.stringify({ id: word('code'), columns: { [word('column')]: 'x' } }),
    file: word('file'),
    sha256: '0',
  });
  await db('demand_area').insert({
    ...key,
    position: 1,
    area_id: word('area'),
    name: word('areaname'),
    lon: 0,
    lat: 51,
    numbers: [1],
  });
  await db('demand_version').where(key).update({ sealed: true, areas: 1 });
  await db('demand_file').insert({
    id: LEAK_FILE,
    layer_id: layer.id,
    name: word('waiting'),
    sha256: '0',
  });
  await db('demand_file_part').insert({
    file_id: LEAK_FILE,
    position: 1,
    bytes: Buffer.from(`id,lon,lat,${word('head')}\n1,0,51,1\n`),
  });
  return layer.id;
}
