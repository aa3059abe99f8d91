/** On a phone, without JavaScript, by keyboard where it matters: from nothing to a published place. Axe on every step. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { getRecord } from '../../server/venues/read.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, holder, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { phone, sent } from './support.ts';

/** Answered with yes, by their headings. */
const answers: Record<string, string[]> = {
  'Getting in': ['Step-free entrance', 'Automatic door'],
  'Moving around': ['Lift'],
  Toilets: ['Accessible toilet', 'Baby change'],
};

describe('listing a place, on a phone', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  before(async () => {
    ({ db } = await freshDatabase());
    ({ url, close } = await listen(buildApp(db)));
  });
  after(() => close());
  const faults: string[] = [];
  afterEach(() => assert.deepEqual(faults.splice(0), []));

  async function open(
    email: string,
    javaScriptEnabled: boolean,
    roles: Record<number, 'steward'> = {},
  ): Promise<Page> {
    const { cookie } = await signIn(db, email, roles);
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone(), javaScriptEnabled });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      // Pictures of the map come from elsewhere, and elsewhere is out of reach here; a refused form is a 400 or 412.
      const isOurs = message.location().url.startsWith(url) && !/status of 4(00|12)/.test(message.text());
      if (message.type() === 'error' && isOurs) faults.push(message.text());
    });
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url }]);
    return page;
  }

  /** Nothing that axe finds, and nothing wider than the screen. */
  async function sound(page: Page): Promise<void> {
    await page.waitForLoadState();
    assert.deepEqual(await violations(page), [], page.url());
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(wide <= 0, `${page.url()} is ${wide} too wide`);
  }

  /** Fills in what is asked; `look` is called on each step, as it is first seen and with its faults. */
  async function list(page: Page, name: string, look: () => Promise<void>): Promise<void> {
    const title = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();
    const press = (label: string) =>
      sent(page, () => page.getByRole('button', { name: label, exact: true }).press('Enter'));
    await page.goto('/list');
    await look();
    await press('Save and go on');
    await page.getByRole('link', { name: 'Choose what kind of place it is' }).waitFor();
    await look();
    await page.getByLabel('What is the place called?').fill(name);
    await page.getByLabel('What kind of place is it?').selectOption('community_hall');
    await page.getByLabel('Name of the group').fill(`Friends of ${name}`);
    await page.getByLabel('Or its point on the map').fill('51.4275, -0.168');
    await press('Save and go on');
    await title('Rooms');
    await look();
    await page.getByLabel('What is the room called?').fill('Main hall');
    await page.getByLabel('Theatre', { exact: true }).fill('80');
    await press('Save and add another room');
    await page.getByRole('list', { name: 'Rooms' }).getByText('Main hall').first().waitFor();
    await look();
    await page.getByLabel('What is the room called?').fill('Snug');
    await press('Save and go on');
    await title('What it is like');
    await look();
    await page.getByLabel('What is the place like?').fill('A hall with a garden.');
    await press('Save and go on');
    for (const topic of ['Arriving', 'Getting in', 'Moving around', 'Toilets']) {
      await title(topic);
      await look();
      for (const question of answers[topic] ?? [])
        await page
          .getByRole('group', { name: question, exact: true })
          .getByRole('radio', { name: 'Yes' })
          .press('Space');
      await press('Save and go on');
    }
    await title('Hearing and other senses');
    await page.getByRole('link', { name: 'Skip all of these questions' }).press('Enter');
    await title('Eating together');
    await look();
    await page.getByRole('link', { name: 'Skip all of these questions' }).press('Enter');
    await title('When it is open');
    await look();
    const monday = page.getByRole('group', { name: 'Monday', exact: true });
    await monday.getByLabel('Opens').fill('09:00');
    await monday.getByLabel('Closes').fill('17:00');
    await press('Copy Monday to all weekdays');
    await page.locator('#day5[value="09:00"]').waitFor();
    await look();
    await press('Save and go on');
    await title('How people can reach you');
    await look();
    await page.getByLabel('Address or number').first().fill('keys@hall.example');
    await press('Save and go on');
    await title('How exactly the place is shown');
    await look();
    await press('Save and go on');
    await title(`House terms of ${name}`);
    await look();
    await page.getByRole('link', { name: 'Skip this' }).press('Enter');
    await title('Regular services');
    await look();
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('If yes: how many').fill('0');
    await press('Save and go on');
    await page.getByRole('link', { name: /as a whole number from 1 to 100/ }).waitFor();
    await look();
    await page.getByLabel('If yes: how many').fill('2');
    await press('Save and go on');
    await title(`Photos of ${name}`);
    await look();
    await page.getByRole('link', { name: 'Skip this' }).press('Enter');
    await title('Publish');
    await look();
    await page.getByRole('link', { name: 'See it as the public will' }).press('Enter');
    await title(name);
    await look();
    await page.getByRole('link', { name: 'Back to your work' }).press('Enter');
    await press('Publish now');
    await title(`${name} is in the register`);
    await look();
  }

  it('is sound on every step', async () => {
    const page = await open('amara@hall.example', true);
    await bringAxe(page);
    await list(page, 'Quillfeather Hall', () => sound(page));
    const path = new URL(page.url()).pathname.replace('/manage/published', '');
    const room = await db('space').first('id');
    const parts = ['', '/access', '/facilities', '/hours'].map((part) => `edit/rooms/${room.id}${part}`);
    // What was passed over on the way.
    const passed = [
      'access/senses',
      'access/people',
      'facilities/equipment',
      'facilities/comfort',
      'facilities/outside',
    ];
    for (const at of ['manage', 'edit/publish', ...passed.map((step) => `edit/${step}`), ...parts]) {
      await page.goto(`${path}/${at}`);
      await sound(page);
    }
    await page.goto(`${path}/edit/where`);
    await page.getByText('Set the pin on a map').click();
    await page.locator('.mh-set-pin .leaflet-marker-pane .leaflet-marker-icon').waitFor();
    await sound(page);
    // A postcode that is looked for is shown where it is.
    await db('place').insert({
      name: 'SW17 8ZZ',
      folded: 'sw17 8zz',
      area: 'London',
      kind: 'postcode',
      lon: -0.16,
      lat: 51.43,
    });
    await page.getByLabel('Postcode').fill('SW17 8ZZ');
    await page.getByRole('button', { name: 'Find the postcode on the map' }).press('Enter');
    await page.locator('#point[value="51.43, -0.16"]').waitFor();
    await page.locator('.mh-set-pin .leaflet-marker-pane .leaflet-marker-icon').waitFor();
    // A tap puts the pin there.
    await page.locator('.mh-set-pin__map').tap({ position: { x: 60, y: 200 } });
    await page.locator('.mh-set-pin__said', { hasText: 'The pin is at' }).waitFor();
    assert.notEqual(await page.locator('#point').inputValue(), '51.43, -0.16');
    await page.goto(`${path}/edit/about`);
    await page.locator('input[name=version]').evaluate((field: HTMLInputElement) => {
      field.value = '1';
    });
    await page.getByLabel('What is the place like?').fill('Another word');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Somebody changed this first' }).waitFor();
    await sound(page);
    await page.context().close();
  });

  it('needs no JavaScript', async () => {
    const page = await open('joe@barn.example', false);
    await list(page, 'Marchpane Barn', async () => {});
    const { body } = { body: await (await fetch(`${url}/api/v1/venues?q=Marchpane`)).json() };
    const [found] = (body as { items: { name: string; spaces: object[] }[] }).items;
    assert.equal(found?.name, 'Marchpane Barn');
    assert.equal(found?.spaces.length, 2);
    await page.context().close();
  });

  for (const script of [true, false])
    it(`brings the form back with everything typed when a button adds to it, ${script ? 'with' : 'without'} a script`, async () => {
      const us = await addOrganisation(db, { name: 'Gatehouse Friends' });
      const { id } = await addVenue(db, { organisationId: us, status: 'draft', name: 'Gatehouse' });
      const page = await open('amara@hall.example', script, { [us]: 'steward' });
      const press = (label: string) =>
        sent(page, () => page.getByRole('button', { name: label, exact: true }).press('Enter'));
      const row = (legend: string) => page.getByRole('group', { name: legend, exact: true });
      await page.goto(`/venues/gatehouse-${id}/edit/contacts`);
      await row('Contact 1').getByLabel('Address or number').fill('one@hall.example');
      await row('Contact 2').getByLabel('Kind').selectOption('phone');
      await row('Contact 2').getByLabel('Address or number').fill('020 7946 0001');
      await press('Add another contact');
      await row('Contact 3').waitFor();
      // Without a script the browser goes there when it has the styles.
      await page.waitForLoadState();
      const { y = -1 } = (await row('Contact 3').boundingBox()) ?? {};
      assert.ok(y >= 0 && y < 600, `what was asked for is in sight, and not at ${y}`);
      assert.equal(await row('Contact 1').getByLabel('Address or number').inputValue(), 'one@hall.example');
      await row('Contact 3').getByLabel('Kind').selectOption('website');
      await row('Contact 3').getByLabel('Address or number').fill('https://hall.example');
      await row('Contact 3').getByLabel('Who may see it?').selectOption('public');
      await press('Save and come back later');
      await page.getByRole('heading', { level: 1, name: 'Look after Gatehouse' }).waitFor();
      await page.goto(`/venues/gatehouse-${id}/edit/hours`);
      const monday = row('Monday');
      await monday.getByLabel('Opens').fill('09:00');
      await monday.getByLabel('Closes').fill('12:00');
      await sent(page, () => monday.getByRole('button').press('Enter'));
      await monday.getByLabel('Opens').nth(1).fill('18:00');
      await monday.getByLabel('Closes').nth(1).fill('01:00');
      await press('Copy Monday to all weekdays');
      await page.locator('#day5-o1').waitFor();
      assert.equal(await page.locator('#day5-o1').inputValue(), '18:00');
      await press('Save and come back later');
      await page.getByRole('heading', { level: 1, name: 'Look after Gatehouse' }).waitFor();
      const { venue } = await getRecord(db, id);
      assert.deepEqual(venue.contacts, [
        { kind: 'email', value: 'one@hall.example', public: false },
        { kind: 'phone', value: '020 7946 0001', public: false },
        { kind: 'website', value: 'https://hall.example', public: true },
      ]);
      assert.deepEqual(
        venue.openingHours?.weekly?.map(({ weekday, opens, closes }) => `${weekday} ${opens}–${closes}`),
        [1, 2, 3, 4, 5].flatMap((day) => [`${day} 09:00–12:00`, `${day} 18:00–25:00`]),
      );
      await page.context().close();
    });

  it('keeps what was typed of a room that somebody takes away meanwhile', async () => {
    const us = await addOrganisation(db, { name: 'Lychgate Friends' });
    const more = { name: 'Lychgate', spaces: [space('Loft'), space('Hall')] };
    const { id } = await addVenue(db, { organisationId: us, status: 'draft', ...more });
    const page = await open('amara@hall.example', true, { [us]: 'steward' });
    const { id: loft } = await db('space').where({ venue_id: id, name: 'Loft' }).first('id');
    await page.goto(`/venues/lychgate-${id}/edit/rooms/${loft}`);
    await page.getByLabel('What is the room called?').fill('Attic');
    const hall = (await getRecord(db, id)).venue.spaces?.filter(({ name }) => name === 'Hall');
    await saveVenue(db, holder, id, { spaces: hall });
    await sent(page, () => page.getByRole('button', { name: 'Save', exact: true }).press('Enter'));
    await page.getByRole('alert').getByText('Somebody took this room away').waitFor();
    assert.equal(await page.getByLabel('What is the room called?').inputValue(), 'Attic');
    await sent(page, () => page.getByRole('button', { name: 'Save and go on' }).press('Enter'));
    await page.getByRole('list', { name: 'Rooms' }).getByText('Attic', { exact: true }).waitFor();
    await page.context().close();
  });
});
