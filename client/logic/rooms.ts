/** Which rooms of a listed venue to name on its card, and how many people they hold. */
import type { VenueItem } from '../../server/venues/schema.ts';
import { needsOf } from '../../server/vocabulary.ts';
import { formatList, formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { type Query, writeQuery } from './query.ts';

type ItemSpace = VenueItem['spaces'][number];

const holds = (space: ItemSpace, layout?: string): number | undefined => {
  if (layout) return space.capacities[layout];
  const all = Object.values(space.capacities);
  return all.length > 0 ? Math.max(...all) : undefined;
};

/**
 * The largest room that fits, in the layout asked: “Main hall (120)”, “Main hall (120) and 2 more rooms”. Where it was
 * asked how many people come, the one with the least room to spare.
 */
export function roomsThatFit(
  language: Language,
  item: VenueItem,
  { layout, people: coming }: { layout?: string; people?: string } = {},
): string | undefined {
  const { t } = language;
  const [first, ...others] = item.spaces
    .filter((space) => item.fits?.includes(space.id))
    .map((space) => ({ name: space.name, people: holds(space, layout) }))
    .sort((a, b) => ((b.people ?? 0) - (a.people ?? 0)) * (coming ? -1 : 1));
  if (!first) return undefined;
  const { name, people } = first;
  const room = people ? t('search.room', { name, number: formatNumber(language, people) }) : name;
  const count = others.length;
  return formatList(language, count > 0 ? [room, t('search.roomsMore', { count })] : [room]);
}

export function roomsInShort(language: Language, item: Pick<VenueItem, 'spaces' | 'capacity'>): string {
  const { t } = language;
  // A room that is made by opening up others is none of its own.
  const count = item.spaces.filter(({ joined }) => !joined).length;
  if (item.capacity)
    return t('search.roomsLargest', { count, number: formatNumber(language, item.capacity) });
  return count === 0 ? t('search.roomsNone') : t('search.roomsUnknown', { count });
}

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
  const few = Math.max(3, asked.length);
  // The only other one takes no more room than saying that there is one.
  const count = sorted.length === few + 1 ? few + 1 : few;
  return { shown: sorted.slice(0, count), more: Math.max(0, sorted.length - count) };
}

/** What of a search a venue’s page can judge; where somebody looked stays out of a link that may be passed on. */
const needs = ['q', 'people', 'layout', 'profile', 'access', 'amenity', 'openAt'] as const;

/** The address of a venue’s page, from the root; with a search, the page says whether it fits. */
export function venuePath(venue: { slug: string; id: number }, query: Query = {}): string {
  const access = [...new Set([...(query.access ?? []), ...needsOf(query.profile ?? [])])];
  const said: Query = access.length > 0 ? { ...query, access } : query;
  const asked = writeQuery(
    Object.fromEntries(needs.flatMap((name) => (said[name] ? [[name, said[name]]] : []))),
  );
  const path = `/venues/${venue.slug}-${venue.id}`;
  return asked ? `${path}?${asked}` : path;
}
