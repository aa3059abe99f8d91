/** What the map that we draw ourselves is made of. */
import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';

/** From the ground up: what comes later is drawn over what came before. */
export const lineKinds = ['water', 'road', 'rail'] as const;
export type LineKind = (typeof lineKinds)[number];

export type LineGeometry = LineString | MultiLineString | Polygon | MultiPolygon;

export interface NewLine {
  /** Its id in its source. */
  recordId: string;
  kind: LineKind;
  geometry: LineGeometry;
}
