/** Writes small OpenStreetMap extracts (.osm.pbf) for tests: nodes, ways and relations, with or without metadata. */
import { deflateSync } from 'node:zlib';

type Tags = Record<string, string>;
export interface Extract {
  nodes?: { id: number; lon: number; lat: number; tags?: Tags }[];
  ways?: { id: number; refs: number[]; tags?: Tags }[];
  relations?: { id: number; members: [type: 'node' | 'way', ref: number, role: string][]; tags?: Tags }[];
  /** Seconds since 1970 of every node; no other metadata is written. */
  timestamp?: number;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const number = (tag: number, value: number) => Buffer.from([...varint(tag * 8), ...varint(value)]);
const bytes = (tag: number, value: Buffer | string) => {
  const body = Buffer.from(value);
  return Buffer.concat([Buffer.from([...varint(tag * 8 + 2), ...varint(body.length)]), body]);
};
const packed = (tag: number, values: number[]) => bytes(tag, Buffer.from(values.flatMap(varint)));
/** Each value as its difference from the one before. */
const deltas = (tag: number, values: number[]) =>
  packed(
    tag,
    values.map((value, at) => zigzag(value - (values[at - 1] ?? 0))),
  );

function blob(type: string, block: Buffer): Buffer {
  const body = Buffer.concat([number(2, block.length), bytes(3, deflateSync(block))]);
  const header = Buffer.concat([bytes(1, type), number(3, body.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}

export function writeExtract({ nodes = [], ways = [], relations = [], timestamp }: Extract): Buffer {
  const words = [''];
  const word = (text: string) => (words.includes(text) ? words.indexOf(text) : words.push(text) - 1);
  const tagged = (tags: Tags = {}) => [
    packed(2, Object.keys(tags).map(word)),
    packed(3, Object.values(tags).map(word)),
  ];
  const place = (degrees: number) => Math.round(degrees * 1e7);
  const times =
    timestamp === undefined
      ? []
      : [
          bytes(
            5,
            deltas(
              2,
              nodes.map(() => timestamp),
            ),
          ),
        ];
  const dense = Buffer.concat([
    deltas(
      1,
      nodes.map(({ id }) => id),
    ),
    ...times,
    deltas(
      8,
      nodes.map(({ lat }) => place(lat)),
    ),
    deltas(
      9,
      nodes.map(({ lon }) => place(lon)),
    ),
    packed(
      10,
      nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(word), 0]),
    ),
  ]);
  const group = Buffer.concat([
    bytes(2, dense),
    ...ways.map(({ id, refs, tags }) =>
      bytes(3, Buffer.concat([number(1, id), ...tagged(tags), deltas(8, refs)])),
    ),
    ...relations.map(({ id, members, tags }) =>
      bytes(
        4,
        Buffer.concat([
          number(1, id),
          ...tagged(tags),
          packed(
            8,
            members.map(([, , role]) => word(role)),
          ),
          deltas(
            9,
            members.map(([, ref]) => ref),
          ),
          packed(
            10,
            members.map(([type]) => (type === 'node' ? 0 : 1)),
          ),
        ]),
      ),
    ),
  ]);
  const table = Buffer.concat(words.map((text) => bytes(1, text)));
  return Buffer.concat([
    blob('OSMHeader', bytes(4, 'OsmSchema-V0.6')),
    blob('OSMData', Buffer.concat([bytes(1, table), bytes(2, group)])),
  ]);
}
