/** Line drawings of 20 × 20, drawn with one stroke: what a button does, and who is coming. */
export const signs = {
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M12.6 12.6 17 17',
  filter: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  map: 'm2.5 5 5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.5M3 10h.5M3 15h.5',
  share: 'M10 12.5V3M6.5 6 10 2.5 13.5 6M6 9H4v8h12V9h-2',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z',
  add: 'M10 4v12M4 10h12',
  remove: 'M4 10h12',
  close: 'm5 5 10 10M15 5 5 15',
  tick: 'm4 10.5 4 4 8-9',
  ask: 'M3 4h14v10H9l-4 3v-3H3zM8.3 7.8a1.8 1.8 0 1 1 2.5 1.7c-.6.2-.8.5-.8 1M10 12.2v.1',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4.2l2.8 1.8',
  walk: 'M11 3.3v.1M7 17.5l2-4.5-.5-4.5 2.5-1.5 2 3 2 1M9 13l2.5 1.5.5 3M8.5 8 6 9.5V12',
  pin: 'M10 17.5c-3.5-3.8-5.5-6.5-5.5-9.2a5.5 5.5 0 0 1 11 0c0 2.7-2 5.4-5.5 9.2zM10 6.5v.1a2 2 0 1 0 .1 0',
  save: 'M5.5 3h9v14L10 13.5 5.5 17z',
  compare: 'M3 4h6v12H3zM11 4h6v12h-6zM5 7.5h2M13 7.5h2M5 10.5h2M13 10.5h2',
  /** Points the way that the page is read; mirrored where it runs from right to left. */
  chevron: 'm7.5 4.5 5.5 5.5-5.5 5.5',
  wheelchair: 'M8 3.5v.1M8 6v5.5h4.5L15 16h1.5M8 8.5h4M6.3 9.5a4.5 4.5 0 1 0 6 6',
  hard_of_hearing:
    'M5 8a5 5 0 0 1 10 0c0 3.5-3 4-3.3 6.5a2.3 2.3 0 0 1-4.4.7M7.5 8.5a2.5 2.5 0 0 1 5 0c0 1.5-2 1.7-2 3.2M3 3l14 14',
  blind: 'M9 3.3v.1M9 6.5v5.5l-2 5.5M9 12l2.5 5.5M9 7.5l3.5 3L17 17.5M9 7 6 10.5',
  autistic_quiet:
    'M4 11V9.5a6 6 0 0 1 12 0V11M3 11h2.5v5H4a1 1 0 0 1-1-1zM17 11h-2.5v5H16a1 1 0 0 0 1-1zM8.5 13.5h3',
  buggy: 'M2.5 4H5l1.2 6.5a3 3 0 0 0 3 2.5H13a3 3 0 0 0 3-3H6.2M16 10a6 6 0 0 0-6-6v6M8 16.5v.1M14 16.5v.1',
} as const;

export type Sign = keyof typeof signs;
