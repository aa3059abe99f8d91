/** Addresses, numbers, days and words in each language of the pages, and what a page says of itself in its head. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  formatAge,
  formatDay,
  formatDistance,
  formatFloor,
  formatList,
  formatNumber,
  formatTime,
  formatTotal,
  formatWeekday,
} from '../../client/language/format.ts';
import { aboutLocale, type Locale, localePath, locales, splitPath } from '../../client/language/locales.ts';
import { failureText } from '../../client/logic/failure.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { renderPage } from '../../server/pages/render.ts';
import { settings } from './examples.ts';

const [en, cy, ar] = [languageOf('en'), languageOf('cy'), languageOf('ar')];

describe('the address of a page in a language', () => {
  const segment = fc.stringMatching(/^[\w.~-]{1,12}$/).filter((each) => !locales.includes(each as Locale));
  const path = fc
    .tuple(fc.array(segment, { maxLength: 4 }), fc.option(fc.webQueryParameters(), { nil: undefined }))
    .map(([segments, query]) => `/${segments.join('/')}${query === undefined ? '' : `?${query}`}`);

  it('names the language and the page, both of which can be read from it again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), path, (locale, at) => {
        assert.deepEqual(splitPath(localePath(locale, at)), [locale, at]);
      }),
    );
  });

  it('is the plain path in English', () => {
    fc.assert(fc.property(path, (at) => assert.equal(localePath('en', at), at)));
  });

  it('keeps the query and the place on the page', () => {
    assert.equal(localePath('cy', '/'), '/cy');
    assert.equal(localePath('cy', '/?q=hall'), '/cy?q=hall');
    assert.equal(localePath('ar', '/venues/a-1?back=%2F#rooms'), '/ar/venues/a-1?back=%2F#rooms');
    assert.deepEqual(splitPath('/cy?q=hall'), ['cy', '/?q=hall']);
    assert.deepEqual(splitPath('/cy/'), ['cy', '/']);
  });

  it('takes no other folder for a language', () => {
    for (const at of ['/cyngor', '/fr/about', '/en/about', '/CY/about', '/venues/cy', '//cy/about'])
      assert.deepEqual(splitPath(at), ['en', at]);
  });
});

describe('Welsh', () => {
  it('counts with mutations', () => {
    const totals = [0, 1, 2, 3, 6, 1042].map((value) => formatTotal(cy, { value, exact: true }));
    assert.deepEqual(totals, [
      '0 lleoliad',
      '1 lleoliad',
      '2 leoliad',
      '3 lleoliad',
      '6 lleoliad',
      '1,042 lleoliad',
    ]);
    assert.equal(formatTotal(cy, { value: 4321, exact: false }), 'tua 4,300 lleoliad');
    const chairs = [1, 2, 3, 6, 40].map((n) => cy.word('facts', 'chairs', 'yes', { n }));
    assert.deepEqual(chairs, [
      'Mae un gadair.',
      'Mae 2 gadair.',
      'Mae 3 cadair.',
      'Mae 6 chadair.',
      'Mae 40 o gadeiriau.',
    ]);
  });

  it('says how long ago, and when', () => {
    assert.deepEqual(
      [0, 1, 2, 9, 62, 800, 1500, 1900].map((days) => formatAge(cy, days)),
      [
        'heddiw',
        'ddoe',
        '2 ddiwrnod yn ôl',
        '9 diwrnod yn ôl',
        '2 fis yn ôl',
        '2 flynedd yn ôl',
        '4 blynedd yn ôl',
        '5 mlynedd yn ôl',
      ],
    );
    assert.equal(formatDay(cy, '2026-03-12'), '12 Mawrth 2026');
    assert.equal(formatWeekday(cy, 4), 'Dydd Iau');
    assert.deepEqual(
      [0, 540, 720, 1050].map((each) => formatTime(cy, each)),
      ['hanner nos', '9am', 'hanner dydd', '5:30pm'],
    );
  });

  it('says “and” as the next word asks', () => {
    assert.equal(formatList(cy, ['Cegin', 'lifft', 'ramp']), 'Cegin, lifft a ramp');
    assert.equal(formatList(cy, ['ramp', 'eglwys']), 'ramp ac eglwys');
    assert.equal(formatList(cy, ['ramp', 'ŵyn']), 'ramp ac ŵyn');
  });

  it('names floors and distances', () => {
    assert.deepEqual(
      [-1, 0, 1, 2, 5].map((each) => formatFloor(cy, each)),
      ['Islawr', 'Llawr gwaelod', 'Llawr cyntaf', 'Ail lawr', 'Llawr 5'],
    );
    assert.equal(formatDistance(cy, 1240), '1.2 km');
  });
});

describe('Arabic', () => {
  it('counts with all its forms, in the digits of British addresses', () => {
    const totals = [0, 1, 2, 3, 11, 100, 1042].map((value) => formatTotal(ar, { value, exact: true }));
    assert.deepEqual(totals, [
      'لا أماكن',
      'مكان واحد',
      'مكانان',
      '3 أماكن',
      '11 مكانًا',
      '100 مكان',
      '1,042 مكانًا',
    ]);
    assert.equal(formatTotal(ar, { value: 4321, exact: false }), 'نحو 4,300 مكان');
    assert.equal(ar.t('common.rooms', { count: 1234 }), '1,234 قاعة');
    assert.equal(formatNumber(ar, 1234.5), '1,234.5');
    assert.equal(ar.word('facts', 'lift_depth', 'yes', { n: 1250 }), 'عمق المصعد من الداخل 1,250 سم.');
  });

  it('says how long ago, and when', () => {
    assert.deepEqual(
      [1, 2, 9, 13, 62, 800].map((days) => formatAge(ar, days)),
      ['أمس', 'منذ يومين', 'منذ 9 أيام', 'منذ 13 يومًا', 'منذ شهرين', 'منذ سنتين'],
    );
    assert.equal(formatDay(ar, '2026-03-12'), '12 مارس 2026');
    assert.deepEqual(
      [0, 540, 1050].map((each) => formatTime(ar, each)),
      ['منتصف الليل', '9 صباحًا', '5:30 مساءً'],
    );
  });

  it('joins with its own comma and no space after “and”', () => {
    assert.equal(formatList(ar, ['مطبخ', 'مصعد', 'شاشة']), 'مطبخ، مصعد وشاشة');
  });
});

describe('each language', () => {
  const extra = { title: 'About', description: 'About', path: '/about?a=1&b=2' };
  const assets = {
    script: '/main.js',

    fonts: [],
    wideFonts: [],
    modules: {},
    languages: {},
  };
  const about = (locale: Locale, more: object = {}) =>
    renderPage(
      { page: 'about', sources: [], settings: { ...settings, locale, path: '/about?a=1', ...more } },
      assets,
      extra,
    );

  for (const locale of locales) {
    const { tag, dir } = aboutLocale[locale];

    it(`${locale}: says its language and direction, its own address, and where the others are`, () => {
      const html = about(locale);
      const at = (each: Locale) => `https://moothall.example${localePath(each, '/about?a=1&amp;b=2')}`;
      assert.match(html, new RegExp(`^<!doctype html>\\n<html lang="${tag}" dir="${dir}"`));
      assert.ok(html.includes(`<link rel="canonical" href="${at(locale)}">`));
      for (const other of locales)
        assert.ok(
          html.includes(`<link rel="alternate" hreflang="${aboutLocale[other].tag}" href="${at(other)}">`),
        );
      assert.ok(html.includes(`<link rel="alternate" hreflang="x-default" href="${at('en')}">`));
    });

    it(`${locale}: links to pages in the same language, and to the same page in the others`, () => {
      const links = [...about(locale).matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g)]
        .filter(([tag]) => !/hreflang/.test(tag ?? ''))
        .map(([, href = '']) => href)
        .filter((href) => !href.startsWith('/api/openapi.json'));
      assert.ok(links.length > 5);
      assert.deepEqual(
        links.filter((href) => splitPath(href)[0] !== locale),
        [],
      );
      for (const other of locales)
        assert.match(
          about(locale),
          new RegExp(
            `href="${localePath(other, '/about')}\\?a=1" lang="${aboutLocale[other].tag}" dir="${aboutLocale[other].dir}"`,
          ),
        );
    });

    it(`${locale}: words a failure by its status`, () => {
      const language = languageOf(locale);
      const textOf = (status: number, detail?: string) =>
        failureText(language, { status, ...(detail && { detail }) }, '/venues/st-anselm-s-hall-4/manage');
      const said = [400, 404, 429, 500, 503, 418, 403].map((status) => textOf(status));
      assert.equal(new Set(said.map(({ title }) => title)).size, 7);
      assert.deepEqual(
        said.map(({ saysMore }) => saysMore),
        [true, false, false, false, false, true, false],
      );
      assert.deepEqual(textOf(507), textOf(500));
      assert.deepEqual(textOf(403, 'This came from another site.'), textOf(418));
    });
  }

  it('keeps the API’s own sentence where it says more, marked as English', () => {
    const error = (locale: Locale, status: number) =>
      renderPage(
        { page: 'error', status, detail: 'People must be a number.', settings: { ...settings, locale } },
        assets,
        extra,
      );
    assert.match(error('cy', 400), /<p[^>]* lang="en-GB" dir="ltr">People must be a number\.<\/p>/);
    assert.match(error('en', 400), /<p class="govuk-body">People must be a number\.<\/p>/);
    for (const locale of locales) assert.doesNotMatch(error(locale, 404), /People must/);
    assert.match(error('ar', 404), /<h1[^>]*>الصفحة غير موجودة<\/h1>/);
  });

  it('says the vocabulary in its own words, and nothing of what it does not know', () => {
    assert.equal(
      en.word('facts', 'blue_badge_bays', 'yes', { n: 1 }),
      'There is one Blue Badge parking bay.',
    );
    assert.equal(cy.word('kinds', 'village_hall', 'label'), 'Neuadd bentref');
    assert.equal(ar.word('layouts', 'theatre', 'sentence'), 'صفوف من الكراسي تواجه المقدّمة.');
    assert.equal(cy.word('facts', 'no_such_fact', 'label'), undefined);
    assert.equal(cy.word('facts', 'constructor', 'label'), undefined);
  });
});
