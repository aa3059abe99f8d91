import assert from 'node:assert/strict';
import type supertest from 'supertest';
import { useService } from '../support/app.ts';
import { addVenue, fact, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('the members’ page of a venue', () => {
  const service = useService();
  const browser = (request: supertest.Test, cookie: string) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie });

  it('says what is there, and leads each member to what they may do', async () => {
    const us = await addOrganisation(service.db);
    const { id } = await addVenue(service.db, {
      organisationId: us,
      facts: [fact('piano', 'yes')],
      spaces: [space('Main hall'), space('Snug')],
    });
    const path = `/venues/broadwater-hall-${id}`;
    const steward = (await signIn(service.db, 'amara@hall.example', { [us]: 'steward' })).cookie;
    const editor = (await signIn(service.db, 'joe@hall.example', { [us]: 'editor' })).cookie;
    const stranger = (await signIn(service.db, 'sam@else.example')).cookie;

    const { text, headers } = await browser(service.request.get(`${path}/manage`), steward).expect(200);
    for (const said of ['2 rooms', '1 fact about', 'No photos yet', 'No house terms yet'])
      assert.ok(text.includes(said), said);
    assert.equal(headers['cache-control'], 'private, no-store');
    const ways = ['photos', 'terms', 'manage/history', 'manage/print', 'manage/listing'];
    for (const way of ways) {
      assert.ok(text.includes(`href="${path}/${way}"`), way);
      await browser(service.request.get(`${path}/${way}`), steward).expect(200);
    }

    const theirs = await browser(service.request.get(`${path}/manage`), editor).expect(200);
    assert.doesNotMatch(theirs.text, /manage\/listing|\/terms"/);
    const refused = await browser(service.request.get(`${path}/manage`), stranger).expect(403);
    assert.match(refused.text, /<h1[^>]*>You cannot change this place/);
    for (const to of [path, '/account', `/sign-in?next=${encodeURIComponent(`${path}/manage`)}`])
      assert.ok(refused.text.includes(`href="${to}"`), to);
    await service.db('venue').where({ id }).update({ status: 'draft' });
    await browser(service.request.get(`${path}/manage`), stranger).expect(404);
  });

  it('asks whether the place is shown before it answers, and puts first what waits', async () => {
    const us = await addOrganisation(service.db);
    const { id } = await addVenue(service.db, { organisationId: us });
    const path = `/venues/broadwater-hall-${id}`;
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const read = async () => {
      const { text } = await browser(service.request.get(`${path}/manage`), cookie).expect(200);
      return text.replace(/<[^>]+>/g, '\n').replace(/\n+/g, '\n');
    };
    const inOrder = (text: string, ...said: string[]) => {
      const at = said.map((each) => text.indexOf(each));
      assert.ok(!at.includes(-1), `${said} at ${at}`);
      assert.deepEqual(
        at,
        [...at].sort((a, b) => a - b),
        String(said),
      );
    };
    const asked = 'Is this place in the register?';
    inOrder(await read(), asked, 'Yes. Everybody can find', 'Keep it true', 'All parts of this listing');

    await service.db('hiding').insert({ venue_id: id, reason: 'Neighbours say that nobody is there.' });
    const hidden = await read();
    inOrder(
      hidden,
      asked,
      'an operator of the register has hidden this listing',
      'Neighbours say',
      'Write your reply',
    );
    assert.ok(
      !hidden.includes('Yes. Everybody can find') && !hidden.includes('See the page as everybody does'),
    );
    const editor = await signIn(service.db, 'joe@hall.example', { [us]: 'editor' });
    const theirs = (await browser(service.request.get(`${path}/manage`), editor.cookie).expect(200)).text;
    assert.match(theirs, /A steward of your group can reply/);
    assert.doesNotMatch(theirs, /Write your reply/);

    await service.db('hiding').where({ venue_id: id }).delete();
    await service.db('venue').where({ id }).update({ status: 'draft' });
    inOrder(await read(), asked, 'Not yet. It is a draft', 'All parts of this listing', 'Keep it true');
  });
});
