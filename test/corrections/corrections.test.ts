import assert from 'node:assert/strict';
import supertest from 'supertest';
import { saveSource } from '../../server/venues/import.ts';
import type { Actor } from '../../server/venues/record.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { buildApp, OPERATOR_TOKEN, useService } from '../support/app.ts';
import { addVenue, fact, newVenue, space, TODAY } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('corrections, by the API', () => {
  const service = useService();
  let us: number;
  let id: number;
  let hall: number;
  let cookie: string;

  beforeEach(async () => {
    us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, {
      organisationId: us,
      facts: [fact('hearing_loop', 'yes', { note: 'By the stage', observedOn: '2024-05-01' })],
      spaces: [space('Main hall', { theatre: 80, standing: 120 })],
    }));
    ({ cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'editor' }));
    hall = (await read()).spaces[0].id;
  });

  const read = async () => (await service.request.get(`/api/v1/venues/${id}`).expect(200)).body;
  const history = async () =>
    (await service.request.get(`/api/v1/venues/${id}/history?limit=5`).expect(200)).body.items;
  const suggest = (body: object) => service.request.post(`/api/v1/venues/${id}/corrections`).send(body);
  const waiting = async (sent = cookie) =>
    service.request.get(`/api/v1/venues/${id}/corrections`).set('Cookie', sent);
  const answer = (one: string, how: 'accept' | 'decline', body: object = {}, version = '*') => {
    const request = service.request
      .post(`/api/v1/venues/${id}/corrections/${one}/${how}`)
      .set({ Cookie: cookie, 'If-Match': version });
    return how === 'decline' ? request.send(body) : request;
  };
  const letters = () => service.db('letter').orderBy('id').select('recipient', 'subject', 'body');
  const noLoop = { about: 'fact', key: 'hearing_loop', value: 'no', method: 'visited', seenOn: '2025-03-04' };

  it('wait for the holder, and nobody else reads them', async () => {
    const private_ = {
      words: 'The box is broken.',
      name: 'Ruth Shouldnotleak',
      email: 'ruth@visitor.example',
    };
    const { body, headers } = await suggest({ ...noLoop, ...private_ }).expect(202);
    assert.deepEqual(body, {});
    assert.equal(headers.location, undefined);
    const found = (await waiting()).body.items;
    assert.equal(found.length, 1);
    const { id: one, madeAt, now, ...rest } = found[0];
    assert.match(one, /^v\d+$/);
    assert.ok(madeAt);
    assert.equal(now.value, 'yes');
    assert.deepEqual(rest, {
      from: 'visitor',
      about: 'fact',
      path: '/facts/hearing_loop',
      value: { key: 'hearing_loop', value: 'no', method: 'visited', observedOn: '2025-03-04' },
      words: 'The box is broken.',
      method: 'visited',
      seenOn: '2025-03-04',
      name: 'Ruth Shouldnotleak',
      wantsAnswer: true,
      applies: true,
    });
    for (const path of ['', '/history', '/terms', '/claims'])
      for (const word of ['broken', 'Shouldnotleak', 'ruth@'])
        assert.ok(!(await service.request.get(`/api/v1/venues/${id}${path}`)).text.includes(word), path);
    for (const path of ['', '/history']) {
      const { text } = await service.request.get(`/venues/broadwater-hall-${id}${path}`).expect(200);
      assert.doesNotMatch(text, /broken|Shouldnotleak|ruth@/);
    }
    assert.doesNotMatch((await waiting()).text, /ruth@visitor/, 'the holder reads no address either');
    const stranger = await signIn(service.db, 'sam@else.example');
    assert.equal((await waiting(stranger.cookie)).status, 403);
    assert.equal((await waiting('')).status, 401);
  });

  it('change the page when they are accepted, with credit, and can be undone', async () => {
    await suggest({ ...noLoop, name: 'Ruth', email: 'ruth@visitor.example' }).expect(202);
    const [{ id: one }] = (await waiting()).body.items;
    const { version: before } = await read();
    const { body } = await answer(one, 'accept', {}, `"${before}"`).expect(200);
    assert.deepEqual(body, { id, version: before + 1, outcome: 'updated' });
    const [loop] = (await read()).facts;
    assert.deepEqual(
      [loop.value, loop.note, loop.method, loop.observedOn],
      ['no', undefined, 'visited', '2025-03-04'],
    );
    const { stated_by } = await service
      .db('fact')
      .where({ venue_id: id, key: 'hearing_loop' })
      .first('stated_by');
    assert.equal(stated_by, 'correction');
    const [{ actor, credit }] = await history();
    assert.deepEqual([actor, credit], ['Tooting Neighbours', { kind: 'visitor', name: 'Ruth' }]);
    const page = await service.request.get(`/venues/broadwater-hall-${id}/history`).expect(200);
    assert.match(page.text, /After a suggestion by Ruth\./);
    const [letter] = await letters();
    assert.equal(letter.recipient, 'ruth@visitor.example');
    assert.match(letter.body, /have accepted it/);
    const kept = await service.db('correction').first('state', 'email');
    assert.deepEqual(kept, { state: 'accepted', email: null });
    await answer(one, 'accept').expect(404);
    await service.request
      .post(`/api/v1/venues/${id}/revert`)
      .set({ Cookie: cookie, 'If-Match': '*' })
      .send({ version: before + 1 })
      .expect(200);
    assert.equal((await read()).facts[0].value, 'yes');
  });

  it('is a correction to imports: they do not write over it, and a visitor who is not named is not', async () => {
    await suggest(noLoop).expect(202);
    const [{ id: one }] = (await waiting()).body.items;
    await answer(one, 'accept').expect(200);
    const [{ credit }] = await history();
    assert.deepEqual(credit, { kind: 'visitor' });
    const page = await service.request.get(`/venues/broadwater-hall-${id}/history`).expect(200);
    assert.match(page.text, /After a suggestion by a visitor\./);
    const importer: Actor = { name: 'import:osm', kind: 'import', rank: 'import', source: 'osm' };
    await saveSource(service.db, { id: 'osm', name: 'OpenStreetMap', licence: 'ODbL', attribution: '© OSM' });
    await saveVenue(service.db, importer, id, {
      facts: [fact('hearing_loop', 'yes', { method: 'imported' })],
    });
    assert.equal((await read()).facts[0].value, 'no');
  });

  it('are gone without a trace in public when they are declined, with a reason for who asked for one', async () => {
    await suggest({ ...noLoop, email: 'ruth@visitor.example' }).expect(202);
    await suggest({ ...noLoop, value: 'partial' }).expect(202);
    const items = (await waiting()).body.items;
    const { version } = await read();
    await answer(items[0].id, 'decline', { reason: 'We tested it on Monday.' }).expect(204);
    await answer(items[1].id, 'decline').expect(204);
    assert.equal((await read()).version, version);
    const sent = await letters();
    assert.equal(sent.length, 1);
    assert.match(sent[0].body, /What they say: We tested it on Monday\./);
    assert.deepEqual((await waiting()).body.items, []);
    assert.equal(await service.db('correction').whereNotNull('email').first('id'), undefined);
  });

  it('change a capacity and a name; what is said in words is seen to by hand', async () => {
    await suggest({ about: 'capacity', key: 'theatre', spaceId: hall, value: 60, method: 'told' }).expect(
      202,
    );
    await suggest({ about: 'name', value: 'Broadwater Memorial Hall', method: 'told' }).expect(202);
    await suggest({ about: 'closed', words: 'It was pulled down.', method: 'visited' }).expect(202);
    const items = (await waiting()).body.items;
    assert.deepEqual(
      items.map(({ applies }: { applies: boolean }) => applies),
      [true, true, false],
    );
    const { version } = await read();
    for (const each of items) await answer(each.id, 'accept').expect(200);
    const after = await read();
    assert.equal(after.name, 'Broadwater Memorial Hall');
    const capacities = after.spaces[0].capacities.map((each: { comfortable: number }) => each.comfortable);
    assert.deepEqual(capacities, [120, 60]);
    assert.equal(after.version, version + 2);
    assert.equal(after.status, 'published', 'whether it is listed is the steward’s to say');
  });

  it('are refused when they say nothing, or what the page says, or what cannot be known', async () => {
    const wrong: [object, RegExp][] = [
      [{ ...noLoop, value: 'yes' }, /says already/],
      [{ ...noLoop, value: 7 }, /yes, no or partial/],
      [{ ...noLoop, key: 'nothing' }, /facts of the vocabulary/],
      [{ ...noLoop, seenOn: '2999-01-01' }, /still to come/],
      [{ ...noLoop, spaceId: hall + 99_999 }, /no such room/],
      [{ about: 'capacity', key: 'theatre', value: 60, method: 'told' }, /which room/],
      [{ about: 'capacity', key: 'theatre', spaceId: hall, value: 80, method: 'told' }, /says already/],
      [{ about: 'name', value: 'Broadwater Hall', method: 'told' }, /says already/],
      [{ about: 'hours', method: 'told' }, /Say what is right/],
      [{ about: 'other', words: 'x', method: 'told' }, /words/],
      [{ ...noLoop, email: 'not an address' }, /email/],
      [{ ...noLoop, method: 'imported' }, /method/],
      [{ ...noLoop, secret: 1 }, /secret/],
    ];
    for (const [body, why] of wrong) assert.match((await suggest(body).expect(400)).text, why);
    await service.db('venue').where({ id }).update({ status: 'draft' });
    await suggest(noLoop).expect(404);
  });

  it('ask nothing that would tell a place which is not shown', async () => {
    await service.db('venue').where({ id }).update({ precision: 'approximate' });
    await suggest({ ...noLoop, key: 'bus_stop_near', value: 'yes' }).expect(400);
  });

  it('are limited, and many from one network are shown to operators', async () => {
    for (let sent = 0; sent < 20; sent += 1)
      await suggest({ about: 'other', words: `Look at this, ${sent}.`, method: 'told' }).expect(202);
    await suggest(noLoop).expect(429);
    const signals = await service.request
      .get('/api/v1/operator/signals')
      .set('Authorization', `Bearer ${OPERATOR_TOKEN}`)
      .expect(200);
    const [signal] = signals.body.items;
    assert.deepEqual([signal.kind, signal.count, signal.venue.id], ['many_suggestions', 20, id]);
    assert.doesNotMatch(JSON.stringify(await service.db('correction').select('*')), /127\.0\.0\.1/);
  });

  it('need the version that they were read from, and only those who may answer', async () => {
    await suggest(noLoop).expect(202);
    const [{ id: one }] = (await waiting()).body.items;
    const path = `/api/v1/venues/${id}/corrections/${one}`;
    await service.request.post(`${path}/accept`).set('Cookie', cookie).expect(428);
    await answer(one, 'accept', {}, '"99"').expect(412);
    const stranger = (await signIn(service.db, 'sam@else.example')).cookie;
    await service.request.post(`${path}/accept`).set({ Cookie: stranger, 'If-Match': '*' }).expect(403);
    await service.request.post(`${path}/decline`).set('Cookie', stranger).send({}).expect(403);
    const other = await addVenue(service.db, { organisationId: us });
    await service.request
      .post(`/api/v1/venues/${other.id}/corrections/${one}/accept`)
      .set({ Cookie: cookie, 'If-Match': '*' })
      .expect(404);
  });

  it('of places that nobody holds wait for operators', async () => {
    const { id: free } = await addVenue(service.db);
    await service.request.post(`/api/v1/venues/${free}/corrections`).send(noLoop).expect(202);
    const operator = (await signIn(service.db, 'op@register.example')).cookie;
    await service.db('person').where({ email: 'op@register.example' }).update({ operator: true });
    const queue = await service.request
      .get('/api/v1/operator/corrections')
      .set('Cookie', operator)
      .expect(200);
    assert.deepEqual(queue.body.items, [
      { venue: { id: free, slug: 'broadwater-hall', name: 'Broadwater Hall' }, waiting: 1 },
    ]);
    const path = `/api/v1/venues/${free}/corrections`;
    const { body } = await service.request.get(path).set('Cookie', operator).expect(200);
    await service.request
      .post(`${path}/${body.items[0].id}/accept`)
      .set({ Cookie: operator, 'If-Match': '*' })
      .expect(200);
    // Where a group holds the place, it is theirs alone.
    assert.equal((await waiting(operator)).status, 403);
  });

  it('of one household are known for what they are, from whichever of its addresses, and leave each reader five letters', async () => {
    const behind = supertest(buildApp(service.db, { trustProxy: 1 }).express);
    const words = 'The door is at the side now.';
    for (let count = 1; count <= 8; count += 1)
      await behind
        .post(`/api/v1/venues/${id}/corrections`)
        .set('X-Forwarded-For', `2001:db8:1:2::${count}`)
        .send({ about: 'other', words, method: 'told' })
        .expect(202);
    const { body } = await service.request
      .get('/api/v1/operator/signals')
      .set('Authorization', `Bearer ${OPERATOR_TOKEN}`)
      .expect(200);
    assert.deepEqual(
      body.items.map(({ kind, count }: { kind: string; count: number }) => [kind, count]),
      [['many_suggestions', 8]],
    );
    const form = `about=other&method=told&words=${encodeURIComponent(words)}&email=ruth%40visitor.example&email=x`;
    const send = () =>
      service.request
        .post(`/venues/${id}/suggest`)
        .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
        .type('form')
        .send(form);
    for (let count = 0; count < 5; count += 1) await send().expect(303);
    await send().expect(429);
  });

  it('may be of today, wherever on Earth it is that day already', async () => {
    const seenOn = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
    await suggest({ ...noLoop, seenOn }).expect(202);
    const [{ id: one }] = (await waiting()).body.items;
    await answer(one, 'accept').expect(200);
    const facts: { key: string; observedOn: string }[] = (await read()).facts;
    assert.equal(facts.find(({ key }) => key === 'hearing_loop')?.observedOn, seenOn);
  });

  it('of data sets wait beside them, and are answered in the same way', async () => {
    const importer: Actor = { name: 'import:osm', kind: 'import', rank: 'import', source: 'osm' };
    await saveSource(service.db, { id: 'osm', name: 'OpenStreetMap', licence: 'ODbL', attribution: '© OSM' });
    const imported = {
      facts: [fact('hearing_loop', 'no', { method: 'imported' })],
      name: 'Broadwater Rooms',
    };
    const again = () => saveVenue(service.db, importer, id, imported);
    await again();
    const items = (await waiting()).body.items;
    assert.deepEqual(
      items.map((each: { from: string; path: string; source: string }) => [
        each.from,
        each.path,
        each.source,
      ]),
      [
        ['import', '/name', 'OpenStreetMap'],
        ['import', '/facts/hearing_loop', 'OpenStreetMap'],
      ],
    );
    await answer(items[0].id, 'decline').expect(204);
    await answer(items[1].id, 'accept').expect(200);
    const after = await read();
    assert.deepEqual(
      [after.name, after.facts[0].value, after.facts[0].source],
      ['Broadwater Hall', 'no', 'osm'],
    );
    assert.deepEqual((await history())[0].credit, { kind: 'source', name: 'OpenStreetMap' });
    await again();
    assert.deepEqual((await waiting()).body.items, [], 'what was declined is not suggested again');
    await saveVenue(service.db, importer, id, { name: 'Broadwater House' });
    assert.equal((await waiting()).body.items[0].value, 'Broadwater House', 'something else is');
  });

  it('of a data set take nothing away that was kept private, and publish nothing', async () => {
    await saveVenue(service.db, { name: 'us', kind: 'member', rank: 'holder' }, id, {
      contacts: [{ kind: 'phone', value: '020 7946 0000', public: false }],
      location: { lon: -0.168, lat: 51.4275, precision: 'hidden' },
      status: 'draft',
    });
    const importer: Actor = { name: 'import:osm', kind: 'import', rank: 'import', source: 'osm' };
    await saveSource(service.db, { id: 'osm', name: 'OpenStreetMap', licence: 'ODbL', attribution: '© OSM' });
    const { contacts, location } = newVenue({
      contacts: [{ kind: 'email', value: 'hall@example.org', public: true }],
      location: { lon: -0.17, lat: 51.43, precision: 'exact' },
    });
    await saveVenue(service.db, importer, id, { contacts, location, status: 'published' });
    const items = (await waiting()).body.items;
    for (const each of items) await answer(each.id, 'accept').expect(200);
    assert.equal(items.length, 2);
    const row = await service.db('venue').where({ id }).first('precision', 'lon', 'status');
    assert.deepEqual(row, { precision: 'hidden', lon: -0.17, status: 'draft' });
    assert.equal((await service.db('contact').where({ venue_id: id })).length, 2);
  });

  it('are let go of when they are over', async () => {
    const { sweepCorrections } = await import('../../server/corrections/repository.ts');
    await suggest({ ...noLoop, email: 'ruth@visitor.example' }).expect(202);
    await sweepCorrections(service.db, TODAY);
    assert.ok(await service.db('correction').whereNotNull('email').first('id'));
    const later = (years: number) => `${Number(TODAY.slice(0, 4)) + years}${TODAY.slice(4)}`;
    await sweepCorrections(service.db, later(2));
    assert.equal(await service.db('correction').whereNotNull('email').first('id'), undefined);
    assert.equal(await service.db('correction_day').first('day'), undefined);
    await sweepCorrections(service.db, later(3));
    assert.equal(await service.db('correction').first('id'), undefined);
  });
});
