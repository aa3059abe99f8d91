import { everyone, type Route, route } from '../http/route.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

export const stylePage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/style',
    access: everyone,
    undocumented: true,
    summary: 'Every part of the pages in every state, for those who make them',
    answers: { 200: { description: 'A page' } },
    handler: async ({ config, request }) => {
      const { t } = languageOf(localeOf(request));
      return html(
        renderPage({ page: 'style', settings: settingsOf(config, request) }, assets, {
          title: t('style.pageTitle'),
          description: t('style.lead'),
          path: '/style',
          isUnlisted: true,
        }),
      );
    },
  });
