/** How often a fact is known, and how it is then answered; how common each kind is, and what it is called. */

interface FactChance {
  key: string;
  scope: 'venue' | 'space';
  /** The share of places of which anything is known about it. */
  known: number;
  /** Of those, the shares that have it and that do not; the rest have it in part. */
  yes: number;
  no: number;
  /** A number instead of an answer, up to this. */
  number?: number;
}

const venue = (key: string, known: number, yes: number, no: number, number?: number): FactChance => ({
  key,
  scope: 'venue',
  known,
  yes,
  no,
  ...(number !== undefined && { number }),
});
const space = (key: string, known: number, yes: number, no: number): FactChance => ({
  key,
  scope: 'space',
  known,
  yes,
  no,
});

export const factChances: readonly FactChance[] = [
  venue('step_free_entrance', 0.62, 0.6, 0.25),
  venue('parking', 0.5, 0.7, 0.25),
  venue('accessible_toilet', 0.5, 0.62, 0.33),
  venue('kitchen', 0.5, 0.85, 0.15),
  venue('wifi', 0.4, 0.7, 0.3),
  venue('tea_point', 0.3, 0.9, 0.1),
  venue('hearing_loop', 0.25, 0.55, 0.4),
  venue('baby_change', 0.25, 0.6, 0.4),
  venue('cycle_parking', 0.2, 0.6, 0.4),
  venue('blue_badge_bays', 0.18, 0.6, 0.4, 6),
  venue('fixed_ramp', 0.18, 0.55, 0.4),
  venue('portable_ramp', 0.08, 0.6, 0.4),
  venue('lift', 0.18, 0.35, 0.65),
  venue('bus_stop_near', 0.3, 0.85, 0.15),
  venue('assistance_dogs', 0.2, 0.97, 0.02),
  venue('door_clear_width', 0.1, 0.9, 0.1, 110),
  venue('gender_neutral_toilet', 0.12, 0.6, 0.4),
  venue('changing_places', 0.15, 0.06, 0.94),
  venue('halal_kitchen', 0.06, 0.5, 0.5),
  venue('eating_together', 0.2, 0.9, 0.1),
  venue('heating', 0.3, 0.95, 0.02),
  venue('outdoor_space', 0.25, 0.6, 0.4),
  space('step_free_route', 0.35, 0.65, 0.3),
  space('projector', 0.18, 0.6, 0.4),
  space('screen', 0.15, 0.6, 0.4),
  space('stage', 0.12, 0.5, 0.5),
  space('piano', 0.1, 0.5, 0.5),
  space('chairs', 0.2, 1, 0),
  space('accessible_toilet', 0.03, 0.6, 0.4),
].map((each) => (each.key === 'chairs' ? { ...each, number: 120 } : each));

export const kindChances: readonly (readonly [string, number])[] = [
  ['church', 20],
  ['church_hall', 14],
  ['village_hall', 11],
  ['community_centre', 10],
  ['community_hall', 8],
  ['scout_hut', 6],
  ['school', 5],
  ['sports_hall', 4],
  ['library', 3.5],
  ['social_club', 3.5],
  ['pub_room', 3],
  ['mosque', 2.5],
  ['tenants_hall', 2],
  ['youth_centre', 2],
  ['arts_centre', 1.5],
  ['events_venue', 1],
  ['town_hall', 0.8],
  ['social_centre', 0.7],
  ['place_of_worship', 0.5],
  ['hindu_temple', 0.4],
  ['gurdwara', 0.4],
  ['synagogue', 0.4],
  ['buddhist_temple', 0.2],
  ['other', 0.6],
];

export const kindWords: Readonly<Record<string, readonly string[]>> = {
  church: [
    'Church',
    'Parish Church',
    'Methodist Church',
    'Baptist Church',
    'Chapel',
    'United Reformed Church',
  ],
  church_hall: ['Church Hall', 'Parish Hall', 'Parish Rooms'],
  village_hall: ['Village Hall', 'Memorial Hall', 'Hall'],
  community_centre: ['Community Centre', 'Neighbourhood Centre', 'Family Centre'],
  community_hall: ['Community Hall', 'Hall', 'Civic Hall'],
  scout_hut: ['Scout Hut', 'Scout Hall', 'Guide Hut', 'Scout Headquarters'],
  school: ['Primary School', 'School', 'Academy', 'College'],
  sports_hall: ['Leisure Centre', 'Sports Hall', 'Pavilion'],
  library: ['Library', 'Library and Learning Centre'],
  social_club: ['Social Club', 'Working Men’s Club', 'Club'],
  pub_room: ['Arms', 'Inn', 'Tavern'],
  mosque: ['Mosque', 'Islamic Centre', 'Masjid'],
  tenants_hall: ['Tenants’ Hall', 'Residents’ Clubroom'],
  youth_centre: ['Youth Centre', 'Youth Club'],
  arts_centre: ['Arts Centre', 'Theatre', 'Studio'],
  events_venue: ['Conference Centre', 'Banqueting Hall'],
  town_hall: ['Town Hall', 'Civic Centre', 'Guildhall'],
  social_centre: ['Day Centre', 'Drop-in Centre'],
  place_of_worship: ['Meeting House', 'Faith Centre'],
  hindu_temple: ['Hindu Temple', 'Mandir'],
  gurdwara: ['Gurdwara', 'Sikh Temple'],
  synagogue: ['Synagogue', 'Shul'],
  buddhist_temple: ['Vihara', 'Meditation Centre'],
  other: ['Rooms', 'Place'],
};
