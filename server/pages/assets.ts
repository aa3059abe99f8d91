/** Which files the browser needs, by the names that the build gave them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '../../client/language/locales.ts';
import { livePageNames, type Part } from '../../client/language/messages.ts';
import type { PageName } from '../../client/pages.ts';

export interface Stylesheet {
  url: string;
  /** What is in the file. */
  text: string;
  /** As a content security policy names it: sha256-… */
  hash: string;
}

export interface Assets {
  /** Absent until the browser’s part is built: pages then work as plain HTML. */
  script?: string;
  /** The map of a form's pin. */
  pin?: string;
  style?: Stylesheet;
  /** The look of what is on the map: comes with the map itself, except where its parts are shown without one. */
  mapStyles?: string[];
  /** The styles of pages with forms to fill in, beside those of every page. */
  deskStyle?: string;
  /** The styles of the figures of plans, and the script of their pages. */
  planStyle?: string;
  planScript?: string;
  /** The script of desk pages, and by language what it needs besides. Absent until it is built. */
  deskScript?: { url: string; modules: Partial<Record<Locale, string[]>> };
  /** Fonts that every page needs at once, and those that a page needs besides in a language of wide letters. */
  fonts: string[];
  wideFonts: string[];
  /** Modules to fetch early, by page. */
  modules: Partial<Record<PageName, string[]>>;
  /** What a page says, by language and page. */
  languages: Partial<Record<Locale, Partial<Record<PageName, string[]>>>>;
}

interface Chunk {
  file: string;
  src?: string;
  css?: string[];
  imports?: string[];
  assets?: string[];
}
type Manifest = Record<string, Chunk>;

const entry = 'client/main.tsx';
const deskEntry = 'client/desk/main.ts';
const mapEntry = 'client/map/search-map.ts';
const stylesheet = 'client/styles/main.scss';
const deskStylesheet = 'client/styles/desk.scss';
const mainFont = /source-sans-3-latin-wght-normal[^/]*\.woff2$/;
const wideFont = /source-sans-3-latin-ext-wght-normal[^/]*\.woff2$/;

/** Every module that the source needs before it can run, itself included. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const each of chunk.imports ?? []) closure(manifest, each, seen);
  return seen;
}

/** The chunk that the build made of `virtual:messages/<locale>/<page>`, with what it needs. */
function languageModules(manifest: Manifest, locale: Locale, page: Part): string[] {
  const key = Object.keys(manifest).find((each) => each.endsWith(`virtual:messages/${locale}/${page}`));
  return key ? [...closure(manifest, key)].map((file) => `/${file}`) : [];
}

function readStyle(distDir: string, file: string): Stylesheet {
  const text = readFileSync(join(distDir, file), 'utf8').trim();
  if (text.includes('</')) throw new Error(`The stylesheet ${file} would end the element that holds it.`);
  return { url: `/${file}`, text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}

/** What the map brings along, however the build divides it. */
const mapStyles = (manifest: Manifest) => {
  const files = closure(manifest, mapEntry);
  const css = Object.values(manifest).flatMap((chunk) => (files.has(chunk.file) ? (chunk.css ?? []) : []));
  return [...new Set(css)];
};

/** `distDir` is the folder that is served as the root of the site. */
export function readAssets(distDir: string): Assets {
  const path = join(distDir, '.vite', 'manifest.json');
  if (!existsSync(path)) return { fonts: [], wideFonts: [], modules: {}, languages: {} };
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const url = (file: string) => `/${file}`;
  const main = manifest[entry];
  const pin = manifest['client/state/set-pin.ts'];
  const styles = manifest[stylesheet];
  const deskStyles = manifest[deskStylesheet];
  const planStyles = manifest['client/styles/plan.scss'];
  const planPages = manifest['client/state/plan-pages.ts'];
  const pageModules = (name: PageName) =>
    [...closure(manifest, entry), ...closure(manifest, `client/pages/${name}.tsx`)]
      .filter((file, index, all) => file !== main?.file && all.indexOf(file) === index)
      .map(url);
  const filesLike = (pattern: RegExp) =>
    Object.values(manifest)
      .map((chunk) => chunk.file)
      .filter((file) => pattern.test(file))
      .map(url);
  const desk = manifest[deskEntry];
  const deskModules = (locale: Locale) =>
    [...[...closure(manifest, deskEntry)].map(url), ...languageModules(manifest, locale, 'desk')].filter(
      (file) => file !== url(desk?.file ?? ''),
    );
  return {
    script: main && url(main.file),
    ...(pin && { pin: url(pin.file) }),
    ...(styles && { style: readStyle(distDir, styles.file) }),
    mapStyles: mapStyles(manifest).map(url),
    ...(deskStyles && { deskStyle: url(deskStyles.file) }),
    ...(planStyles && { planStyle: url(planStyles.file) }),
    ...(planPages && { planScript: url(planPages.file) }),
    ...(desk && {
      deskScript: {
        url: url(desk.file),
        modules: Object.fromEntries(locales.map((locale) => [locale, deskModules(locale)])),
      },
    }),
    fonts: filesLike(mainFont),
    wideFonts: filesLike(wideFont),
    modules: Object.fromEntries(livePageNames.map((page) => [page, pageModules(page)])),
    languages: Object.fromEntries(
      locales.map((locale) => [
        locale,
        Object.fromEntries(livePageNames.map((page) => [page, languageModules(manifest, locale, page)])),
      ]),
    ),
  };
}
