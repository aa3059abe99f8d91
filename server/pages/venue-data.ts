/** What the page of a venue is a function of, whether everybody reads it or its members look at it beforehand. */
import type { Knex } from 'knex';
import type { Language } from '../../client/language/language.ts';
import { languageNames } from '../../client/language/names.ts';
import { whoToAsk } from '../../client/logic/place.ts';
import { venuePath } from '../../client/logic/rooms.ts';
import { servicesSentence } from '../../client/logic/services.ts';
import { termsView } from '../../client/logic/terms.ts';
import type { VenuePageData } from '../../client/pages/data.ts';
import { areasAt } from '../areas/read.ts';
import { standingClaim } from '../claims/repository.ts';
import { listPhotos } from '../photos/repository.ts';
import { currentTerms } from '../terms/repository.ts';
import { findVenues } from '../venues/find.ts';
import type { Venue, VenueItem, VenueQuery } from '../venues/schema.ts';
import { openNow } from './asked-ids.ts';
import { termsSaid } from './authors.ts';

const MOST_NEAR = 4;
const NEAR_RADIUS = 3000;
const MOST_AREAS = 2;

export async function venueData(
  db: Knex,
  venue: Venue,
  language: Language,
  needs?: VenueQuery,
): Promise<Omit<VenuePageData, 'settings'>> {
  const { id } = venue;
  const claim = venue.organisation && (await standingClaim(db, id));
  const open = openNow(venue);
  const { items: photos } = await listPhotos(db, id);
  const { lon, lat } = venue.location;
  const areas = lon === undefined || lat === undefined ? [] : await areasAt(db, { lon, lat });
  const stated = termsSaid(language, await currentTerms(db, id));
  const terms = termsView(language, stated, venuePath(venue), whoToAsk(venue));
  const services = servicesSentence(language, venue.services);
  return {
    page: 'venue',
    venue,
    languageNames: languageNames(language, Object.keys(venue.names)),
    areas: areas.slice(0, MOST_AREAS).map(({ id: area, name, slug }) => ({ id: area, name, slug })),
    ...(await similar(db, venue, needs)),
    photos,
    ...(claim && { claim }),
    ...(open && { open }),
    ...(terms && { terms }),
    ...(services && { services }),
  };
}

/** The title of the page, and what it is about in a line. */
export function venueWords({ t, word, tag }: Language, venue: Venue): { title: string; description: string } {
  const kind = word('kinds', venue.kind, 'label')?.toLocaleLowerCase(tag) ?? '';
  return {
    title: t('venue.pageTitle', { venue: venue.name, name: t('common.name') }),
    description: venue.description.slice(0, 200) || t('venue.pageDescription', { venue: venue.name, kind }),
  };
}

/** The nearest that meet all that was asked of this one; else the nearest of the same kind; else the nearest. */
async function similar(
  db: Knex,
  { id, kind, location: { lon, lat } }: Venue,
  needs?: VenueQuery,
): Promise<{ near: VenueItem[]; nearBy: 'needs' | 'kind' | 'place' }> {
  if (lon === undefined || lat === undefined) return { near: [], nearBy: 'place' };
  const ask = async (more: VenueQuery): Promise<VenueItem[]> => {
    const found = await findVenues(db, {
      near: [lon, lat],
      radius: NEAR_RADIUS,
      limit: MOST_NEAR + 1,
      include: ['photo', 'evidence'],
      ...more,
    });
    const items: VenueItem[] = JSON.parse(found.items);
    return items.filter((each) => each.id !== id).slice(0, MOST_NEAR);
  };
  if (needs) {
    const near = await ask(needs);
    if (near.length > 0) return { near, nearBy: 'needs' };
  }
  const near = await ask({ kind: [kind] });
  return near.length > 0 ? { near, nearBy: 'kind' } : { near: await ask({}), nearBy: 'place' };
}
