/** The pictures that stand for pages where they are shared: /card.png, and one for each venue and area. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import { describeArea } from '../areas/overview.ts';
import { findAreaBySlug } from '../areas/read.ts';
import { isFresh } from '../http/conditional.ts';
import { everyone, ok, type Reply, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { findItems } from '../venues/find.ts';
import { idOfSlug } from '../venues/slug.ts';
import { areaCard, placeOf, siteCard, venueCard } from './card/cards.ts';
import { type Card, drawCard } from './card/draw.ts';
import { cardEtag, paint } from './card/raster.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';

const shared = {
  method: 'get',
  access: everyone,
  undocumented: true,
  answers: { 200: { description: 'A PNG of 1200 × 630' } },
  cacheControl: 'public, max-age=3600, stale-while-revalidate=86400',
} as const;
const slugged = Type.Object({ slug: Type.String({ maxLength: 200 }) });

async function picture(card: Card, request: Request): Promise<Reply> {
  const svg = drawCard(card);
  const headers = { ETag: cardEtag(svg) };
  if (isFresh(request, headers.ETag)) return ok('', { status: 304, headers });
  return ok(await paint(svg), { type: 'image/png', headers });
}

const venue = route({
  ...shared,
  path: '/venues/:slug/card.png',
  summary: 'The card of a published venue',
  params: slugged,
  handler: async ({ db, config, params, request }) => {
    const language = languageOf(localeOf(request));
    const [item] = await findItems(db, [idOfSlug(params.slug) ?? 0]);
    if (!item) throw notFound('venue');
    return picture(venueCard(language, item, await placeOf(db, language, item), config.demo), request);
  },
});

const area = route({
  ...shared,
  path: '/areas/:slug/card.png',
  summary: 'The card of an area',
  params: slugged,
  handler: async ({ db, config, params, request }) => {
    const { overview } = await describeArea(db, await findAreaBySlug(db, params.slug));
    return picture(areaCard(languageOf(localeOf(request)), overview, config.demo), request);
  },
});

const site = route({
  ...shared,
  path: '/card.png',
  summary: 'The card of the site',
  handler: ({ config, request }) => picture(siteCard(languageOf(localeOf(request)), config.demo), request),
});

export const cardRoutes: Route[] = [site, venue, area];
