/** The pages of what two groups list, and of a photo that goes, in a real browser: axe finds nothing on them. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { proposeMerger } from '../../server/operator/merger.ts';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const REASON = 'It is the same hall, listed by two of its users.';

describe('pages of remedies', () => {
  let page: Page;
  let served: Awaited<ReturnType<typeof listen>>;
  const paths: [who: string, path: string][] = [];
  const cookies = new Map<string, string>();
  before(async () => {
    const { db } = await freshDatabase();
    const us = await addOrganisation(db, { name: 'Tooting Neighbours' });
    const them = await addOrganisation(db, { name: 'The Monday Club' });
    const steward = await signIn(db, 'steward@us.example', { [us]: 'steward' });
    const olu = await signIn(db, 'olu@register.example');
    await db('person').where({ id: olu.id }).update({ operator: true });
    cookies.set('steward', steward.cookie).set('operator', olu.cookie);
    const gone = await addVenue(db, { name: 'Old Hall', organisationId: us });
    const kept = await addVenue(db, { name: 'New Hall', organisationId: them });
    const photo = 'a'.repeat(32);
    await db('photo_album').insert({ venue_id: gone.id, version: 1 });
    await db('photo').insert({
      id: photo,
      venue_id: gone.id,
      position: 0,
      alt: 'The door, with a ramp',
      width: 320,
      height: 240,
    });
    const ids = { from: gone.id, into: kept.id, visitor: { kind: 'operator' as const }, reason: REASON };
    await db.transaction((inner) => proposeMerger(inner, ids, () => ({ subject: 'A', text: 'B' })));
    await db('merger').update({
      into_answer: 'objects',
      into_words: 'They are two halls, one behind the other.',
    });
    served = await listen(buildApp(db));
    page = await openPage({ viewport: { width: 390, height: 844 } });
    await bringAxe(page);
    paths.push(
      ['steward', `/venues/old-hall-${gone.id}/manage/merger`],
      ['steward', `/ar/venues/old-hall-${gone.id}/manage/merger`],
      ['steward', `/venues/new-hall-${kept.id}/merger`],
      ['steward', `/venues/old-hall-${gone.id}/photos/${photo}/delete`],
      ['operator', `/operator/venues/${gone.id}`],
      ['operator', '/operator'],
    );
  });
  after(async () => {
    await page.context().close();
    await served.close();
  });

  it('are accessible', async () => {
    for (const [who, path] of paths) {
      const [name = '', value = ''] = (cookies.get(who) ?? '').split('=');
      await page.context().addCookies([{ name, value, url: served.url }]);
      await page.goto(served.url + path);
      assert.deepEqual(await violations(page), [], path);
    }
  });
});
