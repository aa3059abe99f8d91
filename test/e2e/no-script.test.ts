/** Every reading journey with JavaScript switched off. */
import assert from 'node:assert/strict';
import { cards, filter, has, heading, open, rare, total, useSite } from './support.ts';

const off = { javaScriptEnabled: false };

describe('without JavaScript', () => {
  const site = useSite();

  it('the form asks, the filters narrow, and the answer says why', async () => {
    const page = await open(site, '/', off);
    const all = await total(page);
    await page.fill('#q', 'hall');
    await page.fill('#people', '40');
    await filter(page, 'Layout').locator('summary').click();
    await page.locator('#layout-theatre').check();
    await page.getByRole('button', { name: 'Show results' }).first().click();
    await page.waitForURL(has('q', 'hall'));
    const halls = await total(page);
    assert.ok(halls < all);

    const access = filter(page, 'Access needs');
    await access.locator('summary').click();
    await access.getByLabel(/^Step-free entrance/).check();
    await access.getByRole('button', { name: 'Show results' }).click();
    await page.waitForURL(has('access', 'step_free_entrance'));
    assert.ok((await total(page)) < halls);
    assert.equal(await page.inputValue('#q'), 'hall');
    assert.equal(await page.inputValue('#people'), '40');
    assert.equal(await page.locator('#layout-theatre').isChecked(), true);
    assert.equal(await page.locator('#access-step_free_entrance').isChecked(), true);
    const fitting = await page.locator('.mh-card__rooms strong').allInnerTexts();
    assert.ok(fitting.length > 0 && fitting.every((text) => text === 'Fits in theatre layout:'));

    await page.getByRole('link', { name: 'Remove: Step-free entrance' }).click();
    await page.waitForURL((url) => !url.searchParams.has('access'));
    assert.equal(await total(page), halls);
  });

  it('a day and a time are asked in two fields', async () => {
    const page = await open(site, '/', off);
    const when = filter(page, 'Day and time');
    await when.locator('summary').click();
    await when.getByLabel('Open on').selectOption('tue');
    await when.getByLabel('At').selectOption('19:00');
    await when.getByRole('button').click();
    await page.waitForURL(has('openDay', 'tue'));
    assert.match(await page.locator('.mh-chip').innerText(), /Open Tuesday at 7pm/);
    assert.equal(await page.inputValue('#openDay'), 'tue');
    assert.equal(await page.inputValue('#openTime'), '19:00');
  });

  it('the next page shows other venues, and so on to the last', async () => {
    const page = await open(site, '/?q=temple&sort=capacity', off);
    const expected = await total(page);
    assert.ok(expected > 20, `${expected}`);
    const seen: (string | null)[] = [];
    for (let pages = 1; ; pages += 1) {
      const paths = await cards(page)
        .locator('a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
      seen.push(...paths);
      const next = page.getByRole('link', { name: 'Next page' });
      if ((await next.count()) === 0) break;
      const address = page.url();
      await next.click();
      await page.waitForURL((url) => url.href !== address);
      assert.ok(pages < 20);
    }
    assert.equal(seen.length, expected);
    assert.equal(new Set(seen).size, expected);
    assert.match(await heading(page).innerText(), /venues, continued$/);
    await page.getByRole('link', { name: 'Back to first page' }).first().click();
    await page.waitForURL((url) => !url.searchParams.has('cursor'));
    assert.equal(await cards(page).first().locator('a').getAttribute('href'), seen[0]);
  });

  it('a venue tells everything, and leads back', async () => {
    const page = await open(site, `/?q=${rare}+exact`, off);
    await page.getByRole('link', { name: `${rare} exact hall`, exact: true }).click();
    await page.waitForURL(`**${site.exact}?q=*`);
    const main = await page.locator('main').innerText();
    for (const text of [
      'Community hall',
      'You can get in without any steps.',
      'There is no lift.',
      'What we do not know yet',
      '1 Quill Road',
      '9am to 5pm',
    ])
      assert.ok(main.includes(text), text);
    assert.equal(await page.getByRole('cell', { name: '80', exact: true }).count(), 1);
    assert.equal(
      await page.locator('.mh-place').isVisible(),
      false,
      'no empty frame for a map that cannot come',
    );
    await page.getByRole('link', { name: 'Back to your results' }).click();
    await page.waitForURL(has('q', `${rare} exact`));
  });

  it('no map is promised that cannot come', async () => {
    const page = await open(site, '/?q=hall', off);
    assert.equal(await page.locator('.mh-map').isVisible(), false);
    assert.equal(await page.locator('.mh-results__toggle').count(), 0);
  });

  it('what cannot be understood is named beside its field, and stays as it was typed', async () => {
    const page = await open(site, '/?q=hall', { ...off, mayFail: /people=0/ });
    await page.fill('#people', '0');
    await page.getByRole('button', { name: 'Show results' }).first().click();
    await page.waitForURL(has('people', '0'));
    assert.equal(await page.inputValue('#people'), '0');
    assert.equal(await page.inputValue('#q'), 'hall');
    const field = page.getByLabel('People');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await field.getAttribute('aria-describedby'), 'people-error');
    assert.match(await page.locator('#people-error').innerText(), /at least 1/);
    const alert = page.getByRole('alert').getByRole('link');
    assert.equal(await alert.getAttribute('href'), '#people');
    assert.equal(await page.locator('.mh-field', { has: field }).locator('#people-error').count(), 1);
  });

  it('words where a number belongs, and a day that is none, are refused beside their fields, and nothing is searched', async () => {
    const page = await open(site, '/?people=about+forty&q=hall&openAt=someday', {
      ...off,
      mayFail: /someday/,
    });
    assert.equal(await page.inputValue('#people'), 'about forty');
    assert.ok((await page.locator('#people-error').innerText()).length > 20);
    assert.match((await page.locator('#openDay-error').textContent()) ?? '', /day of the week/);
    assert.equal(await page.locator('.mh-chip').count(), 0, 'what was refused was not asked');
    assert.equal(await heading(page).innerText(), 'Nothing was searched yet');
    assert.equal(await page.locator('#openDay-error').isVisible(), true, 'the panel with the fault is open');
  });

  it('nothing found names what to let go of, and each way leads somewhere', async () => {
    const page = await open(site, '/?q=hall&people=9000&access=changing_places', off);
    assert.equal(await heading(page).innerText(), '0 venues');
    const ways = page.locator('.mh-empty li');
    const texts = await ways.allInnerTexts();
    assert.deepEqual(texts.length, 1, 'only what leads somewhere');
    assert.match(texts[0] ?? '', /^Without “9,000 people”: \d+ venues?$/);
    await page.getByRole('link', { name: 'Without “9,000 people”' }).click();
    await page.waitForURL((url) => !url.searchParams.has('people'));
    assert.deepEqual(new URL(page.url()).searchParams.get('access'), 'changing_places');
    await page.goBack();
    await page.getByRole('link', { name: 'see every place' }).click();
    await page.waitForURL(`${site.url}/`);
    assert.ok((await total(page)) > 300);
  });
});
