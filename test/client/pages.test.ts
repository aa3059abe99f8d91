import assert from 'node:assert/strict';
import { compared, fit } from '../../client/logic/style-samples.ts';
import type { PageData, SearchPageData } from '../../client/pages.ts';
import { renderPage, scriptJson } from '../../server/pages/render.ts';
import { fact, item, searchPage, settings, venue, venuePage } from './examples.ts';

const assets = {
  script: '/assets/main.js',
  style: { url: '/assets/styles.css', text: 'p{margin:0}', hash: 'sha256-1' },
  fonts: ['/assets/font.woff2'],
  wideFonts: ['/assets/wide.woff2'],
  modules: { search: ['/assets/search.js'] },
  languages: { en: { search: ['/assets/english.js'] } },
};
const extra = { title: 'A title', description: 'A description', path: '/' };
const render = (data: PageData) => renderPage(data, assets, extra);
const text = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const search = (changes: Partial<SearchPageData> = {}) => render(searchPage(changes));

const everyPage: PageData[] = [
  searchPage({ settings: { ...settings, demo: true } }),
  venuePage({ settings: { ...settings, demo: true } }),
  {
    page: 'error',
    status: 404,
    detail: 'Nothing here.',
    settings: { ...settings, demo: true },
  },
  { page: 'about', sources: [], settings: { ...settings, demo: true } },
  {
    page: 'docs',
    document: { openapi: '3.1.0', info: { title: 'API', version: '1' }, paths: {} },
    settings: { ...settings, demo: true },
  },
];

describe('the first view', () => {
  const ends = (html: string) =>
    html.match(/<link rel="stylesheet" href="\/assets\/first-view\.css"/g)?.length ?? 0;
  const listOf = (count: number) =>
    search({ list: { ...searchPage().list, items: Array.from({ length: count }, (_, id) => item({ id })) } });

  it('ends once on a page that has more than can be seen at once', () => {
    assert.deepEqual(
      [0, 2, 3, 20].map((count) => ends(listOf(count))),
      [0, 0, 1, 1],
    );
    assert.equal(ends(render(venuePage())), 1);
  });

  it('has no end on a page that only shows parts', () => {
    assert.equal(ends(render({ page: 'style', settings } as PageData)), 0);
  });
});

describe('every page', () => {
  for (const data of everyPage) {
    it(`${data.page}: is a whole document that needs no inline script, and no inline style but the stylesheet`, () => {
      const html = render(data);
      assert.match(html, /^<!doctype html>\n<html lang="en-GB"/);
      assert.match(html, /<meta name="viewport" content="width=device-width, initial-scale=1">/);
      assert.match(html, /href="#main" class="govuk-skip-link"/);
      assert.equal(html.match(/<h1/g)?.length, 1);
      assert.equal(html.match(/<style>p\{margin:0\}<\/style>/g)?.length, 1);
      assert.doesNotMatch(html.replace('<style>p{margin:0}</style>', ''), / style=|<style| on[a-z]+="/);
      for (const [, attributes] of html.matchAll(/<script([^>]*)>/g)) {
        assert.match(attributes ?? '', /type="(module" src=|application\/(ld\+)?json")/);
      }
    });

    it(`${data.page}: says that the demo is a demo`, () => {
      assert.match(text(render(data)), /The venues are made up\. The streets are real\./);
      assert.doesNotMatch(text(render({ ...data, settings } as PageData)), /The venues are made up/);
    });
  }

  it('brings its styles along for who comes from elsewhere, and names the file to who has it', () => {
    assert.match(
      search(),
      /<style>p\{margin:0\}<\/style>\n<link rel="prefetch" href="\/assets\/styles\.css"/,
    );
    assert.doesNotMatch(search(), /rel="stylesheet"/);
    const next = search({ settings: { ...settings, arriving: false } });
    assert.match(next, /<link rel="stylesheet" href="\/assets\/styles\.css">/);
    assert.doesNotMatch(next, /<style|prefetch/);
  });

  it('lets no name break out of the page', () => {
    const name = '</script><img src=x onerror=alert(1)>“&\u2028';
    const html = renderPage(venuePage({ venue: venue({ name }) }), assets, {
      ...extra,
      title: name,
      jsonLd: { name },
    });
    assert.doesNotMatch(html, /<img src=x/);
    assert.equal(html.match(/<\/script>/g)?.length, html.match(/<script/g)?.length);
    assert.deepEqual(JSON.parse(scriptJson({ name })), { name });
    assert.doesNotMatch(scriptJson({ name }), /[<>\u2028]/);
  });

  it('takes no name for a mark, whatever it looks like', () => {
    const name = '</hide><__defineGetter__>Hall</__defineGetter__><hide>';
    const html = search({ list: { items: [item({ name })], total: { value: 1, exact: true } } });
    assert.match(html, /&lt;__defineGetter__>Hall&lt;\/__defineGetter__>/);
  });

  it('wakes in the browser as it was drawn, and says nothing of who reads it but on a page that is theirs', () => {
    const data = venuePage({ settings: { ...settings, plans: true, reader: 'ab12' } });
    const [own, open] = [{ ...extra, isPrivate: true }, extra].map((each) => {
      const html = renderPage(data, assets, each);
      return [html.includes('href="/plan"'), html.includes('"plans":true')];
    });
    assert.deepEqual(
      [own, open],
      [
        [true, true],
        [false, false],
      ],
    );
  });

  it('says on paper where it is from once, and as it is by then', () => {
    assert.doesNotMatch(search(), /<p class="mh-width mh-print-only">/);
    assert.match(render(everyPage[3] as PageData), /<p class="mh-width mh-print-only">Moothall/);
  });

  it('sends data only to pages that wake up, and works before the browser’s part is built', () => {
    assert.match(search(), /id="page-data"/);
    assert.match(search(), /rel="modulepreload" href="\/assets\/search\.js"/);
    assert.doesNotMatch(render({ page: 'about', sources: [], settings }), /page-data|type="module"/);
    assert.doesNotMatch(
      renderPage(searchPage(), { fonts: [], wideFonts: [], modules: {}, languages: {} }, extra),
      /type="module"/,
    );
  });
});

describe('the search page', () => {
  it('is a plain form that works without JavaScript', () => {
    const html = search({
      query: { q: ['hall'], people: ['40'], access: ['step_free_entrance'], openAt: ['tue-19:00'] },
    });
    assert.match(html, /<form[^>]*method="get" action="\/"/);
    assert.match(html, /name="q"[^>]*value="hall"/);
    assert.match(html, /name="people"[^>]*value="40"/);
    assert.match(html, /<input[^>]*name="access" value="step_free_entrance" checked/);
    assert.match(html, /<option value="tue" selected|<option selected value="tue"/);
    assert.doesNotMatch(html, /role="combobox"/, 'a combobox only once it can behave as one');
  });

  it('shows how many venues each filter would give', () => {
    assert.match(text(search()), /Step-free entrance \(42\)/);
    assert.match(text(search()), /Church \(42\)/);
  });

  it('names the venue once as a link, with its rooms and what is known', () => {
    const html = search({ list: { ...searchPage().list, items: [item({ fits: [1], distance: 347 })] } });
    assert.match(html, /<a href="\/venues\/st-anselms-church-7" dir="auto">St Anselm’s Church<\/a>/);
    assert.match(text(html), /350 m away, about 6 minutes’ walk/);
    assert.match(text(html), /Fits: Main hall \(120\)/);
  });

  it('says in words when a place is kept private', () => {
    const card = (changes: Parameters<typeof item>[0]) => {
      const items = [item({ location: { precision: 'hidden' }, access: [], ...changes })];
      return text(search({ list: { ...searchPage().list, items } }));
    };
    const held = card({ holder: 'Friends' });
    assert.match(held, /It is worth asking\. Place kept private until the group agrees to your visit\./);
    const unheld = card({});
    assert.match(
      unheld,
      /No access facts known yet\. Place kept private\. /,
      'nobody agrees, or can be asked',
    );
  });

  it('says how many more might fit, shows the first of them with what to ask, and leads to all', () => {
    const might = (mightFit: { value: number; exact: boolean }) =>
      search({
        query: { access: ['lift'] },
        list: {
          ...searchPage().list,
          mightFit,
          possible: [item({ id: 9, ask: ['lift'], canAsk: true, holder: 'Friends', seen: {} })],
        },
      });
    assert.match(text(might({ value: 7, exact: true })), /7 more might fit\./);
    assert.match(text(might({ value: 4321, exact: false })), /About 4,300 more might fit\./);
    const html = might({ value: 7, exact: true });
    assert.match(text(html), /Not known: lift\. Ask the group/);
    assert.match(html, /href="\/venues\/st-anselms-church-9\?access=lift#contact"/);
    const unheld = { ...searchPage().list, items: [item({ ask: ['lift'], canAsk: false })] };
    assert.doesNotMatch(text(search({ list: unheld })), /Not known: lift\. Ask/, 'there is nobody to ask');
    const reached = { ...searchPage().list, items: [item({ ask: ['lift'], canAsk: true })] };
    assert.match(text(search({ list: reached })), /Not known: lift\. Ask about/, 'no group holds it');
    assert.match(html, /href="\/\?access=lift&amp;match=possible"[^>]*>Show all 7 that might fit/);
  });

  it('lists what might fit as that, with the way back', () => {
    const list = { items: [item({ ask: ['lift'] })], total: { value: 12, exact: true } };
    const html = search({ query: { access: ['lift'], match: ['possible'] }, list });
    assert.match(text(html), /12 venues might fit/);
    assert.match(html, /href="\/\?access=lift"[^>]*>Show only those that are known to fit/);
    assert.match(
      html,
      /name="match" value="possible"|value="possible" name="match"/,
      'the form stays with them',
    );
  });

  it('says of each need that was asked since when it is known, and whether it is open', () => {
    const seen = { hearing_loop: { on: '2026-08-20', method: 'visited' as const } };
    const open = { open: true, now: '2026-11-23T10:00', changes: '2026-11-23T17:00' };
    const list = { ...searchPage().list, items: [item({ seen, open })] };
    const html = text(search({ query: { profile: ['hard_of_hearing'] }, list }));
    assert.match(html, /Hearing loop, seen 3 months ago/);
    assert.match(html, /Open now, until 5pm/);
    assert.match(html, /Remove: Hard of hearing/);
  });

  it('offers who is coming, with what each means', () => {
    const html = search({ query: { profile: ['wheelchair'] } });
    assert.match(html, /<input[^>]*name="profile" value="wheelchair" checked/);
    assert.match(
      text(html),
      /Wheelchair users We look for: step-free entrance, step-free route to the room and accessible toilet\./,
    );
  });

  it('names what to relax when nothing is found, and how many that gives', () => {
    const list = {
      items: [],
      total: { value: 0, exact: true },
      mightFit: { value: 0, exact: true },
      relaxed: [
        { parameter: 'access', value: 'hearing_loop', venues: 8 },
        { parameter: 'q', venues: 3 },
      ],
    };
    const html = search({ query: { q: ['hall'], access: ['hearing_loop'] }, list });
    assert.match(text(html), /0 venues/);
    assert.match(html, /href="\/\?q=hall"[^>]*>Without “Hearing loop”<\/a>: 8 venues/);
    assert.match(html, /href="\/\?access=hearing_loop"/);
  });

  it('puts a fault beside its field and keeps what was typed', () => {
    const detail = 'People must be a whole number, such as 40.';
    const html = search({
      query: { people: ['lots'], q: ['hall'] },
      list: { items: [] },
      problem: {
        title: 'Some of this could not be understood',
        detail,
        errors: [{ parameter: 'people', detail }],
      },
    });
    assert.match(html, /<a href="#people">People must be/);
    assert.match(html, /id="people"[^>]*value="lots" aria-describedby="people-error" aria-invalid="true"/);
    assert.match(html, /name="q"[^>]*value="hall"/);
    assert.match(text(html), /Nothing was searched yet/);
    assert.doesNotMatch(html, /class="mh-chip"/, 'what was refused was not asked');
  });

  it('pages by cursor, and leads back to the first page', () => {
    const list = { ...searchPage().list, next: 'abc' };
    assert.match(search({ query: { q: ['hall'] }, list }), /rel="next" href="\/\?q=hall&amp;cursor=abc"/);
    const second = text(search({ query: { cursor: ['abc'] } }));
    assert.match(second, /venues?, continued/);
    assert.match(second, /Back to first page/);
  });
});

describe('the venue page', () => {
  const html = render(venuePage());
  const held = { organisation: { id: 1, name: 'Friends', slug: 'friends', kind: 'community' as const } };

  it('says each name in its own language', () => {
    assert.match(html, /<span lang="pa" dir="auto">ਸੇਂਟ ਐਂਸਲਮ<\/span>/);
  });

  it('tells rooms as a table with headings', () => {
    assert.match(html, /<th scope="row"><svg[^>]*aria-hidden="true"[^>]*>.*?<\/svg>Theatre/);
    assert.match(text(html), /120 150/);
    assert.match(text(html), /Condition: 60 sedate adults/);
  });

  it('shows public contacts only, and makes no link that could do harm', () => {
    assert.match(html, /href="mailto:hall@example.org"/);
    assert.doesNotMatch(text(html), /7946 0999/);
    assert.doesNotMatch(html, /href="javascript/);
  });

  it('is no dead end where there are no public contacts', () => {
    const to = (changes: Parameters<typeof venue>[0]) =>
      render(venuePage({ venue: venue({ contacts: [], ...changes }) }));
    const openingHours = { weekly: [], exceptions: [], timezone: 'Europe/London', osm: 'Mo 10:00-12:00' };
    assert.match(text(to({ ...held, openingHours })), /You can call in/);
    assert.doesNotMatch(text(to(held)), /You can call in/, 'nobody knows when');
    assert.match(to(held), /write to the group at the end of <a href="\/plan\/new">a plan</);
    assert.doesNotMatch(to({ ...held, services: { consent: 'declined' } }), /\/plan\/new/);
    assert.match(text(to({ organisation: undefined })), /Nobody holds this place/);
  });

  it('says to ask only where somebody can be asked, and speaks of the group only where one holds the place', () => {
    const age = { days: 1900, state: 'old' as const };
    const said = [
      { location: { precision: 'hidden' as const } },
      { facts: [fact({ value: 'partial', age })], spaces: [{ ...venue().spaces[0], capacities: [] }] },
      { facts: [], spaces: [] },
    ] as Partial<Parameters<typeof venue>[0]>[];
    const main = { ...fit.rooms[0], answer: 'ask' } as (typeof fit.rooms)[number];
    const asked = { ...fit, answer: main.answer, rooms: [main, { ...main, id: 2, name: 'Back room' }] };
    const words = (whose: Parameters<typeof venue>[0]) =>
      said
        .map((each) => text(render(venuePage({ venue: venue({ ...each, ...whose }), fit: asked }))))
        .join(' ')
        .replaceAll(/nobody to ask here|Every access question we ask|everything you asked for/g, '');
    const nobody = words({ contacts: [] });
    assert.doesNotMatch(nobody.match(/.{30}\bask(ing)?\b.{30}/i)?.[0] ?? '', /./);
    assert.doesNotMatch(nobody, /[Tt]he group\b/);
    assert.match(nobody, /Perhaps: we do not know enough about Main hall to say\./);
    assert.match(nobody, /Until a group holds it, nobody is told where it is\./);
    const contact = words({});
    assert.doesNotMatch(contact, /[Tt]he group\b/);
    assert.match(contact, /Perhaps: ask about Main hall before you decide\..*Ask before you come\./);
    assert.match(words(held), /Perhaps: ask the group about Main hall.*Back room: ask.*Old: ask to check/);
  });

  it('shows evidence and age with each fact, and what is not known', () => {
    assert.match(
      text(html),
      /There is a hearing loop\. Recent Seen on a visit, 12 March 2026, by Amina Begum/,
    );
    assert.match(text(html), /Hearing and other senses There is .* Not known yet: portable hearing loop, /);
    assert.match(text(html), /Nothing is known yet about: arriving, .*toilets/);
    assert.match(text(html), /What we do not know yet/);
    assert.match(text(html), /Changing Places toilet/);
  });

  it('says of a map that is not there what it needs', () => {
    assert.match(text(render(venuePage())), /Where it is .*The map needs JavaScript\./);
  });

  it('never shows a map of a hidden place, and says why', () => {
    const place = { location: { precision: 'hidden' as const }, address: {} };
    const hidden = render(venuePage({ venue: venue({ ...place, ...held }) }));
    assert.match(text(hidden), /The group keeps this place private/);
    assert.doesNotMatch(hidden, /class="mh-place"|openstreetmap\.org\/\?mlat/);
  });

  it('gives an approximate place no exact link', () => {
    const location = { lon: -0.17, lat: 51.43, precision: 'approximate' as const };
    const about = render(venuePage({ venue: venue({ location }) }));
    assert.match(text(about), /to about 500 metres/);
    assert.doesNotMatch(about, /openstreetmap\.org\/\?mlat/);
  });

  it('gives its sources and their licences', () => {
    assert.match(text(html), /OpenStreetMap , last seen there on 1 November 2026\. Licence: ODbL 1\.0\./);
  });
});

describe('the page that compares', () => {
  it('reads each column by its name alone, and parts an answer from its age', () => {
    const asked = { missing: 0, over: 0, unread: false };
    const html = render({ page: 'compare', venues: compared, open: {}, asked, differences: false, settings });
    assert.match(html, /<th scope="col" abbr="Marigold Hall">/);
    assert.match(text(html), /82 cm , \d+ \w+ ago/);
  });

  it('says how many rows are left out, and of four that no more fit', () => {
    const asked = { missing: 0, over: 0, unread: false };
    const data = { page: 'compare', open: {}, asked, settings } as const;
    const two = render({ ...data, venues: compared, differences: true });
    assert.match(text(two), /\d+ rows are left out: they are the same for every place/);
    assert.match(text(two), /Add from your shortlist/);
    const four = render({ ...data, venues: [...compared, ...compared].slice(0, 4), differences: false });
    assert.match(text(four), /Four places are the most/);
    assert.doesNotMatch(text(four), /left out|Add from your shortlist/);
  });
});
