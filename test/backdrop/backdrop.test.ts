/** The map that we draw ourselves, and the outlines of areas on it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { saveAreas, savePlaces } from '../../server/areas/repository.ts';
import { cutLine, cutRing, joinLines } from '../../server/backdrop/geometry.ts';
import type { NewLine } from '../../server/backdrop/line.ts';
import { saveLines } from '../../server/backdrop/repository.ts';
import { saveSource } from '../../server/venues/import.ts';
import { useService } from '../support/app.ts';

const view = { west: 0, south: 50, east: 1, north: 51 };

describe('lines made ready to be drawn', () => {
  it('are joined where they meet, whichever way round they were drawn', () => {
    const pieces = [
      [
        [0, 0],
        [1, 0],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [
        [5, 5],
        [6, 6],
      ],
      [
        [3, 0],
        [2, 0],
      ],
    ];
    const [road, other] = joinLines(pieces).sort((a, b) => b.length - a.length);
    assert.deepEqual(road?.map(([x]) => x).sort(), [0, 1, 2, 3]);
    assert.equal(other?.length, 2);
  });

  it('lose no piece by being joined', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    const piece = fc.array(point, { minLength: 2, maxLength: 4 });
    const sides = (lines: readonly Position[][]) =>
      lines
        .flatMap((line) => line.slice(1).map((to, at) => [String(line[at]), String(to)].sort().join(' ')))
        .sort();
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        assert.deepEqual(sides(joinLines(pieces)), sides(pieces));
      }),
    );
  });

  it('are cut where they leave the view', () => {
    const line = [
      [-5, 50.5],
      [-4, 50.5],
      [0.5, 50.5],
      [5, 50.5],
      [6, 50.5],
      [6, 49],
      [0.5, 49],
      [0.5, 50.2],
    ];
    assert.deepEqual(cutLine(line, view), [
      [
        [-4, 50.5],
        [0.5, 50.5],
        [5, 50.5],
      ],
      [
        [0.5, 49],
        [0.5, 50.2],
      ],
    ]);
    const square = [
      [-1, 49],
      [2, 49],
      [2, 52],
      [-1, 52],
      [-1, 49],
    ];
    assert.deepEqual(new Set(cutRing(square, view).map(String)), new Set(['0,50', '1,50', '1,51', '0,51']));
    assert.deepEqual(
      cutRing(
        [
          [3, 3],
          [4, 3],
          [4, 4],
          [3, 3],
        ],
        view,
      ),
      [],
    );
  });
});

describe('the map that we draw ourselves', () => {
  const service = useService();
  const source = { id: 'lines', name: 'Lines', licence: 'CC0-1.0', attribution: 'Drawn by the parish' };
  const add = async (lines: NewLine[]) => {
    await saveSource(service.db, source);
    await saveLines(service.db, lines, { sourceId: source.id, scope: 'test', run: 1 });
  };
  const ask = async (bbox: string, zoom: number) => {
    const { text } = await service.request.get(`/api/v1/backdrop?bbox=${bbox}&zoom=${zoom}`).expect(200);
    return { text, ...JSON.parse(text) };
  };
  const kindsOf = ({ features }: { features: { properties: { kind: string } }[] }) =>
    features.map(({ properties }) => properties.kind);
  const wave = (points: number): Position[] =>
    Array.from({ length: points }, (_, x) => [x / points, 50.5 + Math.sin(x) / 50]);

  it('has waters, roads, railways, outlines and names, from the ground up, and says who made them', async () => {
    const box = [
      [0.1, 50.1],
      [0.9, 50.1],
      [0.9, 50.9],
      [0.1, 50.1],
    ];
    await add([
      { recordId: '1', kind: 'rail', geometry: { type: 'LineString', coordinates: wave(20) } },
      { recordId: '2', kind: 'road', geometry: { type: 'LineString', coordinates: wave(20) } },
      { recordId: '3', kind: 'water', geometry: { type: 'Polygon', coordinates: [box] } },
      {
        recordId: '4',
        kind: 'road',
        geometry: {
          type: 'LineString',
          coordinates: [
            [9, 9],
            [9, 10],
          ],
        },
      },
    ]);
    const properties = { id: 'b', name: 'Borough', kind: 'borough' };
    await saveAreas(service.db, {
      features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [box] } }],
    });
    await savePlaces(service.db, [
      { name: 'Here', area: '', kind: 'town', lon: 0.5, lat: 50.5 },
      { name: 'SW1', area: '', kind: 'postcode', lon: 0.5, lat: 50.5 },
      { name: 'Elsewhere', area: '', kind: 'town', lon: 5, lat: 50.5 },
    ]);
    const answer = await ask('0,50,1,51', 11);
    assert.deepEqual(kindsOf(answer), ['water', 'road', 'rail', 'area', 'place']);
    assert.deepEqual(answer.attribution, ['Drawn by the parish']);
    assert.equal(answer.features.at(-1).properties.name, 'Here');
    assert.equal(answer.features[1].geometry.coordinates.length, 1, 'the road that is far away is not drawn');
    assert.deepEqual(kindsOf(await ask('20,50,21,51', 11)), []);
  });

  it('is simpler the farther one looks from, and never large', async () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      recordId: `${index}`,
      kind: (['water', 'road', 'rail'] as const)[index % 3] ?? 'road',
      geometry: {
        type: 'LineString' as const,
        coordinates: wave(400).map(([x = 0, y = 0]) => [x, y + index / 1000]),
      },
    }));
    await add(many);
    const near = await ask('0,50,1,51', 16);
    const far = await ask('0,50,1,51', 6);
    assert.ok(near.text.length <= 60_000, `${near.text.length}`);
    assert.ok(near.text.length > 30_000);
    const corners = (answer: typeof near) => answer.features[0].geometry.coordinates[0].length;
    assert.ok(corners(far) < corners(near) / 4, `${corners(far)} of ${corners(near)}`);
  });

  it('is kept by whoever has it, until something changes', async () => {
    const path = '/api/v1/backdrop?bbox=0,50,1,51&zoom=11';
    const { headers } = await service.request.get(path).expect(200);
    assert.match(headers['cache-control'] ?? '', /max-age=86400/);
    const again = await service.request
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    assert.equal(again.text, '');
    await service.request.get(path).set('If-None-Match', '"other"').expect(200);
  });

  it('refuses what is no box', async () => {
    for (const search of [
      'bbox=1,50,0,51&zoom=9',
      'bbox=0,50,1,51',
      'bbox=0,50,1&zoom=9',
      'bbox=0,50,1,51&zoom=1.5',
    ])
      await service.request.get(`/api/v1/backdrop?${search}`).expect(400);
  });
});

describe('outlines of areas', () => {
  const service = useService();
  const ring = (lon: number, corners: number): Position[] => {
    const all = Array.from({ length: corners }, (_, index) => {
      const angle = (2 * Math.PI * index) / corners;
      return [lon + 0.05 * Math.cos(angle), 50.5 + 0.05 * Math.sin(angle)];
    });
    return [...all, all[0] ?? []];
  };
  const area = (id: string, kind: string, lon: number, corners = 200) => ({
    type: 'Feature' as const,
    properties: { id, name: `Area ${id}`, kind },
    geometry: { type: 'Polygon' as const, coordinates: [ring(lon, corners)] },
  });
  const ask = async (search: string) =>
    (await service.request.get(`/api/v1/outlines?${search}`).expect(200)).body as {
      more: boolean;
      features: { id: string; geometry: { coordinates: Position[][][] }; properties: { kind: string } }[];
    };

  it('are of the areas in view, boroughs far out and wards near in', async () => {
    await saveAreas(service.db, {
      features: [
        area('b', 'borough', 0.5),
        area('w', 'ward', 0.5),
        area('x', 'ward', 3),
        area('l', 'lsoa', 0.5),
      ],
    });
    const ids = async (search: string) => (await ask(search)).features.map(({ id }) => id);
    assert.deepEqual(await ids('bbox=0,50,1,51&zoom=10'), ['b']);
    assert.deepEqual(await ids('bbox=0,50,1,51&zoom=14'), ['w']);
    assert.deepEqual(await ids('bbox=0,50,1,51&zoom=14&kind=lsoa'), ['l']);
    assert.deepEqual(await ids('bbox=9,50,10,51&zoom=14'), []);
  });

  it('are kept by whoever has them, until something changes', async () => {
    const path = '/api/v1/outlines?bbox=0,50,1,51&zoom=10';
    const { headers } = await service.request.get(path).expect(200);
    await service.request
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    await service.request.get(path).set('If-None-Match', '"other"').expect(200);
  });

  it('have fewer corners far out, and are never more than a person can tell apart', async () => {
    await saveAreas(service.db, { features: [area('w', 'ward', 0.5)] });
    const corners = async (zoom: number) =>
      (await ask(`bbox=0,50,1,51&zoom=${zoom}&kind=ward`)).features[0]?.geometry.coordinates[0]?.[0]
        ?.length ?? 0;
    assert.ok((await corners(9)) < (await corners(16)));
    assert.ok((await corners(1)) >= 4, 'an area that is too small to see is still there');
    await saveAreas(service.db, {
      features: Array.from({ length: 125 }, (_, index) => area(`many${index}`, 'ward', 0.5, 8)),
    });
    const { features, more } = await ask('bbox=0,50,1,51&zoom=14');
    assert.deepEqual([features.length, more], [120, true]);
  });
});
