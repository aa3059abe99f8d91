import assert from 'node:assert/strict';
import supertest from 'supertest';
import { drainAll } from '../../server/search/upkeep.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { buildApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, holder, space } from '../support/factories.ts';

describe('upkeep of search', () => {
  it('keeps the map’s counts right when venues come, change and go', async () => {
    const { db } = await freshDatabase();
    const request = supertest(buildApp(db).express);
    const counts = async (search: string) => {
      const { body } = await request.get(`/api/v1/clusters?bbox=-1,51,1,52&zoom=8${search}`).expect(200);
      return body.features.reduce(
        (sum: number, feature: { properties: { count: number } }) => sum + feature.properties.count,
        0,
      );
    };
    const { id } = await addVenue(db, {
      facts: [fact('lift', 'yes')],
      spaces: [space('Hall', { theatre: 120 })],
    });
    const other = await addVenue(db);
    await drainAll(db);
    assert.deepEqual(
      [await counts(''), await counts('&access=lift'), await counts('&people=100')],
      [2, 1, 1],
    );
    await saveVenue(db, holder, id, {
      facts: [fact('lift', 'no')],
      location: { lon: -0.5, lat: 51.2, precision: 'exact' },
    });
    assert.deepEqual([await counts(''), await counts('&access=lift')], [2, 0]);
    await drainAll(db);
    assert.deepEqual(
      [await counts(''), await counts('&access=lift'), await counts('&people=100')],
      [2, 0, 1],
    );
    for (const each of [id, other.id]) await saveVenue(db, holder, each, { status: 'withdrawn' });
    await drainAll(db);
    assert.equal(await counts(''), 0);
    assert.equal((await db('rollup_change').count())[0]?.count, '0');
  });

  it('never makes one writer wait for another’s words', async () => {
    const { db } = await freshDatabase();
    const [one, two] = [await db.transaction(), await db.transaction()];
    await addVenue(one, { name: 'Zebra hall' });
    await addVenue(two, { name: 'Aardvark hall' });
    await addVenue(one, { name: 'Aardvark rooms' });
    await addVenue(two, { name: 'Zebra rooms' });
    await one.commit();
    await two.commit();
    await drainAll(db);
    assert.equal((await db('search_word').whereIn('word', ['zebra', 'aardvark'])).length, 2);
  });
});
