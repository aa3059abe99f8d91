/** One area, for somebody who plans where to go, and for whoever looks for places there. */
import { Type } from '@sinclair/typebox';
import type { Query } from '../../client/logic/query.ts';
import { gapsOf } from '../areas/gaps.ts';
import { describeArea } from '../areas/overview.ts';
import { findAreaBySlug } from '../areas/read.ts';
import type { AreaOverview } from '../areas/schema.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { findVenues, listText } from '../venues/find.ts';
import type { VenueList } from '../venues/schema.ts';
import { areaJsonLd } from './area-json-ld.ts';
import { areaCard, cardAlt } from './card/cards.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

const PAGE = 20;

export const areaPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/areas/:slug',
    access: everyone,
    undocumented: true,
    summary: 'The page of one area',
    params: Type.Object({ slug: Type.String({ maxLength: 200 }) }),
    query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 500 })) }),
    answers: { 200: { description: 'A page' }, 301: { description: 'The name has changed' } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, params, query, request }) => {
      const language = languageOf(localeOf(request));
      const area = await findAreaBySlug(db, params.slug);
      const path = `/areas/${area.slug}`;
      if (params.slug !== area.slug)
        return ok('', { status: 301, headers: { Location: language.href(path) } });
      const overview = await describeArea(db, area);
      const { cursor } = query;
      const list = JSON.parse(
        listText(
          await findVenues(db, {
            within: [area.id],
            sort: 'capacity',
            limit: PAGE,
            include: ['none'],
            ...(cursor && { cursor }),
          }),
        ),
      ) as VenueList;
      const { t } = language;
      const name = t('common.name');
      const { venues } = overview.numbers;
      const number = venues.toLocaleString('en-GB');
      return html(
        renderPage(
          {
            page: 'area',
            overview,
            gaps: gapsOf(overview.numbers),
            list,
            later: cursor !== undefined,
            near: nearMiddle(overview),
            settings: settingsOf(config, request),
          },
          assets,
          {
            title: t(cursor ? 'area.pageTitlePage' : 'area.pageTitle', { area: area.name, name }),
            description: t('area.pageDescription', { area: area.name, count: venues, number }),
            path,
            card: { path: `${path}/card.png`, alt: cardAlt(areaCard(language, overview, config.demo)) },
            jsonLd: areaJsonLd(overview, list.items, config.publicUrl, language),
          },
        ),
      );
    },
  });

/** Nearest first, from the middle of the area. */
function nearMiddle({ bounds: [west, south, east, north] }: AreaOverview): Query {
  const degrees = (value: number) => String(Math.round(value * 1e4) / 1e4);
  return { near: [`${degrees((west + east) / 2)},${degrees((south + north) / 2)}`], sort: ['distance'] };
}
