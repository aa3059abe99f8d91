/** Ratios 1, 2 and 8: the list over HTTP against the bare statement, against plain rows, and when nothing has changed. */
import assert from 'node:assert/strict';
import { type Result, say, shown, spread } from './measure.ts';
import type { Bare } from './pgbench.ts';
import { cityPlaces, listPath, townPlaces } from './questions.ts';
import { CLIENTS, headers, load, type Process, type Question } from './service.ts';

const places = [...townPlaces, ...cityPlaces];
const lists: Question[] = places.map((place) => ({ path: listPath(place) }));
const whole: Question[] = places.map((place) => ({ path: listPath(place, '') }));

/** Seconds to get warm. */
const WARM = 1;

interface Card {
  [key: string]: unknown;
  updatedAt: string;
}

/** The cards, however each service writes a time, an absent value or the order of a card's parts. */
async function cards(url: string, path: string): Promise<unknown[]> {
  const response = await fetch(url + path, { headers });
  assert.equal(response.status, 200, path);
  const { items } = (await response.json()) as { items: Card[] };
  return items.map(({ updatedAt, ...item }) => ({
    ...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null)),
    at: Date.parse(updatedAt),
  }));
}

async function withTags(url: string): Promise<Question[]> {
  return Promise.all(
    lists.map(async ({ path }) => {
      const response = await fetch(url + path, { headers });
      await response.arrayBuffer();
      return { path, headers: { 'if-none-match': response.headers.get('etag') ?? '' } };
    }),
  );
}

/** Every answer is a whole list. A cold contestant may not finish one while it gets warm. */
function allFull(statuses: Record<string, number>, time: number): void {
  const none = time <= WARM && Object.keys(statuses).length === 0;
  if (!none) assert.deepEqual(Object.keys(statuses), ['200']);
}

export async function lists50(
  { service, plain, bare }: { service: Process; plain: Process; bare: Bare },
  rounds: number,
  seconds: number,
): Promise<Result[]> {
  for (const { path } of lists)
    assert.deepEqual(await cards(service.url, path), await cards(plain.url, path), path);
  const rates = {
    ours: [] as number[],
    plain: [] as number[],
    bare: [] as number[],
    unchanged: [] as number[],
  };
  let p99 = 0;
  const measures: ((seconds: number) => Promise<Partial<Record<keyof typeof rates, number>>>)[] = [
    async (time) => {
      const { perSecond, statuses, ...ours } = await load(service.url, lists, time);
      allFull(statuses, time);
      if (time > WARM) p99 = Math.max(p99, ours.p99);
      return { ours: perSecond };
    },
    async (time) => ({ bare: await bare.run(time) }),
    async (time) => {
      const { perSecond, statuses } = await load(service.url, await withTags(service.url), time);
      const full = statuses['200'] ?? 0;
      if (full > 0) say(`  the register changed while 304 was measured: ${full} full answers`);
      return { unchanged: perSecond };
    },
    async (time) => {
      const { perSecond, statuses } = await load(plain.url, lists, time);
      allFull(statuses, time);
      return { plain: perSecond };
    },
  ];
  // Each in turn after a short while of its own, so that none finds the memory as another has left it.
  for (let round = 0; round < rounds; round++) {
    for (const measure of round % 2 === 0 ? measures : measures.toReversed()) {
      await measure(WARM);
      for (const [name, rate] of Object.entries(await measure(seconds)))
        rates[name as keyof typeof rates].push(rate);
    }
  }
  const each = (name: keyof typeof rates, by: keyof typeof rates) =>
    spread(rates[name].map((rate, round) => rate / (rates[by][round] ?? Number.NaN)));
  const rate = (name: keyof typeof rates) => `${shown(spread(rates[name]).median)}/s`;
  return [
    {
      number: '1',
      what: `HTTP list against ${bare.name}, ${CLIENTS} clients`,
      ratio: each('ours', 'bare'),
      wanted: { atLeast: 0.6 },
      note: `${rate('ours')} against ${rate('bare')}; p99 ${p99} ms`,
    },
    {
      number: '2',
      what: 'HTTP list against plain knex rows',
      ratio: each('ours', 'plain'),
      wanted: { atLeast: 1.7 },
      note: `${rate('ours')} against ${rate('plain')}`,
    },
    {
      number: '8',
      what: '304 against the full list',
      ratio: each('unchanged', 'ours'),
      wanted: { atLeast: 5 },
      note: `${rate('unchanged')} against ${rate('ours')}`,
    },
  ];
}

/** For information: the list as most clients ask for it, with everything that is counted beside it. */
export async function fullAnswer(service: Process, seconds: number): Promise<string[]> {
  const cold: number[] = [];
  for (const { path } of whole) {
    const started = performance.now();
    await (await fetch(service.url + path, { headers })).arrayBuffer();
    cold.push(performance.now() - started);
  }
  const cached = await load(service.url, whole, seconds);
  const packed = await load(
    service.url,
    lists.map((each) => ({ ...each, headers: { 'accept-encoding': 'gzip' } })),
    seconds,
  );
  const figures = spread(cold);
  return [
    `with facets, total and mightFit, first time: ${shown(figures.median)} ms (${shown(figures.low)}–${shown(figures.high)})`,
    `with facets, total and mightFit, counted before: ${shown(cached.perSecond)}/s, p99 ${cached.p99} ms`,
    `list as gzip: ${shown(packed.perSecond)}/s, p99 ${packed.p99} ms`,
  ];
}
