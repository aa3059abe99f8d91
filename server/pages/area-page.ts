/** One area, for somebody who plans where to go, and for whoever looks for places there. */

import { Type } from '@sinclair/typebox';
import { formatNumber } from '../../client/language/format.ts';
import type { Query } from '../../client/logic/query.ts';
import { gapsOf } from '../areas/gaps.ts';
import { describeArea } from '../areas/overview.ts';
import { findAreaBySlug } from '../areas/read.ts';
import type { AreaOverview } from '../areas/schema.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { findItems } from '../venues/find.ts';
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
    query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) }),
    answers: { 200: { description: 'A page' }, 301: { description: 'The name has changed' } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, params, query, request }) => {
      const language = languageOf(localeOf(request));
      const area = await findAreaBySlug(db, params.slug);
      const path = `/areas/${area.slug}`;
      if (params.slug !== area.slug)
        return ok('', { status: 301, headers: { Location: language.href(path) } });
      const { overview, order } = await describeArea(db, area);
      const { page = 1 } = query;
      const ids = order.slice((page - 1) * PAGE, page * PAGE);
      if (page > 1 && ids.length === 0) throw notFound('page');
      const items = await findItems(db, ids);
      const { t } = language;
      const name = t('common.name');
      const { venues } = overview.numbers;
      const number = formatNumber(language, venues);
      return html(
        renderPage(
          {
            page: 'area',
            overview,
            gaps: gapsOf(overview.numbers),
            items,
            number: page,
            more: order.length > page * PAGE,
            near: nearMiddle(overview),
            settings: settingsOf(config, request),
          },
          assets,
          {
            title: t(page > 1 ? 'area.pageTitlePage' : 'area.pageTitle', { area: area.name, name }),
            description: t('area.pageDescription', { area: area.name, count: venues, number }),
            path,
            card: { path: `${path}/card.png`, alt: cardAlt(areaCard(language, overview, config.demo)) },
            jsonLd: areaJsonLd(overview, items, config.publicUrl, language),
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
