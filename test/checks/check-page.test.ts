/** The form of a check, as it is sent on the way or typed in afterwards; and its sheet. */
import assert from 'node:assert/strict';
import type supertest from 'supertest';
import { saveVenue } from '../../server/venues/repository.ts';
import { facts } from '../../server/vocabulary.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, holder, space, TODAY } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('the page of a check', () => {
  const service = useService();
  let path: string;
  let id: number;
  let hall: number;
  let us: number;
  let cookie: string;
  const old = { observedOn: '2025-01-01' };
  beforeEach(async () => {
    us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, {
      organisationId: us,
      facts: [fact('step_free_entrance', 'yes', old), fact('door_clear_width', 86, old)],
      spaces: [space('Hall', {}, { facts: [fact('hearing_loop', 'no', old)] })],
    }));
    hall = (await service.db('space').where({ venue_id: id }).first('id')).id;
    path = `/venues/broadwater-hall-${id}`;
    ({ cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'editor' }));
  });
  const browser = (request: supertest.Test) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie });
  const send = (fields: Record<string, string | string[]>) =>
    browser(service.request.post(`${path}/check`))
      .type('form')
      .send({ day: TODAY, by: 'Two volunteers', ...fields });
  const stated = async () => {
    const { body } = await service.request.get(`/api/v1/venues/${id}`).expect(200);
    const of = (facts: { key: string; value: unknown; method: string; observedBy?: string }[]) =>
      facts.map(({ key, value, observedBy = 'nobody' }) => `${key} ${value} ${observedBy}`);
    return [...of(body.facts), ...of(body.spaces[0].facts)];
  };
  const was = {
    was_answer_all_step_free_entrance: 'yes 2025-01-01',
    was_answer_all_door_clear_width: '86 2025-01-01',
  };

  it('asks everything once, of the place and of each room, and says what is stated and since when', async () => {
    const { text } = await browser(service.request.get(`${path}/check`)).expect(200);
    assert.match(text, /Stated: yes, seen \d+ (months|years?) ago/);
    assert.match(text, /name="was_answer_all_step_free_entrance" value="yes 2025-01-01"/);
    assert.match(text, />Yes, as stated</);
    assert.match(text, /Still 86 cm/);
    assert.match(text, new RegExp(`name="answer_${hall}_hearing_loop"`));
    assert.ok(
      !text.includes(`name="answer_${hall}_step_free_entrance"`),
      'a room has no entrance of its own',
    );
    assert.ok(text.indexOf('id="topic-access-getting_in"') < text.indexOf('id="rooms"'), 'access first');
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, found]) => found);
    assert.equal(new Set(ids).size, ids.length, 'no id is there twice');
  });

  it('saves what was answered as visited, and nothing else', async () => {
    const { headers } = await send({
      ...was,
      answer_all_step_free_entrance: '',
      same_answer_all_door_clear_width: '86',
      answer_all_blue_badge_bays: '2',
      [`answer_${hall}_hearing_loop`]: 'yes',
      [`was_answer_${hall}_hearing_loop`]: 'no 2025-01-01',
    }).expect(303);
    assert.equal(headers.location, `${path}/check?done=3`);
    assert.deepEqual(await stated(), [
      'blue_badge_bays 2 Two volunteers',
      'door_clear_width 86 Two volunteers',
      'step_free_entrance yes nobody',
      'hearing_loop yes Two volunteers',
    ]);
    const { text } = await browser(service.request.get(headers.location ?? '')).expect(200);
    assert.match(text, /3 facts are saved as seen on your walk\./);
  });

  it('shows what is wrong beside its field, with everything still there', async () => {
    const { text } = await send({
      day: '2999-01-01',
      by: 'x'.repeat(121),
      answer_all_blue_badge_bays: 'some',
      answer_all_lift: 'no',
    }).expect(400);
    for (const field of ['day', 'by', 'answer_all_blue_badge_bays'])
      assert.match(text, new RegExp(`id="${field}-error"`));
    assert.match(text, /value="some"/);
    assert.match(text, /name="answer_all_lift"[^>]*value="no"[^>]*checked/);
    const nothing = await send({}).expect(400);
    // At the head with a link to the first question, and above the button.
    assert.match(nothing.text, /href="#answer_all_\w+"[^>]*>Answer at least one question/);
    assert.match(nothing.text, /id="answers-error"/);
  });

  it('is sent to the rooms that it asks about, which are there again when something is wrong', async () => {
    const rooms = Array.from({ length: 30 }, (_, at) => space(`Room ${at}`));
    const { id: many } = await addVenue(service.db, {
      organisationId: us,
      name: 'Great Hall',
      spaces: rooms,
    });
    const [last] = await service.db('space').where({ venue_id: many, name: 'Room 29' }).pluck('id');
    const page = `/venues/great-hall-${many}/check?rooms=25`;
    const { text } = await browser(service.request.get(page)).expect(200);
    assert.ok(text.includes(`action="${page}"`));
    const wrong = browser(service.request.post(page)).type('form');
    const back = await wrong.send({ day: 'May', [`answer_${last}_hearing_loop`]: 'yes' }).expect(400);
    assert.match(back.text, new RegExp(`name="answer_${last}_hearing_loop" value="yes" checked`));
    const right = browser(service.request.post(page)).type('form');
    const { headers } = await right.send({ day: TODAY, [`answer_${last}_hearing_loop`]: 'yes' }).expect(303);
    assert.equal(headers.location, `/venues/great-hall-${many}/check?done=1&rooms=25`);
  });

  it('saves what can be, and shows both of what somebody else changed meanwhile', async () => {
    const joe = { observedBy: 'Joe' };
    await saveVenue(service.db, holder, id, {
      facts: [fact('step_free_entrance', 'no', joe), fact('door_clear_width', 86, old)],
    });
    const answers = { ...was, answer_all_step_free_entrance: 'yes', same_answer_all_door_clear_width: '86' };
    const { text } = await send(answers).expect(412);
    assert.match(text, /1 fact is saved\. Please look at the rest\./);
    assert.match(text, /Somebody changed this first/);
    assert.match(text, /No, seen/);
    assert.ok((await stated()).includes('step_free_entrance no Joe'), 'nobody’s word is overwritten');
    const now = /name="was_answer_all_step_free_entrance" value="([^"]+)"/.exec(text)?.[1] ?? '';
    assert.equal(now, `no ${TODAY}`);
    const shown = {
      was_answer_all_step_free_entrance: now,
      clash: 'answer_all_step_free_entrance',
      answer_all_step_free_entrance: 'yes',
    };
    await send(shown).expect(412);
    await send({ ...shown, choose_answer_all_step_free_entrance: 'theirs' }).expect(303);
    assert.ok((await stated()).includes('step_free_entrance no Joe'));
    await send({ ...shown, choose_answer_all_step_free_entrance: 'mine' }).expect(303);
    assert.ok((await stated()).includes('step_free_entrance yes Two volunteers'));
  });

  it('keeps what was typed over signing in, and says when a room is gone', async () => {
    const answers = {
      [`answer_${hall}_hearing_loop`]: 'yes',
      [`was_answer_${hall}_hearing_loop`]: 'no 2025-01-01',
    };
    await service.db('session').delete();
    const sent = await send(answers).expect(303);
    const back = new URL(sent.headers.location ?? '', 'http://x').searchParams.get('next') ?? '';
    ({ cookie } = await signIn(service.db, 'amara@hall.example'));
    const { text } = await browser(service.request.get(back)).expect(200);
    assert.match(text, new RegExp(`name="answer_${hall}_hearing_loop"[^>]*value="yes"[^>]*checked`));
    await saveVenue(service.db, holder, id, { spaces: [] });
    const { text: gone } = await send(answers).expect(412);
    assert.match(gone, /These rooms are no longer here/);
  });

  it('prints every question with a box for each answer, in every language', async () => {
    const asked = (scope: string) =>
      facts.filter((each) => each.scope === 'both' || each.scope === scope).length;
    for (const locale of ['', '/cy', '/ar']) {
      const { text } = await browser(service.request.get(`${locale}${path}/check/print`)).expect(200);
      const rows = [...text.matchAll(/<th scope="row">/g)].length;
      assert.equal(rows, asked('venue') + asked('space'));
      assert.match(text, /localhost:3000(\/cy|\/ar)?\/venues\/broadwater-hall-\d+\/check</);
    }
    // Each room’s sheet says of which place it is, and what is stated by its day: an age would not stay true on paper.
    const { text } = await browser(service.request.get(`${path}/check/print`));
    assert.match(text, /<h2[^>]*><span[^>]*>Broadwater Hall: <\/span>Hall</);
    assert.match(text, /yes, seen 1 January 2025/);
    assert.doesNotMatch(text, /Stated: |ago</);
  });
});
