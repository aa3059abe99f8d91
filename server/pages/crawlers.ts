/** What search engines read first: where they may go, and every page there is, in every language. */
import { Type } from '@sinclair/typebox';
import { aboutLocale, defaultLocale, localePath, locales } from '../../client/language/locales.ts';
import {
  areaParts,
  areasOfPart,
  organisationParts,
  organisationsOfPart,
  type SitemapPage,
  type SitemapPart,
  venueParts,
  venuesOfPart,
} from '../areas/sitemap.ts';
import { registerVersion } from '../database/version.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';

const fixed: readonly SitemapPage[] = ['/', '/areas', '/about', '/api/docs'].map((path) => ({ path }));

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const inXml = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** Pages and files only: no search results, whose number has no end, and nothing of the API but its description. */
const robots = (publicUrl: string) =>
  `User-agent: *
Allow: /api/docs
Disallow: /api/
Disallow: /*?
Sitemap: ${publicUrl}/sitemap.xml
`;

const robotsFile = route({
  method: 'get',
  path: '/robots.txt',
  access: everyone,
  undocumented: true,
  summary: 'Where crawlers may go',
  answers: { 200: { description: 'Robots exclusion protocol (RFC 9309)' } },
  cacheControl: 'public, max-age=3600',
  handler: ({ config }) =>
    ok(config.demo ? 'User-agent: *\nDisallow: /\n' : robots(config.publicUrl), {
      type: 'text/plain; charset=utf-8',
    }),
});

const xml = (lines: string[], version?: string) =>
  ok(`<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`, {
    type: 'application/xml; charset=utf-8',
    ...(version && { version }),
  });
const lastmod = (changed: string | undefined) => (changed ? `<lastmod>${changed}</lastmod>` : '');

const index = route({
  method: 'get',
  path: '/sitemap.xml',
  access: everyone,
  undocumented: true,
  summary: 'The parts of the sitemap',
  answers: { 200: { description: 'A sitemap index' } },
  cacheControl: 'public, max-age=3600',
  version: ({ db }) => registerVersion(db),
  handler: async ({ db, config }) => {
    const version = await registerVersion(db);
    const [venues, areas] = [await venueParts(db), await areaParts(db)];
    const part =
      (kind: string) =>
      ({ number, changed }: SitemapPart) =>
        `<sitemap><loc>${inXml(`${config.publicUrl}/sitemaps/${kind}-${number}.xml`)}</loc>${lastmod(changed)}</sitemap>`;
    return xml(
      [
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        `<sitemap><loc>${inXml(config.publicUrl)}/sitemaps/pages-0.xml</loc></sitemap>`,
        ...areas.map(part('areas')),
        ...venues.map(part('venues')),
        ...(await organisationParts(db)).map(part('organisations')),
        '</sitemapindex>',
      ],
      version,
    );
  },
});

/** One address for each language of a page, and each names all of them. */
function urls(publicUrl: string, { path, changed }: SitemapPage): string[] {
  const address = (locale: (typeof locales)[number]) => inXml(publicUrl + localePath(locale, path));
  const others = [
    ...locales.map((each) => [aboutLocale[each].tag, address(each)]),
    ['x-default', address(defaultLocale)],
  ]
    .map(([tag, href]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`)
    .join('');
  return locales.map((each) => `<url><loc>${address(each)}</loc>${lastmod(changed)}${others}</url>`);
}

const part = route({
  method: 'get',
  path: '/sitemaps/:name',
  access: everyone,
  undocumented: true,
  summary: 'A part of the sitemap',
  params: Type.Object({ name: Type.String({ maxLength: 40 }) }),
  answers: { 200: { description: 'A sitemap' } },
  cacheControl: 'public, max-age=3600',
  version: ({ db }) => registerVersion(db),
  handler: async ({ db, config, params }) => {
    const [, kind, digits] = /^(pages|areas|venues|organisations)-(\d{1,6})\.xml$/.exec(params.name) ?? [];
    const number = Number(digits);
    const version = await registerVersion(db);
    const pages =
      kind === 'venues'
        ? await venuesOfPart(db, number)
        : kind === 'areas'
          ? await areasOfPart(db, number)
          : kind === 'organisations'
            ? await organisationsOfPart(db, number)
            : kind === 'pages' && number === 0
              ? fixed
              : [];
    if (pages.length === 0) throw notFound('page');
    return xml(
      [
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
        ...pages.flatMap((page) => urls(config.publicUrl, page)),
        '</urlset>',
      ],
      version,
    );
  },
});

export const crawlerFiles: Route[] = [robotsFile, index, part];
