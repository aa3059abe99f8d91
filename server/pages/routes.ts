/** The pages: loads what each is a function of, and renders it. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import { readQuery, without, writeQuery } from '../../client/logic/query.ts';
import { listAreas } from '../areas/read.ts';
import type { Config } from '../config.ts';
import { searchOf } from '../http/conditional.ts';
import type { Json } from '../http/openapi.ts';
import { everyone, ok, type Reply, type Route, route } from '../http/route.ts';
import { decodeParameters, parameterValidator } from '../http/validate.ts';
import { invalidInput, notFound, Problem } from '../problem.ts';
import { findVenues, listText } from '../venues/find.ts';
import { describeWeek, stateAt, todayText } from '../venues/opening-hours.ts';
import { getVenue, listSources } from '../venues/read.ts';
import { isoDay } from '../venues/repository.ts';
import { type Venue, type VenueItem, type VenueList, VenueQuery } from '../venues/schema.ts';
import { idOfSlug } from '../venues/slug.ts';
import { findKind } from '../vocabulary.ts';
import { venueJsonLd } from './json-ld.ts';
import { type Assets, renderPage } from './render.ts';

const MOST_NEAR = 4;
const NEAR_RADIUS = 3000;

type Settings = Parameters<typeof renderPage>[0]['settings'];

export const settingsOf = (config: Config): Settings => ({
  demo: config.demo,
  tileUrl: config.tileUrl,
  tileAttribution: config.tileAttribution,
  publicUrl: config.publicUrl,
  today: isoDay(),
});

const html = (body: string, more: Omit<Reply, 'body'> = {}): Reply =>
  ok(body, { type: 'text/html; charset=utf-8', ...more });

/** The page of a failure, for a person with a browser. */
export const problemPage =
  (config: Config, assets: Assets) =>
  (problem: Problem, request: Request): string =>
    renderPage(
      {
        page: 'error',
        status: problem.status,
        title: problem.title,
        detail: problem.message,
        settings: settingsOf(config),
      },
      assets,
      {
        title: `${problem.title} – Moothall`,
        description: problem.title,
        canonical: `${config.publicUrl}${request.path}`,
      },
    );

const validateQuery = parameterValidator(VenueQuery);

const searchPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/',
    access: everyone,
    undocumented: true,
    summary: 'The search page',
    answers: {
      200: { description: 'A page' },
      400: { description: 'The page, with what could not be understood' },
    },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, request }) => {
      // The same reading of the address as in the browser: blanks of a plain form forgotten, its day and time joined.
      const query = readQuery(new URLSearchParams(searchOf(request)));
      const search = new URLSearchParams(writeQuery(without(query, 'view')));
      const areas = (await listAreas(db, { limit: 100 })).items;
      let list: VenueList = { items: [] };
      let problem:
        | { title: string; detail: string; errors?: { parameter?: string; detail: string }[] }
        | undefined;
      try {
        const asked = decodeParameters(VenueQuery, search);
        const faults = validateQuery(asked);
        if (faults.length > 0) throw invalidInput(faults);
        list = JSON.parse(listText(await findVenues(db, asked)));
      } catch (error) {
        // A question that cannot be asked is shown beside what was typed; everything else is the error page's.
        if (!(error instanceof Problem) || error.status !== 400) throw error;
        problem = { title: error.title, detail: error.message, errors: error.errors };
      }
      const words = query.q?.[0];
      const page = renderPage(
        { page: 'search', query, list, areas, settings: settingsOf(config), ...(problem && { problem }) },
        assets,
        {
          title: words ? `${words} – Moothall` : 'Find a room in a community place – Moothall',
          description:
            'Rooms in churches, mosques, halls and community centres, listed by the groups that hold them.',
          canonical: `${config.publicUrl}/${search.size > 0 ? `?${search}` : ''}`,
        },
      );
      return html(page, problem ? { status: 400 } : {});
    },
  });

const venuePage = (assets: Assets): Route =>
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
            settings: settingsOf(config),
          },
          assets,
          {
            title: `${venue.name} – Moothall`,
            description:
              venue.description.slice(0, 200) || `Rooms, access and facilities of ${venue.name}, a ${kind}.`,
            canonical: venue.url,
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

const aboutPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/about',
    access: everyone,
    undocumented: true,
    summary: 'What Moothall is, and where its data comes from',
    answers: { 200: { description: 'A page' } },
    handler: async ({ db, config }) => {
      const sources = await listSources(db);
      return html(
        renderPage({ page: 'about', settings: settingsOf(config), sources }, assets, {
          title: 'About – Moothall',
          description: 'What Moothall is, who holds the pen, and where its data comes from.',
          canonical: `${config.publicUrl}/about`,
        }),
      );
    },
  });

const docsPage = (assets: Assets, document: Json): Route =>
  route({
    method: 'get',
    path: '/api/docs',
    access: everyone,
    undocumented: true,
    summary: 'The API for people',
    answers: { 200: { description: 'A page' } },
    handler: ({ config }) =>
      html(
        renderPage({ page: 'docs', document, settings: settingsOf(config) }, assets, {
          title: 'The API – Moothall',
          description: 'Every endpoint of the register, its parameters and its answers.',
          canonical: `${config.publicUrl}/api/docs`,
        }),
      ),
  });

const apiDocument = (document: Json): Route =>
  route({
    method: 'get',
    path: '/api/openapi.json',
    access: everyone,
    undocumented: true,
    summary: 'The API document (OpenAPI 3.1)',
    answers: { 200: { description: 'OpenAPI 3.1' } },
    cacheControl: 'public, max-age=300',
    handler: () => ok(document),
  });

export const pageRoutes = (assets: Assets, document: Json): Route[] => [
  searchPage(assets),
  venuePage(assets),
  aboutPage(assets),
  docsPage(assets, document),
  apiDocument(document),
];
