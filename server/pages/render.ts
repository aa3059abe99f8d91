/** A page of `client/` as a whole HTML document. Holds no inline script and no inline style, as the CSP demands. */
import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { livePages, type PageData, pages } from '../../client/pages.ts';
import type { Assets } from './assets.ts';

export { type Assets, readAssets } from './assets.ts';

export interface PageExtra {
  title: string;
  description: string;
  /** Whole address of this page, without what does not change its content. */
  canonical: string;
  jsonLd?: object;
}

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

function head(data: PageData, assets: Assets, extra: PageExtra): string[] {
  const live = livePages.has(data.page) && assets.script !== undefined;
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${attribute(extra.title)}</title>`,
    `<meta name="description" content="${attribute(extra.description)}">`,
    `<link rel="canonical" href="${attribute(extra.canonical)}">`,
    `<meta property="og:title" content="${attribute(extra.title)}">`,
    `<meta property="og:description" content="${attribute(extra.description)}">`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#17463b">',
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    ...assets.styles.map((url) => `<link rel="preload" href="${url}" as="style">`),
    ...assets.fonts.map(
      (url) => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`,
    ),
    ...assets.styles.map((url) => `<link rel="stylesheet" href="${url}">`),
    ...(live ? (assets.modules[data.page] ?? []) : []).map(
      (url) => `<link rel="modulepreload" href="${url}">`,
    ),
    ...(live ? [`<script type="module" src="${assets.script}"></script>`] : []),
  ];
}

export function renderPage(data: PageData, assets: Assets, extra: PageExtra): string {
  const Page = pages[data.page] as ComponentType<{ data: PageData }>;
  return [
    '<!doctype html>',
    '<html lang="en-GB" class="govuk-template">',
    '<head>',
    ...head(data, assets, extra),
    ...(extra.jsonLd ? [dataBlock('application/ld+json', extra.jsonLd)] : []),
    '</head>',
    '<body class="govuk-template__body">',
    `<div id="app">${renderToString(h(Page, { data }))}</div>`,
    ...(livePages.has(data.page) ? [dataBlock('application/json', data, 'page-data')] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
