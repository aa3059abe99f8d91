/** Whom networks are asked of: Valhalla on this machine, or a server of it. */
import type { NetworkTravel } from './schema.ts';

export type Action = 'locate' | 'sources_to_targets' | 'isochrone';

/** What a run may take before the engine gives a search up. */
export interface Bounds {
  /** What Valhalla calls the way of getting about. */
  costing: 'pedestrian' | 'bicycle' | 'auto';
  /** No two points of one question are further apart, in metres. */
  apart: number;
  /** No way that takes longer is of interest, in seconds. */
  seconds: number;
}

export interface Session {
  ask(action: Action, query: object): Promise<unknown>;
  close(): void;
}

export interface Engine {
  /** What answers say about where they come from. */
  readonly source: Pick<NetworkTravel, 'engine' | 'version' | 'extract'>;
  open(bounds: Bounds): Session;
}
