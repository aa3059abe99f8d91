/** On a phone: facts are kept true in one tap each, a stranger's word becomes a credited change, a letter is answered. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { ParsedMail } from 'mailparser';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { startPost } from '../../server/mail/post.ts';
import { reminderLetter } from '../../server/pages/reminder-letter.ts';
import { sendReminders } from '../../server/reminders/send.ts';
import { buildApp, listen, testConfig } from '../support/app.ts';
import { bringAxe, violationsInBothSchemes } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space, TODAY } from '../support/factories.ts';
import { type MailSink, startMailSink } from '../support/mail.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { phone } from './support.ts';

const old = { observedOn: '2024-05-01' };

describe('keeping a place true', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let sink: MailSink;
  let us: number;
  let path: string;
  let id: number;
  let cookie: string;
  const opened: Page[] = [];

  before(async () => {
    ({ db } = await freshDatabase());
    sink = await startMailSink();
    us = await addOrganisation(db);
    ({ cookie } = await signIn(db, 'amara@hall.example', { [us]: 'steward' }));
    ({ url, close } = await listen(buildApp(db)));
  });
  beforeEach(async () => {
    ({ id } = await addVenue(db, {
      organisationId: us,
      facts: [
        fact('hearing_loop', 'yes', { ...old, note: 'In the front rows' }),
        fact('step_free_entrance', 'yes', old),
        fact('automatic_door', 'partial', old),
        fact('door_clear_width', 90, old),
        fact('wifi', 'yes'),
      ],
      spaces: [space('Main hall', { theatre: 80 }, { facts: [fact('stage', 'yes', old)] })],
    }));
    path = `/venues/broadwater-hall-${id}`;
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  after(async () => {
    await sink.close();
    await close();
  });

  async function open(
    address: string,
    { signedIn = true, ...more }: { signedIn?: boolean } & BrowserContextOptions = {},
  ) {
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone(), ...more });
    const [name = '', value = ''] = cookie.split('=');
    if (signedIn) await page.context().addCookies([{ name, value, url }]);
    opened.push(page);
    await bringAxe(page);
    await page.goto(address);
    return page;
  }
  interface Read {
    facts: { key: string; value: string | number; observedOn: string; method: string }[];
    spaces: { facts: { observedOn: string }[] }[];
  }
  const read = async () => (await (await fetch(`${url}/api/v1/venues/${id}`)).json()) as Read;
  const stated = async (key: string) => (await read()).facts.find((each) => each.key === key);
  async function clean(page: Page): Promise<void> {
    assert.deepEqual(await violationsInBothSchemes(page), [], page.url());
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${page.url()} is ${wide} too wide`);
  }

  for (const javaScriptEnabled of [true, false])
    it(`takes one tap a fact, and one more for a whole topic, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const page = await open(`${path}/still-true`, { javaScriptEnabled });
      await page.getByLabel('I am there, or was there today').check();
      await page.getByRole('button', { name: /^Still true.*There is a hearing loop/ }).tap();
      await page.getByRole('status').getByText('Kept fresh: 1 fact is still true.').waitFor();
      assert.match(page.url(), /#done$/);
      assert.ok(await page.getByRole('status').isVisible());
      assert.ok(await page.getByLabel('I am there, or was there today').first().isChecked(), 'still there');
      const loop = await stated('hearing_loop');
      assert.deepEqual([loop?.observedOn, loop?.method], [TODAY, 'visited']);
      await page.getByRole('link', { name: /^All 3 of these are still true/ }).tap();
      await page.getByRole('button', { name: 'Yes, all 3 are still true' }).tap();
      await page.getByRole('status').getByText('Kept fresh: 3 facts are still true.').waitFor();
      assert.equal((await stated('door_clear_width'))?.observedOn, TODAY);
      await page.getByRole('button', { name: /^I don’t know any more.*automatic/i }).tap();
      await page.getByRole('status').getByText('Taken away.').waitFor();
      assert.equal(await page.locator('#fact-door_clear_width #done').count(), 1, 'one goes on from there');
      await page.getByRole('link', { name: 'Undo this' }).tap();
      await page.getByRole('button', { name: 'Yes, undo it' }).tap();
      await page.getByRole('status').getByText('Undone.').waitFor();
      await page.goto(`${path}/still-true`);
      await page.getByRole('button', { name: /^I don’t know any more.*Main hall/ }).tap();
      await page.getByRole('status').getByText('Taken away.').waitFor();
      assert.deepEqual((await read()).spaces[0]?.facts, []);
      await page.getByRole('link', { name: 'Undo this' }).tap();
      await page.getByRole('button', { name: 'Yes, undo it' }).tap();
      await page.getByRole('status').getByText('Undone.').waitFor();
      assert.equal((await read()).spaces[0]?.facts.length, 1);
    });

  it('changes what is no longer true, where it stands, by keyboard alone', async () => {
    const page = await open(`${path}/still-true`);
    await page.getByRole('link', { name: /^No longer true.*The narrowest door/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('input[name=value]').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('82');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Changed. Everybody sees it now.').waitFor();
    assert.equal((await stated('door_clear_width'))?.value, 82);
    assert.equal((await stated('hearing_loop'))?.observedOn, old.observedOn, 'Enter confirmed nothing else');
    // On the choice of how one knows, it confirms nothing either.
    await page.getByLabel('I know the place, or somebody told me').first().focus();
    await page.keyboard.press('Enter');
    assert.equal((await stated('hearing_loop'))?.observedOn, old.observedOn);
  });

  for (const javaScriptEnabled of [true, false])
    it(`turns a stranger’s word into a credited change, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const page = await open(path, { signedIn: false, javaScriptEnabled });
      await page.getByRole('link', { name: 'Is something wrong here?' }).tap();
      await page.getByLabel('What is it about?').selectOption('Hearing loop: yes');
      await page.getByRole('button', { name: 'Go on' }).tap();
      await page.getByRole('button', { name: 'Send it' }).tap();
      await page.getByRole('alert').getByText('Say how you know').waitFor();
      if (javaScriptEnabled) await clean(page);
      await page.getByLabel('No', { exact: true }).check();
      await page.getByLabel('I was there').check();
      await page.getByLabel('On which day?').fill('2025-03-04');
      await page.getByLabel('Your name, if you wish to be thanked').fill('Ruth');
      await page.getByRole('button', { name: 'Send it' }).tap();
      await page.getByRole('status').getByText('Thank you.').waitFor();

      const mine = await open('/account', { javaScriptEnabled });
      await mine.locator(`a[href="${path}/corrections"]`).tap();
      await mine.getByText('Ruth, was there on 4 March 2025').waitFor();
      if (javaScriptEnabled) await clean(mine);
      await mine.getByRole('button', { name: 'Accept: this is right' }).tap();
      await mine.getByRole('status').getByText('Accepted.').waitFor();
      // What stands on a page when it comes is not announced: who cannot see it is led to it.
      if (javaScriptEnabled) await mine.locator('.mh-done:focus').waitFor();
      if (javaScriptEnabled) await clean(mine);
      assert.equal((await stated('hearing_loop'))?.value, 'no');
      await page.goto(`${path}/history`);
      await page.getByText('After a suggestion by Ruth.').waitFor();
      if (javaScriptEnabled) await clean(page);
    });

  it('answers a letter in one tap, without signing in, and stops the letters in another', async () => {
    await db('reminder').delete();
    await sendReminders(db, { letter: reminderLetter(url), publicUrl: url });
    const post = startPost(db, testConfig({ smtpUrl: sink.url }), assert.ifError);
    await post.flush();
    await post.stop();
    const letter = sink.letters.at(-1) as ParsedMail;
    const link = (name: string) => new RegExp(`${url}(/${name}/[\\w-]+)`).exec(letter.text ?? '')?.[1] ?? '';
    const page = await open(link('still-true'), { signedIn: false });
    await page.getByRole('button', { name: 'Yes, nothing has changed' }).waitFor();
    await clean(page);
    await page.getByRole('button', { name: 'Yes, nothing has changed' }).tap();
    await page.getByRole('status').getByText('Kept fresh:').waitFor();
    await clean(page);
    assert.equal((await stated('automatic_door'))?.observedOn, TODAY);
    await page.goto(link('still-true'));
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await clean(page);
    await page.goto(link('quiet'));
    await clean(page);
    await page.getByRole('button', { name: 'Stop these letters' }).tap();
    await page.getByRole('status').getByText('You get no more of these letters.').waitFor();
    await clean(page);
    const account = await open('/account');
    await account.getByRole('button', { name: 'Send me these letters again' }).tap();
    await account.getByRole('button', { name: 'Stop these letters' }).waitFor();
  });

  for (const locale of ['', '/cy', '/ar'])
    it(`is clean to axe${locale && `, ${locale}`}`, async () => {
      await db('correction').insert([
        {
          venue_id: id,
          about: 'fact',
          key: 'wifi',
          value: '"no"',
          method: 'told',
          seen_on: TODAY,
          email: 'a@b.example',
        },
        { venue_id: id, about: 'other', words: 'The bell is broken.', method: 'visited', seen_on: TODAY },
      ]);
      const page = await open(locale + path);
      for (const address of [
        '/still-true',
        '/still-true?change=hearing_loop',
        '/still-true?all=getting_in&done=still&count=2&left=1&topic=senses&undo=1',
        '/suggest',
        '/suggest?about=fact-hearing_loop',
        '/suggest?about=fact-door_clear_width',
        '/suggest?about=name',
        '/suggest?about=hours',
        '/suggest?done=yes',
        '/corrections',
        '/corrections?done=accepted&undo=1',
        '/manage',
      ]) {
        await page.goto(locale + path + address);
        await clean(page);
      }
      await page.goto(`${locale}/account`);
      await clean(page);
    });
});
