/** The pages of plans as forms send them: asked in one press, with faults beside their fields, answered, changed, deleted. */
import assert from 'node:assert/strict';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { addHalls, ask, newPlan, type Planning, planning, runner, stopRunners, until } from './support.ts';

describe('the pages of plans', () => {
  let there: Planning;
  let halls: number[];
  beforeEach(async () => {
    there = await planning();
    halls = await addHalls(there.db, [0, 1, 5, 6, 11, 10]);
  });
  afterEach(stopRunners);

  const from = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
  const get = (path: string, cookie = there.cookie) =>
    there.request.get(path).set({ ...from, Cookie: cookie });
  const post = (path: string, body: object) =>
    there.request
      .post(path)
      .set({ ...from, Cookie: there.cookie })
      .type('form')
      .send(body);
  /** What the form holds when it comes, as a browser would send it. */
  const usual = () => ({
    question: 'mclp',
    p: '2',
    weight: 'people',
    far: '15',
    unit: 'minutes',
    mode: 'walking',
    layer: String(there.layer),
    organisationId: String(there.organisationId),
  });
  const idIn = (location: string | undefined) => Number(/^\/plan\/(\d+)/.exec(location ?? '')?.[1]);
  const finished = async (id: number) => {
    runner(there.db);
    await until(there, id);
  };

  it('tell visitors what it is, and members their plans', async () => {
    const { text } = await there.request.get('/plan').set(from).expect(200);
    assert.match(text, /Sign in to ask a question/);
    const empty = await get('/plan').expect(200);
    assert.match(empty.text, /You have no plan yet/);
    const { headers } = await post('/plan/new', usual()).expect(303);
    assert.match((await get('/plan')).text, /Waiting for its turn/);
    await finished(idIn(headers.location));
    const { text: listed } = await get('/plan').expect(200);
    assert.match(listed, /Answered/);
    assert.match(listed, /2 places bring 100% of people within 15 minutes on foot: 780 of 780\./);
  });

  it('list plans a page at a time', async () => {
    for (let n = 0; n < 10; n += 1) await ask(there, newPlan(there, { name: `Plan ${n}` })).expect(202);
    await there.db('plan').update({ status: 'cancelled', ended_at: there.db.fn.now() });
    for (let n = 10; n < 21; n += 1) {
      await ask(there, newPlan(there, { name: `Plan ${n}` })).expect(202);
      await there.db('plan').update({ status: 'cancelled', ended_at: there.db.fn.now() });
    }
    const { text } = await get('/plan').expect(200);
    const next = /href="(\/plan\?before=\d+)"/.exec(text)?.[1] ?? '';
    assert.ok(text.includes('Plan 1<') && !text.includes('Plan 0<'));
    const second = await get(next).expect(200);
    assert.ok(second.text.includes('Plan 0<') && second.text.includes('Newest plans'));
  });

  it('hold everything that one press needs, and fill in what their address says', async () => {
    const { text } = await get('/plan/new').expect(200);
    assert.match(text, /6 places on the register/);
    const link = await get(
      '/plan/new?question=lscp&share=80&far=900&unit=metres&mode=wheelchair&layout=classroom&people=20',
    ).expect(200);
    assert.match(link.text, /Find the fewest places so that/);
    assert.match(link.text, /id="share"[^>]*value="80"/);
    assert.match(link.text, /<option value="metres" selected>/);
    assert.match(link.text, /places that fit/);
    const none = await get('/plan/new?within=nowhere&people=many').expect(200);
    assert.match(none.text, /Say a whole number of people/);
  });

  it('say what is wrong beside its field, and keep all that was typed', async () => {
    const { text } = await post('/plan/new', { ...usual(), p: 'five', far: '', name: 'Kept name' }).expect(
      400,
    );
    assert.match(text, /href="#p"[^>]*>Say how many places/);
    assert.match(text, /href="#far"[^>]*>Say how far/);
    assert.match(text, /value="five"/);
    assert.match(text, /value="Kept name"/);
    const many = await post('/plan/new', { ...usual(), p: '99' }).expect(400);
    assert.match(many.text, /There are only 6 places to choose from/);
    const own = { ...usual(), weight: 'own', expression: 'peple' };
    assert.match((await post('/plan/new', own).expect(400)).text, /there is no number called “peple”/);
    const nobody = { ...usual(), weight: 'own', expression: '0 * people' };
    assert.match((await post('/plan/new', nobody).expect(400)).text, /Nobody counts like this/);
    const full = { ...usual(), people: '5000' };
    assert.match((await post('/plan/new', full).expect(400)).text, /No place fits/);
    const agreed = { ...usual(), consent: 'agreed' };
    assert.match((await post('/plan/new', agreed).expect(400)).text, /No group here has agreed yet/);
    const other = await addOrganisation(there.db, { name: 'Other' });
    const foreign = { ...usual(), organisationId: String(other) };
    assert.match((await post('/plan/new', foreign).expect(400)).text, /Choose an organisation of yours/);
    assert.deepEqual(await there.db('plan'), []);
  });

  it('take along what the form has no field for, and say so, until it is let go of', async () => {
    const question = {
      kind: 'mclp',
      p: 2,
      within: 900,
      shares: [{ group: 'people', share: 0.5 }],
    };
    const travel = { detour: 1, unit: 'metres' };
    const { body } = await ask(there, newPlan(there, { question, travel, seed: 7 })).expect(202);
    const askedBy = async (id: number) => (await there.db('plan').where({ id }).first('asked')).asked;
    const { text } = await get(`/plan/new?from=${body.id}`).expect(200);
    assert.match(text, /name="carry" value="shares" checked[\s\S]*At least 50% of “people”/);
    assert.match(text, /name="carry" value="travel" checked[\s\S]*1 times as long as the straight line/);
    const form = { ...usual(), from: String(body.id), unit: 'metres', far: '900' };
    await there.db('plan').update({ status: 'cancelled', ended_at: there.db.fn.now() });
    const same = await post('/plan/new', { ...form, carry: ['asked', 'shares', 'travel'] }).expect(303);
    const kept = await askedBy(idIn(same.headers.location));
    assert.deepEqual([kept.question.shares, kept.travel.model.detour, kept.seed], [question.shares, 1, 7]);
    const less = await post('/plan/new', { ...form, carry: ['asked', 'travel'] }).expect(303);
    assert.equal((await askedBy(idIn(less.headers.location))).question.shares, undefined);
    // Another kind of question takes no shares, and does not offer them.
    assert.ok(!(await get(`/plan/new?from=${body.id}&question=p_median`)).text.includes('value="shares"'));
    const again = await get(`/plan/new?from=${body.id}&question=mclp&carry=asked`).expect(200);
    assert.match(again.text, /name="carry" value="shares"(?! checked)/);
  });

  it('find places by name, to be chosen in any case or left out', async () => {
    const { text } = await get('/plan/new?find=Hall%2011').expect(200);
    assert.match(text, new RegExp(`name="place-${halls[4]}"`));
    assert.match((await get('/plan/new?find=Nowhere')).text, /No place is called “Nowhere”/);
    const { headers } = await post('/plan/new', {
      ...usual(),
      [`place-${halls[0]}`]: 'in',
      [`place-${halls[4]}`]: 'out',
      [`place-${halls[1]}`]: 'free',
    }).expect(303);
    const { asked } = await there
      .db('plan')
      .where({ id: idIn(headers.location) })
      .first('asked');
    assert.deepEqual([asked.candidates.include, asked.candidates.exclude], [[halls[0]], [halls[4]]]);
    const again = await get(`/plan/new?from=${idIn(headers.location)}`).expect(200);
    assert.match(again.text, /Change the question/);
    const chosen = new RegExp(`name="place-${halls[0]}" value="in" checked`);
    assert.match(again.text.replace(/id="[^"]*" /g, ''), chosen);
  });

  it('say when a place that had to be chosen is no longer shown, and ask without it', async () => {
    const { text } = await get(`/plan/new?include=${halls[0]},999999&exclude=999998`).expect(200);
    assert.match(
      text,
      /1 place that had to be chosen is no longer shown\. It is left out of this question\./,
    );
    assert.match(text, new RegExp(`name="place-${halls[0]}"`));
    assert.doesNotMatch((await get(`/plan/new?include=${halls[0]}`)).text, /no longer shown/);
  });

  it('ask again for what a plan asked, with what is changed', async () => {
    const { headers } = await post('/plan/new', { ...usual(), far: '4', p: '1', people: '' }).expect(303);
    const first = idIn(headers.location);
    await finished(first);
    const { text } = await get(`/plan/new?from=${first}`).expect(200);
    assert.match(text, /id="far"[^>]*value="4"/);
    const changed = await post('/plan/new', { ...usual(), far: '4', from: String(first) }).expect(303);
    assert.equal(changed.headers.location, `/plan/${first + 1}?from=${first}`);
    await until(there, first + 1);
    const { text: answer } = await get(changed.headers.location).expect(200);
    const compare = `/plan/${first}/compare/${first + 1}`;
    assert.ok(answer.includes(`href="${compare}"`));
    for (const said of [
      /Who gets where/,
      /Who gains/,
      /Who is left out/,
      /Ask first: its group has not said/,
    ])
      assert.match(answer, said);
    const { text: changes } = await get(compare).expect(200);
    assert.match(changes, /Only in the second/);
    assert.match(changes, /areas newly within reach/);
    const { cookie } = await signIn(there.db, 'joe@them.example', {});
    await get(compare, cookie).expect(404);
    await there.db('plan_reach').delete();
    assert.match((await get(compare).expect(200)).text, /answered too long ago, so they cannot be compared/);
  });

  for (const [question, said] of [
    [
      { question: 'mclp' },
      /2 places bring <strong>100%<\/strong> of people[\s\S]*No other choice of 2 places/,
    ],
    [
      { question: 'lscp', share: '50', far: '3' },
      /enough to bring [\d.]+% of people[\s\S]*No choice of fewer/,
    ],
    [{ question: 'p_median' }, /the way on foot is <strong>[\d.]+ minutes<\/strong> on average/],
    [{ question: 'coverage' }, /places are there and have <strong>100%<\/strong>[\s\S]*Who is reached/],
    [{ question: 'p_centre' }, /the longest way on foot is <strong>[\d.]+ minutes<\/strong>/],
  ] as const)
    it(`answer ${JSON.stringify(question)} in a sentence`, async () => {
      const { headers } = await post('/plan/new', { ...usual(), ...question }).expect(303);
      await finished(idIn(headers.location));
      const { text } = await get(headers.location ?? '').expect(200);
      assert.match(text, said);
      assert.match(text, /version 1/);
      assert.match(text, /in a straight line made 1\.3 times longer/);
    });

  it('say when nobody is in reach', async () => {
    const far = await addVenue(there.db, { name: 'Far', location: { lon: -1, lat: 52, precision: 'exact' } });
    const only = Object.fromEntries(halls.map((id) => [`place-${id}`, 'out']));
    const { headers } = await post('/plan/new', { ...usual(), ...only, p: '1', [`place-${far.id}`]: 'in' });
    await finished(idIn(headers.location));
    assert.match(
      (await get(headers.location ?? '')).text,
      /No place is within 15 minutes on foot of anybody/,
    );
  });

  it('stop a plan, and delete it, and are nobody else’s', async () => {
    const { headers } = await post('/plan/new', usual()).expect(303);
    const path = headers.location ?? '';
    const { cookie } = await signIn(there.db, 'joe@them.example', {});
    await get(path, cookie).expect(404);
    assert.match((await get(path)).text, /Your question waits for its turn/);
    await post(path, { do: 'stop' }).expect(303);
    assert.match((await get(path)).text, /This was stopped/);
    const gone = await post(path, { do: 'delete' }).expect(303);
    assert.match((await get(gone.headers.location ?? '')).text, /The plan is deleted/);
    await get(path).expect(404);
  });
});
