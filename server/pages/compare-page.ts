/** Up to four places side by side. */
import { comparePath, mostCompared } from '../../client/logic/shortlist.ts';
import { searchOf } from '../http/conditional.ts';
import { everyone, type Route, route } from '../http/route.ts';
import { findLayout } from '../vocabulary.ts';
import { askedVenues, openNow } from './asked-ids.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

export const comparePage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/compare',
    access: everyone,
    undocumented: true,
    summary: 'Places side by side',
    answers: { 200: { description: 'A page' } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, request }) => {
      const search = new URLSearchParams(searchOf(request));
      const { venues, asked } = await askedVenues(db, search, {
        most: mostCompared,
        publicUrl: config.publicUrl,
      });
      const layout = findLayout(search.get('layout') ?? '')?.key;
      const { t } = languageOf(localeOf(request));
      const page = renderPage(
        {
          page: 'compare',
          venues,
          open: Object.fromEntries(
            venues.flatMap((venue) => {
              const open = openNow(venue);
              return open ? [[venue.id, open]] : [];
            }),
          ),
          asked,
          ...(layout && { layout }),
          differences: search.get('only') === 'differences',
          settings: settingsOf(config, request),
        },
        assets,
        {
          title: t('compare.pageTitle', { name: t('common.name') }),
          description: t('compare.description'),
          // Of these places, as its paper says too.
          path: comparePath(venues.map(({ id }) => id)),
        },
      );
      return html(page);
    },
  });
