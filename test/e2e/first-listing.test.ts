/**
 * A volunteer with an old phone on a slow line, signed out, in an empty register: to a published place with two rooms,
 * ten facts and a photo. The line is cut twice and the session ends once on the way, and nothing typed is lost. How long
 * it takes is told, and asserts nothing.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { CDPSession, Page } from 'playwright-core';
import { waitingLetters } from '../../server/mail/repository.ts';
import { jpeg } from '../photos/pictures.ts';
import { buildApp, listen } from '../support/app.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { phone, sent } from './support.ts';

/** As Chromium’s own tools have it. */
const slow4g = { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const folder = mkdtempSync(join(tmpdir(), 'moothall-first-'));
const words = 'A hall with a garden, a stage and a kitchen that opens onto both.';

const facts: Record<string, string[]> = {
  Arriving: ['Bus stop within 150 m', 'Level drop-off point'],
  'Getting in': ['Step-free entrance', 'Fixed ramp', 'Automatic door'],
  'Moving around': ['Lift', 'High-contrast edges'],
  Toilets: ['Accessible toilet', 'Grab rails', 'Baby change'],
};

/** Milliseconds that the service has had requests in its hands. */
function measure(server: Server): { milliseconds: number; requests: number } {
  const sum = { milliseconds: 0, requests: 0 };
  server.prependListener('request', (_request, response) => {
    const begun = performance.now();
    response.once('finish', () => {
      sum.milliseconds += performance.now() - begun;
      sum.requests += 1;
    });
  });
  return sum;
}

describe('a first listing, on a slow phone', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let spent: ReturnType<typeof measure>;
  let page: Page;
  let line: CDPSession;
  before(async () => {
    ({ db } = await freshDatabase());
    const service = await listen(buildApp(db, { dataDir: folder }));
    ({ url, close } = service);
    spent = measure(service.server);
    page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone() });
    line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
  });
  after(async () => {
    await page.context().close();
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const counts = { pages: 0, taps: 0, fields: 0 };
  const cut = (offline: boolean) => line.send('Network.emulateNetworkConditions', { offline, ...slow4g });
  const title = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();
  const said = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  async function tap(name: string, role: 'button' | 'link' = 'button'): Promise<void> {
    counts.taps += 1;
    await page.getByRole(role, { name, exact: true }).first().tap();
  }
  /** To the next page. */
  async function goOn(name: string, role: 'button' | 'link' = 'button'): Promise<void> {
    counts.pages += 1;
    await sent(page, () => tap(name, role));
  }
  async function type(label: string, text: string): Promise<void> {
    counts.fields += 1;
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  async function choose(question: string, answer: string): Promise<void> {
    counts.taps += 1;
    const group = page.getByRole('group', { name: question, exact: true });
    await group.getByRole('radio', { name: answer }).check({ force: true });
  }
  /** On a slow line the script comes after its page; a person types longer than that. */
  const awake = () => page.locator('form .mh-kept--foot').first().waitFor({ state: 'attached' });
  /** By the code of the letter, which says it as the phone would show it. */
  async function signIn(): Promise<void> {
    await type('Your email address', 'amara@hall.example');
    await goOn('Email me the letter');
    const [letter] = await waitingLetters(db);
    await type('The code from the letter', /^\s*(\d{4} ?\d{4})\s*$/m.exec(letter?.text ?? '')?.[1] ?? '');
  }
  /** The line is cut while something is sent; the page stays, and goes on by itself when the line is back. */
  async function cutOff(press: string, typed: [label: string, text: string]): Promise<void> {
    await awake();
    await cut(true);
    await tap(press);
    await said('No connection. What you typed is kept.');
    assert.equal(await page.getByLabel(typed[0], { exact: true }).inputValue(), typed[1]);
    counts.pages += 1;
    await sent(page, () => cut(false));
  }

  it('ends in a published place, with everything that was typed', async function () {
    const begun = performance.now();
    await cut(false);
    await page.goto('/');
    counts.pages += 1;
    await goOn('List a place', 'link');
    await signIn();
    await goOn('Sign in now');

    await title('List a place');
    await type('What is the place called?', 'Quillfeather Hall');
    counts.taps += 1;
    await page.getByLabel('What kind of place is it?').selectOption('community_hall');
    await type('Name of the group, if it is new here', 'Friends of Quillfeather Hall');
    await type('Or its point on the map', '51.4275, -0.168');
    await cutOff('Save and go on', ['What is the place called?', 'Quillfeather Hall']);

    await title('Rooms');
    await type('What is the room called?', 'Main hall');
    await type('Theatre', '80');
    await goOn('Save and add another room');
    await type('What is the room called?', 'Snug');
    await cutOff('Save and go on', ['What is the room called?', 'Snug']);

    await title('What it is like');
    await type('What is the place like?', words);
    await awake();
    await db('session').delete();
    await goOn('Save and go on');
    await title('Sign in');
    await signIn();
    // Signed in, it is sent by itself: nobody presses again.
    await goOn('Sign in now');
    for (const [topic, questions] of Object.entries(facts)) {
      await title(topic);
      await button('Save and go on').waitFor();
      for (const question of questions) await choose(question, 'Yes');
      await goOn('Save and go on');
    }
    await title('Hearing and other senses');
    await goOn('Skip all of these questions', 'link');
    await title('Eating together');
    await goOn('Skip all of these questions', 'link');
    for (const step of ['When it is open', 'How people can reach you', 'How exactly the place is shown']) {
      await title(step);
      await goOn('Save and go on');
    }
    await title('House terms');
    await goOn('Skip this', 'link');
    await title('Regular services');
    await goOn('Save and go on');
    await title('Photos');
    await type('What the photo shows', 'A level door');
    counts.taps += 1;
    await page.getByLabel('The photo', { exact: true }).setInputFiles({
      name: 'IMG_0001.JPG',
      mimeType: 'image/jpeg',
      buffer: await jpeg(1600, 1200),
    });
    await goOn('Add this photo');
    await goOn('Go on: Publish', 'link');
    await title('Publish');
    await goOn('Publish now');
    await title('Quillfeather Hall is in the register');

    const { items } = await (await fetch(`${url}/api/v1/venues?q=Quillfeather`)).json();
    assert.equal(items.length, 1, 'what was sent twice is there once');
    const venue = await (await fetch(`${url}/api/v1/venues/${items[0].id}`)).json();
    assert.deepEqual(
      {
        name: venue.name,
        holder: venue.organisation.name,
        description: venue.description,
        rooms: venue.spaces.map((each: { name: string }) => each.name),
        facts: venue.facts.filter((each: { value: string }) => each.value === 'yes').length,
        photos: (await (await fetch(`${url}/api/v1/venues/${venue.id}/photos`)).json()).items.length,
      },
      {
        name: 'Quillfeather Hall',
        holder: 'Friends of Quillfeather Hall',
        description: words,
        rooms: ['Main hall', 'Snug'],
        facts: Object.values(facts).flat().length,
        photos: 1,
      },
    );
    assert.equal((await db('venue')).length, 1);
    assert.equal((await db('organisation')).length, 1);
    const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
    if (this.test)
      this.test.title += `: ${counts.pages} pages, ${counts.taps} taps, ${counts.fields} fields typed; ${seconds(
        spent.milliseconds,
      )} s of the server in ${spent.requests} requests; ${seconds(performance.now() - begun)} s in all, with no time to think`;
  }).timeout(240_000);
});
