/** Small files made for one test, and a mapping that reads them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Desk {
  folder: string;
  /** Writes a file; answers its path. */
  write(name: string, text: string | Buffer): string;
  /** Writes a mapping of the columns below for a source of this id; `more` replaces parts of it. */
  mapping(id: string, more?: object): string;
}

export const header = 'id,name,lon,lat,lift,toilet\n';

/** A folder of its own to write in. */
export function desk(name: string): Desk {
  const folder = mkdtempSync(join(tmpdir(), `moothall-${name}-`));
  const write: Desk['write'] = (file, text) => {
    const path = join(folder, file);
    writeFileSync(path, text);
    return path;
  };
  const mapping: Desk['mapping'] = (id, more = {}) =>
    write(
      `${id}.json`,
      JSON.stringify({
        source: { id, name: `Halls of ${id}`, licence: 'CC0-1.0', attribution: 'Us' },
        recordId: '{id}',
        name: '{name}',
        kind: 'community_hall',
        location: { lon: '{lon}', lat: '{lat}' },
        facts: { lift: { from: '{lift}' }, accessible_toilet: { from: '{toilet}' } },
        observedOn: '2025-01-01',
        ...more,
      }),
    );
  return { folder, write, mapping };
}
