/**
 * Which bit of a stored mask, and which stored number, belongs to which vocabulary entry. Append only: rows in
 * the database carry these positions, so an entry keeps its place for ever, even after it is dropped.
 */

export const accessBits: readonly string[] = [
  'bus_stop_near',
  'step_free_station_distance',
  'level_drop_off',
  'blue_badge_bays',
  'blue_badge_bay_distance',
  'step_free_entrance',
  'entrance_steps',
  'door_clear_width',
  'fixed_ramp',
  'portable_ramp',
  'automatic_door',
  'step_free_route',
  'lift',
  'lift_depth',
  'high_contrast_edges',
  'arm_and_back_seating',
  'wheelchair_spaces',
  'evacuation_plan',
  'accessible_toilet',
  'toilet_turning_space',
  'toilet_transfer_left',
  'toilet_transfer_right',
  'grab_rails',
  'changing_places',
  'baby_change',
  'gender_neutral_toilet',
  'hearing_loop',
  'portable_hearing_loop',
  'quiet_space',
  'good_lighting',
  'large_print_or_braille',
  'assistance_dogs',
  'bsl',
  'community_languages',
];

export const amenityBits: readonly string[] = [
  'kitchen',
  'tea_point',
  'warming_kitchen',
  'full_kitchen',
  'food_hygiene_rating',
  'eating_together',
  'own_food',
  'halal_kitchen',
  'vegetarian_kitchen',
  'kosher_kitchen',
  'wifi',
  'projector',
  'screen',
  'pa_system',
  'stage',
  'piano',
  'blackout',
  'tables',
  'chairs',
  'storage',
  'heating',
  'private_room',
  'prayer_room',
  'ablution',
  'creche',
  'showers',
  'outdoor_space',
  'parking',
  'parking_spaces',
  'cycle_parking',
];

export const kindNumbers: readonly string[] = [
  'church',
  'mosque',
  'synagogue',
  'gurdwara',
  'hindu_temple',
  'buddhist_temple',
  'place_of_worship',
  'church_hall',
  'village_hall',
  'tenants_hall',
  'community_hall',
  'youth_centre',
  'scout_hut',
  'community_centre',
  'social_centre',
  'social_club',
  'library',
  'arts_centre',
  'town_hall',
  'events_venue',
  'sports_hall',
  'school',
  'pub_room',
  'other',
];

/** Access and amenity needs that are asked most and are stated of whole venues: counted in the map's rollup. */
export const coreBits: readonly string[] = [
  'step_free_entrance',
  'blue_badge_bays',
  'fixed_ramp',
  'lift',
  'changing_places',
  'baby_change',
  'parking',
  'halal_kitchen',
];

/** What space_search keeps in lanes, three to each column of `seatColumns`: people per layout, and in any. Append only. */
export const seatLanes: readonly string[] = [
  'theatre',
  'classroom',
  'boardroom',
  'u_shape',
  'cabaret',
  'banquet',
  'standing',
  'dancing',
  'capacity_max',
];
export const seatColumns = ['seats_a', 'seats_b', 'seats_c'] as const;
/** Bits of a lane; the highest stays free, for comparing all lanes of a column at once. */
export const LANE = 20;

/** The bit that stands for a lane where a mask of layouts is kept. */
export const layoutBit = (layout: string): number => {
  const lane = seatLanes.indexOf(layout);
  return (lane % 3) * LANE + Math.floor(lane / 3);
};

/** Some layouts as a mask, as PostgreSQL bigint text. */
export const layoutMask = (layouts: Iterable<string>): string =>
  [...layouts].reduce((mask, layout) => mask | (1n << BigInt(layoutBit(layout))), 0n).toString();

/** Lower ends of the rollup's capacity buckets; bucket 0 is unknown or fewer than the first. */
export const capacityBuckets: readonly number[] = [10, 20, 30, 50, 80, 100, 150, 200, 300, 500];

/** The mask of some entries in one of the lists above, as PostgreSQL bigint text. */
export function maskOf(bits: readonly string[], keys: Iterable<string>): string {
  let mask = 0n;
  for (const key of keys) {
    const bit = bits.indexOf(key);
    if (bit >= 0) mask |= 1n << BigInt(bit);
  }
  return mask.toString();
}

/** The bucket that a capacity falls in. */
export const capacityBucket = (people: number | undefined): number =>
  people === undefined ? 0 : capacityBuckets.filter((least) => people >= least).length;
