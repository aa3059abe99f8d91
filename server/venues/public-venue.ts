/** The public view of a venue: what anyone may see, and the only thing that search, pages and exports are made from. */
import { factAges, findFact, identifierSchemes } from '../vocabulary.ts';
import { publicLocation } from './location.ts';
import type { Edit, SpaceRecord, StatedFact, VenueRecord } from './record.ts';
import type { Fact, Space, Venue } from './schema.ts';

const DAY = 86_400_000;

/** How long ago a fact was observed; both ISO days. */
export function ageOf(observedOn: string, today: string): Fact['age'] {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(observedOn)) / DAY));
  return { days, state: days >= factAges.old ? 'old' : days >= factAges.ageing ? 'ageing' : 'fresh' };
}

const schemeLocates = (scheme: string) =>
  identifierSchemes.some((each) => each.key === scheme && each.locates);

/** A venue for the public, from what is known besides its own record. */
export function publicVenue(
  record: VenueRecord,
  known: {
    organisation?: { id: number; slug: string; name: string };
    provenance: Venue['provenance'];
    today: string;
    publicUrl: string;
  },
): Venue {
  const exact = record.location.precision === 'exact';
  const facts = (list: StatedFact[]) => publicFacts(list, exact, known.today);
  return {
    id: record.id,
    slug: record.slug,
    url: `${known.publicUrl}/venues/${record.slug}-${record.id}`,
    name: record.name,
    names: record.names,
    kind: record.kind,
    description: record.description,
    status: record.status,
    location: publicLocation(record.location),
    address: exact ? record.address : {},
    identifiers: record.identifiers.filter(({ scheme }) => exact || !schemeLocates(scheme)),
    contacts: record.contacts.filter((contact) => contact.public),
    ...(record.tenure && { tenure: record.tenure }),
    services: record.services,
    ...(record.openingHours && { openingHours: record.openingHours }),
    ...(known.organisation && { organisation: known.organisation }),
    facts: facts(record.facts),
    spaces: record.spaces.map((space) => publicSpace(space, facts)),
    // A record id leads to the source's own copy of the place.
    provenance: known.provenance.map(({ sourceId, ...source }) => ({
      ...source,
      ...(exact && sourceId && { sourceId }),
    })),
    version: record.version,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

function publicSpace({ facts: stated, ...space }: SpaceRecord, facts: (list: StatedFact[]) => Fact[]): Space {
  return { ...space, facts: facts(stated) };
}

function publicFacts(list: StatedFact[], exact: boolean, today: string): Fact[] {
  return list
    .filter((fact) => exact || !findFact(fact.key)?.locates)
    .map(({ statedBy: _rank, ...fact }) => ({ ...fact, age: ageOf(fact.observedOn, today) }));
}

/** An edit as the public may read it: private and locating parts are named but withheld. */
export interface PublicEdit extends Edit {
  withheld?: true;
}

const placePaths = ['/location', '/address', '/identifiers'];

/** Hides contacts always, and whatever would tell the place when it was, or is, not exact. */
export function publicEdits(list: Edit[], placeIsPublic: boolean): PublicEdit[] {
  return list.map((edit) => {
    const factKey = /\/facts\/([^/]+)$/.exec(edit.path)?.[1];
    const locates =
      placePaths.includes(edit.path) || (factKey !== undefined && findFact(factKey)?.locates === true);
    const withheld = edit.path === '/contacts' || (locates && !placeIsPublic);
    return withheld ? { path: edit.path, withheld } : edit;
  });
}
