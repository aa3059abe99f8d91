/** The API for people and for programs. */
import type { Json } from '../http/openapi.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

export const docsPage = (assets: Assets, document: Json): Route =>
  route({
    method: 'get',
    path: '/api/docs',
    access: everyone,
    undocumented: true,
    summary: 'The API for people',
    answers: { 200: { description: 'A page' } },
    handler: ({ config, request }) => {
      const { t } = languageOf(localeOf(request));
      return html(
        renderPage({ page: 'docs', document, settings: settingsOf(config, request) }, assets, {
          title: t('docs.pageTitle'),
          description: t('docs.pageDescription'),
          path: '/api/docs',
        }),
      );
    },
  });

export const apiDocument = (document: Json): Route =>
  route({
    method: 'get',
    path: '/api/openapi.json',
    access: everyone,
    undocumented: true,
    summary: 'The API document (OpenAPI 3.1)',
    answers: { 200: { description: 'OpenAPI 3.1' } },
    cacheControl: 'public, max-age=300',
    handler: () => ok(document),
  });
