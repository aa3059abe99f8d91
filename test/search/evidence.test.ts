/** What stands beside a page of results for a person: when facts were seen, what to ask, open now, what to let go of. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import supertest from 'supertest';
import { withOpenState } from '../../server/venues/open-now.ts';
import type { VenueItem } from '../../server/venues/schema.ts';
import { buildApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space } from '../support/factories.ts';

describe('what a page of results rests on', () => {
  let db: Knex;
  let request: ReturnType<typeof supertest>;

  before(async () => {
    ({ db } = await freshDatabase());
    await addVenue(db, {
      name: 'Known',
      facts: [
        fact('hearing_loop', 'yes', { observedOn: '2026-05-01' }),
        fact('lift', 'yes', { observedOn: '2026-01-02' }),
      ],
      spaces: [
        space(
          'Hall',
          { theatre: 60 },
          { facts: [fact('hearing_loop', 'yes', { observedOn: '2025-02-03' })] },
        ),
        space('Den', { theatre: 8 }, { facts: [fact('hearing_loop', 'yes', { observedOn: '2026-06-07' })] }),
      ],
      openingHours: { weekly: [{ weekday: 1, opens: '09:00', closes: '17:00' }] },
    });
    await addVenue(db, {
      name: 'Unsure',
      facts: [fact('lift', 'yes'), fact('hearing_loop', 'partial')],
      spaces: [space('Room'), space('Hall', { theatre: 80 })],
      openingHours: { osm: '"by appointment"' },
      contacts: [{ kind: 'website', value: 'https://unsure.example', public: true }],
    });
    await addVenue(db, {
      name: 'Private',
      location: { lon: -0.168, lat: 51.4275, precision: 'hidden' },
      facts: [fact('bus_stop_near', 'yes', { observedOn: '2026-07-08' })],
      contacts: [{ kind: 'phone', value: '020 7946 0999', public: false }],
    });
    request = supertest(buildApp(db).express);
  });

  const list = async (search: string) => (await request.get(`/api/v1/venues?${search}`).expect(200)).body;

  it('says when a fact was seen: the fitting room’s own word, else the venue’s', async () => {
    const { items } = await list('people=50&access=hearing_loop,lift&include=evidence');
    assert.deepEqual(
      items.map(({ name, seen }: VenueItem) => [name, seen]),
      [
        [
          'Known',
          {
            hearing_loop: { on: '2025-02-03', method: 'visited' },
            lift: { on: '2026-01-02', method: 'visited' },
          },
        ],
      ],
    );
  });

  it('says nothing of it unless it is asked', async () => {
    const { items, possible, relaxed } = await list('people=50&access=hearing_loop');
    assert.deepEqual(
      [items[0].seen, items[0].open, possible, relaxed],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('names what to ask of the room that has least left to ask', async () => {
    const { possible } = await list('people=50&access=hearing_loop,lift&include=evidence,possible');
    assert.deepEqual(
      possible.map(({ name, ask, seen, canAsk }: VenueItem) => [name, ask, Object.keys(seen ?? {}), canAsk]),
      [
        ['Private', ['people', 'hearing_loop', 'lift'], [], false],
        ['Unsure', ['hearing_loop'], ['lift'], true],
      ],
    );
    const { items } = await list('layout=banquet&openAt=mon-10:00&match=possible&include=evidence');
    assert.deepEqual(
      items.map(({ name, ask }: VenueItem) => [name, ask]),
      [
        ['Private', ['people', 'openAt']],
        ['Unsure', ['people', 'openAt']],
        ['Known', ['people']],
      ],
    );
  });

  it('never says when a fact was seen that would tell a private place', async () => {
    const { items } = await list('access=bus_stop_near&match=possible&include=evidence');
    const hidden = items.find(({ name }: VenueItem) => name === 'Private');
    assert.deepEqual([hidden.seen, hidden.ask], [{}, ['bus_stop_near']]);
  });

  it('says open or closed by the venue’s clock, and nothing where that is not known', async () => {
    const { body } = await request.get('/api/v1/venues?include=none').expect(200);
    const at = async (now: string): Promise<VenueItem['open'][]> =>
      JSON.parse(await withOpenState(db, JSON.stringify(body.items), new Date(now)))
        .map((item: VenueItem) => (item.name === 'Known' ? item.open : (item.open ?? null)))
        .filter((open: unknown) => open !== null);
    assert.deepEqual(await at('2026-07-06T09:00:00Z'), [
      { open: true, now: '2026-07-06T10:00', changes: '2026-07-06T17:00' },
    ]);
    assert.deepEqual(await at('2026-07-06T18:00:00Z'), [
      { open: false, now: '2026-07-06T19:00', changes: '2026-07-13T09:00' },
    ]);
    const answer = await request.get('/api/v1/venues?include=open').expect(200);
    assert.equal(answer.headers.etag, undefined, 'the answer is another a minute later');
  });

  it('counts what each filter keeps away when nothing is found, the most telling first', async () => {
    const { relaxed } = await list('people=500&access=lift&kind=community_hall&include=relaxed');
    assert.deepEqual(relaxed, [
      { parameter: 'people', value: '500', venues: 2 },
      { parameter: 'kind', venues: 0 },
      { parameter: 'access', value: 'lift', venues: 0 },
    ]);
    const { relaxed: read } = await list('q=palace for 50 with lift&include=relaxed');
    assert.deepEqual(read[0], { parameter: 'q', venues: 2 });
  });
});

describe('a place and an order', () => {
  let request: ReturnType<typeof supertest>;

  before(async () => {
    const { db } = await freshDatabase();
    const place = { name: 'Tooting', folded: 'tooting', area: 'London', kind: 'suburb' };
    await db('place').insert({ ...place, lon: -0.168, lat: 51.4275 });
    await addVenue(db, { location: { lon: -0.168, lat: 51.44, precision: 'exact' } });
    await addVenue(db);
    request = supertest(buildApp(db).express);
  });

  it('says which order the list has, and falls back to the usual one where that asked has nothing to go by', async () => {
    const sort = async (search: string) =>
      (await request.get(`/api/v1/venues?${search}`).expect(200)).body.sort;
    assert.equal(await sort(''), 'updated');
    assert.equal(await sort('sort=distance'), 'updated');
    assert.equal(await sort('sort=distance&q=hall'), 'relevance');
    assert.equal(await sort('sort=relevance&near=-0.1,51.4'), 'distance');
    assert.equal(await sort('sort=capacity&near=-0.1,51.4'), 'capacity');
  });

  it('takes a distance round a place that is read in the words, and needs some place', async () => {
    const count = async (radius: number) =>
      (await request.get('/api/v1/venues').query({ q: 'near Tooting', radius }).expect(200)).body.total.value;
    assert.deepEqual([await count(500), await count(5000)], [1, 2]);
    const { body } = await request.get('/api/v1/venues?q=hall&radius=500').expect(400);
    assert.equal(body.errors[0].parameter, 'radius');
  });
});
