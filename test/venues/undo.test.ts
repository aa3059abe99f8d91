import assert from 'node:assert/strict';
import type { VenueChange } from '../../server/venues/schema.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('undoing a change', () => {
  const service = useService();
  let id: number;
  let steward: string;
  let editor: string;
  let version: number;

  beforeEach(async () => {
    const us = await addOrganisation(service.db);
    const added = await addVenue(service.db, {
      organisationId: us,
      description: 'As it was',
      facts: [fact('hearing_loop', 'yes'), fact('lift', 'no')],
      spaces: [
        space('Hall', { theatre: 80, banquet: 60 }, { facts: [fact('piano', 'yes')], floor: 0 }),
        space('Snug', { boardroom: 8 }),
      ],
    });
    ({ id, version } = added);
    steward = (await signIn(service.db, 'amara@hall.example', { [us]: 'steward' })).cookie;
    editor = (await signIn(service.db, 'joe@hall.example', { [us]: 'editor' })).cookie;
  });

  const record = async () =>
    (await service.request.get(`/api/v1/venues/${id}/record`).set('Cookie', steward).expect(200)).body;
  const change = async (change: VenueChange, cookie = steward) => {
    const answer = await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: cookie, 'If-Match': `"${version}"` })
      .send(change)
      .expect(200);
    version = answer.body.version;
    return version;
  };
  const undo = (which: number, cookie = steward, match: string | undefined = `"${version}"`) => {
    const request = service.request.post(`/api/v1/venues/${id}/revert`).set('Cookie', cookie);
    if (match) request.set('If-Match', match);
    return request.send({ version: which });
  };
  /** Spaces without their ids, which a space that comes back has anew. */
  const withoutIds = (venue: { spaces: object[] }) => ({
    ...venue,
    spaces: venue.spaces.map((each) => ({ ...each, id: 0 })),
  });

  it('puts back what stood before, as a new change', async () => {
    const before = await record();
    const wrong = await change({ description: 'Wrong', facts: [fact('lift', 'yes'), fact('wifi', 'yes')] });
    const { body, headers } = await undo(wrong).expect(200);
    assert.equal(body.version, wrong + 1);
    assert.equal(headers.etag, `"${wrong + 1}"`);
    assert.deepEqual(body.undone.sort(), [
      '/description',
      '/facts/hearing_loop',
      '/facts/lift',
      '/facts/wifi',
    ]);
    assert.deepEqual(body.left, []);
    assert.deepEqual(await record(), before);
    const { body: history } = await service.request.get(`/api/v1/venues/${id}/history`);
    assert.equal(history.items[0].undoes, wrong);
    assert.equal(history.items[0].version, wrong + 1);
  });

  it('can itself be undone', async () => {
    const changed = await change({ description: 'Right', openingHours: { osm: 'Mo 09:00-12:00' } });
    const after = await record();
    const { body } = await undo(changed).expect(200);
    version = body.version;
    await undo(version).expect(200);
    assert.deepEqual(await record(), after);
  });

  it('leaves what was changed again since, and names it', async () => {
    const first = await change({ description: 'First', facts: [fact('lift', 'yes')] });
    await change({ description: 'Second' });
    const { body } = await undo(first).expect(200);
    assert.deepEqual(body.left, ['/description']);
    const now = await record();
    assert.equal(now.description, 'Second');
    assert.deepEqual(
      now.facts.map((each: { key: string; value: string }) => `${each.key} ${each.value}`),
      ['hearing_loop yes', 'lift no'],
    );
  });

  it('brings a room back that was taken away, and takes one away that was added', async () => {
    const before = await record();
    const gone = await change({ spaces: [before.spaces[1]] });
    const { body } = await undo(gone).expect(200);
    version = body.version;
    const back = await record();
    const byName = (venue: { spaces: { name: string }[] }) => ({
      ...venue,
      spaces: [...venue.spaces].sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
    assert.deepEqual(withoutIds(byName(back)), withoutIds(byName(before)));
    // Twice is not possible: the room is there.
    await undo(gone).expect(409);

    const added = await change({ spaces: [...back.spaces, space('Yard', { standing: 50 }) as never] });
    await undo(added).expect(200);
    assert.deepEqual((await record()).spaces, back.spaces);
  });

  it('leaves a room that was added, when somebody has written more about it', async () => {
    const added = await change({ spaces: [...(await record()).spaces, space('Yard', { standing: 50 })] });
    const { spaces } = await record();
    await change({ spaces: [spaces[0], spaces[1], { ...spaces[2], facts: [fact('piano', 'no')] }] });
    const { body } = await undo(added).expect(409);
    assert.match(body.detail, /nothing left of it to undo/);
  });

  it('changes only the statements of a room that the change was about', async () => {
    const { spaces } = await record();
    const changed = await change({
      spaces: [{ ...spaces[0], floor: 2, capacities: [{ layout: 'theatre', comfortable: 800 }] }, spaces[1]],
    });
    const now = (await record()).spaces;
    await change({ spaces: [{ ...now[0], description: 'Warm' }, now[1]] });
    const { body } = await undo(changed).expect(200);
    assert.equal(body.left.length, 0);
    assert.deepEqual((await record()).spaces, [{ ...spaces[0], description: 'Warm' }, spaces[1]]);
  });

  it('says which version it is made against', async () => {
    const wrong = await change({ description: 'Wrong' });
    await undo(wrong, steward, '').expect(428);
    await undo(wrong, steward, `"${wrong - 1}"`).expect(412);
    await undo(99).expect(404);
  });

  it('undoes neither the beginning, nor a change twice', async () => {
    const { body } = await undo(1).expect(409);
    assert.match(body.detail, /how the listing began/);
    const wrong = await change({ description: 'Wrong' });
    version = (await undo(wrong).expect(200)).body.version;
    await undo(wrong).expect(409);
  });

  it('is for stewards, and for editors where the change is their own', async () => {
    const theirs = await change({ description: 'By Amara' });
    await undo(theirs, editor).expect(403);
    const own = await change({ description: 'By Joe' }, editor);
    version = (await undo(own, editor).expect(200)).body.version;
    const withdrawn = await change({ status: 'withdrawn' });
    await undo(withdrawn, editor).expect(403);
    await undo(withdrawn).expect(200);
    assert.equal((await record()).status, 'published');
  });
});

describe('taking a listing away', () => {
  const service = useService();

  it('is one document with everything in it', async () => {
    const us = await addOrganisation(service.db);
    const { id } = await addVenue(service.db, {
      organisationId: us,
      contacts: [{ kind: 'phone', value: '020 7946 0000', public: false }],
      spaces: [space('Hall', { theatre: 80 })],
    });
    const { cookie } = await signIn(service.db, 'joe@hall.example', { [us]: 'editor' });
    await service.db('photo_album').insert({ venue_id: id, version: 1 });
    await service
      .db('photo')
      .insert({ id: 'a'.repeat(32), venue_id: id, position: 0, alt: 'The hall', width: 640, height: 480 });
    await service
      .db('terms_version')
      .insert({ venue_id: id, version: 1, actor: 'Us', terms: '{"alcohol":"not"}' });
    const path = `/api/v1/venues/${id}/export`;
    await service.request.get(path).expect(401);
    const { body, headers } = await service.request.get(path).set('Cookie', cookie).expect(200);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.match(String(headers['content-disposition']), /attachment; filename="venue-\d+\.json"/);
    assert.equal(body.venue.contacts[0].value, '020 7946 0000');
    assert.equal(body.venue.spaces[0].name, 'Hall');
    assert.deepEqual(body.terms[0].terms, { alcohol: 'not' });
    assert.equal(body.photos[0].alt, 'The hall');
    assert.equal(body.history[0].action, 'added');
  });
});
