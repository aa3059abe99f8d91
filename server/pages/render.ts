/** A page of `client/` as a whole HTML document. Holds no inline script, and no inline style but the stylesheet, as the CSP demands. */
import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LanguageContext } from '../../client/language/context.tsx';
import { formatDay } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { aboutLocale, defaultLocale, localePath, locales } from '../../client/language/locales.ts';
import { deskPages, livePages, type PageData, pages, planPages } from '../../client/pages.ts';
import type { Assets } from './assets.ts';
import { languageOf } from './languages.ts';

export { type Assets, readAssets } from './assets.ts';

export interface PageExtra {
  title: string;
  description: string;
  /** Path and query of this page, without its language and without what does not change its content. */
  path: string;
  /** Only for whoever is signed in: no search engine should know it. */
  isPrivate?: boolean;
  /** The same for everybody, who may come by its address; but no search engine should know it. */
  isUnlisted?: boolean;
  jsonLd?: object;
  /** The picture that stands for this page where it is shared, without its language, and what it shows. */
  card?: { path: string; alt: string };
}

/** Where every picture is 1200 × 630, as sites that show them ask. */
const cardTags = (publicUrl: string, { t, href }: Language, card: PageExtra['card']) => {
  const { path, alt } = card ?? { path: '/card.png', alt: `${t('common.name')}: ${t('common.tagline')}` };
  return [
    `<meta property="og:image" content="${attribute(publicUrl + href(path))}">`,
    '<meta property="og:image:type" content="image/png">',
    '<meta property="og:image:width" content="1200">',
    '<meta property="og:image:height" content="630">',
    `<meta property="og:image:alt" content="${attribute(alt)}">`,
    '<meta name="twitter:card" content="summary_large_image">',
  ];
};

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const attribute = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

/** JSON that cannot leave its script element, whatever a name contains. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const dataBlock = (type: string, value: unknown, id?: string) =>
  `<script type="${type}"${id ? ` id="${id}"` : ''}>${scriptJson(value)}</script>`;

/** The same page in every language, each with its own address. */
const alternates = (publicUrl: string, path: string) =>
  locales.map(
    (each) =>
      `<link rel="alternate" hreflang="${aboutLocale[each].tag}" href="${attribute(publicUrl + localePath(each, path))}">`,
  );

/**
 * Who comes from elsewhere gets the styles in the page, so that the first page is drawn after one journey over a slow
 * line; the file is fetched when the line is free, for the pages that follow.
 */
const styleTags = (arriving: boolean, style: Assets['style']) => {
  if (!style) return [];
  return arriving
    ? [`<style>${style.text}</style>`, `<link rel="prefetch" href="${style.url}" as="style">`]
    : [`<link rel="stylesheet" href="${style.url}">`];
};

/** Is a place set on this page, by a pin where there is a map? */
const setsPin = (data: PageData) => data.page === 'list' || (data.page === 'edit' && data.step === 'where');

/** Where something is wrong with a form, that is the first thing that is heard of the page, with a script or without. */
const titleOf = (data: PageData, { t }: Language, title: string): string =>
  'form' in data && data.form.faults.length > 0 ? `${t('form.error')} ${title}` : title;

function head(data: PageData, language: Language, assets: Assets, extra: PageExtra): string[] {
  const { publicUrl } = data.settings;
  const live = livePages.has(data.page) && assets.script !== undefined;
  const modules = live
    ? [...(assets.modules[data.page] ?? []), ...(assets.languages[language.locale]?.[data.page] ?? [])]
    : [];
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${attribute(titleOf(data, language, extra.title))}</title>`,
    `<meta name="description" content="${attribute(extra.description)}">`,
    `<link rel="canonical" href="${attribute(publicUrl + language.href(extra.path))}">`,
    ...alternates(publicUrl, extra.path),
    `<link rel="alternate" hreflang="x-default" href="${attribute(publicUrl + localePath(defaultLocale, extra.path))}">`,
    `<meta property="og:title" content="${attribute(extra.title)}">`,
    `<meta property="og:description" content="${attribute(extra.description)}">`,
    '<meta property="og:type" content="website">',
    `<meta property="og:site_name" content="${attribute(language.t('common.name'))}">`,
    `<meta property="og:locale" content="${aboutLocale[language.locale].tag.replace('-', '_')}">`,
    `<meta property="og:url" content="${attribute(publicUrl + language.href(extra.path))}">`,
    ...cardTags(publicUrl, language, extra.card),
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#17463b">',
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    ...(extra.isPrivate || extra.isUnlisted ? ['<meta name="robots" content="noindex">'] : []),
    ...styleTags(data.settings.arriving, assets.style),
    ...(deskPages.has(data.page) && assets.deskStyle
      ? [`<link rel="stylesheet" href="${assets.deskStyle}">`]
      : []),
    ...(planPages.has(data.page) && assets.planStyle
      ? [`<link rel="stylesheet" href="${assets.planStyle}">`]
      : []),
    ...(data.page === 'style'
      ? [
          ...(assets.mapStyles ?? []).map((url) => `<link rel="stylesheet" href="${url}">`),
          // The samples of forms look as if they could be sent.
          `<meta http-equiv="Content-Security-Policy" content="form-action 'none'">`,
        ]
      : []),
    ...[...assets.fonts, ...(aboutLocale[language.locale].isWide ? assets.wideFonts : [])].map(
      (url) => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`,
    ),
    ...modules.map((url) => `<link rel="modulepreload" href="${url}">`),
    ...(live ? [`<script type="module" src="${assets.script}"></script>`] : []),
    ...(assets.pin && setsPin(data) ? [`<script type="module" src="${assets.pin}"></script>`] : []),
    ...(planPages.has(data.page) && assets.planScript
      ? [`<script type="module" src="${assets.planScript}"></script>`]
      : []),
    ...deskScript(data, language, assets),
  ];
}

/** Beside the styles of the desk pages, their script: it keeps what is typed, and the pages work without it. */
const deskScript = ({ page }: PageData, { locale }: Language, { deskScript: script }: Assets) =>
  script && deskPages.has(page) && page !== 'style'
    ? [
        ...(script.modules[locale] ?? []).map((url) => `<link rel="modulepreload" href="${url}">`),
        `<script type="module" src="${script.url}"></script>`,
      ]
    : [];

/** What the desk script has to know. A page that is the same for everybody says nothing of who reads it. */
const deskBlock = ({ page, settings }: PageData, { isPrivate }: PageExtra) =>
  deskPages.has(page)
    ? [
        dataBlock(
          'application/json',
          { locale: settings.locale, page, ...(isPrivate && settings.reader && { reader: settings.reader }) },
          'desk',
        ),
      ]
    : [];

/** These are laid out for paper, or go on in the browser, and say by themselves where they are from. */
const sheets: ReadonlySet<PageData['page']> = new Set([
  'search',
  'shortlist',
  'venue',
  'organisation',
  'planReport',
  'checkSheet',
]);

/** Where a sheet of paper is from, and of which day. */
const sourceLine = ({ page, settings }: PageData, language: Language, { path }: PageExtra) => {
  if (sheets.has(page)) return [];
  const address = settings.publicUrl + language.href(path);
  const day = formatDay(language, settings.today);
  const text = language.t('common.printed', { name: language.t('common.name'), address, day });
  return [`<p class="mh-width mh-print-only">${attribute(text)}</p>`];
};

/** Nothing of who reads it. */
const forEverybody = ({ settings: { reader: _reader, plans: _plans, ...settings }, ...data }: PageData) =>
  ({ ...data, settings }) as PageData;

export function renderPage(data: PageData, assets: Assets, extra: PageExtra): string {
  // What is drawn here and what wakes in the browser are one.
  const shown = extra.isPrivate ? data : forEverybody(data);
  const Page = pages[data.page] as ComponentType<{ data: PageData }>;
  const language = languageOf(data.settings.locale);
  return [
    '<!doctype html>',
    `<html lang="${language.tag}" dir="${language.dir}" class="govuk-template">`,
    '<head>',
    ...head(data, language, assets, extra),
    ...(extra.jsonLd ? [dataBlock('application/ld+json', extra.jsonLd)] : []),
    '</head>',
    '<body class="govuk-template__body">',
    `<div id="app">${renderToString(h(LanguageContext.Provider, { value: language, children: h(Page, { data: shown }) }))}</div>`,
    ...sourceLine(data, language, extra),
    ...(livePages.has(data.page) ? [dataBlock('application/json', shown, 'page-data')] : []),
    ...deskBlock(data, extra),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
