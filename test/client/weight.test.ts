/** What a browser loads for a page, as it travels. Reads the build’s own list of files; `npm test` builds first. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { locales } from '../../client/language/locales.ts';

const folder = join(import.meta.dirname, '../../dist/public');
const BUDGET = { script: 40_000, withMap: 110_000, styles: 30_000, desk: 9_000, figures: 3_000, plan: 6_000 };

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
type Manifest = Record<string, Chunk>;

/** The files of some entries and of all that they import at once. */
function filesOf(manifest: Manifest, keys: readonly string[], kind: 'file' | 'css'): Set<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of kind === 'file' ? [chunk.file] : (chunk.css ?? [])) files.add(file);
    for (const each of chunk.imports ?? []) visit(each);
  };
  for (const key of keys) visit(key);
  return files;
}
const weigh = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

describe('weight', () => {
  let manifest: Manifest;
  before(() => {
    const path = join(folder, '.vite/manifest.json');
    assert.ok(existsSync(path), 'There is no build: run npm run build:client.');
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  });
  const maps = { search: 'client/map/search-map.ts', venue: 'client/map/place-map.ts' };
  const saysOf = (part: string, locale: string) => {
    const key = Object.keys(manifest).find((each) => each.endsWith(`virtual:messages/${locale}/${part}`));
    assert.ok(key, `what ${part} says in ${locale} was not found`);
    return key;
  };
  const entries = (page: string, locale: string) => [
    'client/main.tsx',
    `client/pages/${page}.tsx`,
    saysOf(page, locale),
  ];

  for (const page of ['search', 'venue'] as const)
    for (const locale of locales)
      it(`of the ${page} page in ${locale} is within its budget`, function () {
        const keys = entries(page, locale);
        const script = weigh(filesOf(manifest, keys, 'file'));
        const withMap = weigh(filesOf(manifest, [...keys, maps[page], saysOf('map', locale)], 'file'));
        if (this.test)
          this.test.title += `: ${kilobytes(script)} of script, ${kilobytes(withMap)} with the map`;
        assert.ok(withMap - script > 30_000, 'the map was not found');
        assert.ok(script <= BUDGET.script, `script: ${kilobytes(script)}`);
        assert.ok(withMap <= BUDGET.withMap, `with the map: ${kilobytes(withMap)}`);
      });

  for (const locale of locales)
    it(`of the script of desk pages in ${locale} is within its budget`, function () {
      const files = filesOf(manifest, ['client/desk/main.ts', saysOf('desk', locale)], 'file');
      const script = weigh(files);
      if (this.test) this.test.title += `: ${kilobytes(script)}`;
      assert.ok(script > 2_000, 'it was not found');
      assert.ok(script <= BUDGET.desk, kilobytes(script));
    });

  for (const locale of locales)
    it(`of the pages of plans is little, and of the map of a plan in ${locale} within its budget`, function () {
      const figures = weigh(filesOf(manifest, ['client/state/plan-pages.ts'], 'file'));
      const map = ['client/state/move-plan.ts', 'client/map/plan-map.ts', saysOf('planMap', locale)];
      const withMap = figures + weigh(filesOf(manifest, map, 'file'));
      const styles = weigh([manifest['client/styles/plan.scss']?.file ?? '']);
      if (this.test)
        this.test.title += `: ${kilobytes(figures)}, ${kilobytes(withMap)} with the map, ${kilobytes(styles)} of styles`;
      assert.ok(figures > 300 && withMap - figures > 30_000, 'they were not found');
      assert.ok(figures <= BUDGET.figures, `script: ${kilobytes(figures)}`);
      assert.ok(withMap <= BUDGET.withMap, `with the map: ${kilobytes(withMap)}`);
      assert.ok(styles > 1_000 && styles <= BUDGET.plan, `styles: ${kilobytes(styles)}`);
    });

  it('of the worker of check pages is little, and one file that needs no other', () => {
    const worker = manifest['client/offline/check-worker.ts'];
    assert.deepEqual([worker?.file, worker?.imports ?? []], ['check-worker.js', []]);
    assert.ok(weigh(['check-worker.js']) < 1_000);
  });

  it('of the styles is within its budget', function () {
    const main = weigh([manifest['client/styles/main.scss']?.file ?? '']);
    const all = main + weigh(filesOf(manifest, Object.values(maps), 'css'));
    if (this.test) this.test.title += `: ${kilobytes(main)}, ${kilobytes(all)} with the map’s`;
    assert.ok(main > 5_000 && all > main);
    assert.ok(all <= BUDGET.styles, kilobytes(all));
  });
});
