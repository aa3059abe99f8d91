/** Ratio 6: the whole country's clusters with filters from the rollup against the thin scan, and the size of answers. */
import assert from 'node:assert/strict';
import { boxToMercator } from '../server/database/geometry.ts';
import { read } from '../server/database/read.ts';
import { findClusters, levelFor, scanClusters } from '../server/search/clusters.ts';
import type { Register } from './load.ts';
import { against, median, type Result, race, ratios, spread } from './measure.ts';
import { country, needs } from './questions.ts';
import { towns } from './towns.ts';

export async function countryClusters({ db }: Register, rounds: number): Promise<Result> {
  const filters = { ...needs, people: 50, box: country };
  const zoom = 5;
  const box = boxToMercator(country);
  const ours = () => findClusters(db, filters, zoom);
  const theirs = () => read<{ venues: number }>(db, scanClusters(filters, box, levelFor(box, zoom)));
  const same = async () => {
    const sizes = (rows: number[]) => rows.sort((a, b) => a - b);
    const clusters = (await ours()).map((each) => each.count);
    assert.deepEqual(sizes(clusters), sizes((await theirs()).map((each) => each.venues)));
  };
  const timings = await race([{ ours, theirs, same }], rounds, 3);
  return {
    number: '6a',
    what: 'country clusters with filters, times faster than the thin scan',
    ratio: spread(ratios(timings, median).map((ratio) => 1 / ratio)),
    wanted: { atLeast: 20 },
    note: against(timings, median),
  };
}

/** The map tile that a place is on, as a box in degrees. */
function tileOf(lon: number, lat: number, zoom: number): string {
  const cells = 2 ** zoom;
  const x = Math.floor(((lon + 180) / 360) * cells);
  const angle = (lat * Math.PI) / 180;
  const y = Math.floor(((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2) * cells);
  const lonOf = (column: number) => (column / cells) * 360 - 180;
  const latOf = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / cells))) * 180) / Math.PI;
  // A hair inside, so that the tile does not touch its neighbours' cells.
  const inside = [lonOf(x) + 1e-7, latOf(y + 1) + 1e-7, lonOf(x + 1) - 1e-7, latOf(y) - 1e-7];
  return inside.map((degrees) => degrees.toFixed(8)).join(',');
}

/** The largest answer for any map tile below zoom 10 that has a town in it, over HTTP and without compression. */
export async function tileSizes(url: string): Promise<Result> {
  let largest = { bytes: 0, zoom: 0 };
  let asked = 0;
  for (let zoom = 0; zoom < 10; zoom++) {
    const tiles = new Set(towns.map(({ lon, lat }) => tileOf(lon, lat, zoom)));
    for (const bbox of tiles) {
      const path = `/api/v1/clusters?bbox=${bbox}&zoom=${zoom}&access=step_free_entrance&amenity=parking`;
      const response = await fetch(`${url}${path}`, { headers: { 'accept-encoding': 'identity' } });
      assert.equal(response.status, 200, path);
      const bytes = (await response.arrayBuffer()).byteLength;
      if (bytes > largest.bytes) largest = { bytes, zoom };
      asked += 1;
    }
  }
  const kilobytes = largest.bytes / 1024;
  return {
    number: '6b',
    what: 'largest answer for a map tile below z10, KB',
    ratio: { median: kilobytes, low: kilobytes, high: kilobytes },
    wanted: { atMost: 20 },
    note: `of ${asked} tiles, at z${largest.zoom}`,
  };
}
