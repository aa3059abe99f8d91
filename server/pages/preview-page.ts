/** /venues/{slug}/manage/preview: the page of a venue as the public sees it, or would; …/published: it is public now. */

import { type Route, route, seeOther } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { maySeeRecord, mayStewardVenue } from '../venues/policy.ts';
import { previewVenue } from '../venues/read.ts';
import { loadRecords } from '../venues/rows.ts';
import { journeyOf } from './journey.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { venueData, venueWords } from './venue-data.ts';

export function previewPages(assets: Assets): Route[] {
  const common = {
    method: 'get' as const,
    params: OfVenue,
    about: aboutSlug,
    access: maySeeRecord,
    undocumented: true,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      path: '/venues/:slug/manage/preview',
      summary: 'A place as the public sees it',
      handler: async (context) => {
        const { db, config, request, subject } = context;
        const language = languageOf(localeOf(request));
        const venue = await previewVenue(db, subject.id, { publicUrl: config.publicUrl });
        const data = { ...(await venueData(db, venue, language)), preview: subject.status };
        return privatePage(assets, context, data, {
          ...venueWords(language, venue),
          title: language.t('listing.previewPageTitle', { venue: venue.name }),
          path: `/venues/${venue.slug}-${venue.id}/manage/preview`,
        });
      },
    }),
    route({
      ...common,
      path: '/venues/:slug/manage/published',
      summary: 'A place that is public now',
      handler: async (context) => {
        const { db, request, params, subject, visitor } = context;
        const { t } = languageOf(localeOf(request));
        if (!subject.isPublic) return seeOther(pathInLocale(request, `/venues/${params.slug}/manage`));
        const [record] = await loadRecords(db, [subject.id]);
        if (!record) throw notFound('venue');
        const { id, slug, name } = record;
        const title = t('listing.publicTitle', { venue: name });
        const journey = await journeyOf(db, record, mayStewardVenue(visitor, subject));
        return privatePage(
          assets,
          context,
          { page: 'published', venue: { id, slug, name }, journey },
          {
            title: t('listing.editPageTitle', { step: title, venue: name }),
            description: title,
            path: `/venues/${slug}-${id}/manage/published`,
          },
        );
      },
    }),
  ];
}
