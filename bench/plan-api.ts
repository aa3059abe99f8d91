/**
 * npm run bench:plan:api: a plan for all of London through the HTTP API of a running service, while others search it.
 *
 *   npm run bench:plan:api -- [--data ../shared/data] [--folder DIR] [--rate 30] [--seconds 30]
 *
 * The register is the places of worship of London (OpenStreetMap), the layer its 4,994 small areas. First people search
 * alone, at a steady rate; then they go on while plans are asked one after the other. With DATABASE_URL, a database called
 * moothall_bench_plan is made on that server instead of an embedded one in DIR.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { startEmbedded } from '../server/database/embedded.ts';
import { machine } from './machine.ts';
import { say } from './measure.ts';
import { openLondon } from './plan-london.ts';
import { askPlan, peakMemory, type Timed } from './plan-watched.ts';
import { headers, run } from './service.ts';

const { values: given } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    folder: { type: 'string', default: join(tmpdir(), 'moothall-bench-plan') },
    rate: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '30' },
  },
});
const [rate, seconds] = [Number(given.rate), Number(given.seconds)];
const TOKEN = 'bench-plan-operator-token-0123456789';

/** What people look for: boxes of a few streets, places near a point, rooms for so many, words. */
const searches = Array.from({ length: 60 }, (_search, n) => {
  const [lon, lat] = [-0.35 + 0.6 * ((n * 0.754878) % 1), 51.4 + 0.2 * ((n * 0.56984) % 1)];
  const asked = [
    `bbox=${(lon - 0.02).toFixed(4)},${(lat - 0.012).toFixed(4)},${(lon + 0.02).toFixed(4)},${(lat + 0.012).toFixed(4)}`,
    `near=${lon.toFixed(4)},${lat.toFixed(4)}&radius=3000`,
    `q=church%20hall`,
    `near=${lon.toFixed(4)},${lat.toFixed(4)}&people=40`,
  ];
  return `/api/v1/venues?${asked[n % asked.length]}`;
});

async function search(url: string, duration: number): Promise<{ p50: number; p99: number; count: number }> {
  const { latency, requests, errors, non2xx } = await autocannon({
    url,
    connections: 8,
    overallRate: rate,
    duration,
    requests: searches.map((path) => ({ path, headers })),
  });
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} searches failed`);
  return { p50: latency.p50, p99: latency.p99, count: requests.total };
}

const server = process.env.DATABASE_URL
  ? undefined
  : await startEmbedded(given.folder, { log: (line) => say(line) });
try {
  const london = await openLondon(server?.url ?? process.env.DATABASE_URL ?? '', given.data, say);
  say(`${machine()}\n`);
  const service = await run('dist/server/main.js', { DATABASE_URL: london.url, OPERATOR_TOKEN: TOKEN });
  const memory = peakMemory(service.pid);
  const plan = () => askPlan(service.url, TOKEN, london);
  try {
    await search(service.url, 5);
    const alone = await search(service.url, seconds);
    const before = memory.peak();
    let isOver = false;
    const beside = search(service.url, seconds).finally(() => {
      isOver = true;
    });
    const timed: Timed[] = [];
    while (!isOver) timed.push(await plan());
    const busy = await beside;
    const [first] = timed as [Timed];
    const worst = (of: (each: Timed) => number) => Math.max(...timed.map(of)).toFixed(1);
    say('| | |\n|---|---|');
    say(`| candidates × areas | ${first.candidates} × ${first.areas} |`);
    say(`| plans one after the other, with searches beside them | ${timed.length} |`);
    say(`| question taken, and begun, s | ${first.asked.toFixed(1)}, ${first.begun.toFixed(1)} |`);
    say(
      `| first answer with a gap, s (slowest plan) | ${first.first.toFixed(1)} (${worst((each) => each.first)}) |`,
    );
    say(
      `| gap of at most 1 %, s (slowest plan) | ${first.near.toFixed(1)} (${worst((each) => each.near)}) |`,
    );
    say(`| done, s (slowest plan) | ${first.done.toFixed(1)} (${worst((each) => each.done)}) |`);
    say(`| status, people reached | ${first.status}, ${first.objective} |`);
    say(
      `| memory before, and most of the service and its children, MB | ${Math.round(before)}, ${Math.round(memory.peak())} |`,
    );
    say(`| searches alone, p50 and p99, ms | ${alone.p50}, ${alone.p99} (${alone.count}) |`);
    say(`| searches beside plans, p50 and p99, ms | ${busy.p50}, ${busy.p99} (${busy.count}) |`);
    say(`| p99 beside plans over alone | ${(busy.p99 / Math.max(1, alone.p99)).toFixed(2)} |`);
  } finally {
    memory.stop();
    await service.stop();
  }
} finally {
  await server?.stop();
}
