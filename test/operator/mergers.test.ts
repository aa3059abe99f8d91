/** One place that two groups list: an operator proposes, both are heard, and nothing is done against either. */
import assert from 'node:assert/strict';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, type SignedIn, signIn } from '../support/people.ts';

const token = { Authorization: `Bearer ${OPERATOR_TOKEN}` };
const here = { 'Sec-Fetch-Site': 'same-origin' };
const REASON = 'It is the same hall, listed by two of its users.';
const AGAINST = 'They are two halls, one behind the other.';

describe('a place that two groups list', () => {
  const service = useService();

  async function twice() {
    const us = await addOrganisation(service.db, { name: 'Us' });
    const them = await addOrganisation(service.db, { name: 'Them' });
    const ours = await signIn(service.db, 'ours@us.example', { [us]: 'steward' });
    const theirs = await signIn(service.db, 'theirs@them.example', { [them]: 'steward' });
    const gone = await addVenue(service.db, {
      name: 'Old Hall',
      organisationId: us,
      identifiers: [{ scheme: 'uprn', value: '100' }],
      contacts: [{ kind: 'phone', value: '020 7946 0123', public: false }],
    });
    const kept = await addVenue(service.db, { name: 'New Hall', organisationId: them });
    return { us, them, ours, theirs, gone: gone.id, kept: kept.id };
  }
  const propose = (from: number, into: number, reason?: string) =>
    service.request.post(`/api/v1/operator/venues/${from}/merge`).set(token).send({ into, reason });
  const answer = (id: number, { cookie }: SignedIn, body: object) =>
    service.request
      .post(`/api/v1/mergers/${id}/answer`)
      .set({ ...here, Cookie: cookie })
      .send(body);
  const decide = (id: number, decision: string) =>
    service.request
      .post(`/api/v1/operator/mergers/${id}/decision`)
      .set(token)
      .send({ decision, words: 'Neither group said otherwise.' });
  const page = (path: string, cookie?: string) => {
    const asked = service.request.get(path).set('Accept', 'text/html');
    return cookie ? asked.set('Cookie', cookie) : asked;
  };
  const areOne = async (gone: number, kept: number) => {
    const { status, headers } = await page(`/venues/${gone}`);
    return status === 301 && headers.location === `/venues/new-hall-${kept}`;
  };

  it('becomes one when both agree, with its address, its numbers and its history', async () => {
    const { us, them, ours, theirs, gone, kept } = await twice();
    await propose(gone, kept).expect(409);
    const { body } = await propose(gone, kept, REASON).expect(202);
    await propose(gone, kept, REASON).expect(409);
    const letters = await service.db('letter').orderBy('id').select('recipient', 'body');
    assert.deepEqual(
      letters.map(({ recipient }) => recipient),
      ['ours@us.example', 'theirs@them.example'],
    );
    assert.match(letters[0].body, new RegExp(`/venues/old-hall-${gone}/manage/merger[^]*${REASON}`));
    for (const id of [gone, kept]) {
      const { body: shown } = await service.request.get(`/api/v1/venues/${id}/mergers`).expect(200);
      assert.deepEqual([shown.items[0].reason, shown.items[0].state], [REASON, 'open']);
      assert.match((await page(`/venues/${id}/merger`).expect(200)).text, new RegExp(REASON));
    }
    assert.equal((await answer(body.id, ours, { answer: 'agrees' }).expect(200)).body.outcome, 'answered');
    assert.equal(await areOne(gone, kept), false);
    assert.equal((await answer(body.id, theirs, { answer: 'agrees' }).expect(200)).body.outcome, 'merged');
    assert.equal(await areOne(gone, kept), true);
    await answer(body.id, theirs, { answer: 'objects', words: AGAINST }).expect(409);
    const { body: venue, text } = await service.request.get(`/api/v1/venues/${kept}`).expect(200);
    assert.equal(venue.organisation.id, them);
    assert.deepEqual(venue.identifiers, [{ scheme: 'uprn', value: '100' }]);
    const record = await service.request.get(`/api/v1/venues/${kept}/record`).set('Cookie', theirs.cookie);
    assert.ok(![text, record.text].join('').includes('7946 0123'), 'what one kept private stays with it');
    const { body: history } = await service.request.get(`/api/v1/venues/${kept}/history`).expect(200);
    assert.deepEqual(history.merged, [gone]);
    for (const [group, { cookie }] of [
      [us, ours],
      [them, theirs],
    ] as const) {
      const { body: log } = await service.request
        .get(`/api/v1/organisations/${group}/audit`)
        .set('Cookie', cookie)
        .expect(200);
      assert.deepEqual(
        log.items.map(({ action }: { action: string }) => action),
        ['operator.merged', 'operator.proposed'],
      );
    }
  });

  it('becomes one by an operator when neither objects in 14 days, and not before', async () => {
    const { gone, kept } = await twice();
    const { body } = await propose(gone, kept, REASON).expect(202);
    await decide(body.id, 'merged').expect(409);
    await service.db('merger').update({ answerable_until: service.db.raw(`now() - interval '1 minute'`) });
    const olu = await signIn(service.db, 'olu@register.example');
    await service.db('person').where({ id: olu.id }).update({ operator: true });
    assert.match((await page(`/operator/venues/${gone}`, olu.cookie)).text, /value="carryOut"/);
    await decide(body.id, 'merged').expect(204);
    assert.equal(await areOne(gone, kept), true);
    await decide(body.id, 'merged').expect(409);
  });

  it('stays two when one objects, whatever the operator wants', async () => {
    const { ours, theirs, gone, kept } = await twice();
    const { body } = await propose(gone, kept, REASON).expect(202);
    await answer(body.id, ours, { answer: 'objects' }).expect(400);
    await answer(body.id, ours, { answer: 'objects', words: AGAINST }).expect(200);
    await answer(body.id, theirs, { answer: 'agrees' }).expect(200);
    await service.db('merger').update({ answerable_until: service.db.raw(`now() - interval '1 minute'`) });
    await decide(body.id, 'merged').expect(409);
    const said = (await page(`/venues/${kept}/merger`).expect(200)).text;
    assert.match(said, new RegExp(AGAINST));
    // Caches keep it for everybody: it says nothing of who reads it.
    assert.equal((await page(`/venues/${kept}/merger`, ours.cookie)).text, said);
    assert.match((await page(`/venues/${kept}/history`).expect(200)).text, /new-hall-\d+\/merger/);
    await decide(body.id, 'dropped').expect(204);
    assert.equal(await areOne(gone, kept), false);
    // Who objected may be heard again.
    await propose(gone, kept, REASON).expect(202);
  });

  it('is not decided over one that was handed on, hidden or withdrawn meanwhile, nor by one of theirs', async () => {
    const { us, ours, theirs, gone, kept } = await twice();
    const olu = await signIn(service.db, 'olu@us.example', { [us]: 'editor' });
    await service.db('person').where({ id: olu.id }).update({ operator: true });
    await service.request
      .post(`/api/v1/operator/venues/${gone}/merge`)
      .set({ ...here, Cookie: olu.cookie })
      .send({ into: kept, reason: REASON })
      .expect(403);
    const { body } = await propose(gone, kept, REASON).expect(202);
    await answer(body.id, ours, { answer: 'agrees' }).expect(200);
    await service.request
      .patch(`/api/v1/venues/${gone}`)
      .set({ ...here, Cookie: ours.cookie, 'If-Match': '*' })
      .send({ status: 'withdrawn' })
      .expect(200);
    await answer(body.id, theirs, { answer: 'agrees' }).expect(409);
    assert.deepEqual((await service.request.get(`/api/v1/venues/${kept}/mergers`)).body.items, []);
  });

  it('is not proposed, nor told of to anybody, while one is seen by its own group alone', async () => {
    const { us, ours, kept } = await twice();
    const draft = await addVenue(service.db, { name: 'Secret Plans', organisationId: us, status: 'draft' });
    for (const [from, into] of [
      [draft.id, kept],
      [kept, draft.id],
    ] as const)
      await propose(from, into, REASON).expect(409);
    assert.equal(await service.db('letter').first('id'), undefined);
    await service.request
      .patch(`/api/v1/venues/${draft.id}`)
      .set({ ...here, Cookie: ours.cookie, 'If-Match': '*' })
      .send({ status: 'published' })
      .expect(200);
    await propose(draft.id, kept, REASON).expect(202);
  });

  it('is proposed, answered and decided on pages, without a script', async () => {
    const { ours, theirs, gone, kept } = await twice();
    const olu = await signIn(service.db, 'olu@register.example');
    await service.db('person').where({ id: olu.id }).update({ operator: true });
    const send = (path: string, { cookie }: SignedIn, body: object) =>
      service.request
        .post(path)
        .set({ ...here, Accept: 'text/html', Cookie: cookie })
        .type('form')
        .send(body);
    const at = `/operator/venues/${gone}`;
    const short = await send(at, olu, { do: 'merge', into: String(kept), mergerReason: 'Short' }).expect(400);
    assert.match(short.text, /Short/);
    // People paste what stands in their browser.
    const into = `https://x.example/cy/venues/new-hall-${kept}?a=1`;
    await send(at, olu, { do: 'merge', into, mergerReason: REASON }).expect(303);
    assert.match((await page('/operator', olu.cookie).expect(200)).text, />Old Hall and New Hall</);
    const early = (await page(at, olu.cookie).expect(200)).text;
    assert.match(early, /You can make them one after \d+ \w+ \d{4}/);
    assert.match(early, /value="drop"/);
    assert.doesNotMatch(early, /value="carryOut"|name="into"/, 'what would be refused is not offered');
    assert.match((await page(`/venues/${kept}/merger`)).text, /Answer for your group/);
    const form = `/venues/${gone}/manage/merger`;
    assert.match((await page(form, ours.cookie).expect(200)).text, /What does your group say/);
    for (const from of [`/venues/${gone}/manage`, `/venues/${gone}/manage/history`])
      assert.match((await page(from, ours.cookie).expect(200)).text, /href="[^"]*\/manage\/merger"/, from);
    const waits = /An operator says this place is listed twice\. What does your group say\?/;
    assert.match((await page(`/venues/${gone}/manage`, ours.cookie)).text, waits);
    await page(form, theirs.cookie).expect(403);
    await send(form, ours, {}).expect(400);
    const again = await send(form, ours, { answer: 'objects', words: 'No' }).expect(400);
    assert.match(again.text, /value="objects" checked/);
    await send(form, ours, { answer: 'objects', words: AGAINST }).expect(303);
    const answered = (await page(`/venues/${gone}/manage`, ours.cookie)).text;
    assert.match(answered, />Is this place listed twice\?</);
    assert.doesNotMatch(answered, waits);
    const id = (await service.db('merger').first('id')).id;
    await send(at, olu, { do: 'carryOut', merger: String(id), words: REASON }).expect(409);
    assert.match((await page(at, olu.cookie)).text, /One of the groups objects/);
    await send(form, ours, { answer: 'agrees', words: '' }).expect(303);
    const done = await send(`/venues/${kept}/manage/merger`, theirs, { answer: 'agrees' }).expect(303);
    assert.equal(done.headers.location, `/venues/${kept}`);
    assert.equal(await areOne(gone, kept), true);
    assert.match((await page(`/venues/${kept}/merger`).expect(200)).text, /became one on/);
  });
});
