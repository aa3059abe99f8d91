/** /organisations/{slug}: an organisation as everybody sees it. */
import { Type } from '@sinclair/typebox';
import { searchOf } from '../http/conditional.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { getOrganisation } from '../organisations/repository.ts';
import { FORMER_GROUP } from '../organisations/schema.ts';
import { notFound, Problem } from '../problem.ts';
import { idOfSlug } from '../venues/slug.ts';
import { organisationJsonLd } from './json-ld.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { OfOrganisation, pathOf } from './organisation-form.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const PAGE = 50;
const Query = Type.Object(
  { after: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) },
  { additionalProperties: true },
);

export const organisationPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/organisations/:slug',
    access: everyone,
    undocumented: true,
    summary: 'The page of one organisation',
    params: OfOrganisation,
    query: Query,
    answers: { 200: { description: 'A page' }, 301: { description: 'The name has changed' } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, params, query, request }) => {
      const { t } = languageOf(localeOf(request));
      const id = idOfSlug(params.slug);
      if (id === undefined) throw notFound('organisation');
      const settings = settingsOf(config, request);
      const after = query.after === undefined ? undefined : Number(query.after);
      const found = await getOrganisation(db, id, { limit: PAGE, ...(after && { after }) }).catch((error) => {
        if (error instanceof Problem && error.status === 410) return undefined;
        throw error;
      });
      if (!found) {
        const { name } = await db('organisation').where({ id }).first('name');
        const page = renderPage(
          { page: 'organisationGone', ...(name !== FORMER_GROUP && { name }), settings },
          assets,
          {
            title: t('error.pageTitle', { title: t('organisation.goneTitle') }),
            description: t('organisation.goneTitle'),
            path: `/organisations/${id}`,
            isUnlisted: true,
          },
        );
        return html(page, { status: 410, headers: { 'Cache-Control': 'no-cache' } });
      }
      const { organisation } = found;
      const { venues, ...said } = organisation;
      const path = pathOf(organisation);
      if (params.slug !== path.split('/').at(-1))
        return ok('', {
          status: 301,
          headers: {
            Location: pathInLocale(request, path) + searchOf(request),
            'Cache-Control': 'no-cache',
          },
        });
      const page = renderPage(
        {
          page: 'organisation',
          organisation: said,
          places: venues.items,
          isLater: after !== undefined,
          ...(venues.next && { next: venues.next }),
          settings,
        },
        assets,
        {
          title: t('organisation.pageTitle', { organisation: said.name, name: t('common.name') }),
          description:
            said.about?.slice(0, 200) || t('organisation.pageDescription', { organisation: said.name }),
          path: after === undefined ? path : `${path}?after=${after}`,
          jsonLd: organisationJsonLd(organisation, config.publicUrl),
        },
      );
      return html(page);
    },
  });
