/** Every language says everything that English says, with the same parts, and nothing is left in English by accident. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Token } from '@messageformat/parser';
import { type Locale, locales } from '../../client/language/locales.ts';
import { livePageNames, namespaces, serverWords, vocabularies } from '../../client/language/messages.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { messagesModule, readStrings, type Strings } from '../../server/pages/messages.ts';
import { vocabularyModule } from '../../server/pages/outline.ts';
import { facts, kinds, layouts } from '../../server/vocabulary.ts';

const root = join(import.meta.dirname, '..', '..');
const others = locales.filter((each) => each !== 'en');

/** Every message by its whole key: `search.title`, `facts.hearing_loop.yes`. */
function flat(strings: Strings, above: readonly string[] = []): [key: string, text: string][] {
  return Object.entries(strings).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...above, key].join('.'), value]] : flat(value, [...above, key]),
  );
}
const messages = Object.fromEntries(
  locales.map((each) => [each, new Map(flat(readStrings(each)))]),
) as Record<Locale, Map<string, string>>;
const { en } = messages;

const everyToken = (text: string): Token[] => {
  const walk = (tokens: readonly Token[]): Token[] =>
    tokens.flatMap((token) => [
      token,
      ...('cases' in token ? token.cases.flatMap((each) => walk(each.tokens)) : []),
    ]);
  return walk(parse(text));
};
const placeholders = (text: string): string[] =>
  [...new Set(everyToken(text).flatMap((token) => ('arg' in token ? [token.arg] : [])))].sort();
const marks = (text: string): string[] => [...text.matchAll(/<\/?\w+>/g)].map(([mark]) => mark).sort();
const plurals = (text: string) =>
  everyToken(text).flatMap((token) =>
    token.type === 'plural' ? [token.cases.map((each) => each.key).filter((key) => key !== 'other')] : [],
  );
/** Words that people read, without what is filled in, numbers and signs. */
const wordsOf = (text: string) =>
  everyToken(text)
    .map((token) => (token.type === 'content' ? token.value : ' '))
    .join('')
    .replace(/<\/?\w+>/g, ' ')
    .replace(/[\d\s\p{P}\p{S}]+/gu, ' ')
    .trim();

/** What the code gives a translation beyond what English needs. */
const spare: Record<string, readonly string[]> = { 'common.and': ['begins'] };

/** The same in English and in Welsh, because it is a name, a unit or a word that both have. */
const same = new Set([
  ...[
    'Moothall',
    'm',
    'km',
    'cm',
    'am',
    'pm',
    'Piano',
    'Cabaret',
    'Gurdwara',
    'Wi Fi',
    'BSL',
    'API',
    'CSV',
    'GeoJSON',
  ],
  ...['OpenStreetMap', 'Kosher', 'Map', 'Ward'],
]);

describe('the messages', () => {
  for (const locale of others)
    it(`${locale}: has every key of English and no other`, () => {
      const keys = [...messages[locale].keys()];
      assert.deepEqual(
        [...en.keys()].filter((key) => !messages[locale].has(key)),
        [],
        'missing',
      );
      assert.deepEqual(
        keys.filter((key) => !en.has(key)),
        [],
        'not in English',
      );
    });

  for (const locale of locales) {
    it(`${locale}: has a file for every namespace that the pages name, and each can be compiled`, () => {
      const files = readdirSync(join(root, 'client/messages', locale)).map((file) =>
        file.replace('.json', ''),
      );
      const expected = locale === 'en' ? namespaces : [...namespaces, ...vocabularies];
      assert.deepEqual(files.sort(), [...expected].sort());
      const language = languageOf(locale);
      const values = Object.fromEntries(
        [...messages[locale].values()].flatMap(placeholders).map((name) => [name, 2]),
      );
      for (const key of messages[locale].keys()) {
        const [list = '', name = '', part] = key.split('.');
        const said =
          part === undefined
            ? language.t(key as never, values)
            : language.word(list as never, name, part, values);
        assert.ok(said && said !== key && !/[{}]/.test(said), `${key}: ${said}`);
      }
    });

    it(`${locale}: has the right typography: no straight quotes, no space at the ends, no two spaces`, () => {
      const wrong = [...messages[locale]].filter(
        ([key, text]) =>
          !/^(common\.comma|docs\.semicolon)$/.test(key) && /['"]|^\s|\s$| {2}|\.\.\./.test(text),
      );
      assert.deepEqual(wrong, []);
    });

    it(`${locale}: counts with every category of its language`, () => {
      const wanted = new Intl.PluralRules(locale)
        .resolvedOptions()
        .pluralCategories.filter((each) => each !== 'other')
        .sort();
      const wrong = [...messages[locale]].filter(([key, text]) => {
        // Where English names its numbers one by one (first floor, second floor), so may others.
        const named = plurals(en.get(key) ?? '').some((keys) => !keys.includes('one'));
        return plurals(text).some((keys) => !named && !wanted.every((each) => keys.includes(each)));
      });
      assert.deepEqual(wrong, []);
    });
  }

  for (const locale of others) {
    it(`${locale}: fills in what English fills in, and marks what English marks`, () => {
      const wrong = [...messages[locale]].filter(([key, text]) => {
        const english = en.get(key) ?? '';
        const given = placeholders(text).filter((name) => !spare[key]?.includes(name));
        return (
          given.join() !== placeholders(english).join() ||
          [...new Set(marks(text))].join() !== [...new Set(marks(english))].join()
        );
      });
      assert.deepEqual(wrong, []);
    });

    it(`${locale}: closes every mark it opens`, () => {
      const wrong = [...messages[locale]].filter(([, text]) =>
        /<\/?\w+>/.test(text.replace(/<(\w+)>[^<]*<\/\1>/g, '')),
      );
      assert.deepEqual(wrong, []);
    });

    it(`${locale}: leaves nothing in English by accident`, () => {
      const left = [...messages[locale]].filter(
        ([key, text]) =>
          wordsOf(text) !== '' && wordsOf(text) === wordsOf(en.get(key) ?? '') && !same.has(wordsOf(text)),
      );
      assert.deepEqual(left, []);
    });
  }

  it('ar: is written in Arabic letters', () => {
    const latin = [...messages.ar].filter(
      ([, text]) => wordsOf(text) !== '' && !/\p{Script=Arabic}/u.test(text) && !same.has(wordsOf(text)),
    );
    assert.deepEqual(latin, []);
  });
});

const codeIn = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );

describe('the keys', () => {
  const text = codeIn('client', 'server/pages').join('\n');
  const names = namespaces.join('|');
  const asked = new Set(
    [...text.matchAll(new RegExp(`['\`]((?:${names})\\.\\w+)['\`]`, 'g'))].map(([, key]) => key),
  );
  /** `common.month${month}`: a family of keys, named by how they begin. */
  const families = [...text.matchAll(new RegExp(`\`((?:${names})\\.\\w*)\\$\\{`, 'g'))].map(
    ([, key = '']) => key,
  );

  it('are all said somewhere', () => {
    const unused = [...en.keys()].filter((key) => {
      const ofVocabulary = vocabularies.some((each) => key.startsWith(`${each}.`));
      return !ofVocabulary && !asked.has(key) && !families.some((family) => key.startsWith(family));
    });
    assert.deepEqual(unused, []);
  });

  it('are all there', () => {
    assert.deepEqual(
      [...asked].filter((key) => !en.has(key ?? '')),
      [],
    );
    assert.deepEqual(
      families.filter((family) => ![...en.keys()].some((key) => key.startsWith(family))),
      [],
    );
  });
});

describe('the vocabulary in the browser', () => {
  it('has every key and topic, and no words: those are in the messages', () => {
    const source = ['access', 'access-inside', 'amenities', 'kinds'].map(vocabularyModule).join('');
    for (const { key } of [...facts, ...kinds, ...layouts]) assert.ok(source.includes(`"key":"${key}"`), key);
    assert.match(source, /"key":"door_clear_width","topic":"getting_in","value":"number"/);
    assert.doesNotMatch(source, /Hearing loop|induction|wheelchair:|"label"|"words"/);
    assert.equal(vocabularyModule('fact'), undefined);
  });

  it('is asked for no words by the client', () => {
    const asked = codeIn('client').filter((each) =>
      /findFact\([^)]*\)\??\.(label|yes|no)|needLabel|typedWords/.test(each),
    );
    assert.deepEqual(asked, []);
  });
});

describe('what a page says in a browser', () => {
  const has = (source: string, name: string) => new RegExp(`^ {2}"?${name}"?: \\{`, 'm').test(source);

  it('is what its source names, and the vocabulary', () => {
    for (const locale of locales)
      for (const page of livePageNames) {
        const source = messagesModule(locale, page);
        const words = vocabularies.filter((each) => !serverWords.includes(each));
        for (const name of ['common', 'shortlist', ...words]) assert.ok(has(source, name), `${page} ${name}`);
        for (const name of ['about', 'area', 'docs', 'error', 'style', ...serverWords])
          assert.ok(!has(source, name), `${locale} ${page} ${name}`);
      }
  });

  it('is no sentence of another page', () => {
    const [here, there] = [messagesModule('en', 'search'), messagesModule('en', 'venue')];
    const only = (key: string) => `"${en.get(key)}"`;
    assert.ok(here.includes(only('search.clearAll')) && !there.includes(only('search.clearAll')));
    assert.ok(there.includes(only('venue.print')) && !here.includes(only('venue.print')));
  });

  it('is what facts say only where they are said', () => {
    for (const locale of locales) {
      const said = messages[locale].get('facts.step_free_entrance.no') ?? '';
      assert.ok(said && !messagesModule(locale, 'search').includes(said), locale);
      assert.ok(messagesModule(locale, 'venue').includes(said), locale);
    }
  });

  it('is said once where a number is said as any other', () => {
    const line = messagesModule('ar', 'search')
      .split('\n')
      .find((each) => each.includes('filtersUsed:'));
    assert.equal(line?.match(/خيارات البحث/g)?.length, 1);
  });

  it('writes its numbers without the tables of the browser', () => {
    for (const locale of locales)
      for (const page of livePageNames)
        assert.doesNotMatch(messagesModule(locale, page), /\bnumber\(/, locale);
  });

  it('has families of keys whole', () => {
    const source = messagesModule('cy', 'venue');
    for (let month = 1; month <= 12; month += 1)
      assert.ok(source.includes(`month${month}`), `month ${month}`);
  });
});
