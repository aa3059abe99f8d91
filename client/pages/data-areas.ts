/** What the pages of areas are a function of. */
import type { AreaGroup, AreaOverview, Gap } from '../../server/areas/schema.ts';
import type { VenueItem } from '../../server/venues/schema.ts';
import type { Query } from '../logic/query.ts';
import type { Settings } from './data.ts';

export interface AreaPageData {
  page: 'area';
  overview: AreaOverview;
  gaps: Gap[];
  /** One page of the venues here. */
  items: VenueItem[];
  /** Which page of them this is, from 1. */
  number: number;
  /** Is there another after it? */
  more: boolean;
  /** A search around the middle of the area. */
  near: Query;
  settings: Settings;
}

export interface AreasPageData {
  page: 'areas';
  groups: AreaGroup[];
  query: { kind?: string; q?: string; after?: string };
  settings: Settings;
}
