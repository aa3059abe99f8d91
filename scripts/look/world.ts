/** A demo register of its own, with what the demo alone does not have: places, people and moments to look at. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { seedDemo } from '../../seeds/load.ts';
import { connect } from '../../server/database/open.ts';
import { demoPeople } from '../../server/people/demo.ts';
import { setOperator } from '../../server/people/repository.ts';
import { drainAll } from '../../server/search/upkeep.ts';
import { buildApp, listen } from '../../test/support/app.ts';
import { closeDatabases, freshDatabase, poolSettings } from '../../test/support/database.ts';
import { signIn } from '../../test/support/people.ts';
import { type Desk, makeDesk } from './desk.ts';
import { addPlaces, type Places } from './places.ts';

/** Three of the demo, a steward of another group, and an operator. */
export type Person = 'amara' | 'joe' | 'priya' | 'bola' | 'olu';

export type People = Record<Person, { email: string; name: string; value: string; id: number }>;

export interface World {
  url: string;
  /** The same service, whose database is gone. */
  failing: string;
  db: Knex;
  places: Places;
  desk: Desk;
  people: People;
  /** Nobody has tried anything too often. */
  forgetTries(): Promise<void>;
  close(): Promise<void>;
}

const [amara, joe, priya] = demoPeople;
const emails: Record<Person, string> = {
  amara: amara?.email ?? '',
  joe: joe?.email ?? '',
  priya: priya?.email ?? '',
  bola: 'bola@readers.example',
  olu: 'olu@register.example',
};

async function person(db: Knex, email: string) {
  const { id, cookie } = await signIn(db, email);
  const [name = '', value = ''] = cookie.split('=');
  return { email, name, value, id };
}

/** The fixed clock of the house is the day that the seed is told; the service itself goes by the day that it is. */
export async function makeWorld(): Promise<World> {
  const { db, url: database } = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'moothall-look-data-'));
  await seedDemo(db, () => undefined);
  const settings = { demo: true, dataDir, smtpUrl: undefined };
  const service = await listen(buildApp(db, settings));
  const lost = connect(database, poolSettings);
  const failing = await listen(buildApp(lost, settings));
  await lost.destroy();
  const people = {
    amara: await person(db, emails.amara),
    joe: await person(db, emails.joe),
    priya: await person(db, emails.priya),
    bola: await person(db, emails.bola),
    olu: await person(db, emails.olu),
  };
  await setOperator(db, emails.olu, true);
  const places = await addPlaces({ db, url: service.url });
  const desk = await makeDesk({ db, url: service.url, people });
  await drainAll(db);
  return {
    url: service.url,
    failing: failing.url,
    db,
    places,
    desk,
    people,
    forgetTries: async () => {
      await db('rate_limit').delete();
    },
    close: async () => {
      await Promise.all([service.close(), failing.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function closeWorld(world: World): Promise<void> {
  await world.close();
  await closeDatabases();
}
