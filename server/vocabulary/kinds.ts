/** Kinds of venue, layouts of a room, and the other short closed lists. */

export interface KindEntry {
  key: string;
  label: string;
  /** What people call it; used by search. Comma list. */
  words: string;
  /** OSM tags that mean this kind; the first entry whose tags all match wins. */
  osm: readonly Record<string, string>[];
  schemaOrg: string;
}

const kind = (
  key: string,
  label: string,
  words: string,
  osm: Record<string, string>[],
  schemaOrg: string,
): KindEntry => ({
  key,
  label,
  words,
  osm,
  schemaOrg,
});

const worship = (religion: string) => ({ amenity: 'place_of_worship', religion });

/** In order of how specific the OSM tags are, so that the first match is the right one. */
export const kinds: readonly KindEntry[] = [
  kind(
    'church',
    'Church',
    'church, chapel, cathedral, minster, abbey, parish church',
    [worship('christian')],
    'Church',
  ),
  kind('mosque', 'Mosque', 'mosque, masjid, islamic centre, muslim centre', [worship('muslim')], 'Mosque'),
  kind('synagogue', 'Synagogue', 'synagogue, shul, jewish centre', [worship('jewish')], 'Synagogue'),
  kind('gurdwara', 'Gurdwara', 'gurdwara, sikh temple, gurudwara', [worship('sikh')], 'PlaceOfWorship'),
  kind('hindu_temple', 'Hindu temple', 'hindu temple, mandir, temple', [worship('hindu')], 'HinduTemple'),
  kind(
    'buddhist_temple',
    'Buddhist temple',
    'buddhist temple, vihara, temple, meditation centre',
    [worship('buddhist')],
    'BuddhistTemple',
  ),
  kind(
    'place_of_worship',
    'Place of worship',
    'place of worship, meeting house, temple, faith centre',
    [{ amenity: 'place_of_worship' }],
    'PlaceOfWorship',
  ),
  kind(
    'church_hall',
    'Church hall',
    'church hall, parish hall, hall, parish rooms',
    [{ community_centre: 'parish_hall' }, { building: 'parish_hall' }],
    'EventVenue',
  ),
  kind(
    'village_hall',
    'Village hall',
    'village hall, hall, memorial hall, public hall',
    [{ community_centre: 'village_hall' }, { amenity: 'village_hall' }],
    'EventVenue',
  ),
  kind(
    'tenants_hall',
    'Tenants’ hall',
    'tenants hall, residents hall, hall, clubroom, estate hall, community room',
    [{ community_centre: 'residents' }],
    'EventVenue',
  ),
  kind(
    'community_hall',
    'Community hall',
    'community hall, hall, function room, public hall, civic hall',
    [{ community_centre: 'community_hall' }, { amenity: 'community_hall' }, { amenity: 'public_hall' }],
    'EventVenue',
  ),
  kind(
    'youth_centre',
    'Youth centre',
    'youth centre, youth club, boys club',
    [{ community_centre: 'youth_centre' }, { amenity: 'youth_centre' }],
    'CivicStructure',
  ),
  kind(
    'scout_hut',
    'Scout hut',
    'scout hut, guide hut, scout hall, scouts, guides, hut, hall',
    [{ club: 'scout' }, { 'community_centre:for': 'scout' }],
    'EventVenue',
  ),
  kind(
    'community_centre',
    'Community centre',
    'community centre, community center, hall, neighbourhood centre, family centre',
    [{ amenity: 'community_centre' }],
    'CivicStructure',
  ),
  kind(
    'social_centre',
    'Social centre',
    'social centre, day centre, lunch club, drop in centre',
    [{ amenity: 'social_centre' }, { amenity: 'social_facility' }],
    'CivicStructure',
  ),
  kind(
    'social_club',
    'Social club',
    'social club, working mens club, club, legion, clubhouse',
    [{ amenity: 'social_club' }, { club: 'social' }],
    'EventVenue',
  ),
  kind('library', 'Library', 'library, libraries, reading room', [{ amenity: 'library' }], 'Library'),
  kind(
    'arts_centre',
    'Arts centre',
    'arts centre, theatre, gallery, studio, arts space',
    [{ amenity: 'arts_centre' }, { amenity: 'theatre' }],
    'PerformingArtsTheater',
  ),
  kind(
    'town_hall',
    'Town hall',
    'town hall, civic centre, moot hall, guildhall',
    [{ amenity: 'townhall' }],
    'CityHall',
  ),
  kind(
    'events_venue',
    'Events venue',
    'events venue, conference centre, function room, banqueting hall',
    [{ amenity: 'events_venue' }, { amenity: 'conference_centre' }],
    'EventVenue',
  ),
  kind(
    'sports_hall',
    'Sports hall',
    'sports hall, leisure centre, gym, sports centre, gymnasium, pavilion',
    [{ leisure: 'sports_centre' }, { leisure: 'sports_hall' }],
    'SportsActivityLocation',
  ),
  kind(
    'school',
    'School',
    'school, academy, college, school hall',
    [{ amenity: 'school' }, { amenity: 'college' }],
    'School',
  ),
  kind(
    'pub_room',
    'Room in a pub',
    'pub, pub room, upstairs room',
    [{ amenity: 'pub', function_room: 'yes' }],
    'BarOrPub',
  ),
  kind('other', 'Other', 'venue, space, building', [], 'Place'),
];

export interface LayoutEntry {
  key: string;
  label: string;
  /** What it looks like, in one sentence. */
  sentence: string;
  words: string;
}

const layout = (key: string, label: string, sentence: string, words: string): LayoutEntry => ({
  key,
  label,
  sentence,
  words,
});

export const layouts: readonly LayoutEntry[] = [
  layout(
    'theatre',
    'Theatre',
    'Rows of chairs facing the front.',
    'theatre, theatre style, seated, in rows, rows of chairs, lecture',
  ),
  layout(
    'classroom',
    'Classroom',
    'Rows of tables facing the front.',
    'classroom, classroom style, training',
  ),
  layout(
    'boardroom',
    'Boardroom',
    'Everyone around one table.',
    'boardroom, board room, round one table, around a table, meeting table',
  ),
  layout('u_shape', 'U-shape', 'Tables in a U, open at the front.', 'u shape, u-shape, horseshoe'),
  layout(
    'cabaret',
    'Cabaret',
    'Round tables with one side left open.',
    'cabaret, cabaret style, workshop tables',
  ),
  layout(
    'banquet',
    'Banquet',
    'Round or long tables for eating.',
    'banquet, sit down meal, dinner, dining, wedding',
  ),
  layout('standing', 'Standing', 'No chairs.', 'standing, reception, stand up'),
  layout(
    'dancing',
    'Dancing',
    'An open floor for dancing or exercise.',
    'dancing, dance, exercise, yoga, zumba, keep fit',
  ),
];

/** What visitors report of a listing. */
export const reportKinds = ['not_there', 'not_theirs', 'private', 'harmful', 'twice', 'other'] as const;

/** What of a page a visitor may say is wrong. */
export const correctionSubjects = ['fact', 'capacity', 'name', 'hours', 'place', 'closed', 'other'] as const;

export const listingStatuses = ['draft', 'published', 'withdrawn'] as const;
export const locationPrecisions = ['exact', 'approximate', 'hidden'] as const;
/** What a holder says when somebody would propose its place for regular services, such as a weekly clinic. */
export const serviceConsents = ['agreed', 'ask_first', 'declined'] as const;
export const evidenceMethods = ['visited', 'told', 'imported'] as const;
export const answers = ['yes', 'no', 'partial'] as const;
export const organisationKinds = ['community', 'agency', 'commissioner'] as const;

/** Who is behind a statement, weakest first: an import never replaces a higher rank. */
export const statementRanks = ['import', 'correction', 'visit', 'holder'] as const;

/** Days after which a fact is ageing, and old: the six and twelve months at which its holder is asked again. */
export const factAges = { ageing: 183, old: 365 } as const;

/** Schemes of identifiers. `locates`: the identifier can be looked up to a place, so it follows location precision. */
export const identifierSchemes = [
  { key: 'uprn', label: 'Unique Property Reference Number', locates: true },
  { key: 'osm', label: 'OpenStreetMap element', locates: true },
  { key: 'charity', label: 'Charity number', locates: true },
] as const;

export const tenureHolders = ['community', 'faith', 'council', 'school', 'company', 'other'] as const;
export const tenureInterests = ['freehold', 'leasehold', 'licence', 'asset_transfer', 'other'] as const;
export const contactKinds = ['email', 'phone', 'website', 'social'] as const;

/** ISO 8601 weekdays: 1 is Monday. */
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
