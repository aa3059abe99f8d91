/** What the cards of a venue, an area and the site itself say; each from what the public may see. */
import type { Knex } from 'knex';
import { kindPath } from '../../../client/drawings/kinds.ts';
import { capitalised, formatNumber } from '../../../client/language/format.ts';
import type { Language } from '../../../client/language/language.ts';
import { areaKind, areaName } from '../../../client/logic/area.ts';
import { needOf } from '../../../client/logic/need.ts';
import { roomsInShort, tellingAccess } from '../../../client/logic/rooms.ts';
import { areasAt } from '../../areas/read.ts';
import type { AreaOverview } from '../../areas/schema.ts';
import type { VenueItem } from '../../venues/schema.ts';
import type { Card } from './draw.ts';
import { drawable } from './fonts.ts';

const CHIPS = 3;

/** What stands on every card. */
function frameOf({ t, dir }: Language, demo: string | undefined) {
  return { name: t('common.name'), dir, ...(demo && { demo }) };
}

/** A card in words, for who does not see it. */
export const cardAlt = ({ title, kind, lines, chips }: Card): string =>
  [title, kind, ...lines, ...chips]
    .filter((part): part is string => Boolean(part))
    .map((part) => part.replace(/[.。]$/, ''))
    .join('. ');

export function venueCard(language: Language, item: VenueItem, place: string, demo: boolean): Card {
  const { t, word } = language;
  const kind = word('kinds', item.kind, 'label') ?? item.kind;
  // A name in letters that no font here has is left to the page; the card then says what kind of place it is.
  const title = drawable(item.name) || kind;
  return {
    ...frameOf(language, demo ? t('area.cardDemo') : undefined),
    title,
    kind,
    icon: kindPath(item.kind),
    lines: [drawable(place), roomsInShort(language, item)].filter(Boolean),
    chips: tellingAccess({ ...item, amenities: [] }, [])
      .shown.slice(0, CHIPS)
      .map((key) => needOf(language, key)),
  };
}

/** Where a venue is, as precisely as its group allows. */
export async function placeOf(db: Knex, language: Language, item: VenueItem): Promise<string> {
  const { t } = language;
  const { lon, lat, precision } = item.location;
  if (precision === 'hidden' || lon === undefined || lat === undefined) return t('area.cardHidden');
  if (precision === 'exact') {
    const parts = [...new Set([item.locality, item.town, item.postcode])].filter(Boolean);
    if (parts.length > 0) return parts.join(t('common.comma'));
  }
  const [area] = await areasAt(db, { lon, lat });
  const about = precision === 'exact' ? undefined : t('area.cardAbout');
  if (!area) return about ? capitalised(language, about) : '';
  return [areaName(language, area), about].filter(Boolean).join(t('common.comma'));
}

export function areaCard(language: Language, { area, holders, numbers }: AreaOverview, demo: boolean): Card {
  const { t } = language;
  const kind = areaKind(language, area.kind);
  const holder = holders[0]?.name;
  const known = numbers.needs
    .filter(({ group, yes }) => group === 'access' && yes > 0)
    .sort((a, b) => b.yes - a.yes)
    .slice(0, CHIPS);
  return {
    ...frameOf(language, demo ? t('area.cardDemoArea') : undefined),
    title: drawable(area.name) || kind,
    kind: holder ? t('area.kindPart', { kind, holder: drawable(holder) }) : kind,
    icon: kindPath(undefined),
    lines: [
      t('area.lead', {
        count: numbers.venues,
        number: formatNumber(language, numbers.venues),
        rooms: t('common.rooms', { count: numbers.rooms }),
      }),
    ],
    chips: known.map(({ key, yes }) =>
      t('area.cardKnown', { need: needOf(language, key), number: formatNumber(language, yes) }),
    ),
  };
}

export function siteCard(language: Language, demo: boolean): Card {
  const { t } = language;
  return {
    ...frameOf(language, demo ? t('area.cardDemoArea') : undefined),
    title: t('common.tagline'),
    lines: [t('area.cardSite')],
    chips: [],
  };
}
