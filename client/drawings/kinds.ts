/**
 * A small line drawing for each kind of venue, 16 × 16, drawn with a stroke: on the map, on cards and in headings.
 * Decoration: the name says the kind too.
 */

const house = 'M2.5 8 8 3.2 13.5 8M4 7v6h8V7M6.8 13V9.8h2.4V13';
const people =
  'M5.3 6.6a1.7 1.7 0 1 0 0-.1M2.4 13v-1.4a2.9 2.9 0 0 1 5.8 0V13M10.8 6.6a1.7 1.7 0 1 0 0-.1M10.4 9.3a2.9 2.9 0 0 1 3.4 2.6V13';
const hall = 'M2.5 8 8 3.2 13.5 8M4 7v6h8V7';

const paths: Record<string, string> = {
  church: 'M8 1.2v4.6M6.2 3h3.6M3 14V9l5-3.6L13 9v5zM6.6 14v-2.4a1.4 1.4 0 0 1 2.8 0V14',
  mosque: 'M10.6 3A5.4 5.4 0 1 0 13 10.6 4.4 4.4 0 0 1 10.6 3zM12 5.4v2M11 6.4h2',
  synagogue: 'M8 1.8 13.2 11H2.8zM8 14.2 2.8 5h10.4z',
  gurdwara:
    'M8 1.5v13M8 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 1 0 0-7.6M3.6 3.5a6.5 6.5 0 0 0 2 10M12.4 3.5a6.5 6.5 0 0 1-2 10',
  hindu_temple: 'M8 1.5v1.8M3 14h10M4.2 14v-3.6h7.6V14M5 10.4 6.3 6 8 3.3 9.7 6l1.3 4.4M7 14v-2h2v2',
  buddhist_temple:
    'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2M8 2.2v11.6M2.2 8h11.6M3.9 3.9l8.2 8.2M12.1 3.9l-8.2 8.2',
  place_of_worship: 'M8 2c2 2.2 2.8 3.5 2.8 4.8a2.8 2.8 0 0 1-5.6 0C5.2 5.5 6 4.2 8 2zM5.5 11.5h5V14h-5z',
  church_hall: `${house}M8 3.2V1`,
  village_hall:
    'M1.5 8.6 5.8 4.8l4.3 3.8M2.7 7.8V13h6.2V7.8M4.9 13v-2.5h1.8V13M12.8 13V9.6M12.8 5.4a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 1 0 0-4.2',
  tenants_hall: 'M3 14V4.5h5V14M8 7.5h5V14M2 14h12M5 7h1M5 9.5h1M10 10h1',
  community_hall: `${hall}M8 11.6 6.2 9.8a1.1 1.1 0 0 1 1.8-1.2 1.1 1.1 0 0 1 1.8 1.2z`,
  youth_centre:
    'M8 5a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 1 0 8 5M3.6 4.2 8 7.2l4.4-3M8 7.2v3.4M8 10.6l-2.8 3.8M8 10.6l2.8 3.8',
  scout_hut: 'M8 2.5 2 13.5h12zM8 2.5 7 1.3M8 2.5l1-1.2M8 8.5l-2.3 5M8 8.5l2.3 5',
  community_centre: people,
  social_centre: 'M2 2.8h7.6v5.4H6.2L4 10.2v-2H2zM11.6 5.6H14v5.2h-1.5v2l-2.2-2H7.2V10',
  social_club:
    'M3.5 5h7v6.5a1.5 1.5 0 0 1-1.5 1.5H5a1.5 1.5 0 0 1-1.5-1.5zM10.5 6.5h1.2a1.6 1.6 0 0 1 0 4.5h-1.2M5.5 2.8V1.5M8.5 2.8V1.5',
  library:
    'M8 4c-1.5-1.2-3.5-1.5-6-1.3v9.6c2.5-.2 4.5.1 6 1.3 1.5-1.2 3.5-1.5 6-1.3V2.7C11.5 2.5 9.5 2.8 8 4zM8 4v9.6',
  arts_centre: 'M3 2.5h10v5a5 5 0 0 1-10 0zM5.6 5.5v.6M10.4 5.5v.6M5.8 8.6a3 3 0 0 0 4.4 0',
  town_hall: 'M2 6 8 2.2 14 6zM2 13.8h12M4 6v7.8M8 6v7.8M12 6v7.8',
  events_venue:
    'M1.8 3.2c4.1 2.4 8.3 2.4 12.4 0M3.4 4.1 4 7l1.8-2M6.8 5l1.2 2.8L9.2 5M10.2 5 12 7l.6-2.9M3.4 14v-3.6h9.2V14M2 14h12',
  sports_hall:
    'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2M3.5 4.5a6 6 0 0 1 0 7M12.5 4.5a6 6 0 0 0 0 7M8 2.2v11.6',
  school: 'M1.5 6.5 8 3.5l6.5 3L8 9.5zM4.5 8v3.5c2 1.7 5 1.7 7 0V8M14.5 6.5V11',
  pub_room: 'M4 2.5h8l-1 11.5H5zM4.3 5.8h7.4',
};

/** The drawing as the data of one path, on a grid of 16. */
export const kindPath = (kind: string | undefined): string => paths[kind ?? ''] ?? house;
