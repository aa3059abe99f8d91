import { everyone, type Route, route } from '../http/route.ts';
import { listSources } from '../venues/read.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

export const aboutPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/about',
    access: everyone,
    undocumented: true,
    summary: 'What Moothall is, and where its data comes from',
    answers: { 200: { description: 'A page' } },
    handler: async ({ db, config, request }) => {
      const { t } = languageOf(localeOf(request));
      const sources = await listSources(db);
      return html(
        renderPage({ page: 'about', settings: settingsOf(config, request), sources }, assets, {
          title: t('about.pageTitle'),
          description: t('about.pageDescription'),
          path: '/about',
        }),
      );
    },
  });
