/** Undoing, of whatever was changed: the place is as it was before, and nothing that came after is touched. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonical, statements } from '../../server/venues/record.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { loadRecords } from '../../server/venues/rows.ts';
import type { NewSpace, Services, VenueChange } from '../../server/venues/schema.ts';
import { undoChange } from '../../server/venues/undo.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, holder, space, TODAY } from '../support/factories.ts';
import { addOrganisation } from '../support/people.ts';

const facts = fc
  .uniqueArray(fc.constantFrom('lift', 'hearing_loop', 'piano', 'wifi'), { maxLength: 3 })
  .chain((keys) =>
    fc.tuple(...keys.map((key) => fc.constantFrom('yes', 'no').map((value) => fact(key, value as 'yes')))),
  );
const room = (name: string): fc.Arbitrary<NewSpace> =>
  fc
    .record({
      theatre: fc.integer({ min: 1, max: 3 }),
      floor: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
      loop: fc.boolean(),
    })
    .map(({ theatre, floor, loop }) =>
      space(
        name,
        { theatre },
        { ...(floor !== undefined && { floor }), facts: loop ? [fact('hearing_loop', 'yes')] : [] },
      ),
    );
const rooms = fc
  .uniqueArray(fc.constantFrom('Hall', 'Snug', 'Yard'), { maxLength: 3 })
  .chain((names) => fc.tuple(...names.map(room)));

const change: fc.Arbitrary<VenueChange> = fc.record(
  {
    name: fc.constantFrom('Broad Hall', 'Long Hall'),
    description: fc.constantFrom('', 'Warm', 'Cold'),
    status: fc.constantFrom('published', 'withdrawn'),
    address: fc.constantFrom({}, { town: 'London' }, { street: '1 Hall Road' }),
    contacts: fc.constantFrom([], [{ kind: 'phone' as const, value: '020 7946 0000', public: false }]),
    services: fc.constantFrom<Services>(
      { consent: 'ask_first' },
      { consent: 'declined' },
      { consent: 'agreed', sessionsPerWeek: 2 },
    ),
    tenure: fc.constantFrom(null, { holder: 'faith' as const }),
    openingHours: fc.constantFrom(null, { osm: 'Mo 09:00-12:00' }, { osm: 'Tu 10:00-11:00; Dec 25 off' }),
    facts: facts.map((list) => [...list].filter(({ key }) => key !== 'piano')),
    spaces: rooms.map((list) => [...list]),
  },
  { requiredKeys: [] },
);

describe('undoing, whatever was changed', () => {
  const service = useService();
  const load = async (id: number) => {
    const [record] = await loadRecords(service.db, [id]);
    assert.ok(record);
    return record;
  };
  const may = () => true;
  let us: number;
  beforeEach(async () => {
    us = await addOrganisation(service.db);
  });

  /** What is said of a place, whoever stated it and whatever the ids of its rooms are. */
  async function said(id: number): Promise<string> {
    const { spaces, facts, stated: _stated, version: _version, updatedAt: _at, ...fields } = await load(id);
    const plain = (list: typeof facts) => list.map(({ statedBy: _rank, ...each }) => each);
    const byName = spaces
      .map(({ id: _id, facts: own, ...each }) => ({ ...each, facts: plain(own) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return canonical({ ...fields, facts: plain(facts), spaces: byName });
  }

  it('puts back what stood before', async () => {
    await fc.assert(
      fc.asyncProperty(change, change, async (first, second) => {
        const { id } = await addVenue(service.db, { organisationId: us });
        await saveVenue(service.db, holder, id, first, { today: TODAY });
        const before = await said(id);
        const made = await saveVenue(service.db, holder, id, second, { today: TODAY });
        if (made.outcome === 'unchanged') return;
        const { left } = await undoChange(service.db, holder, id, made.version, { may });
        assert.deepEqual(left, []);
        assert.equal(await said(id), before);
      }),
      { numRuns: 60 },
    );
  });

  it('touches nothing that was changed since', async () => {
    await fc.assert(
      fc.asyncProperty(change, change, async (first, second) => {
        const { id } = await addVenue(service.db, {
          organisationId: us,
          spaces: [space('Hall', { theatre: 9 })],
        });
        const undoable = await saveVenue(service.db, holder, id, first, { today: TODAY });
        const since = await saveVenue(service.db, holder, id, second, { today: TODAY });
        if (undoable.outcome === 'unchanged' || since.outcome === 'unchanged') return;
        const before = statements(await load(id));
        await service.db.raw('savepoint trial');
        // Refused as a whole, where what stood before no longer fits: nothing is touched then either.
        await undoChange(service.db, holder, id, undoable.version, { may }).catch(() =>
          service.db.raw('rollback to savepoint trial'),
        );
        const after = statements(await load(id));
        for (const { path } of since.edits)
          assert.equal(canonical(after.get(path)), canonical(before.get(path)), path);
      }),
      { numRuns: 60 },
    );
  });
});
