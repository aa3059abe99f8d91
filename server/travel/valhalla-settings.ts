/** What Valhalla is told when it is started: the parts of its configuration that it cannot do without. */
import type { Bounds } from './network-engine.ts';
import { ways } from './profiles.ts';

const silent = { logging: { type: '' } };

/** To answer from tiles, searching no further than the bounds. */
export function answeringSettings(tiles: string, { costing, apart, seconds }: Bounds): object {
  const perSecond = Object.values(ways).find((way) => way.costing === costing)?.metresPerSecondOfCost ?? 1;
  const limits = {
    max_distance: 5_000_000,
    max_locations: 10_000,
    max_matrix_distance: Math.max(apart, seconds * perSecond),
    max_matrix_location_pairs: 1_000_000,
    max_transit_walking_distance: 10_000,
    min_transit_walking_distance: 1,
  };
  return {
    mjolnir: { tile_dir: tiles, ...silent },
    loki: {
      actions: ['locate', 'sources_to_targets', 'isochrone'],
      service_defaults: {
        heading_tolerance: 60,
        minimum_reachability: 50,
        node_snap_tolerance: 5,
        radius: 0,
        search_cutoff: 35_000,
        street_side_max_distance: 1000,
        street_side_tolerance: 5,
      },
      use_connectivity: true,
      ...silent,
    },
    // Never asked, but not started without.
    meili: {
      default: {
        beta: 3,
        breakage_distance: 2000,
        geometry: false,
        gps_accuracy: 5,
        interpolation_distance: 10,
        max_route_distance_factor: 5,
        max_route_time_factor: 5,
        max_search_radius: 100,
        route: true,
        search_radius: 50,
        sigma_z: 4.07,
        turn_penalty_factor: 0,
      },
      customizable: [],
      grid: { size: 500, cache_size: 1000 },
      mode: 'auto',
      verbose: false,
      ...silent,
    },
    odin: { ...silent, markup_formatter: { markup_enabled: false, phoneme_format: '' } },
    // One search from each start, which is what the bounds hold: the other way is fast on long journeys only.
    thor: { source_to_target_algorithm: 'timedistancematrix', ...silent },
    service_limits: {
      [costing]: limits,
      pedestrian: limits,
      isochrone: {
        max_contours: 4,
        max_distance: 200_000,
        max_distance_contour: 200,
        max_locations: 1,
        max_time_contour: 180,
      },
      max_exclude_locations: 0,
      max_exclude_polygons_length: 0,
      max_radius: 200,
      max_reachability: 100,
      max_timedep_distance: 0,
      max_timedep_distance_matrix: 0,
      max_alternates: 0,
      skadi: { max_shape: 1, min_resample: 10 },
      trace: {
        max_alternates: 0,
        max_alternates_shape: 1,
        max_distance: 1,
        max_gps_accuracy: 1,
        max_search_radius: 100,
        max_shape: 1,
      },
      centroid: { max_distance: 1, max_locations: 2 },
      status: { allow_verbose: false },
    },
  };
}

/** To make tiles. */
export const buildingSettings = (tiles: string, threads: number): object => ({
  mjolnir: { tile_dir: tiles, concurrency: threads, logging: { type: 'std_out', color: false } },
});
