/** The whole journey of a listing by keyboard alone: the focus goes through each page in its order, and is seen. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { buildApp, listen } from '../support/app.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { phone } from './support.ts';

/** More stops than a page of ours has. */
const MOST = 150;

/** What has the focus; and whether it comes after what had it before, and shows. Runs in the page. */
const look = () => {
  const now = document.activeElement as HTMLElement;
  const last = (globalThis as unknown as { last?: Element }).last;
  (globalThis as unknown as { last?: Element }).last = now;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(now);
  // A radio or a box shows the focus on the sign that stands for it.
  const sign = now.nextElementSibling ? getComputedStyle(now.nextElementSibling, '::before') : undefined;
  return {
    id: now.id,
    text: (now.getAttribute('aria-label') ?? now.textContent ?? '').trim(),
    // A field for a time has stops of its own inside, which the browser draws.
    follows:
      !last || last === now || Boolean(last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING),
    shows:
      last === now ||
      (outlineStyle !== 'none' && outlineWidth !== '0px') ||
      boxShadow !== 'none' ||
      (sign !== undefined && (sign.outlineStyle !== 'none' || sign.boxShadow !== 'none')),
  };
};

describe('listing a place by keyboard alone', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  before(async () => {
    ({ db } = await freshDatabase());
    ({ url, close } = await listen(buildApp(db)));
  });
  after(() => close());

  /** Tab by tab, until it is there. */
  async function tabTo(page: Page, { id, text }: { id?: string; text?: RegExp }): Promise<void> {
    const seen: string[] = [];
    for (let n = 0; n < MOST; n += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(look);
      seen.push(at.id || at.text.slice(0, 30));
      const where = `${page.url()}: ${seen.join(' → ')}`;
      assert.ok(at.follows, `goes back at ${where}`);
      assert.ok(at.shows, `does not show at ${where}`);
      if (id === undefined ? text?.test(at.text) : at.id === id) return;
    }
    assert.fail(`${page.url()} has no ${id ?? text}: ${seen.join(' → ')}`);
  }

  /** Fills in fields by their ids, and presses a button or follows a link: with keys. */
  async function step(page: Page, title: string, fields: Record<string, string>, press: RegExp) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    for (const [id, keys] of Object.entries(fields)) {
      await tabTo(page, { id });
      await page.keyboard.type(keys);
    }
    await tabTo(page, { text: press });
    await page.keyboard.press('Enter');
  }

  it('needs no pointer, not even for the pin on the map', async () => {
    const { cookie } = await signIn(db, 'amara@hall.example');
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone() });
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url }]);
    await page.goto('/list');
    await tabTo(page, { text: /^Skip to main content$/ });
    await page.keyboard.press('Enter');
    await tabTo(page, { id: 'name' });
    await page.keyboard.type('Quillfeather Hall');
    await tabTo(page, { id: 'kind' });
    await page.keyboard.type('Community hall');
    await tabTo(page, { id: 'newGroup' });
    await page.keyboard.type('Quillfeather Friends');
    await tabTo(page, { text: /^Set the pin on a map$/ });
    await page.keyboard.press('Enter');
    await page.locator('.mh-set-pin .leaflet-marker-pane .leaflet-marker-icon').waitFor();
    await tabTo(page, { text: /^Pin of the place/ });
    await page.keyboard.press('ArrowUp');
    const point = () => page.locator('#point').inputValue();
    const [lat = 0, lon = 0] = (await point()).split(', ').map(Number);
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowRight');
    const [north = 0, east = 0] = (await point()).split(', ').map(Number);
    // 150 m to the north and 5 m to the east, as far as five digits tell.
    assert.ok(Math.abs((north - lat) * 111_195 - 150) < 3, `${lat} to ${north}`);
    assert.ok(
      Math.abs((east - lon) * 111_195 * Math.cos((lat * Math.PI) / 180) - 5) < 2,
      `${lon} to ${east}`,
    );
    assert.match(await page.locator('.mh-set-pin__said').innerText(), new RegExp(`${north}, ${east}`));
    await tabTo(page, { id: 'point' });
    await tabTo(page, { text: /^Save and go on$/ });
    await page.keyboard.press('Enter');

    await step(page, 'Rooms', { name: 'Main hall', people_theatre: '80' }, /^Save and add another room$/);
    await page.getByRole('list', { name: 'Rooms' }).waitFor();
    await tabTo(page, { text: /^CopyCopy: Main hall$/ });
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Rooms' }).getByText('Main hall 2', { exact: true }).waitFor();
    // Enter in a field saves what is typed, and presses none of the buttons before it.
    await tabTo(page, { id: 'name' });
    await page.keyboard.type('Snug');
    await page.keyboard.press('Enter');
    await step(page, 'What it is like', { description: 'A warm hall.' }, /^Save and go on$/);
    await step(page, 'Arriving', {}, /^Skip this$/);
    await page.getByRole('heading', { level: 1, name: 'Getting in' }).waitFor();
    // “I don't know” is chosen; the answer after it is the first again.
    await tabTo(page, { id: 'fact_step_free_entrance-' });
    await page.keyboard.press('ArrowDown');
    await tabTo(page, { text: /^Add a note or a photo: Step-free entrance$/ });
    await page.keyboard.press('Enter');
    await step(
      page,
      'Getting in',
      { note_step_free_entrance: 'Ring at the side door', fact_door_clear_width: '90' },
      /^Save and go on$/,
    );
    await step(page, 'Moving around', {}, /^Skip all of these questions$/);
    await step(page, 'Eating together', {}, /^Skip all of these questions$/);
    await step(page, 'When it is open', { note: 'On request' }, /^Save and go on$/);
    await step(
      page,
      'How people can reach you',
      { 'contacts_0-value': 'hall@quill.example' },
      /^Save and go on$/,
    );
    await page.getByRole('heading', { level: 1, name: 'How exactly the place is shown' }).waitFor();
    await tabTo(page, { id: 'precision' });
    await page.keyboard.press('ArrowDown');
    await tabTo(page, { text: /^Save and go on$/ });
    await page.keyboard.press('Enter');
    await step(page, 'House terms', {}, /^Skip this$/);
    await page.getByRole('heading', { level: 1, name: 'Regular services' }).waitFor();
    // “Ask us first” is chosen; the answer before it is yes.
    await tabTo(page, { id: 'services-ask_first' });
    await page.keyboard.press('ArrowUp');
    await step(page, 'Regular services', { sessions: '2' }, /^Save and go on$/);
    await step(page, 'Photos of', {}, /^Skip this$/);
    await step(page, 'Publish', {}, /^Publish now$/);
    await page.getByRole('heading', { level: 1, name: 'Quillfeather Hall is in the register' }).waitFor();
    await page.context().close();

    const found = (await (await fetch(`${url}/api/v1/venues?q=Quillfeather`)).json()) as {
      items: { id: number }[];
    };
    const venue = await (await fetch(`${url}/api/v1/venues/${found.items[0]?.id}`)).json();
    const { spaces, facts, contacts, description, location, openingHours, services } = venue as {
      spaces: { name: string }[];
      facts: { key: string; value: string; note?: string }[];
      contacts: object[];
      description: string;
      location: { precision: string };
      openingHours: { note: string };
      services: object;
    };
    assert.deepEqual(
      spaces.map((each) => each.name),
      ['Main hall', 'Main hall 2', 'Snug'],
    );
    assert.deepEqual(
      facts.map(({ key, value: said, note }) => [key, said, note]),
      [
        ['door_clear_width', 90, undefined],
        ['step_free_entrance', 'yes', 'Ring at the side door'],
      ],
    );
    assert.deepEqual(contacts, []);
    assert.equal(description, 'A warm hall.');
    assert.equal(location.precision, 'approximate');
    assert.equal(openingHours.note, 'On request');
    assert.deepEqual(services, { consent: 'agreed', sessionsPerWeek: 2 });
  });
});
