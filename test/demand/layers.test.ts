/** Layers of demand over the API: added, filled from a file after a look at it, read in pages, weighed, and never altered. */
import assert from 'node:assert/strict';
import { demandOf } from '../../server/demand/demand-of.ts';
import { useService } from '../support/app.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const layers = '/api/v1/demand-layers';
const csv = [
  'code,name,lon,lat,Population (2021),imd',
  'a,Ash Ward,-0.16,51.43,1000,1',
  'b,Birch Ward,-0.17,51.44,2000,10',
  'c,"Cedar, East",-0.18,51.45,,5',
].join('\n');
const mapping = {
  id: 'code',
  name: 'name',
  lon: 'lon',
  lat: 'lat',
  columns: { population: 'Population (2021)', imd: 'imd' },
};

describe('layers of demand', () => {
  const service = useService();
  let cookie = '';
  let organisationId = 0;
  beforeEach(async () => {
    organisationId = await addOrganisation(service.db, { name: 'Board', kind: 'commissioner' });
    ({ cookie } = await signIn(service.db, 'priya@board.example', { [organisationId]: 'editor' }));
  });

  const words = () => ({ organisationId, name: 'People', unit: 'people', source: 'Us', licence: 'CC0-1.0' });
  async function addLayer(more: object = {}): Promise<number> {
    const { body } = await service.request
      .post(layers)
      .set('Cookie', cookie)
      .send({ ...words(), ...more })
      .expect(201);
    return body.id;
  }
  const send = (id: number, text: string, name = 'areas.csv') =>
    service.request
      .post(`${layers}/${id}/files`)
      .set('Cookie', cookie)
      .field('name', name)
      .attach('file', Buffer.from(text), name);
  const save = (id: number, body: object) =>
    service.request.post(`${layers}/${id}/versions`).set('Cookie', cookie).send(body);
  const get = (path: string) => service.request.get(`${layers}/${path}`).set('Cookie', cookie);
  async function filled(text = csv, more: object = {}): Promise<number> {
    const id = await addLayer(more);
    const { body } = await send(id, text).expect(201);
    await save(id, { file: body.file, mapping }).expect(201);
    return id;
  }

  it('are filled from a file: a look at it, and then a version of what adds up', async () => {
    const id = await addLayer();
    const { body } = await send(id, csv).expect(201);
    const { preview } = body;
    assert.equal(preview.format, 'csv');
    assert.equal(preview.isGuessed, true);
    assert.deepEqual(preview.mapping, {
      ...mapping,
      columns: { population_2021: 'Population (2021)', imd: 'imd' },
    });
    assert.deepEqual(
      preview.columns.map(({ name, isNumeric, empty, guess }: Record<string, unknown>) => [
        name,
        isNumeric,
        empty,
        guess,
      ]),
      [
        ['code', false, 0, 'id'],
        ['name', false, 0, 'name'],
        ['lon', true, 0, 'lon'],
        ['lat', true, 0, 'lat'],
        ['Population (2021)', true, 1, undefined],
        ['imd', true, 0, undefined],
      ],
    );
    assert.deepEqual([preview.rows, preview.good, preview.rejected], [3, 3, 0]);
    const { body: version } = await save(id, { file: body.file, mapping }).expect(201);
    assert.deepEqual([version.version, version.areas, version.file], [1, 3, 'areas.csv']);
    assert.deepEqual(version.totals, [
      { column: 'population', sum: 3000, min: 1000, max: 2000, missing: 1 },
      { column: 'imd', sum: 16, min: 1, max: 10, missing: 0 },
    ]);
    const { body: areas } = await get(`${id}/versions/1/areas?limit=2`).expect(200);
    assert.deepEqual(areas.items[0], {
      id: 'a',
      name: 'Ash Ward',
      lon: -0.16,
      lat: 51.43,
      numbers: { population: 1000, imd: 1 },
    });
    const { body: rest } = await get(`${id}/versions/1/areas?limit=2&after=${areas.next}`).expect(200);
    assert.deepEqual(
      rest.items.map((each: { id: string }) => each.id),
      ['c'],
    );
    assert.equal(rest.items[0].numbers.population, null);
    assert.equal(rest.next, undefined);
    // The file is gone: it was saved.
    await save(id, { file: body.file, mapping }).expect(404);
  });

  it('name each row that cannot be taken, and leave it out only when told', async () => {
    const id = await addLayer();
    const bad = [
      csv,
      'a,Again,-0.16,51.43,1,1',
      ',Nameless,-0.16,51.43,1,1',
      'd,No place,,,1,1',
      'e,Words,-0.16,51.43,"1,475",1',
      'f,Metres,527000,171000,1,1',
      'g,Zero,0,0,1,1',
      'h,Short,-0.16,51.43,1',
    ].join('\n');
    const { body } = await send(id, bad).expect(201);
    const { body: preview } = await service.request
      .post(`${layers}/${id}/files/${body.file}/preview`)
      .set('Cookie', cookie)
      .send({ mapping })
      .expect(200);
    assert.deepEqual([preview.rows, preview.good, preview.rejected], [10, 3, 7]);
    assert.deepEqual(
      preview.errors.map(({ row, code }: { row: number; code: string }) => [row, code]),
      [
        [5, 'sameId'],
        [6, 'noId'],
        [7, 'noPlace'],
        [8, 'notNumber'],
        [9, 'notDegrees'],
        [10, 'nowhere'],
        [11, 'unreadable'],
      ],
    );
    assert.equal(preview.errors[0].detail, 'Row 5: its id “a” stands in row 2 already.');
    assert.equal(preview.errors[3].detail, 'Row 8: “1,475” in “Population (2021)” is not a number.');
    const { body: refused } = await save(id, { file: body.file, mapping }).expect(409);
    assert.match(refused.detail, /^7 of 10 rows cannot be taken\. .*Row 5: its id “a”/);
    const { body: saved } = await save(id, { file: body.file, mapping, leaveOut: true }).expect(201);
    assert.deepEqual([saved.areas, saved.rejected], [3, 7]);
  });

  it('take words for “no number” when the mapping says so', async () => {
    const id = await addLayer();
    const { body } = await send(id, csv.replace('2000', '..')).expect(201);
    await save(id, { file: body.file, mapping }).expect(409);
    const { body: saved } = await save(id, {
      file: body.file,
      mapping: { ...mapping, missing: ['..'] },
    }).expect(201);
    assert.deepEqual(saved.totals[0], { column: 'population', sum: 1000, min: 1000, max: 1000, missing: 2 });
  });

  it('take GeoJSON: points, and outlines with a point inside', async () => {
    const id = await addLayer();
    const ring = [
      [-0.2, 51.4],
      [-0.1, 51.4],
      [-0.1, 51.5],
      [-0.2, 51.5],
      [-0.2, 51.4],
    ];
    const feature = (code: string, geometry: object | null, people: unknown) => ({
      type: 'Feature',
      properties: { code, people },
      geometry,
    });
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature('p', { type: 'Point', coordinates: [-0.15, 51.45] }, 5),
        feature('o', { type: 'Polygon', coordinates: [ring] }, null),
        feature('n', null, 5),
      ],
    });
    const { body } = await send(id, text, 'areas.geojson').expect(201);
    assert.equal(body.preview.format, 'geojson');
    assert.equal(body.preview.outlines, 1);
    assert.deepEqual(
      body.preview.errors[0].detail,
      'Row 3: it has no place: neither coordinates nor a geometry.',
    );
    await save(id, { file: body.file, mapping: body.preview.mapping, leaveOut: true }).expect(201);
    const { body: areas } = await get(`${id}/versions/1/areas?include=outlines`).expect(200);
    assert.equal(areas.items[0].outline, undefined);
    assert.deepEqual(areas.items[1].outline.coordinates, [ring]);
    assert.ok(Math.abs(areas.items[1].lon + 0.15) < 0.01 && Math.abs(areas.items[1].lat - 51.45) < 0.01);
    assert.deepEqual(areas.items[1].numbers, { people: null });
  });

  it('refuse what is no table, has no rows, or lacks a column, with a sentence', async () => {
    const id = await addLayer();
    for (const [text, sentence] of [
      ['{"type":"FeatureCollection"}', /no features/],
      ['{"type', /cannot be read as GeoJSON/],
      ['', /Choose a file/],
    ] as const) {
      const { body } = await send(id, text).expect(400);
      assert.match(body.detail, sentence);
      assert.doesNotMatch(body.detail, /moothall-upload|\/tmp/);
    }
    const { body } = await send(id, 'code,lon,lat,x').expect(201);
    const small = { id: 'code', lon: 'lon', lat: 'lat', columns: { x: 'x' } };
    // A file with a head and no rows has no columns that anything stands in.
    await save(id, { file: body.file, mapping: small }).expect(400);
    const { body: again } = await send(id, csv).expect(201);
    const { body: lacking } = await save(id, {
      file: again.file,
      mapping: { ...mapping, columns: { population: 'Popluation' } },
    }).expect(400);
    assert.deepEqual(lacking.errors[0].pointer, '#/mapping/columns/population');
    for (const wrong of [{ if: 'imd' }, { 'a b': 'imd' }, { __proto__: 'imd' }, {}])
      await save(id, { file: again.file, mapping: { ...mapping, columns: wrong } }).expect(400);
  });

  it('are weighed before anything is decided by them', async () => {
    const id = await filled();
    const weigh = (expression: string) =>
      get(`${id}/versions/1/weights?expression=${encodeURIComponent(expression)}`);
    const { body } = await weigh('population * (11 - imd)').expect(200);
    assert.deepEqual(body, {
      expression: 'population * (11 - imd)',
      areas: 3,
      sum: 12000,
      min: 2000,
      max: 10000,
      missing: 1,
      faults: [],
    });
    const { body: wrong } = await weigh('2 * populaton').expect(400);
    assert.equal(wrong.detail, 'At character 5: there is no column “populaton”. There are: population, imd.');
    const { body: faulty } = await weigh('1 / (imd - 5) + if(imd = 10, -9, 0)').expect(200);
    assert.deepEqual(
      faulty.faults.map(({ code, at, examples }: Record<string, unknown>) => [code, at, examples]),
      [
        ['negative', 1, ['a', 'b']],
        ['zero', 3, ['c']],
      ],
    );
  });

  it('are handed to a plan side by side; missing is refused, or left out and named', async () => {
    const id = await filled();
    await assert.rejects(demandOf(service.db, id, 1, 'population'), /c has no weight, because a number/);
    const demand = await demandOf(service.db, id, 1, 'population / imd', { leaveOut: true });
    assert.deepEqual(demand.ids, ['a', 'b']);
    assert.deepEqual(demand.names, ['Ash Ward', 'Birch Ward']);
    assert.deepEqual(demand.points[1], [-0.17, 51.44]);
    assert.deepEqual([...demand.weights], [1000, 200]);
    assert.deepEqual([...(demand.columns.imd ?? [])], [1, 10]);
    assert.deepEqual(demand.leftOut, ['c']);
    const whole = await demandOf(service.db, id, 1, 'imd');
    assert.equal(whole.ids.length, 3);
    assert.ok(Number.isNaN(whole.columns.population?.[2]));
    await assert.rejects(demandOf(service.db, id, 1, 'imd - 2'), /less than zero.* for a\./);
    await assert.rejects(demandOf(service.db, id, 2, 'imd'), { status: 404 });
  });

  it('keep every version as it was, whoever asks the database', async () => {
    const id = await filled();
    const { body } = await send(id, csv.replace('1000', '1100')).expect(201);
    const { body: second } = await save(id, { file: body.file, mapping }).expect(201);
    assert.equal(second.version, 2);
    const { body: list } = await get(`${id}/versions`).expect(200);
    assert.deepEqual(
      list.items.map((each: { version: number }) => each.version),
      [2, 1],
    );
    const { body: first } = await get(`${id}/versions/1/areas?limit=1`).expect(200);
    assert.equal(first.items[0].numbers.population, 1000);
    const never = async (work: () => Promise<unknown>) => {
      await service.db.raw('savepoint never');
      await assert.rejects(work(), /never (altered|added to)/);
      await service.db.raw('rollback to savepoint never');
    };
    await never(() => service.db('demand_area').where({ layer_id: id }).update({ name: 'x' }));
    await never(() => service.db('demand_area').where({ layer_id: id }).delete());
    await never(() => service.db('demand_version').where({ layer_id: id }).update({ areas: 0 }));
    await never(() => service.db('demand_version').where({ layer_id: id }).delete());
    const one = {
      layer_id: id,
      version: 1,
      position: 9,
      area_id: 'z',
      name: 'z',
      lon: 0,
      lat: 1,
      numbers: [1, 1],
    };
    await never(() => service.db('demand_area').insert(one));
  });

  it('are their members’ alone unless they are public', async () => {
    const own = await filled();
    const open = await filled(csv, { name: 'Open', public: true });
    const them = await addOrganisation(service.db, { name: 'Them' });
    const { cookie: stranger } = await signIn(service.db, 'joe@them.example', { [them]: 'steward' });
    for (const who of [{}, { Cookie: stranger }]) {
      for (const part of [
        '',
        '/versions',
        '/versions/1',
        '/versions/1/areas',
        '/versions/1/weights?expression=imd',
      ]) {
        await service.request.get(`${layers}/${own}${part}`).set(who).expect(404);
        await service.request.get(`${layers}/${open}${part}`).set(who).expect(200);
      }
      const { body } = await service.request.get(layers).set(who).expect(200);
      assert.deepEqual(
        body.items.map((each: { id: number }) => each.id),
        [open],
      );
    }
    await service.request.post(layers).set('Cookie', stranger).send(words()).expect(403);
    await service.request
      .patch(`${layers}/${open}`)
      .set('Cookie', stranger)
      .set('If-Match', '*')
      .send({ name: 'Mine' })
      .expect(403);
    await service.request
      .patch(`${layers}/${own}`)
      .set('Cookie', stranger)
      .set('If-Match', '*')
      .send({ name: 'Mine' })
      .expect(404);
    // A file of one layer is not that of another.
    const { body } = await send(own, csv).expect(201);
    await save(open, { file: body.file, mapping }).expect(404);
  });

  it('are changed against the version that was read, and deleted with all that is theirs', async () => {
    const id = await filled();
    const { headers } = await get(String(id)).expect(200);
    const change = (match?: string) => {
      const asked = service.request.patch(`${layers}/${id}`).set('Cookie', cookie);
      return (match ? asked.set('If-Match', match) : asked).send({ public: true });
    };
    await change().expect(428);
    await change(headers.etag).expect(200);
    await change(headers.etag).expect(412);
    assert.equal((await get(String(id))).body.public, true);
    await service.request.post(layers).set('Cookie', cookie).send(words()).expect(409);
    await service.request.delete(`${layers}/${id}`).set('Cookie', cookie).set('If-Match', '"2"').expect(204);
    await get(String(id)).expect(404);
    for (const table of ['demand_version', 'demand_area'])
      assert.equal((await service.db(table).where({ layer_id: id })).length, 0);
  });
});
