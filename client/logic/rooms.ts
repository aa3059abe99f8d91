/** Which rooms of a listed venue to name on its card, and how many people they hold. */
import type { VenueItem } from '../../server/venues/schema.ts';
import { findLayout } from '../../server/vocabulary.ts';
import { formatCount, formatList, formatNumber } from './format.ts';

type ItemSpace = VenueItem['spaces'][number];

const holds = (space: ItemSpace, layout?: string): number | undefined => {
  if (layout) return space.capacities[layout];
  const all = Object.values(space.capacities);
  return all.length > 0 ? Math.max(...all) : undefined;
};

const most = 3;

/** “Main hall (120), Side room (40) and 2 more” */
export function roomsThatFit(item: VenueItem, layout?: string): string | undefined {
  const fitting = item.spaces
    .filter((space) => item.fits?.includes(space.id))
    .map((space) => ({ name: space.name, people: holds(space, layout) ?? holds(space) }))
    .sort((a, b) => (a.people ?? 0) - (b.people ?? 0));
  if (fitting.length === 0) return undefined;
  const names = fitting
    .slice(0, most)
    .map(({ name, people }) => (people ? `${name} (${formatNumber(people)})` : name));
  const more = fitting.length - most;
  return more > 0 ? formatList([...names, `${more} more`]) : formatList(names);
}

export function roomsInShort(item: VenueItem): string {
  const rooms = formatCount(item.spaces.length, 'room', 'rooms');
  if (item.spaces.length === 0 && !item.capacity) return 'No rooms listed yet';
  if (!item.capacity)
    return `${rooms}. How many people ${item.spaces.length === 1 ? 'it holds' : 'they hold'} is not known yet`;
  if (item.spaces.length === 1) return `1 room, holds up to ${formatNumber(item.capacity)}`;
  return item.spaces.length === 0
    ? `Holds up to ${formatNumber(item.capacity)}`
    : `${rooms}, the largest holds ${formatNumber(item.capacity)}`;
}

export const layoutWords = (layout?: string): string =>
  layout ? ` in ${(findLayout(layout)?.label ?? layout).toLowerCase()} layout` : '';

const telling = [
  'step_free_entrance',
  'accessible_toilet',
  'changing_places',
  'hearing_loop',
  'lift',
  'quiet_space',
  'blue_badge_bays',
  'step_free_route',
];

/** The access facts to show on a card: what was asked first, then what most people ask. */
export function tellingAccess(item: VenueItem, asked: readonly string[]): { shown: string[]; more: number } {
  const known: string[] = [...item.access, ...item.amenities.filter((key) => asked.includes(key))];
  const rank = (key: string) => {
    if (asked.includes(key)) return -1;
    const index = telling.indexOf(key);
    return index < 0 ? telling.length : index;
  };
  const sorted = known.sort((a, b) => rank(a) - rank(b));
  const count = Math.max(4, asked.length);
  return { shown: sorted.slice(0, count), more: Math.max(0, sorted.length - count) };
}

/** The whole address of a venue’s page, from the root. */
export const venuePath = (venue: { slug: string; id: number }): string => `/venues/${venue.slug}-${venue.id}`;
