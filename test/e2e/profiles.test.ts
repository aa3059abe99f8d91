/** Who is coming, and places that might do: what is asked for in one word, and what nobody knows yet. */
import assert from 'node:assert/strict';
import { answered, awake, filter, has, open, phone, total, useSite } from './support.ts';

describe('who is coming', () => {
  const site = useSite();

  it('stands for the facts that they need, is named above the results, and is let go of', async () => {
    const page = await open(site, '/');
    await awake(page);
    const all = await total(page);
    await filter(page, 'Access needs').locator('summary').first().click();
    const wheelchair = page.getByRole('checkbox', { name: 'Wheelchair users' });
    const means = await page.locator('#profile-wheelchair-means').innerText();
    assert.match(means, /step-free entrance/);
    await wheelchair.check();
    await answered(page, has('profile', 'wheelchair'));
    const found = await total(page);
    assert.ok(found > 0 && found < all, `${found} of ${all}`);
    // Each card says of each need how it is known.
    const first = page.locator('.mh-results__list .mh-card').first();
    for (const need of ['Step-free entrance', 'Step-free route to the room', 'Accessible toilet'])
      assert.match(await first.innerText(), new RegExp(need));
    const answer = await page.request.get(`/api/v1/venues${new URL(page.url()).search}&limit=1`);
    assert.equal((await answer.json()).total.value, found);

    await page.reload();
    await awake(page);
    assert.equal(await total(page), found);
    await page.getByRole('link', { name: 'Remove: Wheelchair users' }).click();
    await answered(page, (url) => !url.searchParams.has('profile'));
    assert.equal(await total(page), all);
    await page.goBack();
    await answered(page, has('profile', 'wheelchair'));
    assert.equal(await total(page), found);
  });

  it('can be more than one, on a phone, with words beside', async () => {
    const page = await open(site, '/?q=hall&profile=wheelchair&profile=hard_of_hearing', phone());
    await awake(page);
    const both = await total(page);
    // The form is folded away until it is asked for.
    const people = page.getByLabel('People', { exact: true });
    assert.equal(await people.isVisible(), false);
    await page.getByRole('button', { name: 'Filters (2)' }).click();
    await people.waitFor();
    await page.getByRole('link', { name: 'Remove: Hard of hearing' }).click();
    await answered(page, has('profile', 'wheelchair'));
    assert.ok((await total(page)) > both, 'each of them rules places out');
    assert.equal(await page.locator('#q').inputValue(), 'hall');
  });

  it('leaves the places of which too little is known for last, and says what to ask them', async () => {
    const page = await open(site, '/?q=hall&profile=wheelchair&people=30');
    await awake(page);
    const group = page.getByRole('region', { name: 'Might fit: ask first' });
    const known = page.locator('.mh-results > .mh-part > .mh-results__list .mh-card');
    assert.ok((await group.locator('.mh-card').count()) > 0 && (await known.count()) > 0);
    assert.match(await group.innerText(), /\bask\b/i);
    // It comes after all that is known to fit, for the eye and in the order of reading.
    const [above, below] = [await known.last().boundingBox(), await group.boundingBox()];
    assert.ok(above && below && above.y + above.height <= below.y);
    const order = await page
      .locator('.mh-results .mh-card, .mh-might')
      .evaluateAll((all) => all.map((each) => each.classList.contains('mh-might')));
    assert.equal(order.indexOf(true), await known.count());
    await group.getByRole('link', { name: /^Show all \d+ that might fit/ }).click();
    await page.waitForURL((url) => url.searchParams.get('match') === 'possible');
    // What was typed goes along.
    assert.equal(await page.locator('#q').inputValue(), 'hall');
    await page.getByRole('link', { name: 'Show only those that are known to fit' }).click();
    await answered(page, (url) => !url.searchParams.has('match') && url.searchParams.get('q') === 'hall');
  });
});
