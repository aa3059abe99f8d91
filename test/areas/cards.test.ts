/** Cards: what they say keeps the promises of the register, and what is drawn keeps to its frame, pixel for pixel. */
import assert from 'node:assert/strict';
import { Resvg } from '@resvg/resvg-js';
import type { Locale } from '../../client/language/locales.ts';
import { cardAlt, siteCard, venueCard } from '../../server/pages/card/cards.ts';
import { type Card, drawCard, HEIGHT, WIDTH } from '../../server/pages/card/draw.ts';
import { drawable, isRightToLeft, runsOf, shapeRun } from '../../server/pages/card/fonts.ts';
import { fitText, measure } from '../../server/pages/card/text.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { item } from '../client/examples.ts';
import { useService } from '../support/app.ts';
import { addArea } from '../support/areas.ts';
import { addVenue, fact, space } from '../support/factories.ts';

const names = [
  'Hall',
  'Upper Tooting Somali Islamic Cultural Centre and Women’s Community Learning Kitchen with Garden, Crèche and Sports',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  `${'Wide '.repeat(32)}`.trim(),
  'W'.repeat(160),
  'அருள்மிகு முத்துமாரி அம்மன் ஆலயம்',
  'ਗੁਰਦੁਆਰਾ ਸਾਂਝੀਵਾਲਤਾ · Gurdwara Sanjhivalta',
  'শ্রী শ্রী সার্বজনীন দুর্গা মন্দির এবং সাংস্কৃতিক কেন্দ্র',
  'શ્રી જલારામ પ્રાર્થના મંદિર — Shree Jalaram Prarthana Hall',
  'مركز التعاون الإسلامي والثقافي في توتينغ',
  'مسجد التعاون — Masjid At-Ta’awun and Community Kitchen',
  'ቅድስት ልደታ ማርያም · Kidist Lideta Mariam',
  'Ìjọ Ayọ̀ Worship House',
];

const card = (name: string, locale: Locale = 'en'): Card =>
  venueCard(
    languageOf(locale),
    item({ name, access: ['hearing_loop', 'lift', 'blue_badge_bays', 'quiet_space'] }),
    'Upper Tooting, London, SW17 7TS',
    true,
  );

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The box around all pixels of the rows that are not the paper. */
function inkBox(svg: string, from: number, to: number): Box {
  const { pixels, width } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const paper = [0xfa, 0xf6, 0xef];
  const box = { left: WIDTH, right: 0, top: HEIGHT, bottom: 0 };
  for (let y = from; y < to; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      if (paper.every((part, index) => Math.abs((pixels[at + index] ?? 0) - part) < 12)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  return box;
}

describe('a card', () => {
  for (const name of names)
    it(`holds “${name.slice(0, 40)}” inside its margins`, () => {
      for (const locale of ['en', 'ar'] as const) {
        const box = inkBox(drawCard(card(name, locale)), 101, HEIGHT);
        assert.ok(box.left >= 56 && box.right <= WIDTH - 56, JSON.stringify(box));
        assert.ok(box.bottom <= HEIGHT - 24, JSON.stringify(box));
        const title = inkBox(drawCard({ ...card(name, locale), lines: [], chips: [] }), 190, HEIGHT);
        assert.ok(title.right - title.left > 120, `${name} is there`);
        assert.ok(title.bottom < 450, `${name} leaves room for what is below: ${title.bottom}`);
        const text = inkBox(drawCard({ ...card(name, locale), chips: [] }), 190, HEIGHT);
        assert.ok(
          text.bottom > title.bottom && text.bottom < 543,
          `the lines end above the row: ${text.bottom}`,
        );
      }
    });

  it('draws a short name large and a long one small', () => {
    const height = (name: string) => {
      const { top, bottom } = inkBox(drawCard({ ...card(name), lines: [], chips: [] }), 190, HEIGHT);
      return bottom - top;
    };
    const size = (text: string) =>
      fitText(text, { width: 1000, height: 232, sizes: [92, 60, 41], weight: 700 }).size;
    assert.equal(size('Hall'), 92);
    assert.equal(size(names[1] ?? ''), 41);
    assert.ok(height('Hall') > 55);
  });

  it('loses no word but at the end of what cannot fit, and says that it did', () => {
    const frame = { width: 1000, height: 232, sizes: [92, 60, 41], weight: 700 as const };
    const whole = fitText(names[1] ?? '', frame);
    assert.equal(whole.lines.join(' '), names[1]);
    const cut = fitText('word '.repeat(80), frame);
    assert.match(cut.lines.at(-1) ?? '', /…$/);
    for (const line of [...whole.lines, ...cut.lines]) assert.ok(measure(line, cut.size, 700) <= 1000, line);
  });

  it('has every letter of the scripts it draws, and leaves out words in others', () => {
    for (const name of names) assert.equal(drawable(name), name);
    assert.equal(drawable('뉴몰든 은혜로교회 · New Malden Eunhyero Church'), 'New Malden Eunhyero Church');
    assert.equal(drawable('은혜로교회'), '');
    assert.equal(card('은혜로교회').title, 'Church');
    assert.equal(drawable('Hall 🎉 & <b>'), 'Hall & <b>');
  });

  it('joins the letters of Arabic and gives each Indic letter its place', () => {
    const width = (text: string) => runsOf(text).reduce((sum, run) => sum + shapeRun(run, 700).width, 0);
    assert.ok(width('مسجد') < [...'مسجد'].reduce((sum, letter) => sum + width(letter), 0));
    // The sign for a long a stands beside its letter, not on it.
    assert.ok(width('ਸਾਝ') > width('ਸਝ') + 0.1);
    assert.deepEqual([isRightToLeft('مسجد Hall'), isRightToLeft('Hall مسجد')], [true, false]);
  });

  it('says in words what it shows', () => {
    assert.equal(
      cardAlt(card('Hall')),
      'Hall. Church. Upper Tooting, London, SW17 7TS. 2 rooms, the largest holds 120. Hearing loop. Lift. Quiet space',
    );
    assert.equal(card('Hall').demo, 'Demo: this place is made up');
    assert.equal(siteCard(languageOf('cy'), false).demo, undefined);
  });
});

describe('the address of a card', () => {
  const service = useService();
  const sizeOf = (png: Buffer) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)];
  const get = (path: string) =>
    service.request
      .get(path)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });

  it('answers a PNG of 1200 × 630 for a venue, an area and the site, in each language', async () => {
    await addArea(service.db, {
      id: 'E1',
      name: 'Tooting',
      west: -0.18,
      south: 51.42,
      east: -0.15,
      north: 51.44,
    });
    const { id } = await addVenue(service.db, {
      facts: [fact('lift', 'yes')],
      spaces: [space('Hall', { theatre: 9 })],
    });
    const pictures = new Set<string>();
    for (const path of [
      `/venues/broadwater-hall-${id}/card.png`,
      '/areas/tooting-ward/card.png',
      '/card.png',
    ])
      for (const folder of ['', '/cy', '/ar']) {
        const { body, headers, status } = await get(folder + path);
        assert.deepEqual(
          [status, headers['content-type'], ...sizeOf(body)],
          [200, 'image/png', 'PNG', WIDTH, HEIGHT],
        );
        assert.match(headers['cache-control'] ?? '', /max-age=3600/);
        pictures.add(headers.etag ?? '');
        assert.equal(
          (await service.request.get(folder + path).set('If-None-Match', headers.etag ?? '')).status,
          304,
        );
      }
    assert.equal(pictures.size, 9);
  });

  it('is another picture when what it says has changed', async () => {
    const { id } = await addVenue(service.db);
    const path = `/venues/broadwater-hall-${id}/card.png`;
    const before = (await get(path)).headers.etag;
    await service
      .db('venue_search')
      .where({ venue_id: id })
      .update({
        card: service.db.raw(`replace(card, 'Broadwater', 'Stillwater')`),
      });
    assert.notEqual((await get(path)).headers.etag, before);
  });

  it('has none for drafts, what was withdrawn, and what is not there', async () => {
    const draft = await addVenue(service.db, { status: 'draft' });
    const gone = await addVenue(service.db, { status: 'withdrawn' });
    for (const path of [
      `/venues/x-${draft.id}`,
      `/venues/x-${gone.id}`,
      '/venues/x-999999',
      '/venues/x',
      '/areas/none',
    ])
      assert.equal((await service.request.get(`${path}/card.png`)).status, 404, path);
  });

  it('says where a place is no nearer than its group allows', async () => {
    await addArea(service.db, {
      id: 'E1',
      name: 'Tooting',
      west: -0.18,
      south: 51.42,
      east: -0.15,
      north: 51.44,
    });
    const address = { street: '12 Mitcham Lane', town: 'London', postcode: 'SW17 9NA' };
    const wordsFor = async (precision: 'exact' | 'approximate' | 'hidden', lat = 51.4275, folder = '') => {
      const { id } = await addVenue(service.db, { location: { lon: -0.168, lat, precision }, address });
      const { text } = await service.request.get(`${folder}/venues/broadwater-hall-${id}`);
      return /og:image:alt" content="Broadwater Hall\. [^.]+\. (.*?)\. /.exec(text)?.[1];
    };
    assert.equal(await wordsFor('exact'), 'London, SW17 9NA');
    assert.equal(await wordsFor('approximate'), 'Tooting (ward), exact place kept private');
    assert.equal(await wordsFor('hidden'), 'Place kept private');
    // In no area that is known, what is left begins the line.
    assert.equal(await wordsFor('approximate', 53), 'Exact place kept private');
    assert.equal(await wordsFor('approximate', 53, '/cy'), 'Cedwir yr union le yn breifat');
  });

  it('is named by the page, with words for who does not see it', async () => {
    const { id } = await addVenue(service.db);
    const { text } = await service.request.get(`/venues/broadwater-hall-${id}`);
    assert.ok(
      text.includes(`og:image" content="http://localhost:3000/venues/broadwater-hall-${id}/card.png"`),
    );
    assert.match(text, /og:image:alt" content="Broadwater Hall\. Community hall/);
    assert.match(
      (await service.request.get('/about')).text,
      /og:image" content="http:\/\/localhost:3000\/card.png"/,
    );
  });
});
