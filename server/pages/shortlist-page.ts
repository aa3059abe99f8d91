/** A shortlist from its address. The reader's own is kept by the browser, and never comes here but as an address. */
import type { Language } from '../../client/language/language.ts';
import { mostListed } from '../../client/logic/shortlist.ts';
import type { ShortVenue } from '../../client/pages/data.ts';
import { searchOf } from '../http/conditional.ts';
import { everyone, type Route, route } from '../http/route.ts';
import type { Venue } from '../venues/schema.ts';
import { askedVenues } from './asked-ids.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

export function shortVenue(
  { t }: Language,
  { id, slug, name, kind, address, location, contacts, spaces, organisation }: Venue,
): ShortVenue {
  const comma = t('common.comma');
  const { locality, town, street, postcode } = address;
  const where = location.precision === 'exact' ? [street, postcode].filter(Boolean) : [];
  const reach = contacts.filter((each) => each.public && (each.kind === 'phone' || each.kind === 'email'));
  const capacity = Math.max(
    0,
    ...spaces.flatMap((space) => space.capacities.map((each) => each.comfortable)),
  );
  return {
    id,
    slug,
    name,
    kind,
    place: [...new Set([locality, town])].filter(Boolean).join(comma),
    ...(where.length > 0 && { street: where.join(comma) }),
    ...(reach.length > 0 && { reach: reach.map(({ value }) => value) }),
    ...(organisation && { holder: organisation.name }),
    rooms: spaces.filter((space) => !space.joins?.length).length,
    ...(capacity > 0 && { capacity }),
  };
}

export const shortlistPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/shortlist',
    access: everyone,
    undocumented: true,
    summary: 'A shortlist of places',
    answers: { 200: { description: 'A page' } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, request }) => {
      const search = new URLSearchParams(searchOf(request));
      const { venues, asked } = await askedVenues(db, search, {
        most: mostListed,
        publicUrl: config.publicUrl,
      });
      const language = languageOf(localeOf(request));
      const { t } = language;
      const page = renderPage(
        {
          page: 'shortlist',
          venues: venues.map((venue) => shortVenue(language, venue)),
          asked,
          settings: settingsOf(config, request),
        },
        assets,
        {
          title: t('shortlist.pageTitle', { name: t('common.name') }),
          description: t('shortlist.description'),
          path: '/shortlist',
        },
      );
      return html(page);
    },
  });
