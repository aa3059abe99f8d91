/** Fills an empty register with the demo, through the same calls that people's data goes through. */
import type { Knex } from 'knex';
import { saveAreas, savePlaces } from '../server/areas/repository.ts';
import { saveLines } from '../server/backdrop/repository.ts';
import { readAreas } from '../server/demand/read-areas.ts';
import { addLayer } from '../server/demand/repository.ts';
import { saveVersion } from '../server/demand/versions.ts';
import { demoPeople } from '../server/people/demo.ts';
import { personOf } from '../server/people/repository.ts';
import { askPlan } from '../server/plan/ask.ts';
import { drainAll } from '../server/search/upkeep.ts';
import { saveTerms } from '../server/terms/repository.ts';
import { saveSource } from '../server/venues/import.ts';
import type { Actor } from '../server/venues/record.ts';
import { isoDay, saveVenue } from '../server/venues/repository.ts';
import { demandLayer, demandMapping, demandRows } from './demo/demand.ts';
import { demoLines, linesSource } from './demo/lines.ts';
import { demoPlans } from './demo/plans.ts';
import { type SuggestedAbout, seedSuggestions } from './demo/suggestions.ts';
import { demoTerms } from './demo/terms.ts';
import { demoAreas, demoOrganisations, demoPlaces, demoVenues } from './demo.ts';

const actor: Actor = { name: 'demo', kind: 'seed', rank: 'holder' };

/** Does this register hold the fictional demo? Then every page says so, however the service was started. */
export async function holdsDemo(db: Knex): Promise<boolean> {
  const [row] = await db('change').where({ actor_kind: 'seed' }).limit(1).select('id');
  return row !== undefined;
}

export class NotEmptyError extends Error {}

/** Adds the demo, whole or not at all; does nothing when it is there. Never mixes it with a real register. */
export async function seedDemo(db: Knex, log: (line: string) => void, today = isoDay()): Promise<void> {
  if (await holdsDemo(db)) return;
  if (await db('venue').first('id')) {
    throw new NotEmptyError(
      'This register holds venues of its own, so the fictional demo is not added. Start without --demo, or set DATA_DIR to another folder.',
    );
  }
  log('Filling the register with the demo: fictional venues on real streets …');
  let planning: Planning | undefined;
  await db.transaction(async (transaction) => {
    await transaction.raw('set local statement_timeout = 0');
    const organisations = await transaction('organisation')
      // Groups of long standing: who comes with many places in one month looks like abuse.
      .insert(
        demoOrganisations.map((each) => ({
          ...each,
          created_at: transaction.raw(`now() - interval '3 years'`),
        })),
      )
      .returning(['id', 'slug']);
    const idOf = new Map(organisations.map(({ id, slug }) => [slug, id]));
    for (const { email, organisation } of demoPeople) {
      const person_id = await personOf(transaction, email);
      await transaction('member').insert({
        organisation_id: idOf.get(organisation),
        person_id,
        role: 'steward',
      });
    }
    await savePlaces(transaction, demoPlaces);
    await saveAreas(transaction, demoAreas);
    await saveSource(transaction, linesSource);
    await saveLines(transaction, demoLines, { sourceId: linesSource.id, scope: 'demo', run: 0 });
    const own: SuggestedAbout[] = [];
    for (const [index, { venue, holder }] of demoVenues(today).entries()) {
      const whole = { ...venue, organisationId: idOf.get(holder) };
      // Every ninth group said when it is open, and what it agrees to, later: so histories have something to tell.
      const { openingHours, services, ...first } = whole;
      const later = index % 9 === 0 && openingHours !== undefined;
      const saved = await saveVenue(transaction, actor, undefined, later ? first : whole, { today });
      if (later)
        await saveVenue(
          transaction,
          actor,
          saved.id,
          { openingHours, ...(services && { services }) },
          { today },
        );
      const terms = demoTerms(index);
      const name = demoOrganisations.find(({ slug }) => slug === holder)?.name ?? actor.name;
      if (terms) await saveTerms(transaction, { ...actor, name }, saved.id, terms);
      if (holder === demoPeople[0]?.organisation && (venue.status ?? 'draft') === 'published')
        own.push({ id: saved.id, holder: name });
    }
    await seedSuggestions(transaction, own, today);
    planning = await seedDemand(transaction, idOf.get('thames-south-west-commissioning'));
  });
  await drainAll(db);
  // Places are found by the search, which knows them from here on.
  if (planning) await seedPlans(db, planning);
}

interface Planning {
  organisationId: number;
  layer: number;
}

/** The commissioner's layer of demand, by the way of every file. */
async function seedDemand(db: Knex, organisationId: number | undefined): Promise<Planning | undefined> {
  if (organisationId === undefined) return undefined;
  const layer = await addLayer(db, { organisationId, ...demandLayer });
  const rows = (async function* () {
    yield* demandRows();
  })();
  await saveVersion(db, layer, {
    mapping: demandMapping,
    areas: readAreas({ rows }, demandMapping),
    file: 'demo',
    sha256: 'demo',
    leaveOut: false,
  });
  return { organisationId, layer };
}

/** Asked as anybody asks, so that what the demo shows is what was worked out. */
const seedPlans = (db: Knex, { organisationId, layer }: Planning): Promise<void> =>
  db.transaction(async (transaction) => {
    for (const plan of demoPlans(organisationId, layer))
      await askPlan(transaction, { kind: 'operator' }, plan);
  });
