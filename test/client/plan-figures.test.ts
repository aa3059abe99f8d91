/** The maps and charts of a plan as they are sent: what they say, that they say it in more than colour, and how heavy they are. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { AccessMap } from '../../client/components/plan/access-map.tsx';
import { BeforeAfter } from '../../client/components/plan/before-after.tsx';
import { GroupBars } from '../../client/components/plan/group-bars.tsx';
import { heldBy, LorenzChart } from '../../client/components/plan/lorenz-chart.tsx';
import { PlanSource } from '../../client/components/plan/plan-source.tsx';
import { TravelBands } from '../../client/components/plan/travel-bands.tsx';
import { LanguageContext } from '../../client/language/context.tsx';
import type { Locale } from '../../client/language/locales.ts';
import { type DrawnArea, drawAccess } from '../../client/logic/plan-drawing.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { gridAreas, gridSites } from './plan-example.ts';

const html = (children: ComponentChild, locale: Locale = 'en') =>
  renderToString(h(LanguageContext.Provider, { value: languageOf(locale), children }));

const grid = gridAreas;
const sites = gridSites();
const drawn = (areas: DrawnArea[]) => drawAccess({ areas, sites, unit: 'metres', within: 1200 });

describe('the maps of a plan', () => {
  it('of 5,000 areas are light, with outlines or without', () => {
    for (const [count, outlines] of [
      [5000, false],
      [5000, true],
      [34_000, false],
    ] as const) {
      const made = html(h(BeforeAfter, { id: 'map', drawing: drawn(grid(count, { outlines })) }));
      const zipped = gzipSync(made, { level: 6 }).length;
      assert.ok(made.length < 150_000 && zipped < 60_000, `${made.length} bytes, ${zipped} zipped`);
      assert.ok(made.length > 20_000);
    }
  });

  it('of more areas than can be told apart gather them by square, and count every one', () => {
    const areas = grid(34_000);
    const { tally, gathered, marks } = drawn(areas);
    assert.ok(gathered && marks.reduce((sum, { d }) => sum + d.split('h').length - 1, 0) < 7000);
    assert.equal(
      tally.after.reduce((sum, part) => sum + part.areas, 0),
      areas.length,
    );
    assert.equal(drawn(grid(100)).gathered, undefined);
  });

  it('send the shape of each area once, and both maps draw from it', () => {
    const made = html(h(BeforeAfter, { id: 'map', drawing: drawn(grid(30, { outlines: true })) }));
    const ids = [...made.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'two have one id');
    const uses = [...made.matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id);
    assert.ok(uses.length > 4 && uses.every((id) => ids.includes(id)), 'one draws from nothing');
    const [before = '', after = ''] = made.split('mh-access__map--after');
    assert.equal(
      before.split('mh-tone-fill--1').length,
      2 + 1,
      'before: one class of travel, and its sample',
    );
    assert.ok(after.includes('mh-tone-fill--0') && after.includes('mh-access__hatch'));
  });

  it('tell what is out of reach by pattern or shape, not only by a shade', () => {
    const outlined = html(
      h(AccessMap, { id: 'a', which: 'after', drawing: drawn(grid(30, { outlines: true })) }),
    );
    assert.match(outlined, /class="mh-access__hatch" fill="url\(#a-hatch\)"/);
    const dots = html(h(AccessMap, { id: 'a', which: 'after', drawing: drawn(grid(30)) }));
    assert.match(dots, /stroke-linecap="square"><use [^>]*mh-access__rim--none/);
    assert.match(dots, /stroke-linecap="round"/);
  });

  it('number the sites as the list does; before the plan there are those that were there', () => {
    const numbers = (made: string) =>
      [...(made.split('mh-legend')[0]?.matchAll(/text-anchor="middle">(\d+)</g) ?? [])].map(([, number]) =>
        Number(number),
      );
    const drawing = drawn(grid(30));
    const after = html(h(AccessMap, { id: 'a', which: 'after', drawing }));
    assert.deepEqual(
      numbers(after),
      sites.map(({ id }) => id),
    );
    assert.deepEqual(numbers(html(h(AccessMap, { id: 'a', which: 'before', drawing }))), [1]);
  });

  it('move signs apart that would lie on each other, and lead to their places', () => {
    const here = sites.map((site) => ({ ...site, lon: -0.2, lat: 51.5 }));
    const { signs } = drawAccess({ areas: grid(30), sites: here, unit: 'metres' });
    for (const one of signs)
      for (const other of signs)
        assert.ok(
          one === other || Math.hypot(one.x - other.x, one.y - other.y) > 30,
          `${one.number} ${other.number}`,
        );
    assert.equal(new Set(signs.map(({ placeX, placeY }) => `${placeX} ${placeY}`)).size, 1);
  });

  it('move names beside signs, and leave those out that have no room', () => {
    const spots = sites.map(({ lon = 0, lat = 0 }, n) => ({ lon, lat, name: `Town ${n}` }));
    const features = spots.map(({ lon, lat, name }) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      properties: { kind: 'place' as const, name },
    }));
    const { names, signs } = drawAccess(
      { areas: grid(30), sites, unit: 'metres' },
      { features, attribution: [] },
    );
    assert.ok(names.length > 0);
    for (const { x, y, name } of names)
      for (const sign of signs)
        assert.ok(
          Math.abs(sign.x - x) > name.length * 5 + 19 || Math.abs(sign.y - y) > 20,
          `${name} lies under ${sign.number}`,
        );
  });

  it('show places as dots where there are too many for signs, such as all that there are', () => {
    const many = Array.from({ length: 3000 }, (_site, n) => ({
      id: n + 1,
      lon: -0.2,
      lat: 51.41 + n / 1e5,
      included: false,
    }));
    const drawing = drawAccess({ areas: grid(30), sites: many, unit: 'metres', within: 1200 });
    assert.deepEqual([drawing.signs, drawing.catchments.d], [[], '']);
    const made = html(h(AccessMap, { id: 'a', which: 'after', drawing }));
    assert.equal(made.split('mh-access__places').length, 1 + 2, 'on the map and in its legend');
    assert.ok(made.length < 60_000);
  });

  it('show the areas: the sign of a place far away stands at the edge, on the way there', () => {
    const areas = grid(30);
    const far = { id: 21, lon: 1.5, lat: 51.5, included: false };
    const [near, withFar] = [
      drawn(areas),
      drawAccess({ areas, sites: [...sites, far], unit: 'metres', within: 1200 }),
    ];
    assert.deepEqual(withFar.marks, near.marks);
    const sign = withFar.signs.find(({ number }) => number === 21);
    assert.ok(sign && sign.x === withFar.width - 20 && sign.placeX > withFar.width);
  });

  it('have a name, a description and a legend with every class that is on them, in every language', () => {
    for (const locale of ['en', 'cy', 'ar'] as const) {
      const made = html(h(AccessMap, { id: 'a', which: 'after', drawing: drawn(grid(30)) }), locale);
      assert.match(made, /role="img" aria-labelledby="a-title" aria-describedby="a-desc"/);
      assert.match(made, /<title id="a-title">[^<]+</);
      assert.match(made, /<desc id="a-desc">[^<]*6\d%/);
      assert.doesNotMatch(made, /figures\.|undefined|NaN/);
    }
  });

  it('are drawn of nothing, of one point and of sites that are no longer shown', () => {
    const one = { lon: 0, lat: 51, weight: 0, site: null, travel: null, before: null };
    for (const areas of [[], [one], [one, one]]) {
      const drawing = drawAccess({ areas, sites: [{ id: 9, included: false }], unit: 'minutes', within: 15 });
      const made = html(h(BeforeAfter, { id: 'map', drawing }));
      assert.doesNotMatch(made, /NaN|undefined|Infinity/);
      assert.deepEqual(drawing.signs, []);
    }
  });
});

describe('the charts of a plan', () => {
  const groups = [
    { name: 'people', total: 200, before: 0, after: 150 },
    { name: 'over_65', total: 40, before: 0, after: 39.9 },
  ];

  it('begin at nothing and end at all, and have the same numbers in a table', () => {
    const made = html(
      h(GroupBars, { groups: groups.map((each) => ({ ...each, before: 10 })), unit: 'people' }),
    );
    const widths = [...made.matchAll(/mh-bars__part" width="([\d.]+)" height="10"/g)].map(([, width]) =>
      Number(width),
    );
    assert.deepEqual(widths, [5, 75, 25, 99.8]);
    assert.match(made, /<th scope="row"[^>]*>People over 65</);
    assert.match(made, /150 \(75%\)/);
    assert.match(made, /39\.9|40 \(over 99%\)/);
  });

  it('compare with nothing where nothing was there before', () => {
    const made = html(h(GroupBars, { groups, unit: 'people' }));
    assert.doesNotMatch(made, /mh-bars__bar--before/);
    assert.match(made, /mh-bars__bar--after/);
  });

  it('say how it is now where nothing is chosen', () => {
    const drawing = drawn(grid(30));
    const made = [
      html(h(GroupBars, { groups, unit: 'people', isNow: true })),
      html(
        h(TravelBands, {
          drawing: { ...drawing, tally: { ...drawing.tally, before: [] } },
          unit: 'people',
          isNow: true,
        }),
      ),
      html(h(AccessMap, { id: 'a', which: 'after', drawing, isNow: true })),
    ].join('');
    assert.match(made, />Now, in people</);
    assert.match(made, /who can get to a place now/);
    assert.doesNotMatch(made, /ith this plan/);
  });

  it('shade travel as the maps do', () => {
    const drawing = drawn(grid(30));
    const made = html(h(TravelBands, { drawing, unit: 'people' }));
    assert.match(made, /Up to 400 m/);
    assert.match(made, /More than 1\.2 km, or out of reach/);
    const sum = drawing.tally.after.reduce((all, { areas }) => all + areas, 0);
    assert.equal(sum, 30);
  });

  it('draw the Lorenz curve in a square from nothing to all, and read it aloud', () => {
    const points = [
      [0, 0],
      [0.5, 0.2],
      [1, 1],
    ] as const;
    assert.equal(heldBy(points, 0.25), 0.1);
    assert.ok(Math.abs(heldBy(points, 0.75) - 0.6) < 1e-9);
    const made = html(h(LorenzChart, { id: 'l', fairness: { people: 'people', points, gini: 0.3 } }));
    assert.match(made, /d="M0 240L120 192L240 0"/);
    assert.match(made, /The first 40% have 16% of the access\.</);
    assert.match(made, /Gini index: 0\.3 /);
    assert.doesNotMatch(made, /Palma|Concentration|reached/);
    const ranked = { people: 'people', points, gini: 0.3, rankedBy: 'imd', concentration: -0.2 };
    const low = html(h(LorenzChart, { id: 'l', fairness: ranked }));
    assert.match(low, /Areas that are low in “[^”]+” are reached more/);
    assert.match(low, /Concentration index: −0\.2 /);
    const even = html(h(LorenzChart, { id: 'l', fairness: { ...ranked, concentration: -0.01 } }));
    assert.match(even, /are reached about equally/);
  });

  it('say where their numbers come from', () => {
    const travel = { kind: 'straight_line', mode: 'walking', detour: 1.3, metresPerMinute: 80 } as const;
    const layer = { name: 'Small areas', version: 3, source: 'Us', licence: 'CC0-1.0' };
    const made = html(h(PlanSource, { layer, weight: 'people', travel, ground: ['© Somebody'] }));
    assert.match(made, /Small areas, version 3\. Made by: Us\. Licence: CC0-1\.0\./);
    assert.match(made, /on foot, in a straight line made 1\.3 times longer, at 4\.8 km an hour/);
    assert.match(made, /© Somebody/);
    assert.match(html(h(PlanSource, { weight: 'people', travel, ground: [] })), /no longer here/);
  });
});
