/** An address as lines, and a contact as a link that is safe to follow. */
import type { Address, Fact, Venue } from '../../server/venues/schema.ts';
import { mailPath } from './shortlist.ts';

export function addressLines(address: Address): string[] {
  const lines = [address.street, address.locality, address.town, address.postcode, address.directions];
  return [...new Set(lines.filter((line): line is string => Boolean(line)))];
}

/** Anybody may have typed the value: only the three kinds of link that can do no harm are made. */
export function contactLink({ kind, value }: Venue['contacts'][number]): string | undefined {
  if (kind === 'email') return /^[^\s@/?#]+@[^\s@/?#]+$/.test(value) ? `mailto:${value}` : undefined;
  if (kind === 'phone') {
    // The 0 of “+44 (0)20” is not dialled; two numbers, or a number with words, are left as text.
    const number = value.trim().replace(/^(\+\d+)\s*\(0\)/, '$1');
    return /^\+?[\d\s().-]{6,20}$/.test(number) ? `tel:${number.replace(/[^\d+]/g, '')}` : undefined;
  }
  return /^https?:\/\/[^\s]+$/i.test(value) ? value : undefined;
}

/** The group that holds a place; where none does, whoever answers its public contacts; or nobody at all. */
export type WhoToAsk = 'group' | 'contact' | 'nobody';

export function whoToAsk({ organisation, contacts }: Pick<Venue, 'organisation' | 'contacts'>): WhoToAsk {
  if (organisation) return 'group';
  return contacts.some((each) => each.public) ? 'contact' : 'nobody';
}

/** The address of an area’s page, from the root. */
export const areaPath = ({ slug }: { slug: string }): string => `/areas/${slug}`;

/** A letter to the place, begun; undefined where it shows no address to write to. */
export function askPath(venue: Pick<Venue, 'contacts'>, subject: string, body: string): string | undefined {
  const links = venue.contacts.filter((each) => each.public && each.kind === 'email').map(contactLink);
  const to = links.find(Boolean)?.slice('mailto:'.length);
  return to && mailPath(subject, body, to);
}

/** Facts for the way there, in the order of the way. */
const arriving = [
  'bus_stop_near',
  'step_free_station_distance',
  'blue_badge_bays',
  'blue_badge_bay_distance',
  'level_drop_off',
  'parking_spaces',
  'cycle_parking',
];

export const arrivingFacts = (venue: Pick<Venue, 'facts'>): Fact[] =>
  arriving.flatMap((key) => venue.facts.filter((fact) => fact.key === key));

/** Only of an exact place: ways to find it in the reader's own map. */
export function wayLinks({
  location,
  name,
}: Pick<Venue, 'location' | 'name'>): { walk: string; app: string } | undefined {
  const { lon, lat, precision } = location;
  if (precision !== 'exact' || lon === undefined || lat === undefined) return undefined;
  return {
    walk: `https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot&route=%3B${lat}%2C${lon}`,
    app: `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`,
  };
}
