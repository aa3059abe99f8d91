/**
 * Nothing private leaves. A register full of secrets is asked by every endpoint that is mounted, as everybody who must not
 * know them, in every format; and two registers that differ in nothing but their secrets must answer alike.
 */
import assert from 'node:assert/strict';
import { TypeGuard } from '@sinclair/typebox';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { pino } from 'pino';
import supertest from 'supertest';
import { type App, createApp } from '../../server/app.ts';
import type { Route } from '../../server/http/route.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { listen, publicDir, testConfig } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { columns } from './leak-columns.ts';
import { LEAK_FILE } from './leak-demand.ts';
import { middle, plant, type Secrets, type World } from './leak-world.ts';

const planted: Secrets = {
  prefix: 'zyqvk',
  spots: [
    { lon: middle.lon - 0.001873, lat: middle.lat + 0.001931 },
    { lon: middle.lon + 0.001917, lat: middle.lat - 0.001859 },
  ],
  elsewhere: [
    { lon: -0.173159, lat: 51.433917 },
    { lon: -0.181739, lat: 51.441373 },
    { lon: -0.191357, lat: 51.451793 },
  ],
  more: 2,
};

/** What is asked of addresses that take questions; those that know no such parameter say so. */
const around = (size: number) =>
  [middle.lon - size, middle.lat - size, middle.lon + size, middle.lat + size]
    .map((each) => each.toFixed(6))
    .join(',');
const questions = (world: World): string[] => {
  const ids = Object.values(world.venues);
  return [
    '',
    ...['json', 'geojson', 'csv'].map((format) => `format=${format}&limit=100`),
    ...['updated', 'capacity'].map((sort) => `sort=${sort}&limit=100`),
    `near=${middle.lon},${middle.lat}&sort=distance`,
    ...[100, 260, 600].map(
      (radius) => `near=${(middle.lon - 0.0019).toFixed(6)},${middle.lat}&radius=${radius}`,
    ),
    ...[0.0005, 0.0015, 0.002, 0.05].map((size) => `bbox=${around(size)}`),
    ...[3, 8, 11, 14, 17, 20].map((zoom) => `bbox=${around(0.05)}&zoom=${zoom}`),
    `polygon=${middle.lon},${middle.lat};${(middle.lon + 0.003).toFixed(6)},${middle.lat};${middle.lon},${(middle.lat - 0.003).toFixed(6)}`,
    'access=step_free_station_distance',
    'within=West',
    'q=hall',
    'q=SW16',
    'include=evidence,open,possible,relaxed,total,facets,mightFit',
    `ids=${ids.join(',')}`,
    'before=3',
    'limit=1',
    'done=yes',
  ];
};

/** Does the address know these parameters? Of pages, which do not say, the three do that show what is asked for. */
function knows({ path, query, undocumented }: Route, search: string): boolean {
  const names = [...new URLSearchParams(search).keys()];
  if (undocumented)
    return (
      path === '/' ||
      names.every((name) => name === 'done' || (name === 'ids' && /^.(comp|short)/.test(path)))
    );
  return TypeGuard.IsObject(query) && names.every((name) => name in query.properties);
}

/** Bodies that are good enough to be taken, for what strangers may send; the rest is tried with one that is not. */
const bodies = (world: World, id: string): Record<string, object> => ({
  'post /api/v1/fit': { near: [middle.lon, middle.lat], venues: Object.values(world.venues) },
  'post /api/v1/venues/:id/claims': {
    organisationId: world.organisations.them,
    declaration: 'It has been ours since 1962.',
    maySpeak: true,
  },
  'post /api/v1/claims/:id/contests': {
    organisationId: world.organisations.them,
    words: 'It has been ours since 1962.',
  },
  'post /api/v1/venues/:id/reports': { kind: 'other', words: 'Something is not right here.' },
  'post /venues/:slug/report': { kind: 'other', words: 'Something is not right here.' },
  'post /venues/:slug/claim': {
    do: 'claim',
    organisationId: world.organisations.them,
    words: 'It has been ours since 1962.',
    maySpeak: 'yes',
  },
  'post /list': {
    name: 'Hidden Hall',
    kind: 'community_hall',
    point: `${planted.spots[1].lat}, ${planted.spots[1].lon}`,
    organisationId: String(world.organisations.them),
  },
  'post /api/v1/operator/venues/:id/merge': { into: Number(id) + 1 },
});

/** What can stand for a parameter of a path. */
function valuesOf(route: Route, name: string, world: World): string[] {
  const { path } = route;
  const venues = Object.values(world.venues).map(String);
  if (name === 'slug') return path.startsWith('/areas') ? ['west-ward'] : venues.map((id) => `hall-${id}`);
  if (name === 'id' && path.includes('/enquiries/')) return [String(world.others.enquiry)];
  if (name === 'id' && /plans/.test(path)) return [String(world.others.plan), String(world.others.answered)];
  if (name === 'id' && path.includes('/areas')) return ['West'];
  if (name === 'id' && path.includes('/organisations')) return Object.values(world.organisations).map(String);
  if (name === 'id' && path.includes('/claims/:id')) return [String(world.claim)];
  if (name === 'id' && path.includes('/contests')) return [String(world.contest)];
  if (name === 'id' && path.includes('/reports/:id')) return [String(world.report)];
  if (name === 'photo' || path.startsWith('/photos/:id')) {
    if (name === 'size') return ['320'];
    return name === 'format' ? ['jpg'] : world.photos;
  }
  if (name === 'id' && /layers/.test(path)) return [String(world.others.layer)];
  if (name === 'file') return [LEAK_FILE];
  if (name === 'person') return world.people.map(String);
  if (name === 'version') return ['1', '2'];
  if (name === 'name') return ['pages-0.xml', 'areas-0.xml', 'venues-0.xml'];
  const known: unknown = TypeGuard.IsObject(route.params) ? route.params.properties[name]?.enum : undefined;
  if (Array.isArray(known)) return known.slice(0, 3).map(String);
  // Of a parameter that is new here: the first of a path names a venue, and what follows is one of few.
  const isFirst = route.path.indexOf(':') === route.path.indexOf(`:${name}`);
  return isFirst && name !== 'token' ? venues : [String(world.others[name] ?? 1)];
}

function addresses(route: Route, world: World): { path: string; id: string }[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  // Each photo at its own place.
  if (names.includes('photo'))
    return world.photos.map((photo, index) => {
      const id = String(world.venues[['open', 'draft', 'withdrawn', 'removed'][index] ?? ''] ?? 1);
      return {
        path: route.path
          .replace(/:(id|slug)/, (name) => (name === ':slug' ? `hall-${id}` : id))
          .replace(':photo', photo),
        id,
      };
    });
  return names.reduce(
    (found, name) =>
      found.flatMap(({ path, id }) =>
        valuesOf(route, name, world).map((value) => ({
          path: path.replace(`:${name}`, value),
          id: id || value,
        })),
      ),
    [{ path: route.path, id: '' }],
  );
}

interface Answer {
  who: string;
  asked: string;
  status: number;
  text: string;
}

/** Everything that `who` can hear, asked of every route. */
async function* answersTo(
  { app, url }: { app: App; url: string },
  db: Knex,
  world: World,
  strangers: Record<string, Record<string, string>>,
): AsyncGenerator<Answer> {
  const say = (text: unknown, headers: Record<string, unknown>) => {
    const { date: _date, 'x-request-id': _id, ...told } = headers;
    return `${JSON.stringify(told)}\n${text}`;
  };
  for (const route of app.routes) {
    if (route.path === '/metrics') continue;
    const api = route.path.startsWith('/api/');
    for (const [who, headers] of Object.entries(strangers)) {
      if ((!api || route.method !== 'get') && 'Authorization' in headers) continue;
      for (const { path, id } of addresses(route, world)) {
        const asks = route.method === 'get' && !path.includes('.png') && !/:/.test(route.path);
        const searches = questions(world).filter((each) => each === '' || (asks && knows(route, each)));
        const others = route.path === '/venues/:slug' ? [`/cy${path}`, `/ar${path}`] : [];
        for (const asked of [...searches.map((search) => (search ? `${path}?${search}` : path)), ...others]) {
          const request = supertest(url)
            [route.method](asked)
            .set({ 'Sec-Fetch-Site': 'same-origin', Accept: api ? '*/*' : 'text/html', ...headers });
          const body = bodies(world, id)[`${route.method} ${route.path}`] ?? { x: '1' };
          if (route.method === 'get') {
            const { status, text, body: bytes, headers: told } = await request;
            yield { who, asked, status, text: say(text ?? String(bytes), told) };
            continue;
          }
          await db.raw('savepoint trial');
          const sent = route.form ? request.type('form').send(body) : request.send(body);
          const { status, text, headers: told } = await (route.upload ? request : sent);
          await db.raw('rollback to savepoint trial');
          yield { who, asked: `${route.method} ${asked}`, status, text: say(text, told) };
        }
      }
    }
  }
}

/**
 * Degrees and metres of the map, to within a metre: as text, wherever they stand. What is told more roughly, the last test
 * sees.
 */
const tellingNumbers = [...planted.spots, ...planted.elsewhere].flatMap(({ lon, lat }) => {
  const mercator = (lon * Math.PI * 6_378_137) / 180;
  return [lon.toFixed(6).slice(0, -1), lat.toFixed(6).slice(0, -1), mercator.toFixed(0)].map((each) =>
    each.replace('-', ''),
  );
});

describe('secrets', () => {
  let db: Knex.Transaction;
  let app: App;
  let server: Awaited<ReturnType<typeof listen>>;
  const lines: string[] = [];
  before(async () => {
    db = await (await freshDatabase()).db.transaction();
    const log = pino({ level: 'trace', base: null }, { write: (line) => lines.push(line) });
    app = createApp({ db, config: testConfig(), log, assets: readAssets(publicDir), publicDir });
    server = await listen(app);
  });
  after(async () => {
    await server.close();
    await db.rollback();
  });

  /** In a register with these secrets, of which nothing is left behind. */
  async function inWorld<T>(secrets: Secrets, work: (world: World) => Promise<T>): Promise<T> {
    await db.raw('savepoint world');
    try {
      return await work(await plant(db, secrets));
    } finally {
      await db.raw('rollback to savepoint world');
    }
  }

  it('are known of every column of the database', async () => {
    const { rows } = await db.raw(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name not like 'knex%' order by 1`,
    );
    assert.deepEqual([...columns.keys()].sort(), rows.map(({ name }: { name: string }) => name).sort());
  });

  it('are planted wherever there can be any', () =>
    inWorld(planted, async () => {
      for (const [name, secrecy] of columns) {
        const [table = '', column = ''] = name.split('.');
        if (secrecy === 'secret' && column !== 'id') {
          const found = await db(table)
            .whereRaw('??::text ilike ?', [column, `%${planted.prefix}%`])
            .first(db.raw('1 as found'));
          assert.ok(found, `nothing is planted in ${name}`);
        }
        if (secrecy === 'digest') assert.ok(await db(table).first(column), `there is no ${name}`);
      }
    }));

  it('are told to no stranger, by no endpoint, in no format, and to no log', () =>
    inWorld(planted, async (world) => {
      const digests: string[] = [];
      for (const [name, secrecy] of columns)
        if (secrecy === 'digest') {
          const [table = '', column = ''] = name.split('.');
          for (const bytes of (await db(table).pluck(column)) as Buffer[])
            digests.push(bytes.toString('hex'), bytes.toString('base64url'));
        }
      const photos = world.photos.slice(1);
      let count = 0;
      for await (const { who, asked, status, text } of answersTo(
        { app, url: server.url },
        db,
        world,
        world.strangers,
      )) {
        count += 1;
        const name = `${who}: ${asked} answered ${status}`;
        assert.ok(status < 500, `${name}\n${text.slice(0, 2000)}`);
        const heard = text.toLowerCase();
        const at = heard.indexOf(planted.prefix);
        assert.ok(at < 0, `${name}, and tells “${text.slice(Math.max(0, at - 80), at + 60)}”`);
        const echo = new RegExp(asked.match(/\d+\.\d+/g)?.join('|') ?? 'nothing', 'g');
        // What was asked for is said again; nothing else may be.
        const said = heard.replaceAll(echo, '').replace(/value="51\.\d+, -?0\.\d+"/g, '');
        for (const number of tellingNumbers)
          assert.ok(!said.includes(number), `${name}, and tells ${number}`);
        for (const digest of digests) assert.ok(!text.includes(digest), `${name}, and tells a digest`);
        for (const photo of photos)
          if (!asked.includes(photo)) assert.ok(!text.includes(photo), `${name}, and tells of a photo`);
      }
      assert.ok(count > 800, `only ${count} answers`);
      const log = lines.join('').toLowerCase();
      assert.ok(log.length > 0 && !log.includes(planted.prefix));
    })).timeout(600_000);

  it('of a group that held a place before are not told to those who hold it now', () =>
    inWorld(planted, async (world) => {
      const own = new RegExp(`${planted.prefix}(handed|released|calledbefore|before@)`, 'i');
      const { handed, open } = world.venues;
      const only = { ...world, venues: { handed: handed ?? 0, open: open ?? 0 } };
      for await (const { asked, text } of answersTo({ app, url: server.url }, db, only, {
        steward: world.steward,
      }))
        assert.doesNotMatch(text, own, asked);
    })).timeout(600_000);

  /** All that strangers hear, with what names a moment or a version of the database taken out. */
  async function heardIn(secrets: Secrets, words: string[]): Promise<Map<string, string>> {
    return inWorld(secrets, async (world) => {
      const heard = new Map<string, string>();
      const tidy = (text: string) =>
        text
          .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'moment')
          .replaceAll(/"etag":"[^,]*",?/g, '')
          .replaceAll(/kept=[\w-]+|kept%3D[\w-]+/g, 'kept')
          .replaceAll(secrets.prefix, 'secret')
          .replaceAll(new RegExp(world.photos.join('|'), 'g'), 'photo');
      const { nobody = {} } = world.strangers;
      for await (const { asked, status, text } of answersTo({ app, url: server.url }, db, world, { nobody }))
        heard.set(tidy(asked), `${status} ${tidy(text)}`);
      for (const path of ['/api/v1/venues', '/api/v1/suggest', '/'])
        for (const field of words) {
          const asked = `${path}?q=${encodeURIComponent(`${secrets.prefix}${field}`)}`;
          const { status, text } = await supertest(server.url).get(asked);
          heard.set(tidy(asked), `${status} ${tidy(text)}`);
        }
      return heard;
    });
  }

  it('make no difference: two registers that differ in them alone answer alike', async () => {
    const offset = fc.double({ min: -0.0021, max: 0.0021, noNaN: true });
    const inCell = fc.record({
      lon: offset.map((by) => middle.lon + by),
      lat: offset.map((by) => middle.lat + by),
    });
    const anywhere = fc.record({
      lon: fc.double({ min: -0.3, max: 0, noNaN: true }),
      lat: fc.double({ min: 51.3, max: 51.6, noNaN: true }),
    });
    // As long as the other, and unlike any word that there is.
    const secrets = fc.record({
      prefix: fc.string({ unit: fc.constantFrom(...'vxzkq'), minLength: 6, maxLength: 6 }),
      spots: fc.tuple(inCell, inCell),
      elsewhere: fc.tuple(anywhere, anywhere, anywhere),
      more: fc.nat(2),
    });
    const words = ['draftname', 'withdrawnname', 'removedname', 'hiddenstreet', 'openmail', 'calledsteward'];
    await fc.assert(
      fc.asyncProperty(secrets, secrets, async (one, other) => {
        const [first, second] = [await heardIn(one, words), await heardIn(other, words)];
        assert.deepEqual([...first.keys()], [...second.keys()]);
        for (const [asked, text] of first) assert.equal(text, second.get(asked), asked);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  }).timeout(600_000);
});
