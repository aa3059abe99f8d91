/** An area as schema.org says it, with the venues that its page lists. */
import type { Language } from '../../client/language/language.ts';
import { venuePath } from '../../client/logic/rooms.ts';
import type { AreaLink, AreaOverview } from '../areas/schema.ts';
import type { VenueItem } from '../venues/schema.ts';

export function areaJsonLd(
  { area, holders, numbers, bounds }: AreaOverview,
  items: readonly VenueItem[],
  publicUrl: string,
  { href }: Language,
): object {
  const address = ({ slug }: AreaLink) => `${publicUrl}${href(`/areas/${slug}`)}`;
  const [west, south, east, north] = bounds.map((degrees) => Math.round(degrees * 1e5) / 1e5);
  const url = address(area);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'AdministrativeArea',
        '@id': `${url}#area`,
        url,
        name: area.name,
        geo: { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` },
        ...(holders.length > 0 && {
          containedInPlace: holders.map((holder) => ({
            '@type': 'AdministrativeArea',
            '@id': `${address(holder)}#area`,
            name: holder.name,
          })),
        }),
      },
      {
        '@type': 'ItemList',
        about: { '@id': `${url}#area` },
        numberOfItems: numbers.venues,
        itemListElement: items.map((item, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          url: `${publicUrl}${href(venuePath(item))}`,
          name: item.name,
        })),
      },
    ],
  };
}
