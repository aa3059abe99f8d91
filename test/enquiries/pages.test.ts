/** The pages of enquiries as forms send them. */
import assert from 'node:assert/strict';
import { saveTerms } from '../../server/terms/repository.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { holder } from '../support/factories.ts';
import { signIn } from '../support/people.ts';
import { type Asking, asking, withEnquiry } from './support.ts';

describe('the pages of enquiries', () => {
  let there: Asking;
  beforeEach(async () => {
    there = await asking();
  });
  const from = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
  const get = (path: string, cookie = there.cookie) =>
    there.request.get(path).set({ ...from, Cookie: cookie });
  const post = (path: string, body: object, cookie = there.cookie) =>
    there.request
      .post(path)
      .set({ ...from, Cookie: cookie })
      .type('form')
      .send(body);
  const letters = () => `/plan/${there.plan}/letters`;
  const row = (id: number) => there.db('enquiry').where({ id }).first();
  const good = { service: 'A weekly clinic', sessionsPerWeek: '2', words: 'You are near.', note: '' };

  it('lead from a plan to drafts, and send those that are ticked and can go', async () => {
    const { db, halls } = there;
    await saveTerms(db, holder, halls[0], { text: 'Shoes off, please.' });
    const plan = await get(`/plan/${there.plan}`).expect(200);
    assert.match(plan.text, new RegExp(`action="${letters()}"`));
    const made = await post(letters(), { do: 'make' }).expect(303);
    const { text } = await get(made.headers.location ?? '').expect(200);
    assert.match(text, /The drafts are written\. Nobody is told yet/);
    assert.match(text, /Nobody holds this place in the register yet/);
    assert.match(text, /Shoes off, please\./);
    const [first, second] = await db('enquiry').orderBy('venue_id').pluck('id');
    // The name of the plan says what for.
    assert.equal((await row(first)).service, 'A clinic');
    await db('enquiry').where({ id: second }).update({ service: null });
    const tick = { do: 'send', send: [first, second], [`version-${first}`]: 1, [`version-${second}`]: 1 };
    const refused = await post(letters(), tick).expect(400);
    assert.match(refused.text, /href="#accept-\d+"[^>]*>Hall 0: Read the house terms/);
    assert.match(refused.text, /href="#send-\d+"[^>]*>Hall 11: Say first what you would like to do there/);
    assert.match(refused.text, new RegExp(`name="send" value="${second}" checked`));
    await post(letters(), { ...tick, send: [first], [`accept-${first}`]: 1 }).expect(303);
    assert.deepEqual([(await row(first)).state, (await row(first)).terms_version], ['sent', 1]);
    assert.equal((await row(second)).state, 'draft');
    const none = await post(letters(), { do: 'send' }).expect(400);
    // Said at the first that can be sent, and above the button.
    assert.match(none.text, new RegExp(`href="#send-${second}"[^>]*>Tick the letters to be sent`));
    assert.match(none.text, new RegExp(`id="send-${second}-error"[^>]*>.*id="send-error"`, 's'));
    assert.match(none.text, /Not said yet/);
  });

  it('put the same in all drafts, and no more sessions than each holder agrees to', async () => {
    const { db, halls } = there;
    await saveVenue(db, holder, halls[0], { services: { consent: 'agreed', sessionsPerWeek: 2 } });
    await withEnquiry(there);
    const wrong = await post(letters(), { do: 'fill', service: '', sessionsPerWeek: '0' }).expect(400);
    assert.match(wrong.text, /href="#service".*href="#sessionsPerWeek"/s);
    await post(letters(), { do: 'fill', service: 'A weekly clinic', sessionsPerWeek: '3' }).expect(303);
    const filled = await db('enquiry').orderBy('venue_id').select('service', 'sessions');
    const service = 'A weekly clinic';
    assert.deepEqual(filled, [
      { service, sessions: 2 },
      { service, sessions: 3 },
    ]);
  });

  it('send no letter of another plan by its number', async () => {
    const id = await withEnquiry(there);
    await there.db('enquiry').where({ id }).update({ service: 'A clinic' });
    const other = await there.db('plan').insert(
      (({ id: _id, ...plan }) => ({
        ...plan,
        asked: JSON.stringify(plan.asked),
        candidates: JSON.stringify(plan.candidates),
        answer: JSON.stringify(plan.answer),
      }))(await there.db('plan').where({ id: there.plan }).first()),
      ['id'],
    );
    await post(`/plan/${other[0].id}/letters`, { do: 'send', send: id, [`version-${id}`]: 1 }).expect(400);
    assert.equal((await row(id)).state, 'draft');
  });

  it('keep what was typed beside what is wrong with it, and send in one press what is right', async () => {
    await saveVenue(there.db, holder, there.halls[0], {
      services: { consent: 'agreed', sessionsPerWeek: 2 },
    });
    const id = await withEnquiry(there);
    const path = `/enquiries/${id}`;
    const draft = await get(path).expect(200);
    assert.match(draft.text, /The group agrees to at most 2\./);
    const wrong = await post(path, { ...good, do: 'save', version: 1, sessionsPerWeek: '3', words: '' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /href="#sessionsPerWeek"[^>]*>Enter the sessions as a whole number from 1 to 2/);
    assert.match(wrong.text, /href="#words"/);
    assert.match(wrong.text, /value="A weekly clinic"/);
    await post(path, { ...good, do: 'save', version: 1 }).expect(303);
    const stale = await post(path, { ...good, note: 'Mine', do: 'save', version: 1 }).expect(412);
    assert.match(stale.text, /Somebody changed or sent this in the meantime.*>Mine</s);
    const sent = await post(path, { ...good, service: 'A clinic', do: 'send', version: 2 }).expect(303);
    assert.match((await get(sent.headers.location ?? '')).text, /Sent\. Nothing is decided/);
    assert.deepEqual([(await row(id)).state, (await row(id)).service], ['sent', 'A clinic']);
    await post(path, { do: 'withdraw', version: 4 }).expect(303);
    assert.equal((await row(id)).state, 'withdrawn');
  });

  it('throw a draft away, and lead back to the letters', async () => {
    const id = await withEnquiry(there);
    const { headers } = await post(`/enquiries/${id}`, { do: 'delete', version: 1 }).expect(303);
    assert.equal(headers.location, `${letters()}?done=deleted`);
    assert.equal(await row(id), undefined);
  });

  it('show it to the group that is asked, whose stewards answer', async () => {
    const { steward, group } = there;
    const id = await withEnquiry(there, { send: true });
    const path = `/enquiries/${id}`;
    const waiting = await get('/account', steward.cookie).expect(200);
    assert.match(waiting.text, /href="\/enquiries"[^>]*><strong>1 enquiry waits for your answer/);
    const manage = async (hall: number) => (await get(`/venues/${hall}/manage`, steward.cookie)).text;
    assert.match(await manage(there.halls[0]), /What waits for your answer.*1 enquiry waits.*Keep it true/s);
    assert.doesNotMatch(await manage(there.halls[2]), /for your answer/);
    const listed = await get('/enquiries', steward.cookie).expect(200);
    assert.match(listed.text, new RegExp(`href="${path}".*It waits for your answer`, 's'));
    const editor = await signIn(there.db, 'ed@hall.example', { [group]: 'editor' });
    assert.match((await get(path, editor.cookie).expect(200)).text, /A steward of your group answers this/);
    await post(path, { do: 'answer', answer: 'yes', version: 3 }, editor.cookie).expect(403);
    const page = await get(path, steward.cookie).expect(200);
    assert.match(page.text, /An answer books nothing/);
    assert.doesNotMatch(page.text, /\/plan\/\d|priya@/);
    const wrong = await post(
      path,
      { do: 'answer', answerWords: 'Come and see.', version: 3 },
      steward.cookie,
    );
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /Choose yes, no, or let us talk.*Come and see\./s);
    const answer = { do: 'answer', answer: 'yes', answerWords: 'Come and see.', version: 3 };
    await post(path, answer, steward.cookie).expect(303);
    const seen = await get(path).expect(200);
    assert.match(
      seen.text,
      /You asked about.*Yes, we would like that.*Come and see\..*Agree with them on days/s,
    );
    assert.match(seen.text, new RegExp(`href="/plan/${there.plan}"`));
    await saveTerms(there.db, holder, there.halls[0], { text: 'Shoes off.' });
    assert.match((await get(path)).text, /The house terms have changed since this was sent/);
    assert.match((await get(letters())).text, /Answered on .*: yes/);
    const stranger = await signIn(there.db, 'stranger@them.example');
    await get(path, stranger.cookie).expect(404);
  });
});
