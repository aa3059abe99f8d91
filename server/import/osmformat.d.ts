declare module 'osm-pbf-parser-node/proto/osmformat.js' {
  interface DenseNodes {
    id: number[];
    denseinfo: Record<'version' | 'timestamp' | 'changeset' | 'uid' | 'user_sid', number[]> | null;
  }
  export const DenseNodes: { read(pbf: unknown, end?: number): DenseNodes };
}
