/** One venue, for a person who decides whether to go there. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { findVenues } from '../venues/find.ts';
import { describeWeek, stateAt, todayText } from '../venues/opening-hours.ts';
import { getVenue } from '../venues/read.ts';
import type { Venue, VenueItem } from '../venues/schema.ts';
import { idOfSlug } from '../venues/slug.ts';
import { findKind } from '../vocabulary.ts';
import { venueJsonLd } from './json-ld.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

const MOST_NEAR = 4;
const NEAR_RADIUS = 3000;

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
      const path = `/venues/${venue.slug}-${venue.id}`;
      if (params.slug !== `${venue.slug}-${venue.id}`)
        return ok('', { status: 301, headers: { Location: path } });
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
      const kind = findKind(venue.kind)?.label.toLowerCase() ?? 'venue';
      const back = backTo(request, config.publicUrl);
      const hours = hoursOf(venue);
      return html(
        renderPage(
          {
            page: 'venue',
            venue,
            near: around.filter((each) => each.id !== venue.id).slice(0, MOST_NEAR),
            ...(hours && { hours }),
            ...(back && { back }),
            settings: settingsOf(config, request),
          },
          assets,
          {
            title: `${venue.name} – Moothall`,
            description:
              venue.description.slice(0, 200) || `Rooms, access and facilities of ${venue.name}, a ${kind}.`,
            path,
            jsonLd: venueJsonLd(venue),
          },
        ),
      );
    },
  });

function hoursOf({ openingHours }: Venue) {
  if (!openingHours) return undefined;
  const now = new Date();
  const week = describeWeek(openingHours).map(({ label, text }) => ({ label, text }));
  return { today: todayText(openingHours, now), open: stateAt(openingHours, now).open, week };
}

/** The search a reader came from, when it was one of ours. */
function backTo(request: Request, publicUrl: string): string | undefined {
  const from = request.headers.referer;
  if (!from || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  const ours = url.host === request.headers.host || url.origin === new URL(publicUrl).origin;
  return ours && url.pathname === '/' ? `${url.pathname}${url.search}` : undefined;
}
