/**
 * An extract may keep some of its metadata and leave out the rest, such as times without authors. The library that
 * reads it wants all or nothing, so what is left out is filled with zeros, which it takes for unknown.
 */
import { DenseNodes } from 'osm-pbf-parser-node/proto/osmformat.js';

const kept = ['version', 'timestamp', 'changeset', 'uid', 'user_sid'] as const;
const { read } = DenseNodes;

export function allowPartialMetadata(): void {
  DenseNodes.read = (pbf, end) => {
    const nodes = read(pbf, end);
    const { id, denseinfo } = nodes;
    for (const each of kept) if (denseinfo?.[each].length === 0) denseinfo[each] = id.map(() => 0);
    return nodes;
  };
}
