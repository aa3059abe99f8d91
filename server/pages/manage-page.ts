/** /venues/{slug}/manage: the members' page of a venue. */
import { type Route, route } from '../http/route.ts';
import { listPhotos } from '../photos/repository.ts';
import { notFound } from '../problem.ts';
import { currentTerms } from '../terms/repository.ts';
import { maySeeRecord, mayStewardVenue } from '../venues/policy.ts';
import { loadRecords } from '../venues/rows.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { type Assets, renderPage } from './render.ts';

export const managePage = (assets: Assets): Route =>
  route({
    undocumented: true,
    method: 'get',
    path: '/venues/:slug/manage',
    params: OfVenue,
    about: aboutSlug,
    access: maySeeRecord,
    summary: 'Look after a place',
    answers: { 200: { description: 'A page' } },
    handler: async ({ db, config, request, subject, visitor }) => {
      const { t } = languageOf(localeOf(request));
      const [record] = await loadRecords(db, [subject.id]);
      if (!record) throw notFound('venue');
      const { id, slug, name, status, spaces, facts } = record;
      const photos = (await listPhotos(db, id)).items.length;
      const terms = await currentTerms(db, id);
      const page = renderPage(
        {
          page: 'manage',
          venue: { id, slug, name },
          status,
          isSteward: mayStewardVenue(visitor, subject),
          counts: { rooms: spaces.length, facts: facts.length, photos },
          hasTerms: terms.version > 0,
          settings: settingsOf(config, request),
        },
        assets,
        {
          title: t('listing.pageTitle', { venue: name, name: t('common.name') }),
          description: t('listing.parts'),
          path: `/venues/${slug}-${id}/manage`,
          isPrivate: true,
        },
      );
      return html(page, { headers: { 'Cache-Control': 'private, no-store' } });
    },
  });
