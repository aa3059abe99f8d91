/** Sentences that are said in more than one place, or that carry a promise. Plain English, short, no jargon. */

export const words = {
  name: 'Moothall',
  apiTitle: 'The Moothall API',
  tagline: 'Find a room in a place the community holds',
  promise:
    'Listed by the groups that hold these places, on their own terms. What we do not know, we say we do not know.',
  demoTitle: 'This is a demo.',
  demo: 'The venues are made up. The streets are real. Please do not turn up.',
  placeApproximate: 'The exact place is kept private. The map shows the area, to about 500 metres.',
  placeHidden: 'The group keeps this place private. You learn where it is when they agree to your visit.',
  placeTilesFailed: 'The map pictures could not load.',
  placeAddress: 'The address above is all you need.',
  draft: 'This is a draft. Only the people who hold it can see it.',
  withdrawn: 'The group has withdrawn this listing.',
  mapUnavailable: 'The map could not load. Everything on it is in the list.',
  mapNeedsScript: 'The map needs JavaScript. Everything on it is also in the list.',
  mapKeys: 'Map. Move it with the arrow keys, zoom with plus and minus.',
  tilesFailed: 'The map pictures could not load. The places on the map and the list still work.',
  failed: 'We could not get new results. What you typed is still here.',
  noAccessFacts: 'No access facts known yet. It is worth asking.',
  cardApproximate: 'Exact place kept private. Shown to about 500 metres.',
  cardHidden: 'Place kept private until the group agrees to your visit.',
} as const;
