/** Sentences in Welsh and Arabic, read into the same filters as their English. */
import assert from 'node:assert/strict';
import { type Locale, locales } from '../../client/language/locales.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { mutated, plain } from '../../server/search/forms.ts';
import { type Place, placeCandidates, readSentence } from '../../server/search/sentence.ts';
import { queryTree } from '../../server/search/words.ts';
import { facts, findFact, findLayout, kinds, layouts, typedWords } from '../../server/vocabulary.ts';

const places = new Map<string, Place>(
  ['Tooting', 'Balham', 'SW17'].map((name) => [
    name.toLowerCase(),
    { name, kind: 'suburb', lon: -0.16, lat: 51.43, radius: 2000 },
  ]),
);

function line(q: string): string {
  const { filters, rest, understood } = readSentence(q, places);
  const { near, radius, ...others } = filters;
  const parts = Object.entries(others).map(([name, value]) => `${name}=${[value].flat().join(',')}`);
  const label = understood.find(({ parameter }) => parameter === 'near')?.label;
  return `${[...parts, ...(label ? [label] : [])].sort().join(' ')} | ${rest}`.trim();
}

const sentences: [q: string, read: string][] = [
  // Welsh: mutations, “i” for “for”, the noun first
  ['neuadd i 40 gyda chegin ger Tooting', 'Near Tooting amenity=kitchen people=40 | neuadd'],
  ['ystafell ar gyfer 12 o bobl yn Balham', 'Near Balham people=12 |'],
  ['lle i 60 o bobl gyda dolen glyw', 'access=hearing_loop people=60 |'],
  ['neuadd bentref gyda llwyfan a chegin', 'amenity=stage,kitchen | neuadd bentref'],
  ['eglwys yn Tooting gyda thoiled hygyrch', 'Near Tooting access=accessible_toilet | eglwys'],
  ['mynediad heb risiau, lifft, maes parcio', 'access=step_free_entrance,lift amenity=parking |'],
  ['neuadd â gardd', 'amenity=outdoor_space | neuadd'],
  ['ystafell dawel i 8 ger SW17', 'Near SW17 access=quiet_space people=8 |'],
  ['lle i gadair olwyn', 'access=wheelchair_spaces |'],
  ['hyd at 30 o blant', 'people=30 |'],
  ['dawnsio yn Balham', 'Near Balham layout=dancing |'],
  ['arddull theatr i 100', 'layout=theatre people=100 |'],
  ['theatr yn Balham', 'Near Balham | theatr'],
  ['neuadd heb gegin', '| neuadd heb gegin'],
  ['canolfan gymunedol Balham', 'Near Balham | canolfan gymunedol'],
  ['cydfwyta i 30 gyda chegin halal', 'amenity=eating_together,halal_kitchen people=30 |'],
  ['10 bwrdd', 'amenity=tables |'],
  ['Tŷ Gardd', '| Tŷ Gardd'],
  // The day after the part of it, and mutated
  ['neuadd i 40 nos Fawrth', 'openAt=tue-19:00 people=40 | neuadd'],
  ['ystafell bore dydd Llun', 'openAt=mon-10:00 |'],
  ['prynhawn Iau yn Tooting', 'Near Tooting openAt=thu-14:00 |'],
  ['neuadd ar ddydd Mercher am 7.30yh', 'openAt=wed-19:30 | neuadd'],
  ['nos Wener am 8', 'openAt=fri-20:00 |'],
  ['dydd Sadwrn am 10 y bore', 'openAt=sat-10:00 |'],
  ['dydd Sul gyda’r nos', 'openAt=sun-19:00 |'],
  ['Neuadd Gwener', '| Neuadd Gwener'],
  ['dydd Llun', '| dydd Llun'],
  // Arabic: attached particles and the article, vowel marks, both kinds of digits
  ['قاعة لـ 40 شخصًا مع مطبخ قرب Tooting', 'Near Tooting amenity=kitchen people=40 |'],
  ['قاعة لـ40 شخصا', 'people=40 |'],
  ['قاعة ل٦٠ شخص', 'people=60 |'],
  ['غرفة هادئة في Balham', 'Near Balham access=quiet_space |'],
  ['قاعة بمطبخ ومصعد', 'access=lift amenity=kitchen |'],
  ['مكان للصلاة والوضوء', 'amenity=prayer_room,ablution |'],
  ['الحلقة السمعية', 'access=hearing_loop |'],
  ['حلقة سمعيّة', 'access=hearing_loop |'],
  ['مدخل بلا درجات', 'access=step_free_entrance |'],
  ['مطبخ حلال لـ 30 شخصًا', 'amenity=halal_kitchen people=30 |'],
  ['قاعة بدون مطبخ', '| قاعة بدون مطبخ'],
  ['موقف سيارات وواي فاي', 'amenity=parking,wifi |'],
  ['مسجد في Tooting', 'Near Tooting | مسجد'],
  ['مسرح', '| مسرح'],
  ['رقص لـ 50', 'layout=dancing people=50 |'],
  ['قاعة لـ 40 شخصًا مساء الثلاثاء', 'openAt=tue-19:00 people=40 |'],
  ['يوم الاثنين الساعة 10 صباحًا', 'openAt=mon-10:00 |'],
  ['الجمعة بعد الظهر', 'openAt=fri-14:00 |'],
  ['قاعة يوم السبت في الساعة ٧ مساءً', 'openAt=sat-19:00 |'],
  ['صباح يوم الأحد قرب Tooting', 'Near Tooting openAt=sun-10:00 |'],
  ['يوم الخميس', '| يوم الخميس'],
];

describe('readSentence in Welsh and Arabic', () => {
  for (const [q, read] of sentences) it(q, () => assert.equal(line(q), read));

  it('looks up the places that Welsh and Arabic prepositions lead to', () => {
    assert.ok(placeCandidates('neuadd ger Tooting Bec').includes('tooting bec'));
    assert.ok(placeCandidates('قاعة بالقرب من Balham').includes('balham'));
  });

  const spoken = locales.filter((each): each is Exclude<Locale, 'en'> => each !== 'en');
  for (const locale of spoken)
    it(`${locale}: understands every fact and layout by what the pages call it`, () => {
      const { word } = languageOf(locale);
      const missed = facts
        .filter(({ value }) => value === 'answer')
        .flatMap(({ key, group }) => {
          const label = word('facts', key, 'label') ?? '';
          const { access = [], amenity = [] } = readSentence(label, new Map()).filters;
          return (group === 'access' ? access : amenity).join() === key ? [] : [`${key}: ${label}`];
        });
      assert.deepEqual(missed, []);
      const layout = ({ key }: { key: string }) => {
        const label = word('layouts', key, 'label') ?? '';
        return readSentence(label, new Map()).filters.layout === key ? [] : [`${key}: ${label}`];
      };
      assert.deepEqual(
        layouts.flatMap(layout).map((each) => each.split(':')[0]),
        ['theatre'],
      );
    });

  it('searches for kinds by the English word that venues are found by', () => {
    assert.match(queryTree('mosg', new Map()) ?? '', /'mosqu'/);
    assert.match(queryTree('fosg', new Map()) ?? '', /'mosqu'/);
    assert.match(
      queryTree('neuadd bentref', new Map()) ?? '',
      /'villag'\) <-> \('hall'|'villag'.*<->.*'hall'/,
    );
    assert.match(queryTree('القاعة', new Map()) ?? '', /'hall'/);
    assert.match(queryTree('كنيسة', new Map()) ?? '', /'church'/);
    assert.doesNotMatch(queryTree('hall', new Map()) ?? '', /neuadd/, 'English asks no more than it did');
  });

  for (const locale of spoken)
    it(`${locale}: knows every kind by what the pages call it`, () => {
      const missed = kinds
        .filter(({ key }) => !['other', 'gurdwara', 'events_venue', 'pub_room'].includes(key))
        .map(({ key }) => languageOf(locale).word('kinds', key, 'label') ?? '')
        .filter(
          (label) =>
            !/'[a-z]+'/.test((queryTree(label, new Map()) ?? '').replaceAll(label.toLowerCase(), '')),
        );
      assert.deepEqual(missed, []);
    });
});

describe('words that people type', () => {
  it('name only what there is', () => {
    for (const words of typedWords) {
      assert.deepEqual(
        Object.keys(words.facts).filter((key) => !findFact(key)),
        [],
      );
      assert.deepEqual(
        Object.keys(words.layouts).filter((key) => !findLayout(key)),
        [],
      );
    }
  });

  it('mutate as Welsh does', () => {
    assert.deepEqual(mutated('cegin'), ['cegin', 'gegin', 'chegin', 'nghegin']);
    assert.deepEqual(mutated('llyfrgell'), ['llyfrgell', 'lyfrgell']);
    assert.deepEqual(mutated('gardd'), ['gardd', 'ardd', 'ngardd']);
    assert.deepEqual(mutated('ysgol'), ['ysgol']);
  });

  it('lose what Arabic attaches', () => {
    for (const word of ['مطبخ', 'المطبخ', 'والمطبخ', 'بمطبخ', 'للمطبخ', 'مَطبخ'])
      assert.equal(plain(word), plain('مطبخ'), word);
    assert.equal(plain('قاعة'), plain('القاعه'));
    assert.equal(plain('أماكن'), plain('اماكن'));
    assert.notEqual(plain('باب'), plain('اب'));
    assert.equal(plain('halls'), 'hall');
  });
});
