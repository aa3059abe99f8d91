/** The venues that are told by hand, neighbourhood by neighbourhood. */
import type { VenueSketch } from './sketch.ts';
import { balham } from './told/balham.ts';
import { battersea } from './told/battersea.ts';
import { brixton } from './told/brixton.ts';
import { commons } from './told/commons.ts';
import { malden } from './told/malden.ts';
import { merton } from './told/merton.ts';
import { nineElms } from './told/nine-elms.ts';
import { putney } from './told/putney.ts';
import { roehampton } from './told/roehampton.ts';
import { southfields } from './told/southfields.ts';
import { streatham } from './told/streatham.ts';
import { tooting } from './told/tooting.ts';
import { upperTooting } from './told/upper-tooting.ts';
import { wandsworth } from './told/wandsworth.ts';
import { wimbledon } from './told/wimbledon.ts';

export const told: readonly VenueSketch[] = [
  ...balham,
  ...battersea,
  ...brixton,
  ...commons,
  ...malden,
  ...merton,
  ...nineElms,
  ...putney,
  ...roehampton,
  ...southfields,
  ...streatham,
  ...tooting,
  ...upperTooting,
  ...wandsworth,
  ...wimbledon,
];
