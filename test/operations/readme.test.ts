/** The documents say what the code does: variables from config.ts, commands from package.json, files that are there. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { variables } from '../../server/config.ts';

const repository = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const table = [
  '| variable | default | meaning |',
  '|---|---|---|',
  ...variables.map(
    ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback ? `\`${fallback}\`` : '–'} | ${meaning} |`,
  ),
].join('\n');

describe('documents', () => {
  it('list the variables of config.ts', () => {
    const shown = /<!-- variables -->\n([\s\S]*?)\n?<!-- \/variables -->/.exec(read('README.md'))?.[1];
    assert.equal(shown, table, `README.md must hold this between its two marks:\n\n${table}\n`);
  });

  it('name only commands and variables that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const standard = new Set([
      'NODE_ENV',
      'POSTGRES_PASSWORD',
      'RESTORE_URL',
      'CHROMIUM_PATH',
      'CI',
      'VALHALLA_TESTS',
    ]);
    const known = new Set(variables.map(({ name }) => name));
    for (const path of documents)
      for (const [, name = ''] of read(path).matchAll(/npm run ([\w:]+)/g))
        assert.ok(name in scripts, `${path}: npm run ${name}`);
    for (const path of ['README.md', 'CONTRIBUTING.md', 'docs/operating.md'])
      for (const [, name = ''] of read(path).matchAll(/`([A-Z][A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g))
        assert.ok(known.has(name) || standard.has(name), `${path}: ${name}`);
  });

  it('link only to what is there', () => {
    for (const path of documents)
      for (const [, target = ''] of read(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
        if (!/^https?:/.test(target) && target !== 'docs/screenshot.png')
          assert.ok(existsSync(join(repository, dirname(path), target)), `${path}: ${target}`);
  });

  it('keep decisions under a page, each with background, decision and consequences', () => {
    const decisions = documents.filter((path) => path.startsWith('docs/adr/'));
    assert.ok(decisions.length >= 9);
    for (const path of decisions) {
      const text = read(path);
      assert.deepEqual(
        [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title),
        ['Background', 'Decision', 'Consequences'],
        path,
      );
      assert.ok(text.split(/\s+/).length < 400, `${path} is too long`);
    }
  });
});
