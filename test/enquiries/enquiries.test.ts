/** From a plan to the holders: drafts, sent within the house terms, answered, and private to the two groups. */
import assert from 'node:assert/strict';
import { startPost } from '../../server/mail/post.ts';
import { saveTerms } from '../../server/terms/repository.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { testConfig } from '../support/app.ts';
import { holder } from '../support/factories.ts';
import { startMailSink } from '../support/mail.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { type Asking, addKey, asking, withEnquiry } from './support.ts';

describe('enquiries', () => {
  let there: Asking;
  beforeEach(async () => {
    there = await asking();
  });
  const as = (cookie: string) => ({
    get: (path: string) => there.request.get(`/api/v1${path}`).set('Cookie', cookie),
    post: (path: string, body: object = {}, match = '*') =>
      there.request.post(`/api/v1${path}`).set({ Cookie: cookie, 'If-Match': match }).send(body),
    patch: (path: string, body: object, match = '*') =>
      there.request.patch(`/api/v1${path}`).set({ Cookie: cookie, 'If-Match': match }).send(body),
    delete: (path: string) => there.request.delete(`/api/v1${path}`).set('Cookie', cookie),
  });
  const us = () => as(there.cookie);
  const them = () => as(there.steward.cookie);
  const letters = () => us().get(`/plans/${there.plan}/enquiries`).expect(200);
  const make = () => us().post(`/plans/${there.plan}/enquiries`).expect(201);

  it('are drafted once for each site that has a holder, from what the plan knows; the others say why not', async () => {
    const [open, unheld, declined] = there.halls;
    await saveVenue(there.db, holder, declined, { services: { consent: 'declined' } });
    const { body: before } = await letters();
    assert.equal(before.toWrite, 1);
    assert.deepEqual((await make()).body, { made: 1, left: 0 });
    assert.deepEqual((await make()).body, { made: 0, left: 0 });
    const { body } = await letters();
    const found = new Map(
      body.items.map((each: { venue: { id: number }; silence?: string; enquiry?: object }) => [
        each.venue.id,
        each.silence ?? each.enquiry,
      ]),
    );
    assert.deepEqual([found.get(unheld), found.get(declined)], ['no_holder', 'declined']);
    const draft = found.get(open) as { state: string; words: string; holder: object; service?: string };
    assert.equal(draft.state, 'draft');
    assert.match(draft.words, /Hall 0 is the nearest one for 30 people\. .*Nothing is decided\./);
    assert.deepEqual(draft.holder, { id: there.group, slug: there.slug, name: 'Hall friends' });
    assert.equal(draft.service, undefined);
    const { body: first } = await us().get(`/plans/${there.plan}/enquiries?limit=2`).expect(200);
    assert.deepEqual([first.items.length, first.next], [2, 2]);
    const { body: rest } = await us().get(`/plans/${there.plan}/enquiries?limit=2&after=2`).expect(200);
    assert.deepEqual([rest.items.length, rest.next], [1, undefined]);
  });

  it('name nobody who holds a place that is no longer shown', async () => {
    const id = await withEnquiry(there);
    await saveVenue(there.db, holder, there.halls[0], { status: 'withdrawn' });
    const { body } = await us().get(`/enquiries/${id}`).expect(200);
    assert.deepEqual([body.holder, body.venue], [undefined, { id: there.halls[0] }]);
  });

  it('are sent as they were looked at, within the terms of that moment, and answered, by letters', async () => {
    const { db } = there;
    const id = await withEnquiry(there);
    const path = `/enquiries/${id}`;
    assert.equal((await them().get(path)).status, 404);
    await saveTerms(db, holder, there.halls[0], { text: 'Shoes off, please.' });
    const { body: draft, headers } = await us().get(path).expect(200);
    assert.equal(draft.terms.now, 1);
    const noService = await us().post(`${path}/send`, { acceptedTerms: 1 }).expect(409);
    assert.match(noService.body.detail, /^Say first what would be done there/);
    const change = { service: 'A weekly clinic', sessionsPerWeek: 2, note: 'We bring cake.' };
    await us().patch(path, change, headers.etag).expect(200);
    await us().patch(path, change, headers.etag).expect(412);
    const unread = await us().post(`${path}/send`).expect(400);
    assert.equal(unread.body.errors[0].pointer, '#/acceptedTerms');
    await saveTerms(db, holder, there.halls[0], { text: 'Shoes off, and eat with us.' });
    const old = await us().post(`${path}/send`, { acceptedTerms: 1 }).expect(400);
    assert.match(old.body.detail, /not the house terms that hold now/);
    await us().post(`${path}/send`, { acceptedTerms: 2 }).expect(200);
    await us().post(`${path}/send`, { acceptedTerms: 2 }).expect(409);
    await us().patch(path, { note: 'More' }).expect(409);
    await us().delete(path).expect(409);

    const sink = await startMailSink();
    const post = startPost(db, { ...testConfig(), smtpUrl: sink.url }, assert.ifError);
    await post.flush();
    const to = (letter: (typeof sink.letters)[number] | undefined) => [letter?.to].flat()[0]?.text;
    const [asked] = sink.letters;
    assert.equal(to(asked), 'amara@hall.example');
    assert.equal(asked?.subject, 'Board asks about Hall 0');
    assert.match(asked?.text ?? '', new RegExp(`A weekly clinic.*/enquiries/${id}$`, 'ms'));

    const { body: seen, text } = await them().get(path).expect(200);
    assert.deepEqual([seen.state, seen.terms, seen.since], ['sent', { accepted: 2, now: 2 }, []]);
    assert.deepEqual(
      [seen.service, seen.sessionsPerWeek, seen.note],
      [change.service, change.sessionsPerWeek, change.note],
    );
    assert.ok(!('plan' in seen) && !/@/.test(text));
    await saveTerms(db, holder, there.halls[0], { text: 'Shoes on.' });
    await saveVenue(db, holder, there.halls[0], { services: { consent: 'declined' } });
    const answer = { answer: 'talk', words: 'Ring the bell.\nOn Mondays.' };
    assert.deepEqual((await us().get(path)).body.since, ['terms_changed', 'declined']);
    await us().post(`${path}/answer`, answer).expect(404);
    await there.request
      .post(`/api/v1${path}/answer`)
      .set('Cookie', there.steward.cookie)
      .send(answer)
      .expect(428);
    await them().post(`${path}/answer`, answer).expect(200);
    await them().post(`${path}/answer`, answer).expect(409);
    await us().post(`${path}/withdraw`).expect(409);
    await post.flush();
    await post.stop();
    await sink.close();
    const last = sink.letters.at(-1);
    assert.equal(to(last), 'priya@board.example');
    assert.match(
      last?.text ?? '',
      /Hall friends would like to talk first.*> Ring the bell\.\n> On Mondays\./s,
    );
    assert.doesNotMatch(last?.text ?? '', /amara@/);
    const { body: end } = await us().get(path).expect(200);
    assert.deepEqual([end.state, end.answer.answer, end.answer.words], ['answered', 'talk', answer.words]);
  });

  it('ask for no more sessions than the holder agrees to', async () => {
    await saveVenue(there.db, holder, there.halls[0], {
      services: { consent: 'agreed', sessionsPerWeek: 2 },
    });
    const path = `/enquiries/${await withEnquiry(there)}`;
    const { body } = await us().patch(path, { sessionsPerWeek: 3 }).expect(400);
    assert.deepEqual([body.errors[0].pointer, body.errors[0].allowed], ['#/sessionsPerWeek', { maximum: 2 }]);
    await us().patch(path, { sessionsPerWeek: 2, service: 'A clinic' }).expect(200);
    await saveVenue(there.db, holder, there.halls[0], {
      services: { consent: 'agreed', sessionsPerWeek: 1 },
    });
    await us().post(`${path}/send`).expect(409);
    await us().patch(path, { sessionsPerWeek: null }).expect(200);
    await us().post(`${path}/send`).expect(200);
  });

  it('are withdrawn until they are answered, and answered only by a steward of who was asked', async () => {
    const path = `/enquiries/${await withEnquiry(there, { send: true })}`;
    const editor = as((await signIn(there.db, 'ed@hall.example', { [there.group]: 'editor' })).cookie);
    await editor.get(path).expect(200);
    await editor.post(`${path}/answer`, { answer: 'yes' }).expect(404);
    const next = await addOrganisation(there.db, { name: 'Next' });
    await saveVenue(there.db, holder, there.halls[0], { organisationId: next });
    const later = as((await signIn(there.db, 'next@hall.example', { [next]: 'steward' })).cookie);
    await later.get(path).expect(404);
    assert.deepEqual((await us().get(path)).body.since, ['holder_changed']);
    const { body } = await them().post(`${path}/answer`, { answer: 'yes' }).expect(409);
    assert.match(body.detail, /no longer holds this place/);
    await us().post(`${path}/withdraw`).expect(200);
    assert.match((await them().post(`${path}/answer`, { answer: 'yes' })).body.detail, /taken this back/);
    const subjects: string[] = await there.db('letter').orderBy('id').pluck('subject');
    assert.deepEqual(subjects, ['Board asks about Hall 0', 'Board no longer asks about Hall 0']);
  });

  it('are drafted by keys that plan, and sent by people alone', async () => {
    const key = await addKey(there.db, there.organisationId, ['plan']);
    const call = (path: string) => there.request.post(`/api/v1${path}`).set({ ...key, 'If-Match': '*' });
    const { body } = await call(`/plans/${there.plan}/enquiries`).expect(201);
    assert.equal(body.made, 2);
    const [{ id }] = await there.db('enquiry').orderBy('id').select('id');
    await call(`/enquiries/${id}/send`).send({}).expect(404);
    assert.equal((await there.db('enquiry').where({ id }).first()).person_id, null);
  });

  it('are listed for each side, a page at a time', async () => {
    const id = await withEnquiry(there, { send: true });
    const list = async (who: ReturnType<typeof as>, group: number, query = '') =>
      (await who.get(`/organisations/${group}/enquiries${query}`).expect(200)).body;
    const { items, next } = await list(us(), there.organisationId, '?side=asked&limit=1');
    assert.equal(items[0].state, 'draft');
    const { items: second } = await list(us(), there.organisationId, `?side=asked&limit=1&before=${next}`);
    assert.equal(second[0].id, id);
    const received = await list(them(), there.group);
    assert.deepEqual(
      received.items.map((each: { id: number }) => each.id),
      [id],
    );
  });

  it('end with their plan and their group: drafts go, what was sent stays or is taken back', async () => {
    const { db } = there;
    const id = await withEnquiry(there, { send: true });
    await us().delete(`/plans/${there.plan}`).expect(204);
    assert.deepEqual(await db('enquiry').pluck('id'), [id]);
    assert.ok(!('plan' in (await us().get(`/enquiries/${id}`).expect(200)).body));
    await db('member').where({ organisation_id: there.organisationId }).update({ role: 'steward' });
    await us().post(`/organisations/${there.organisationId}/dissolve`, { name: 'forget' }).expect(204);
    const { body } = await them().get(`/enquiries/${id}`).expect(200);
    assert.deepEqual([body.state, body.from.name, body.contact], ['withdrawn', 'a former group', undefined]);
    assert.match(body.words, /asked that its words be taken out/);
  });
});
