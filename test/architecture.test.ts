/**
 * The borders of the house, read from the import statements of every file.
 *
 *   main → app → routes → {policy, repository, …} → {schema, vocabulary, database}
 *
 * An `import type` vanishes when the program is built, so it may cross a border that a value may not, where the rule
 * says so; everything else counts.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

interface Import {
  from: string;
  /** Path in the repository, or the name of a package or of a part of Node. */
  to: string;
  typeOnly: boolean;
}

interface Source {
  path: string;
  text: string;
  /** The text without comments and the contents of strings. */
  code: string;
  imports: Import[];
}

const statement =
  /^(?:import|export)\s+(type\s+)?(\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*(?:\{[^}]*\}|\*\s+as\s+\w+))?)\s+from\s+'([^']+)'/gm;
const bareOrDynamic = /(?:^import\s+|\bimport\()'([^']+)'/gm;

function importsOf(path: string, text: string): Import[] {
  const to = (name: string) =>
    name.startsWith('.') ? relative(root, normalize(join(root, dirname(path), name))) : name;
  const allTypes = (names: string) =>
    /^\{/.test(names) &&
    names
      .slice(1, -1)
      .split(',')
      .filter((each) => each.trim() !== '')
      .every((each) => each.trim().startsWith('type '));
  const stated = [...text.matchAll(statement)].map(([, type, names = '', name = '']) => ({
    from: path,
    to: to(name),
    typeOnly: type !== undefined || allTypes(names),
  }));
  const others = [...text.matchAll(bareOrDynamic)].map(([, name = '']) => ({
    from: path,
    to: to(name),
    typeOnly: false,
  }));
  return [...stated, ...others];
}

const withoutWords = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''")
    .replace(/\/\/.*$/gm, '');

const folders = ['server', 'client', 'migrations', 'seeds', 'scripts', 'bench', 'test'];

const sources: Source[] = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, code: withoutWords(text), imports: importsOf(path, text) };
    }),
);
const inside = (...starts: string[]) =>
  sources.filter(({ path }) => starts.some((start) => path.startsWith(start)));
const importsIn = (...starts: string[]) => inside(...starts).flatMap(({ imports }) => imports);

/** Says each wrong import as one line, so that a failure reads like a list of things to do. */
function none(imports: Import[]): void {
  assert.deepEqual(imports.map(({ from, to }) => `${from} imports ${to}`).sort(), []);
}

const isSchema = (path: string) => /^server\/[\w-]+\/schema(-[\w-]+)?\.ts$/.test(path);
const isVocabulary = (path: string) => /^server\/vocabulary(\.ts$|\/)/.test(path);
const isRoutes = (path: string) => /^server\/[\w-]+\/routes(-[\w-]+)?\.ts$/.test(path);
const isPackage = (name: string) => !/^(server|client|migrations|seeds|scripts|bench|test)\//.test(name);
/** What is started from a command line; these put the parts together and nobody imports them. */
const entries = [
  'server/main.ts',
  'server/import/main.ts',
  'server/database/migrate-cli.ts',
  'server/operator-cli.ts',
  'server/travel/main.ts',
  'server/travel/valhalla-process.ts',
];
/** Parts every file of the server may know: plain words and numbers. */
const plain = ['server/config.ts', 'server/problem.ts'];

describe('architecture', () => {
  it('reads imports of every kind', () => {
    const text =
      "import a from 'a';\nimport type { B } from './b.ts';\nimport {\n  type C,\n  d,\n} from '../c.ts';\nexport * from './e.ts';\nimport { type F } from 'f';\nimport 'g';\nconst h = await import('./h.ts');\n// import { x } from 'y'\n";
    assert.deepEqual(
      importsOf('server/x/file.ts', text).map(({ to, typeOnly }) => [to, typeOnly]),
      [
        ['a', false],
        ['server/x/b.ts', true],
        ['server/c.ts', false],
        ['server/x/e.ts', false],
        ['f', true],
        ['g', false],
        ['server/x/h.ts', false],
      ],
    );
    assert.ok(sources.length > 100 && importsIn('server/').length > 200);
  });

  it('keeps schemas and vocabularies free of Express, knex and Node', () => {
    none(importsIn('server/').filter(({ from, to }) => isVocabulary(from) && !isVocabulary(to)));
    none(
      importsIn('server/').filter(
        ({ from, to }) => isSchema(from) && !isSchema(to) && !isVocabulary(to) && to !== '@sinclair/typebox',
      ),
    );
  });

  it('lets only app.ts import routes, only entries import app.ts, and nobody import an entry', () => {
    none(
      importsIn('server/', 'client/', 'seeds/').filter(
        ({ from, to }) => isRoutes(to) && from !== 'server/app.ts',
      ),
    );
    none(importsIn('server/').filter(({ from, to }) => to === 'server/app.ts' && !entries.includes(from)));
    none(importsIn('').filter(({ from, to }) => entries.includes(to) && !from.startsWith('test/')));
  });

  it('lets only routes, pages and app.ts import http/; anyone may name the visitor’s type', () => {
    none(
      importsIn('server/').filter(
        ({ from, to, typeOnly }) =>
          to.startsWith('server/http/') &&
          !from.startsWith('server/http/') &&
          !from.startsWith('server/pages/') &&
          !isRoutes(from) &&
          from !== 'server/app.ts' &&
          !(to === 'server/http/visitor.ts' && typeOnly),
      ),
    );
  });

  it('lets a policy import nothing but types and words', () => {
    none(
      importsIn('server/').filter(
        ({ from, to, typeOnly }) => basename(from) === 'policy.ts' && !typeOnly && !isVocabulary(to),
      ),
    );
  });

  it('keeps http/ and database/ below the features', () => {
    const closedLists = 'server/search/bits.ts'; // The numbers of the closed lists, which migrations write down.
    none(
      importsIn('server/http/').filter(
        ({ to }) => !isPackage(to) && !/^server\/(http|database)\//.test(to) && !plain.includes(to),
      ),
    );
    none(
      importsIn('server/database/').filter(
        ({ from, to }) =>
          !isPackage(to) &&
          !/^(server\/database|migrations)\//.test(to) &&
          !isVocabulary(to) &&
          !plain.includes(to) &&
          !(from === 'server/database/migrate.ts' && to === closedLists),
      ),
    );
    none(plain.flatMap((path) => importsIn(path)));
  });

  it('knows pages only from app.ts and entries, and the client’s pages only from server/pages', () => {
    none(
      importsIn('server/').filter(
        ({ from, to }) =>
          to.startsWith('server/pages/') &&
          !from.startsWith('server/pages/') &&
          ![...entries, 'server/app.ts'].includes(from),
      ),
    );
    none(
      importsIn('server/', 'migrations/', 'seeds/').filter(
        ({ from, to }) => to.startsWith('client/') && !from.startsWith('server/pages/'),
      ),
    );
  });

  it('goes one way: no file of the server needs itself in a circle', () => {
    const needs = new Map(
      inside('server/', 'migrations/').map(({ path, imports }) => [
        path,
        imports.filter(({ to, typeOnly }) => !typeOnly && !isPackage(to)).map(({ to }) => to),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (path: string, above: string[]) => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' → '));
      if (above.includes(path) || done.has(path)) return;
      for (const next of needs.get(path) ?? []) walk(next, [...above, path]);
      done.add(path);
    };
    for (const path of needs.keys()) walk(path, []);
    assert.deepEqual(circles, []);
  });

  it('lets the client know of the server only schema types and vocabulary', () => {
    none(
      importsIn('client/').filter(
        ({ to, typeOnly }) =>
          !to.startsWith('client/') &&
          !isPackage(to) &&
          !(isSchema(to) && typeOnly) &&
          to !== 'server/vocabulary.ts',
      ),
    );
    none(importsIn('client/').filter(({ to }) => to.startsWith('node:')));
  });

  it('keeps Leaflet in client/map, and requests in client/api.ts and where forms are sent', () => {
    none(importsIn('').filter(({ from, to }) => /^leaflet/.test(to) && !/^(client\/map|test)\//.test(from)));
    none(
      importsIn('client/').filter(
        ({ from, to, typeOnly }) =>
          to.startsWith('client/map/') && !from.startsWith('client/map/') && !typeOnly && !isLazy(from, to),
      ),
    );
    const askersOfOurs = [
      'client/api.ts',
      'client/desk/send.ts',
      // It listens for news of a plan, on pages that have nothing else to do with the API.
      'client/state/plan-watch.ts',
      // Copies of pages, and the worker that gives them out: files by themselves, so that desk pages stay light.
      'client/desk/copies.ts',
      'client/offline/check-worker.ts',
    ];
    const requests = /\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bEventSource\b|\bWebSocket\b/;
    const askers = inside('client/').filter(
      ({ path, code }) => !askersOfOurs.includes(path) && requests.test(code),
    );
    assert.deepEqual(
      askers.map(({ path }) => path),
      [],
    );
  });

  it('reads the environment in config.ts only', () => {
    const readers = inside('server/', 'client/', 'migrations/', 'seeds/').filter(({ code }) =>
      /process\.env|import\.meta\.env/.test(code),
    );
    assert.deepEqual(
      readers.map(({ path }) => path),
      ['server/config.ts'],
    );
  });

  it('runs on dependencies, not on what is there for building and testing', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const nameOf = (to: string) =>
      to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/');
    none(
      importsIn('server/', 'migrations/', 'seeds/', 'client/').filter(
        ({ from, to, typeOnly }) =>
          isPackage(to) &&
          !typeOnly &&
          !to.startsWith('node:') &&
          !to.startsWith('virtual:messages/') && // what the build makes of the message files
          !from.startsWith('client/map/') &&
          !(nameOf(to) in dependencies),
      ),
    );
  });
});

/** Loaded when a map is seen, never with the page. */
const isLazy = (from: string, to: string) =>
  sources.find(({ path }) => path === from)?.text.includes(`import('../${to.slice('client/'.length)}')`) ===
  true;

describe('measures of calm', () => {
  const lines = (text: string) => text.split('\n').length - 1;
  const paths = (found: Source[]) => found.map(({ path, text }) => `${path} (${lines(text)})`);

  it('keeps files short: 300 lines, tests 400', () => {
    assert.deepEqual(
      paths(inside('server/', 'client/', 'migrations/').filter(({ text }) => lines(text) > 300)),
      [],
    );
    assert.deepEqual(
      paths(inside('test/', 'bench/', 'scripts/').filter(({ text }) => lines(text) > 400)),
      [],
    );
    const lengths = inside('server/', 'client/')
      .map(({ text }) => lines(text))
      .sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    console.log(`      median of ${lengths.length} files: ${median} lines`);
  });

  it('types everything; what is silenced says why', () => {
    const { linter } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    assert.equal(linter.rules.suspicious.noExplicitAny, 'error');
    const others = sources.filter(({ path }) => path !== 'test/architecture.test.ts');
    // The door where the json that PostgreSQL made of a record comes in, and is given its type for everybody else.
    const loose = others.filter(
      ({ path, text }) => path !== 'server/venues/rows.ts' && text.includes('noExplicitAny'),
    );
    assert.deepEqual(
      loose.map(({ path }) => path),
      [],
    );
    const silenced = others.filter(
      ({ text }) =>
        /@ts-(ignore|nocheck|expect-error)|eslint-disable/.test(text) ||
        /biome-ignore(?! lint\/\w+\/\w+: \w)/.test(text),
    );
    assert.deepEqual(
      silenced.map(({ path }) => path),
      [],
    );
  });

  it('names files in kebab-case, as the domain speaks', () => {
    const good = /^([a-z0-9]+(-[a-z0-9]+)*)(\.test|\.d)?\.(ts|tsx)$/;
    const migration = /^migrations\/\d{4}_[a-z_]+\.ts$/;
    const odd = sources
      .map(({ path }) => path)
      .filter((path) => !good.test(basename(path)) && !migration.test(path));
    assert.deepEqual(odd, []);
    assert.deepEqual(
      sources.map(({ path }) => path).filter((path) => /\b(utils?|helpers?|common|misc)\b/.test(path)),
      [],
    );
  });

  it('exports by name', () => {
    const byDefault = sources.filter(
      ({ path, code }) => !path.endsWith('.d.ts') && /^export default\b/m.test(code),
    );
    assert.deepEqual(
      byDefault.map(({ path }) => path),
      [],
    );
  });

  it('leaves no work behind in comments', () => {
    const left = sources.filter(
      ({ path, text }) => path !== 'test/architecture.test.ts' && /\b(TODO|FIXME|XXX)\b/.test(text),
    );
    assert.deepEqual(
      left.map(({ path }) => path),
      [],
    );
  });
});
