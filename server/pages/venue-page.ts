/** One venue, for a person who decides whether to go there. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import { splitPath } from '../../client/language/locales.ts';
import { areasAt } from '../areas/read.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { findItem, findVenues } from '../venues/find.ts';
import { clockTextAt, stateAt } from '../venues/opening-hours.ts';
import { getVenue } from '../venues/read.ts';
import type { OpenState, Venue, VenueItem } from '../venues/schema.ts';
import { idOfSlug } from '../venues/slug.ts';
import { cardAlt, placeOf, venueCard } from './card/cards.ts';
import { venueJsonLd } from './json-ld.ts';
import { languageNames } from './language-names.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

const MOST_NEAR = 4;
const NEAR_RADIUS = 3000;
const MOST_AREAS = 2;

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
      const venue = await getVenue(db, id, { publicUrl: config.publicUrl });
      const language = languageOf(localeOf(request));
      const search = /\?.*/.exec(request.originalUrl)?.[0] ?? '';
      const path = `/venues/${venue.slug}-${venue.id}`;
      if (params.slug !== `${venue.slug}-${venue.id}`)
        return ok('', { status: 301, headers: { Location: language.href(path) + search } });
      const { lon, lat } = venue.location;
      const around: VenueItem[] =
        lon === undefined || lat === undefined
          ? []
          : JSON.parse(
              (
                await findVenues(db, {
                  near: [lon, lat],
                  radius: NEAR_RADIUS,
                  limit: MOST_NEAR + 1,
                  include: ['none'],
                })
              ).items,
            );
      const { t, word } = language;
      const back = backTo(request, config.publicUrl);
      const open = openNow(venue);
      const areas = lon === undefined || lat === undefined ? [] : await areasAt(db, { lon, lat });
      const item = await findItem(db, id);
      const card = item && venueCard(language, item, await placeOf(db, language, item), config.demo);
      return html(
        renderPage(
          {
            page: 'venue',
            venue,
            languageNames: languageNames(language, Object.keys(venue.names)),
            near: around.filter((each) => each.id !== venue.id).slice(0, MOST_NEAR),
            areas: areas.slice(0, MOST_AREAS).map(({ id: area, name, slug }) => ({ id: area, name, slug })),
            ...(open && { open }),
            ...(back && { back }),
            settings: settingsOf(config, request),
          },
          assets,
          {
            title: t('venue.pageTitle', { venue: venue.name, name: t('common.name') }),
            description:
              venue.description.slice(0, 200) ||
              t('venue.pageDescription', {
                venue: venue.name,
                kind: word('kinds', venue.kind, 'label')?.toLowerCase() ?? '',
              }),
            path,
            ...(card && { card: { path: `${path}/card.png`, alt: cardAlt(card) } }),
            jsonLd: venueJsonLd(venue),
          },
        ),
      );
    },
  });

function openNow({ openingHours }: Venue): OpenState | undefined {
  if (!openingHours) return undefined;
  const now = new Date();
  return { ...stateAt(openingHours, now), now: clockTextAt(now, openingHours.timezone) };
}

/** The search a reader came from, when it was one of ours. */
function backTo(request: Request, publicUrl: string): string | undefined {
  const from = request.headers.referer;
  if (!from || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  const ours = url.host === request.headers.host || url.origin === new URL(publicUrl).origin;
  return ours && splitPath(url.pathname)[1] === '/' ? `${url.pathname}${url.search}` : undefined;
}
