/** What the service and the process of Valhalla say to each other. */
import type { Action } from './network-engine.ts';

export interface Start {
  /** Folder of the npm package. */
  package: string;
  settings: object;
}
export interface Question {
  id: number;
  action: Action;
  query: object;
}
export type Answer = { id: number; answer: string } | { id: number; fault: string };
