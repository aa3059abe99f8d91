/** One venue, for a person who decides whether to go there. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { splitPath } from '../../client/language/locales.ts';
import { searchPath } from '../../client/logic/query.ts';
import { termsView } from '../../client/logic/terms.ts';
import { areasAt } from '../areas/read.ts';
import { standingClaim } from '../claims/repository.ts';
import { searchOf } from '../http/conditional.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { keptOf, noticeOf } from '../operator/repository.ts';
import { listPhotos } from '../photos/repository.ts';
import { notFound } from '../problem.ts';
import { currentTerms } from '../terms/repository.ts';
import { findItems, findVenues } from '../venues/find.ts';
import { getVenues } from '../venues/read.ts';
import type { Venue, VenueItem, VenueQuery } from '../venues/schema.ts';
import { idOfSlug } from '../venues/slug.ts';
import { openNow } from './asked-ids.ts';
import { cardAlt, placeOf, venueCard } from './card/cards.ts';
import { venueJsonLd } from './json-ld.ts';
import { languageNames } from './language-names.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { noticePage } from './notice-page.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { fitOf } from './venue-fit.ts';

const MOST_NEAR = 4;
const NEAR_RADIUS = 3000;
const MOST_AREAS = 2;

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
      const { t, word, href, tag } = language;
      const search = searchOf(request);
      const path = `/venues/${venue.slug}-${venue.id}`;
      if (params.slug !== `${venue.slug}-${venue.id}`) return movedTo(request, path);
      const judged = await fitOf(db, venue, search);
      const { access = [], ...fit } = judged ?? {};
      const back = backTo(request, config.publicUrl) ?? (judged && href(searchPath(judged.query)));
      const claim = venue.organisation && (await standingClaim(db, id));
      const open = openNow(venue);
      const { items: photos } = await listPhotos(db, id);
      const kind = word('kinds', venue.kind, 'label')?.toLocaleLowerCase(tag) ?? '';
      const { lon, lat } = venue.location;
      const areas = lon === undefined || lat === undefined ? [] : await areasAt(db, { lon, lat });
      const terms = termsView(language, await currentTerms(db, id), path);
      const [item] = await findItems(db, [id]);
      const card = item && venueCard(language, item, await placeOf(db, language, item), config.demo);
      return html(
        renderPage(
          {
            page: 'venue',
            venue,
            languageNames: languageNames(language, Object.keys(venue.names)),
            areas: areas.slice(0, MOST_AREAS).map(({ id: area, name, slug }) => ({ id: area, name, slug })),
            ...(judged && { fit: fit as Omit<typeof judged, 'access'> }),
            ...(await similar(db, venue, access)),
            photos,
            ...(claim && { claim }),
            ...(open && { open }),
            ...(terms && { terms }),
            ...(back && { back }),
            settings: settingsOf(config, request),
          },
          assets,
          {
            title: t('venue.pageTitle', { venue: venue.name, name: t('common.name') }),
            description:
              venue.description.slice(0, 200) || t('venue.pageDescription', { venue: venue.name, kind }),
            path,
            ...(card && { card: { path: `${path}/card.png`, alt: cardAlt(card) } }),
            jsonLd: venueJsonLd(venue, photos, config.publicUrl),
          },
        ),
      );
    },
  });

/** The nearest that meet the same access needs; else the nearest of the same kind; else the nearest. */
async function similar(
  db: Knex,
  { id, kind, location: { lon, lat } }: Venue,
  access: VenueQuery['access'] & object,
): Promise<{ near: VenueItem[]; nearBy: 'needs' | 'kind' | 'place' }> {
  if (lon === undefined || lat === undefined) return { near: [], nearBy: 'place' };
  const ask = async (more: VenueQuery): Promise<VenueItem[]> => {
    const found = await findVenues(db, {
      near: [lon, lat],
      radius: NEAR_RADIUS,
      limit: MOST_NEAR + 1,
      include: ['none'],
      ...more,
    });
    const items: VenueItem[] = JSON.parse(found.items);
    return items.filter((each) => each.id !== id).slice(0, MOST_NEAR);
  };
  if (access.length > 0) {
    const near = await ask({ access });
    if (near.length > 0) return { near, nearBy: 'needs' };
  }
  const near = await ask({ kind: [kind] });
  return near.length > 0 ? { near, nearBy: 'kind' } : { near: await ask({}), nearBy: 'place' };
}

/** The search a reader came from, when it was one of ours. */
function backTo(request: Request, publicUrl: string): string | undefined {
  const from = request.headers.referer;
  if (!from || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  const ours = url.host === request.headers.host || url.origin === new URL(publicUrl).origin;
  return ours && splitPath(url.pathname)[1] === '/' ? `${url.pathname}${url.search}` : undefined;
}
