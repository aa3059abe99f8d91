/**
 * npm run bench:plan: the questions of a plan on instances whose best answers are published, and on all of London.
 *
 *   npm run bench:plan -- [--data ../shared/data] [--seconds 300]
 */
import { existsSync } from 'node:fs';
import { arch, cpus, hostname } from 'node:os';
import { parseArgs } from 'node:util';
import { lscp } from '../server/plan/questions/lscp.ts';
import { mclp } from '../server/plan/questions/mclp.ts';
import { pCentre } from '../server/plan/questions/p-centre.ts';
import { pMedian } from '../server/plan/questions/p-median.ts';
import type { Choice } from '../server/plan/reach.ts';
import type { Answer, SolveSettings } from '../server/plan/solve/solve.ts';
import { orLibrary, orLibraryOptima, placesOfWorship, sanFrancisco } from './instances.ts';
import { say } from './measure.ts';

const { values: given } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    seconds: { type: 'string', default: '300' },
  },
});
const folder = given.data;
if (!existsSync(`${folder}/optima`))
  throw new Error(`There are no instances in ${folder}: name their folder with --data.`);

const counts = { right: 0, proven: 0, all: 0 };

/** Asks, and says in one row what was found when. `expected` is the published best. */
async function row(
  what: string,
  expected: number | undefined,
  ask: (settings: SolveSettings) => Promise<Choice>,
): Promise<void> {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  let first: number | undefined;
  let near: number | undefined;
  const improved = ({ gap }: Answer) => {
    first ??= since();
    if (gap <= 0.01) near ??= since();
  };
  const { objective, bound, gap, status } = await ask({ seconds: Number(given.seconds), improved });
  const took = since();
  const isRight = expected === undefined || Math.abs(objective - expected) <= 1e-9 * Math.abs(expected);
  counts.all += 1;
  counts.right += Number(isRight);
  counts.proven += Number(status === 'optimal');
  const seconds = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2));
  say(
    `| ${what} | ${objective} | ${expected ?? ''} | ${isRight ? 'yes' : '**no**'} | ${status === 'optimal' ? 'proven' : `${(gap * 100).toFixed(3)} % open (bound ${bound})`} | ${seconds(first)} | ${seconds(near)} | ${seconds(took)} |`,
  );
}

say(`${hostname()}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${arch()}, Node ${process.version}\n`);
say('| instance | found | published | the same | proof | first answer, s | within 1 %, s | done, s |');
say('|---|---|---|---|---|---|---|---|');
for (const { name, p, median, centre } of orLibraryOptima(folder)) {
  const instance = orLibrary(folder, name);
  await row(`${name}: p-median, p = ${p}`, median, (settings) => pMedian({ ...instance, p }, settings));
  await row(`${name}: p-centre, p = ${p}`, centre, (settings) => pCentre({ ...instance, p }, settings));
}
const city = sanFrancisco(folder);
await row('San Francisco: p-median, p = 4', 2848268129.7145104, (settings) =>
  pMedian({ ...city, p: 4 }, settings),
);
await row('San Francisco: MCLP, p = 4, 5,000 m', 875247, (settings) =>
  mclp({ ...city, p: 4, within: 5000 }, settings),
);
await row('San Francisco: p-centre, p = 4', 7403.063810849859, (settings) =>
  pCentre({ ...city, p: 4 }, settings),
);
await row('San Francisco: LSCP, 5,000 m', 8, (settings) => lscp({ ...city, within: 5000 }, settings));
const borough = placesOfWorship(folder, 'wandsworth', 20_000);
for (const [within, people] of [
  [800, 88492],
  [1200, 164468],
] as const)
  await row(`Wandsworth: MCLP, p = 3, ${within} m`, people, (settings) =>
    mclp({ ...borough, p: 3, within }, settings),
  );
await row('Wandsworth: p-median, p = 3', undefined, (settings) => pMedian({ ...borough, p: 3 }, settings));
const london = placesOfWorship(folder, 'london', 1200);
await row('London: MCLP, p = 20, 1,200 m', undefined, (settings) =>
  mclp({ ...london, p: 20, within: 1200 }, settings),
);
await row('London: LSCP, 1,200 m', undefined, (settings) => lscp({ ...london, within: 1200 }, settings));
say(
  `\n${counts.right} of ${counts.all} as published, ${counts.proven} proven; ${Math.round(process.memoryUsage().rss / 1e6)} MB.`,
);
