/** Who is coming, as needs: the same in every mouth of search. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { accessFacts, needsOf, profiles } from '../../server/vocabulary.ts';
import { buildApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space } from '../support/factories.ts';

const wheelchair = needsOf(['wheelchair']);

describe('access profiles', () => {
  let request: ReturnType<typeof supertest>;
  let suits: number;

  before(async () => {
    const { db } = await freshDatabase();
    const all = wheelchair.map((key) => fact(key, 'yes'));
    suits = (await addVenue(db, { name: 'Suits', facts: all, spaces: [space('Hall', { theatre: 60 })] })).id;
    await addVenue(db, { name: 'Not all of it', facts: all.slice(1) });
    await addVenue(db, {
      name: 'Not this room',
      facts: all,
      spaces: [space('Loft', { theatre: 60 }, { facts: [fact('step_free_route', 'no')] })],
    });
    request = supertest(buildApp(db).express);
  });

  it('are short lists of known access facts, each with its reason', () => {
    const known = new Set(accessFacts.map(({ key }) => key));
    for (const { key, needs, source } of profiles) {
      assert.ok(needs.length >= 1 && needs.length <= 3, key);
      assert.ok(
        needs.every((need) => known.has(need)),
        key,
      );
      assert.ok(source.name && URL.canParse(source.url), key);
    }
  });

  it('ask for all of their facts: in the list, the counts, the map and the exports', async () => {
    const one = async (path: string) => (await request.get(path).expect(200)).body;
    const byProfile = await one('/api/v1/venues?profile=wheelchair');
    const byFacts = await one(`/api/v1/venues?access=${wheelchair.join()}`);
    assert.deepEqual(byProfile, byFacts);
    assert.deepEqual(
      [byProfile.items.map(({ id }: { id: number }) => id), byProfile.mightFit.value],
      [[suits], 1],
    );
    const map = await one('/api/v1/clusters?profile=wheelchair&zoom=14&bbox=-1,51,0,52');
    assert.equal(map.features[0].properties.count, 1);
    const csv = await request.get('/api/v1/venues?profile=wheelchair&format=csv').expect(200);
    assert.equal(csv.text.trim().split('\r\n').length, 2);
    const fit = await request
      .post('/api/v1/fit')
      .send({ profile: ['wheelchair'] })
      .expect(200);
    assert.deepEqual(
      fit.body.items.map(({ name, answer }: { name: string; answer: string }) => `${name}: ${answer}`),
      ['Suits: yes', 'Not all of it: ask'],
    );
  });

  it('can be joined, and asked for beside single needs', async () => {
    const { body } = await request.get('/api/v1/venues?profile=wheelchair,buggy&access=lift').expect(200);
    const { body: same } = await request
      .get(`/api/v1/venues?access=lift,${needsOf(['wheelchair', 'buggy']).join()}`)
      .expect(200);
    assert.deepEqual(body.mightFit, same.mightFit);
  });

  it('are read in a sentence, and named when there is no such profile', async () => {
    const { body } = await request
      .get('/api/v1/venues')
      .query({ q: 'hall for wheelchair users' })
      .expect(200);
    assert.deepEqual(
      body.understood.map(({ parameter, value }: Record<string, string>) => [parameter, value]),
      [['profile', 'wheelchair']],
    );
    const { body: problem } = await request.get('/api/v1/venues?profile=tall').expect(400);
    assert.equal(problem.errors[0].parameter, 'profile');
  });

  it('stand in the vocabulary with what they mean', async () => {
    const { body } = await request.get('/api/v1/vocabulary').expect(200);
    assert.deepEqual(body.profiles[0].needs, wheelchair);
  });
});
