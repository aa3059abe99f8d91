/** One venue, for a person who decides whether to go there. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import { splitPath } from '../../client/language/locales.ts';
import { searchPath } from '../../client/logic/query.ts';
import { searchOf } from '../http/conditional.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { keptOf, noticeOf } from '../operator/repository.ts';
import { notFound } from '../problem.ts';
import { findItems } from '../venues/find.ts';
import { getVenues } from '../venues/read.ts';
import { idOfSlug } from '../venues/slug.ts';
import { cardAlt, placeOf, venueCard } from './card/cards.ts';
import { venueJsonLd } from './json-ld.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { noticePage } from './notice-page.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { venueData, venueWords } from './venue-data.ts';
import { fitOf } from './venue-fit.ts';

const movedTo = (request: Request, path: string) =>
  ok('', {
    status: 301,
    headers: { Location: pathInLocale(request, path) + searchOf(request), 'Cache-Control': 'no-cache' },
  });

export const venuePage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/venues/:slug',
    access: everyone,
    undocumented: true,
    summary: 'The page of one venue',
    params: Type.Object({ slug: Type.String({ maxLength: 200 }) }),
    answers: { 200: { description: 'A page' }, 301: { description: 'The name has changed' } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, params, request }) => {
      const id = idOfSlug(params.slug);
      if (id === undefined) throw notFound('venue');
      const [venue] = await getVenues(db, [id], { publicUrl: config.publicUrl });
      if (!venue) {
        const kept = await keptOf(db, id);
        if (kept) return movedTo(request, `/venues/${kept.slug}-${kept.id}`);
        const notice = await noticeOf(db, id);
        if (!notice) throw notFound('venue');
        return noticePage(notice, { id, config, request, assets });
      }
      const language = languageOf(localeOf(request));
      const { href } = language;
      const search = searchOf(request);
      const path = `/venues/${venue.slug}-${venue.id}`;
      if (params.slug !== `${venue.slug}-${venue.id}`) return movedTo(request, path);
      const judged = await fitOf(db, venue, search);
      const back = backTo(request, config.publicUrl) ?? (judged && href(searchPath(judged.fit.query)));
      const data = await venueData(db, venue, language, judged?.needs);
      const [item] = await findItems(db, [id]);
      const card = item && venueCard(language, item, await placeOf(db, language, item), config.demo);
      return html(
        renderPage(
          {
            ...data,
            ...(judged && { fit: judged.fit }),
            ...(back && { back }),
            settings: settingsOf(config, request),
          },
          assets,
          {
            ...venueWords(language, venue),
            path,
            ...(card && { card: { path: `${path}/card.png`, alt: cardAlt(card) } }),
            jsonLd: venueJsonLd(venue, data.photos, config.publicUrl),
          },
        ),
      );
    },
  });

/** The search a reader came from, when it was one of ours. */
function backTo(request: Request, publicUrl: string): string | undefined {
  const from = request.headers.referer;
  if (!from || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  const ours = url.host === request.headers.host || url.origin === new URL(publicUrl).origin;
  return ours && splitPath(url.pathname)[1] === '/' ? `${url.pathname}${url.search}` : undefined;
}
