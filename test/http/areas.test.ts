/** Pages of areas as a visitor and a crawler ask for them. */
import assert from 'node:assert/strict';
import { gridPoint } from '../../server/venues/location.ts';
import { useService } from '../support/app.ts';
import { addArea } from '../support/areas.ts';
import { addVenue, fact, space } from '../support/factories.ts';

const tooting = {
  id: 'E05014010',
  name: 'Tooting Bec',
  west: -0.18,
  south: 51.42,
  east: -0.15,
  north: 51.44,
};
const at = (lon: number, lat: number, precision: 'exact' | 'approximate' | 'hidden' = 'exact') => ({
  location: { lon, lat, precision },
});
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of an area', () => {
  const service = useService();
  const page = async (path = '/areas/tooting-bec-ward', status = 200) => {
    const response = await service.request.get(path);
    assert.equal(response.status, status, response.text.slice(0, 300));
    return response.text;
  };

  it('with no place says so, and what lies near', async () => {
    await addArea(service.db, tooting);
    await addArea(service.db, { ...tooting, id: 'E2', name: 'Balham', south: 51.44, north: 51.46 });
    await addArea(service.db, { ...tooting, id: 'E3', name: 'Far Ward', south: 51.6, north: 51.61 });
    const text = textOf(await page());
    assert.match(text, /No community place here is listed yet\./);
    assert.match(text, /Next to it Balham 0 places Near it Far Ward/);
    assert.doesNotMatch(text, /What is missing|What is known/);
  });

  it('with one place speaks of one', async () => {
    await addArea(service.db, tooting);
    await addVenue(service.db, { ...at(-0.168, 51.4275), spaces: [space('Hall', { theatre: 80 })] });
    const text = textOf(await page());
    assert.match(text, /1 community place is listed here, with 1 room\./);
    assert.match(text, /Community hall 1/);
    assert.match(text, /Theatre 80 people/);
    assert.match(text, /No room here is known to hold 100 people or more \./);
    assert.match(text, /No room here for 30 people or more is known to be step-free\./);
    assert.match(text, /Hearing loop : nobody has recorded it for any place here\./);
  });

  it('leads to searches that keep to the area and ask the need', async () => {
    await addArea(service.db, tooting);
    await addVenue(service.db, { ...at(-0.168, 51.4275), facts: [fact('hearing_loop', 'yes')] });
    const html = await page();
    for (const query of ['access=hearing_loop', 'kind=community_hall', 'profile=wheelchair'])
      assert.ok(html.includes(`href="/?within=E05014010&amp;${query}"`), query);
    const { text } = await service.request.get('/?within=E05014010&access=hearing_loop');
    assert.match(text, /1 venue/);
  });

  it('counts by the public point: a hidden place is nowhere, an approximate one where its square is', async () => {
    const middle = gridPoint(-0.168, 51.4275);
    const edge = middle.lon + 0.001;
    // The place is east of the line, and the middle of its square west of it.
    await addArea(service.db, { ...tooting, east: edge });
    await addArea(service.db, { ...tooting, id: 'E2', name: 'East', west: edge });
    await addVenue(service.db, { name: 'Shy', ...at(middle.lon + 0.002, middle.lat, 'approximate') });
    await addVenue(service.db, { name: 'Hidden', ...at(-0.168, 51.4275, 'hidden') });
    const west = await page();
    assert.match(textOf(west), /1 community place is listed here/);
    assert.match(textOf(west), /A dashed square of about 500 metres holds a place that is kept private\./);
    assert.match(west, /<rect class="mh-sketch__cell"/);
    assert.doesNotMatch(west, /class="mh-sketch__dot/);
    assert.match(textOf(await page('/areas/east-ward')), /No community place here is listed yet/);
    assert.doesNotMatch(west, /Hidden/);
  });

  it('keeps its address; an old one and the code lead to it, in the language of the reader', async () => {
    await addArea(service.db, tooting);
    await addArea(service.db, { ...tooting, name: 'Tooting Bec Common' });
    for (const [asked, to] of [
      ['/areas/tooting-bec-ward', '/areas/tooting-bec-common-ward'],
      ['/areas/E05014010', '/areas/tooting-bec-common-ward'],
      ['/cy/areas/tooting-bec-ward', '/cy/areas/tooting-bec-common-ward'],
    ] as const) {
      const { status, headers } = await service.request.get(asked);
      assert.deepEqual([status, headers.location], [301, to]);
    }
    await addArea(service.db, tooting);
    await page('/areas/tooting-bec-ward');
    assert.equal((await service.request.get('/areas/tooting-bec-common-ward')).status, 301);
    await page('/areas/nowhere-ward', 404);
  });

  it('gives two areas of one name two addresses, and one in another script an address too', async () => {
    await addArea(service.db, tooting);
    await addArea(service.db, { ...tooting, id: 'W05000123' });
    await addArea(service.db, { ...tooting, id: 'W05000124', name: 'Bôn-y-maen & St Thomas' });
    await addArea(service.db, { ...tooting, id: 'x:7', name: 'توتينغ' });
    const slugs = await service.db('area_slug').where({ current: true }).orderBy('slug').pluck('slug');
    assert.deepEqual(slugs, [
      'bon-y-maen-st-thomas-ward',
      'tooting-bec-ward',
      'tooting-bec-ward-w05000123',
      'ward',
    ]);
    for (const slug of slugs) await page(`/areas/${slug}`);
  });

  it('tells machines what it is, in each language', async () => {
    await addArea(service.db, tooting);
    await addArea(service.db, {
      ...tooting,
      id: 'B1',
      name: 'Wandsworth',
      kind: 'borough',
      west: -0.3,
      north: 51.5,
    });
    const { id } = await addVenue(service.db, { ...at(-0.168, 51.4275), name: 'Hall & Co </script>' });
    const html = await page('/cy/areas/tooting-bec-ward');
    assert.match(html, /<html lang="cy"/);
    assert.match(html, /<link rel="canonical" href="http:\/\/localhost:3000\/cy\/areas\/tooting-bec-ward">/);
    assert.match(html, /hreflang="ar" href="http:\/\/localhost:3000\/ar\/areas\/tooting-bec-ward"/);
    assert.match(html, /og:image" content="http:\/\/localhost:3000\/cy\/areas\/tooting-bec-ward\/card.png"/);
    assert.match(html, /<meta name="twitter:card" content="summary_large_image">/);
    const json = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    const [area, list] = json['@graph'];
    assert.equal(area['@type'], 'AdministrativeArea');
    assert.equal(area.containedInPlace[0].name, 'Wandsworth');
    assert.equal(area.geo.box, '51.42 -0.18 51.44 -0.15');
    assert.equal(list.numberOfItems, 1);
    assert.match(
      list.itemListElement[0].url,
      new RegExp(`^http://localhost:3000/cy/venues/hall-and-co-script-${id}$`),
    );
    assert.equal((html.match(/<script/g) ?? []).length, 1, 'no script but what machines read');
    assert.match(textOf(await page('/areas/wandsworth-borough')), /Parts of it Tooting Bec 1 place/);
  });

  it('pages through its places without losing one', async () => {
    await addArea(service.db, tooting);
    for (let index = 0; index < 45; index += 1)
      await addVenue(service.db, { name: `Hall ${index}`, ...at(-0.17 + index * 1e-4, 51.43) });
    const seen = new Set<string>();
    let path: string | undefined = '/areas/tooting-bec-ward';
    let pages = 0;
    for (; path && pages < 5; pages += 1) {
      const html: string = await page(path);
      for (const [, name = ''] of html.matchAll(/>(Hall \d+)<\/a>/g)) seen.add(name);
      path = /rel="next" href="([^"#]+)/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      assert.match(html, /canonical" href="[^"?]+"/);
    }
    assert.deepEqual([pages, seen.size], [3, 45]);
  });

  it('is led to from a venue in it, but not from one whose place is hidden', async () => {
    await addArea(service.db, tooting);
    const exact = await addVenue(service.db, at(-0.168, 51.4275));
    const hidden = await addVenue(service.db, at(-0.168, 51.4275, 'hidden'));
    assert.match(await page(`/venues/broadwater-hall-${exact.id}`), /href="\/areas\/tooting-bec-ward"/);
    assert.doesNotMatch(await page(`/venues/broadwater-hall-${hidden.id}`), /href="\/areas\/tooting/);
  });
});

describe('the index of areas', () => {
  const service = useService();

  it('stands by kind with the larger first, and says how many places each has', async () => {
    await addArea(service.db, tooting);
    await addArea(service.db, { ...tooting, id: 'B1', name: 'Wandsworth', kind: 'borough', west: -0.3 });
    await addArea(service.db, { ...tooting, id: 'X1', name: 'The Patch', kind: 'allotment' });
    await addVenue(service.db, at(-0.168, 51.4275));
    const text = textOf((await service.request.get('/areas')).text);
    assert.match(
      text,
      /Boroughs \(1\) Wandsworth 1 place Wards \(1\) Tooting Bec 1 place Allotment \(1\) The Patch 1 place/,
    );
  });

  it('finds by a part of the name, letter for letter, and pages a kind to its end', async () => {
    for (let index = 100; index < 230; index += 1)
      await addArea(service.db, { ...tooting, id: `W${index}`, name: `Ward ${index}` });
    const all = await service.request.get('/areas');
    assert.match(textOf(all.text), /Wards \(130\)/);
    assert.match(all.text, /href="\/areas\?kind=ward"/);
    const first = (await service.request.get('/areas?kind=ward')).text;
    const next = /rel="next" href="([^"]+)/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = (await service.request.get(next)).text;
    const names = [...`${first}${second}`.matchAll(/>(Ward \d+)<\/a>/g)].map(([, name]) => name);
    assert.deepEqual([new Set(names).size, names.length], [130, 130]);
    assert.doesNotMatch(second, /rel="next"/);
    const found = textOf((await service.request.get('/areas?q=ward+12')).text);
    assert.match(found, /10 areas have “ward 12” in their names\./);
    assert.match(textOf((await service.request.get('/areas?q=%25')).text), /No area has “%” in its name\./);
  });
});
