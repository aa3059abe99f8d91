import assert from 'node:assert/strict';
import fc from 'fast-check';
import { letterDistance } from '../../server/search/spelling.ts';
import { stopWords } from '../../server/search/word-groups.ts';
import {
  closest,
  correctableWords,
  fold,
  foldedSlug,
  indexVector,
  plainWords,
  queryTree,
  stem,
  tokens,
  wordGroups,
} from '../../server/search/words.ts';

const none = new Map<string, string[]>();
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const humanText = fc
  .array(
    fc.oneof(
      fc.constantFrom('St', "Anselm's", 'church', '"', '“', "'", '\\', '&', '|', '!', ':*', '<->', '(', ')'),
      fc.constantFrom(
        'మందిరం',
        'গির্জা',
        '華人社區',
        'วัด',
        'مسجد',
        'синагога',
        'the',
        'sikh',
        'temple',
        '１２',
        '½',
      ),
      anyText,
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

/** The grammar of what we write for PostgreSQL, strictly: what this accepts, the server accepts. */
const lexeme = String.raw`'(?:[^'\\]|''|\\\\)+'`;
const isVector = (text: string) =>
  text === '' ||
  new RegExp(`^${lexeme}:\\d+[A-D](,\\d+[A-D])*( ${lexeme}:\\d+[A-D](,\\d+[A-D])*)*$`, 'u').test(text);
function isTree(text: string): boolean {
  let rest = text.replace(new RegExp(`${lexeme}(:\\*)?`, 'gu'), 'w');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\(w(?: (?:&|\||<->) w)*\)/g, 'w');
  }
  return /^w( & w)*$/.test(rest);
}

describe('words', () => {
  describe('fold', () => {
    for (const [text, folded] of [
      ["St Anselm's", 'st anselms'],
      ['St Anselm’s', 'st anselms'],
      ['Café Crèche', 'cafe creche'],
      ['Łódź Ølstykke Straße Encyclopædia Đorđe', 'lodz olstykke strasse encyclopaedia dorde'],
      ['ΆΓΙΟΣ', 'αγιοσ'],
      ['Ёлка', 'елка'],
      ['Bread & Roses', 'bread  and  roses'],
      ['İstanbul ırmak', 'istanbul irmak'],
      ['ＦＵＬＬ ﬁne', 'full fine'],
      ['मंदिर', 'मंदिर'],
      ['মসজিদ', 'মসজিদ'],
      ['مُسْجِد', 'مُسْجِد'],
      ['مســـجد', 'مسجد'],
      ['한글', '한글'],
      ['co\u00ADop', 'coop'],
    ] as const)
      it(`folds “${text}”`, () => assert.equal(fold(text), folded));

    it('is the same when done twice, and for capitals', () =>
      fc.assert(
        fc.property(humanText, (text) => {
          assert.equal(fold(fold(text)), fold(text));
          assert.deepEqual(tokens(fold(text)), tokens(text));
        }),
        { numRuns: 500 },
      ));
  });

  describe('tokens', () => {
    for (const [text, words] of [
      ['St. Anselm’s (RC) Church, SW17 8BS', ['st', 'anselms', 'rc', 'church', 'sw17', '8bs']],
      ['Wi-Fi', ['wi', 'fi']],
      ['श्री मंदिर', ['श्री', 'मंदिर']],
      ['ஸ்ரீ முருகன் கோவில்', ['ஸ்ரீ', 'முருகன்', 'கோவில்']],
      ['華人社區 hall', ['華', '人', '社', '區', 'hall']],
      ['1️⃣ – ½ …', ['1', '1', '2']],
      ['— “” \uD800', []],
    ] as const)
      it(`splits “${text}”`, () => assert.deepEqual(tokens(text), words));
  });

  it('makes slugs of ASCII words', () => {
    assert.equal(foldedSlug('St Anselm’s Café & Hall, 會堂'), 'st-anselms-cafe-and-hall');
    assert.equal(foldedSlug('會堂'), '');
    assert.ok(foldedSlug('hall '.repeat(50)).length <= 80);
  });

  it('stems English words only', () => {
    assert.deepEqual(['dancing', 'libraries', 'anselms', 'sw17', 'мечети'].map(stem), [
      'danc',
      'librari',
      'anselm',
      'sw17',
      'мечети',
    ]);
  });

  it('keeps word groups folded, so that they are found', () => {
    for (const member of wordGroups.flat()) {
      assert.equal(tokens(member).join(' '), member);
      assert.ok(
        member.split(' ').some((word) => !stopWords.has(word)),
        member,
      );
    }
  });

  describe('indexVector', () => {
    it('places each word and its stem at one position, with a gap between fields', () =>
      assert.equal(
        indexVector([
          { text: "St Anselm's", weight: 'A' },
          { text: 'st', weight: 'D' },
        ]),
        "'st':1A,4D 'anselms':2A 'anselm':2A",
      ));
    it('is empty without words', () => assert.equal(indexVector([{ text: ' – ', weight: 'A' }]), ''));
    it('stays within PostgreSQL’s limits', () => {
      const long = indexVector([
        { text: `${'hall '.repeat(20000)}`, weight: 'D' },
        { text: 'late', weight: 'A' },
      ]);
      assert.ok(!long.includes('late') && (long.match(/,/g) ?? []).length < 255);
      const wide = indexVector([{ text: 'क'.repeat(9000), weight: 'D' }]);
      assert.ok(Buffer.byteLength(wide) < 2046);
      const many = Array.from({ length: 16000 }, (_, index) => `${'क'.repeat(90)}${index}`).join(' ');
      assert.ok(Buffer.byteLength(indexVector([{ text: many, weight: 'D' }])) < 1_000_000);
    });
    it('is valid whatever is written', () =>
      fc.assert(
        fc.property(humanText, anyText, (text, other) => {
          const vector = indexVector([
            { text, weight: 'A' },
            { text: other, weight: 'D' },
          ]);
          assert.ok(isVector(vector), vector);
        }),
        { numRuns: 500 },
      ));
  });

  it('lists the plain words once', () =>
    assert.deepEqual(plainWords([{ text: 'Hall, the HALL' }, { text: 'Halls 會堂' }]), [
      'hall',
      'the',
      'halls',
    ]));

  describe('queryTree', () => {
    const trees: [string, string | null][] = [
      ['', null],
      [' … ! ', null],
      ['the', "('the':* | 'the')"],
      ['hall 12', "'hall' & '12'"],
      ['dancing mum', "('dancing' | 'danc') & ('mum':* | 'mum')"],
      ['the hall of a church', "'hall' & ('church':* | 'church' | 'chapel')"],
      ['"London Road" x', "('london' <-> 'road') & 'x'"],
      ['say "hello', "('say' | 'sai') & ('hello':* | 'hello')"],
      ['會堂', "('會' <-> '堂')"],
      ['會', "'會':*"],
    ];
    for (const [q, tree] of trees) it(`reads “${q}”`, () => assert.equal(queryTree(q, none), tree));

    it('knows what means the same', () => {
      assert.match(queryTree('gurdwara now', none) ?? '', /'gurudwara'.*\('sikh' <-> \('temple'/);
      assert.match(queryTree('sikh temples', none) ?? '', /'sikh' & .*'temples'.*'gurdwara'/);
      assert.match(queryTree('mosques', none) ?? '', /'masjid'/);
      assert.match(queryTree('st marys', none) ?? '', /'saint'.*'street'/);
    });
    it('adds corrections, and takes unknown words as beginnings', () => {
      const correct = new Map([
        ['totting', ['tooting', 'totting hill']],
        ['chuch', []],
      ]);
      assert.equal(
        queryTree('Totting chuch xy', correct),
        "('totting':* | 'totting' | 'tot' | ('tooting' | 'toot') | ('totting' | 'tot') | 'hill') & " +
          "('chuch':* | 'chuch') & ('xy':* | 'xy')",
      );
    });
    it('says which words to look up', () =>
      assert.deepEqual(correctableWords('the chuch in "quoted words" at SW17 8 hall hall xy 會堂'), [
        'chuch',
        'hall',
      ]));
    it('is valid whatever is asked', () =>
      fc.assert(
        fc.property(humanText, fc.array(anyText), (q, corrections) => {
          const correct = new Map(correctableWords(q).map((word) => [word, corrections]));
          const tree = queryTree(q, correct);
          assert.ok(tree === null ? tokens(q).length === 0 : isTree(tree), `${tree}`);
        }),
        { numRuns: 1000 },
      ));
  });

  describe('closest', () => {
    const places = ['tooting', 'church', 'chuck', 'hall', 'ball', 'balham', 'sw17', 'room', 'tot', 'broom'];
    for (const [word, found] of [
      ['totting', ['tooting']],
      ['chuch', ['chuck', 'church']],
      ['hlal', ['hall']],
      ['hal', ['hall']],
      ['rooom', ['room', 'broom']],
      ['call', ['ball', 'hall']],
      ['sw18', []],
      ['ha', []],
      ['hall', ['ball']],
      ['xylophone', []],
    ] as const)
      it(`for “${word}”`, () => assert.deepEqual(closest(word, places), found));
    it('gives three at most', () => assert.equal(closest('cat', ['bat', 'hat', 'mat', 'rat']).length, 3));
    it('measures like a distance', () =>
      fc.assert(
        fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
          const distance = letterDistance(a, b);
          assert.equal(distance, letterDistance(b, a));
          assert.equal(distance === 0, a === b);
          assert.ok(distance <= Math.max(a.length, b.length));
          for (const limit of [0, 1, 2])
            assert.equal(letterDistance(a, b, limit) <= limit, distance <= limit);
        }),
      ));
  });
});
