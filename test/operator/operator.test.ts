import assert from 'node:assert/strict';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const REASON = 'It shows where a refuge is, and must not.';
const REPLY = 'The refuge moved away from here two years ago.';
const token = { Authorization: `Bearer ${OPERATOR_TOKEN}` };

describe('the operator’s remedy', () => {
  const service = useService();
  const operate = (path: string, body?: object) =>
    service.request.post(`/api/v1/operator${path}`).set(token).send(body);
  const page = (path: string) =>
    service.request.get(path).set('Accept', path.startsWith('/api') ? '*/*' : 'text/html');

  it('hides a listing everywhere, says why in its place, and shows it again', async () => {
    const us = await addOrganisation(service.db, { name: 'Us' });
    const steward = await signIn(service.db, 'steward@us.example', { [us]: 'steward' });
    const { id } = await addVenue(service.db, { name: 'Secret Hall', organisationId: us });
    const path = `/venues/secret-hall-${id}`;
    const places = [
      '/api/v1/venues',
      '/api/v1/venues?format=csv',
      '/api/v1/venues?format=geojson',
      '/api/v1/suggest?q=secret',
      '/api/v1/clusters?bbox=-0.2,51.4,-0.1,51.5&zoom=14',
      '/sitemaps/venues-0.xml',
      path,
      '/',
    ];
    const shownIn = async () => {
      const found: string[] = [];
      for (const place of places) {
        // The address that was asked for stands in the answer; nothing else may.
        const { text } = await page(place);
        if (/Secret Hall|secret-hall/.test(place === path ? text.replaceAll(path, '') : text))
          found.push(place);
      }
      return found;
    };
    const toSignIn = `/sign-in?next=${encodeURIComponent(`${path}/claim`)}`;
    assert.match((await page(toSignIn)).text, /Sign in to claim Secret Hall/);
    const before = await shownIn();
    assert.ok(before.includes(path) && before.includes('/api/v1/venues'), String(before));
    await operate(`/venues/${id}/hide`, { reason: 'Short' }).expect(400);
    const olu = await signIn(service.db, 'olu@register.example');
    await service.db('person').where({ id: olu.id }).update({ operator: true, name: 'Olu' });
    await service.request
      .post(`/api/v1/operator/venues/${id}/hide`)
      .set('Cookie', olu.cookie)
      .send({ reason: REASON })
      .expect(204);
    await operate(`/venues/${id}/hide`, { reason: REASON }).expect(409);
    assert.deepEqual(await shownIn(), []);
    assert.doesNotMatch((await page(toSignIn)).text, /Secret Hall/);
    for (const each of ['', '/history', '/claims', '/photos', '/terms'])
      await service.request.get(`/api/v1/venues/${id}${each}`).expect(404);
    const hidden = await page(path).expect(200);
    assert.match(hidden.text, new RegExp(REASON));
    assert.match(hidden.text, /name="robots" content="noindex/);
    // Caches keep it for everybody: it says nothing of who reads it.
    assert.equal((await page(path).set('Cookie', steward.cookie)).text, hidden.text);
    // The holder goes on, and has a say beside the reason.
    const letter = await service.db('letter').first();
    assert.equal(letter.recipient, 'steward@us.example');
    assert.match(letter.body, new RegExp(`${path}/reply`));
    const record = service.request.get(`/api/v1/venues/${id}/record`).set('Cookie', steward.cookie);
    const { body: kept } = await record.expect(200);
    assert.equal(kept.status, 'published', 'the status stays the holder’s word');
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: steward.cookie, 'If-Match': '*' })
      .send({ ...kept, description: 'Changed in the meantime' })
      .expect(200);
    assert.deepEqual(await shownIn(), []);
    await service.request
      .post(`/api/v1/venues/${id}/notice/reply`)
      .set('Cookie', steward.cookie)
      .send({ words: REPLY })
      .expect(204);
    const { body: notice } = await service.request.get(`/api/v1/venues/${id}/notice`).expect(200);
    assert.deepEqual([notice.reason, notice.reply], [REASON, REPLY]);
    assert.match((await page(path)).text, new RegExp(REPLY));
    await operate(`/venues/${id}/restore`).expect(204);
    await operate(`/venues/${id}/restore`).expect(409);
    assert.deepEqual(await shownIn(), before);
    const { body: log } = await service.request
      .get(`/api/v1/venues/${id}/operator-actions`)
      .set('Cookie', steward.cookie)
      .expect(200);
    assert.deepEqual(
      log.items.map(({ action, words }: { action: string; words?: string }) => [action, words]),
      [
        ['restored', undefined],
        ['hidden', REASON],
      ],
    );
    const audit = await service.request
      .get(`/api/v1/organisations/${us}/audit`)
      .set('Cookie', steward.cookie)
      .expect(200);
    assert.match(audit.text, /operator\.hidden/);
    assert.ok(!audit.text.includes('Olu'), 'which operator it was, is not told');
    await service.request.get(`/api/v1/venues/${id}/notice`).expect(404);
    const { body: history } = await service.request.get(`/api/v1/venues/${id}/history`).expect(200);
    assert.ok(!JSON.stringify(history).includes('meantime'), 'what was written while hidden was not public');
  });

  it('hears from anybody what is wrong, and closes it', async () => {
    const { id } = await addVenue(service.db);
    const report = { kind: 'not_there', words: 'It was pulled down last winter.' };
    await service.request.post(`/api/v1/venues/${id}/reports`).send(report).expect(202);
    await service.request.post(`/api/v1/venues/${id}/reports`).send({ kind: 'dull' }).expect(400);
    const draft = await addVenue(service.db, { status: 'draft' });
    await service.request.post(`/api/v1/venues/${draft.id}/reports`).send(report).expect(404);
    const { body } = await service.request.get('/api/v1/operator/reports').set(token).expect(200);
    assert.equal(body.items.length, 1);
    assert.deepEqual(body.items[0].venue, { id, slug: 'broadwater-hall', name: 'Broadwater Hall' });
    const olu = await signIn(service.db, 'olu@register.example');
    await service.db('person').where({ id: olu.id }).update({ operator: true });
    const inHand = await page(`/operator/venues/${id}`).set('Cookie', olu.cookie).expect(200);
    assert.match(inHand.text, new RegExp(report.words), 'it is read where the listing can be hidden');
    await operate(`/reports/${body.items[0].id}/close`).expect(204);
    await operate(`/reports/${body.items[0].id}/close`).expect(404);
  });

  it('takes ten reports in an hour from one network', async () => {
    const { id } = await addVenue(service.db);
    const report = { kind: 'other', words: 'The same thing, over and over.' };
    for (let times = 0; times < 10; times += 1)
      await service.request.post(`/api/v1/venues/${id}/reports`).send(report).expect(202);
    await service.request.post(`/api/v1/venues/${id}/reports`).send(report).expect(429);
  });

  it('merges a place listed twice: its address, identifiers and sources lead to the one that stays', async () => {
    const us = await addOrganisation(service.db, { name: 'Us' });
    await service.db('source').insert({ id: 'set', name: 'Set', licence: 'Open', attribution: 'Them' });
    const gone = await addVenue(service.db, {
      name: 'Old Hall',
      organisationId: us,
      identifiers: [{ scheme: 'uprn', value: '100' }],
    });
    const kept = await addVenue(service.db, {
      name: 'New Hall',
      identifiers: [{ scheme: 'osm', value: 'node/1' }],
    });
    const day = '2026-01-01';
    await service.db('source_record').insert({
      source_id: 'set',
      record_id: 'a',
      venue_id: gone.id,
      digest: '',
      first_seen: day,
      last_seen: day,
    });
    await operate(`/venues/${gone.id}/merge`, { into: gone.id }).expect(400);
    await operate(`/venues/${gone.id}/merge`, { into: kept.id }).expect(204);
    const moved = await page(`/cy/venues/old-hall-${gone.id}?people=4`).expect(301);
    assert.equal(moved.headers.location, `/cy/venues/new-hall-${kept.id}?people=4`);
    await service.request.get(`/api/v1/venues/${gone.id}`).expect(404);
    const { body } = await service.request.get(`/api/v1/venues/${kept.id}`).expect(200);
    assert.deepEqual(body.identifiers.map(({ value }: { value: string }) => value).sort(), ['100', 'node/1']);
    assert.equal(body.organisation.id, us, 'its holder comes along');
    assert.equal(body.name, 'New Hall');
    assert.equal(body.provenance[0].sourceId, 'a');
    const { body: history } = await service.request.get(`/api/v1/venues/${kept.id}/history`).expect(200);
    assert.deepEqual(history.merged, [gone.id]);
    const { body: before } = await service.request.get(`/api/v1/venues/${gone.id}/history`).expect(200);
    assert.ok(JSON.stringify(before).includes('Old Hall'), 'what was public of it can still be read');
    const { body: list } = await service.request.get('/api/v1/venues');
    assert.deepEqual(
      list.items.map(({ id }: { id: number }) => id),
      [kept.id],
    );
  });

  it('does not merge what two groups hold, nor what is not shown', async () => {
    const us = await addOrganisation(service.db, { name: 'Us' });
    const them = await addOrganisation(service.db, { name: 'Them' });
    const ours = await addVenue(service.db, { organisationId: us });
    const theirs = await addVenue(service.db, { organisationId: them });
    const draft = await addVenue(service.db, { status: 'draft' });
    const { body } = await operate(`/venues/${ours.id}/merge`, { into: theirs.id }).expect(409);
    assert.match(body.detail, /both groups are asked/);
    await operate(`/venues/${ours.id}/merge`, { into: draft.id }).expect(409);
    await operate(`/venues/${draft.id}/merge`, { into: ours.id }).expect(409);
  });

  it('finds a listing by whatever address an operator pastes', async () => {
    const { id } = await addVenue(service.db, { name: 'Lost Hall' });
    const olu = await signIn(service.db, 'olu@register.example');
    await service.db('person').where({ id: olu.id }).update({ operator: true });
    const find = (listing: string) => page('/operator').query({ listing }).set('Cookie', olu.cookie);
    for (const pasted of [
      `${id}`,
      ` /venues/lost-hall-${id} `,
      `https://x.example/cy/venues/lost-hall-${id}/?a=1#b`,
    ]) {
      const { headers } = await find(pasted).expect(303);
      assert.equal(headers.location, `/operator/venues/${id}`, pasted);
    }
    for (const wrong of ['Lost Hall', '999999999']) {
      const { text } = await find(wrong).expect(404);
      assert.match(text, /<a href="#listing">We know no listing by this number/, wrong);
    }
  });

  it('points at what may be abuse', async () => {
    const us = await addOrganisation(service.db, { name: 'Us' });
    for (let count = 0; count < 10; count += 1) await addVenue(service.db, { organisationId: us });
    const { body } = await service.request.get('/api/v1/operator/signals').set(token).expect(200);
    assert.deepEqual(body.items, [{ kind: 'many_listings', count: 10, organisation: 'Us' }]);
  });
});
