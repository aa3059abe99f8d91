/**
 * The words of the register: what may be sent (NewVenue, VenueChange), what is answered (Venue, VenueList) and
 * what may be asked (VenueQuery). Types derive from these schemas. Distances are metres, times are the venue's
 * own clock, places are WGS 84 (SRID 4326) in lon, lat order.
 */
export * from './schema-answers.ts';
export * from './schema-questions.ts';
export * from './schema-words.ts';
