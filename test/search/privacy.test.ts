/** An attack on places that are not exact: nothing that is public tells where they are better than the grid does. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { GRID_METRES, gridPoint } from '../../server/venues/location.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import type { NewVenue } from '../../server/venues/schema.ts';
import { useService } from '../support/app.ts';
import { addArea } from '../support/areas.ts';
import { addVenue, fact, holder } from '../support/factories.ts';

/** Two places in the same cell of the grid, far from its middle and from each other. */
const middle = gridPoint(-0.1653, 51.4278);
const step = 0.0019;
const corners = [
  { lon: middle.lon - step, lat: middle.lat - step },
  { lon: middle.lon + step, lat: middle.lat + step },
] as const;

const secret = (
  place: { lon: number; lat: number },
  precision: 'approximate' | 'hidden',
): Partial<NewVenue> => ({
  name: 'Safe house',
  location: { ...place, precision },
  address: { street: '12 Mitcham Lane', locality: 'Furzedown', postcode: 'SW16 6NN' },
  identifiers: [{ scheme: 'uprn', value: `1000${place.lon}` }],
  contacts: [{ kind: 'phone', value: '020 7946 0999' }],
  facts: [fact('bus_stop_near', 'yes'), fact('step_free_station_distance', 321), fact('lift', 'yes')],
});

describe('approximate and hidden places', () => {
  const service = useService();

  /** Everything the public can read of one register, as text, with what names the moment taken out. */
  async function everythingPublic(id: number): Promise<string> {
    const { lon, lat } = middle;
    const box = (size: number) => `${lon - size},${lat - size},${lon + size},${lat + size}`;
    const paths = [
      `/api/v1/venues/${id}`,
      `/api/v1/venues/${id}/history`,
      '/api/v1/venues',
      '/api/v1/venues?format=csv',
      '/api/v1/venues?format=geojson',
      '/api/v1/venues?access=bus_stop_near',
      '/api/v1/venues?access=step_free_station_distance',
      '/api/v1/venues?access=lift',
      ...['12 Mitcham Lane', 'Furzedown', 'SW16 6NN', 'SW16', 'Safe house'].map(
        (q) => `/api/v1/venues?q=${encodeURIComponent(`"${q}"`)}`,
      ),
      ...['Mitcham', 'Furze', 'SW16', 'Safe'].map((q) => `/api/v1/suggest?q=${q}`),
      ...corners.flatMap((corner) => [
        `/api/v1/venues?near=${corner.lon},${corner.lat}&sort=distance`,
        ...[50, 150, 250, 350, 700].map(
          (radius) => `/api/v1/venues?near=${corner.lon},${corner.lat}&radius=${radius}`,
        ),
      ]),
      ...[0.0001, 0.0005, 0.001, 0.002, 0.004].map((size) => `/api/v1/venues?bbox=${box(size)}`),
      ...corners.map(
        ({ lon: x, lat: y }) => `/api/v1/venues?bbox=${x - 0.0002},${y - 0.0002},${x + 0.0002},${y + 0.0002}`,
      ),
      ...corners.map(
        ({ lon: x, lat: y }) =>
          `/api/v1/venues?polygon=${x - 0.0002},${y - 0.0002};${x + 0.0003},${y};${x},${y + 0.0003}`,
      ),
      ...[4, 9, 12, 15, 18, 20].map((zoom) => `/api/v1/clusters?bbox=${box(0.01)}&zoom=${zoom}`),
      ...['updated', 'capacity'].map((sort) => `/api/v1/venues?sort=${sort}`),
      `/venues/safe-house-${id}`,
      `/venues/safe-house-${id}?access=bus_stop_near,step_free_station_distance&people=10`,
      `/compare?ids=${id}`,
      `/shortlist?ids=${id}`,
      `/venues/safe-house-${id}/card.png`,
      ...['west', 'east', 'middle'].flatMap((area) => [
        `/areas/${area}-ward`,
        `/areas/${area}-ward/card.png`,
      ]),
      '/areas',
      '/',
    ];
    const answers: string[] = [];
    for (const path of paths) {
      const { text, headers, status } = await service.request.get(path);
      // A picture is named by what it shows.
      const picture = headers['content-type'] === 'image/png' ? headers.etag : '';
      answers.push(`${path} ${status} ${headers.link ?? ''} ${picture} ${text}`);
    }
    const fits = await service.request
      .post('/api/v1/fit')
      .send({ near: [corners[0].lon, corners[0].lat], access: ['bus_stop_near'], venues: [id] });
    answers.push(fits.text);
    return answers.join('\n');
  }

  /** The register rolled back to one venue at this place, as the public reads it. */
  async function readWith(venue: Partial<NewVenue>): Promise<string> {
    const point: Knex.Transaction = await service.db.transaction();
    await point.raw('alter sequence venue_id_seq restart with 500');
    // One area holds each corner, and neither the other nor the middle.
    const [south, north] = [middle.lat - 0.01, middle.lat + 0.01];
    for (const [name, west, east] of [
      ['West', middle.lon - 0.01, middle.lon - 0.001],
      ['Middle', middle.lon - 0.001, middle.lon + 0.001],
      ['East', middle.lon + 0.001, middle.lon + 0.01],
    ] as const)
      await addArea(point, { id: name, name, west, south, east, north });
    const { id } = await addVenue(point, venue);
    const text = await everythingPublic(id);
    await point.rollback();
    return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'moment');
  }

  for (const precision of ['approximate', 'hidden'] as const) {
    it(`reads the same, wherever in its cell ${precision === 'hidden' ? 'a hidden' : 'an approximate'} place is`, async () => {
      const [one, other] = [
        await readWith(secret(corners[0], precision)),
        await readWith(secret(corners[1], precision)),
      ];
      assert.equal(one, other);
      for (const telling of ['Mitcham Lane,', '12 Mitcham', '6NN"', '7946', '321', '1000-0']) {
        assert.ok(!one.replaceAll(/^\/api\S+/gm, '').includes(telling), `${telling} is public`);
      }
    });
  }

  it('is found where the grid says it is, and nowhere nearer', async () => {
    const { id } = await addVenue(service.db, secret(corners[0], 'approximate'));
    const { body } = await service.request.get(`/api/v1/venues/${id}`);
    assert.deepEqual(body.location, { ...middle, precision: 'approximate' });
    assert.deepEqual([body.address, body.identifiers], [{}, []]);
    assert.deepEqual(
      body.facts.map((each: { key: string }) => each.key),
      ['lift'],
    );
    const { body: near } = await service.request.get(
      `/api/v1/venues?near=${middle.lon},${middle.lat}&radius=${GRID_METRES}`,
    );
    assert.equal(near.items[0].distance, 0);
  });

  it('does not tell an exact place of the past after the holder has hidden it', async () => {
    const { id } = await addVenue(service.db, {
      ...secret(corners[0], 'approximate'),
      location: { ...corners[0], precision: 'exact' },
    });
    await saveVenue(service.db, holder, id, { location: { ...corners[0], precision: 'hidden' } });
    const { text } = await service.request.get(`/api/v1/venues/${id}/history`);
    assert.ok(!text.includes(String(corners[0].lon)) && !text.includes('Mitcham') && !text.includes('321'));
  });

  it('does not tell where it was before it was hidden, when it is shown somewhere else', async () => {
    const { id } = await addVenue(service.db, {
      ...secret(corners[0], 'approximate'),
      location: { ...corners[0], precision: 'exact' },
    });
    const moved = { lon: -0.2, lat: 51.5, precision: 'exact' } as const;
    await saveVenue(service.db, holder, id, { location: { ...moved, precision: 'hidden' } });
    await saveVenue(service.db, holder, id, { location: moved, address: {}, identifiers: [], facts: [] });
    for (const lon of [-0.21, -0.22])
      await saveVenue(service.db, holder, id, { location: { ...moved, lon } });
    for (const path of [`/api/v1/venues/${id}/history`, `/venues/${id}/history`]) {
      const { text } = await service.request.get(path).expect(200);
      assert.ok(
        !text.includes(String(corners[0].lon)) && !text.includes('12 Mitcham') && !text.includes('321'),
      );
    }
    const { body } = await service.request.get(`/api/v1/venues/${id}/history`);
    assert.equal(body.items[0].edits[0].before.lon, -0.21, 'where it was shown since, anybody may read');
  });

  it('is not told by moving: a change of place inside the cell reads like any other', async () => {
    const { id } = await addVenue(service.db, secret(corners[0], 'approximate'));
    await saveVenue(service.db, holder, id, { location: { ...corners[1], precision: 'approximate' } });
    const { body } = await service.request.get(`/api/v1/venues/${id}/history`);
    assert.deepEqual(body.items[0].edits, [{ path: '/location', withheld: true }]);
    assert.deepEqual((await service.request.get(`/api/v1/venues/${id}`)).body.location, {
      ...middle,
      precision: 'approximate',
    });
  });
});
