/** What a list shows of a venue’s photos: the first, small. */

/** `"photo":{…},` for a line of a list that is made as text; nothing where there is none. `venueId` is SQL. */
export const firstPhotoSql = (venueId: string): string =>
  `coalesce((select '"photo":' || json_build_object('alt', p.alt, 'webp', '/photos/' || p.id || '/320.webp',
      'jpg', '/photos/' || p.id || '/320.jpg')::text || ',' from photo p where p.venue_id = ${venueId}
      order by p.position limit 1), '')`;
