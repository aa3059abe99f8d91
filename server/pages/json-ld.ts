/** A venue as schema.org says it, for search engines; made from the public view alone. */
import type { Organisation } from '../organisations/schema.ts';
import type { Photo } from '../photos/schema.ts';
import type { Venue } from '../venues/schema.ts';
import { findFact, findKind } from '../vocabulary.ts';

export function venueJsonLd(venue: Venue, photos: readonly Photo[], publicUrl: string): object {
  const { lon, lat, precision } = venue.location;
  const { street, locality, town, postcode, country } = venue.address;
  const exact = precision === 'exact' && lon !== undefined && lat !== undefined;
  const largest = Math.max(
    0,
    ...venue.spaces.flatMap((space) => space.capacities.map((each) => each.comfortable)),
  );
  return {
    '@context': 'https://schema.org',
    '@type': findKind(venue.kind)?.schemaOrg ?? 'Place',
    '@id': venue.url,
    url: venue.url,
    name: venue.name,
    ...(venue.description && { description: venue.description }),
    ...(exact && { geo: { '@type': 'GeoCoordinates', longitude: lon, latitude: lat } }),
    ...((street || town || postcode) && {
      address: {
        '@type': 'PostalAddress',
        ...(street && { streetAddress: street }),
        ...((town ?? locality) && { addressLocality: town ?? locality }),
        ...(postcode && { postalCode: postcode }),
        ...(country && { addressCountry: country }),
      },
    }),
    ...(photos.length > 0 && {
      image: photos.map(({ sizes, alt, caption, width, height }) => ({
        '@type': 'ImageObject',
        contentUrl: publicUrl + (sizes.at(-1)?.jpg ?? ''),
        description: alt,
        ...(caption && { caption }),
        width,
        height,
      })),
    }),
    ...(largest > 0 && { maximumAttendeeCapacity: largest }),
    ...(venue.openingHours && {
      openingHoursSpecification: venue.openingHours.weekly.map(({ weekday, opens, closes }) => ({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: `https://schema.org/${['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday - 1]}`,
        opens,
        closes: `${String(Number(closes.slice(0, 2)) % 24).padStart(2, '0')}${closes.slice(2)}`,
      })),
    }),
    amenityFeature: venue.facts.flatMap((fact) => {
      const entry = findFact(fact.key);
      if (!entry || fact.value === 'partial') return [];
      const value = typeof fact.value === 'number' ? fact.value : fact.value === 'yes';
      return [{ '@type': 'LocationFeatureSpecification', name: entry.label, value }];
    }),
  };
}

/** An organisation as schema.org says it: what it says of itself, and what it holds. */
export function organisationJsonLd(
  { id, slug, name, about, website, venues }: Organisation,
  publicUrl: string,
): object {
  const url = `${publicUrl}/organisations/${slug}-${id}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': url,
    url,
    name,
    ...(about && { description: about }),
    ...(website && { sameAs: website }),
    ...(venues.items.length > 0 && {
      location: venues.items.map((venue) => ({
        '@type': 'Place',
        '@id': `${publicUrl}/venues/${venue.slug}-${venue.id}`,
        name: venue.name,
      })),
    }),
  };
}
