/** The index of areas. */
import { Type } from '@sinclair/typebox';
import { listDirectory } from '../areas/directory.ts';
import { everyone, type Route, route } from '../http/route.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const areasPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/areas',
    access: everyone,
    undocumented: true,
    summary: 'The index of areas',
    query: Type.Object({ kind: text(40), q: text(100), after: text(64) }),
    answers: { 200: { description: 'A page' } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, query, request }) => {
      const { t } = languageOf(localeOf(request));
      const q = query.q?.trim();
      const { kind, after } = query;
      const asked = { ...(kind && { kind }), ...(q && { q }), ...(kind && after && { after }) };
      const groups = await listDirectory(db, asked);
      return html(
        renderPage({ page: 'areas', groups, query: asked, settings: settingsOf(config, request) }, assets, {
          title: t('area.indexPageTitle', { name: t('common.name') }),
          description: t('area.indexDescription'),
          path: '/areas',
        }),
      );
    },
  });
