/**
 * Real streets of south-west London, each as a point on it, written by hand for the demo. The venues that stand
 * on them are invented, so a street is named and never a house number: somebody lives at every number.
 */
import type { Place } from './sketch.ts';
import { balham } from './streets/balham.ts';
import { battersea } from './streets/battersea.ts';
import { clapham } from './streets/clapham.ts';
import { corners } from './streets/corners.ts';
import { mitcham } from './streets/mitcham.ts';
import { putney } from './streets/putney.ts';
import { streatham } from './streets/streatham.ts';
import { tooting } from './streets/tooting.ts';
import { wandsworth } from './streets/wandsworth.ts';
import { wimbledon } from './streets/wimbledon.ts';

export type StreetRow = readonly [
  street: string,
  postcode: string,
  lon: number,
  lat: number,
  locality: string,
  ward: string,
];

export interface Street extends Place {
  ward: string;
}

export const streets: readonly Street[] = [
  ...tooting,
  ...balham,
  ...wandsworth,
  ...putney,
  ...battersea,
  ...clapham,
  ...streatham,
  ...mitcham,
  ...wimbledon,
].map(([street, postcode, lon, lat, locality, ward]) => ({ street, postcode, lon, lat, locality, ward }));

/** The corner on a street where a venue that is told by hand stands. */
export function on(street: string, locality: string): Place {
  const corner = corners.find((row) => row[0] === street && row[4] === locality);
  if (!corner) throw new Error(`No corner of ${street} in ${locality}`);
  const [, postcode, lon, lat] = corner;
  return { street, postcode, lon, lat, locality };
}
