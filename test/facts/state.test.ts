import assert from 'node:assert/strict';
import { stateFacts } from '../../server/facts/state.ts';
import { getRecord } from '../../server/venues/read.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, holder, space } from '../support/factories.ts';

describe('stating facts one by one', () => {
  const service = useService();
  const evidence = { method: 'visited', observedOn: '2026-05-02', observedBy: 'Two volunteers' } as const;
  const before = { observedOn: '2025-01-01', note: 'By the side door' };

  const add = () =>
    addVenue(service.db, {
      facts: [fact('step_free_entrance', 'yes', before), fact('lift', 'no', before)],
      spaces: [
        space('Hall', { theatre: 80 }, { facts: [fact('hearing_loop', 'no', before)] }),
        space('Snug'),
      ],
    });

  it('confirms, replaces and adds what is named, and leaves the rest with its evidence', async () => {
    const { id } = await add();
    const { venue } = await getRecord(service.db, id);
    const [hall, snug] = (venue.spaces ?? []).map((each) => each.id);
    const stated = [
      { key: 'step_free_entrance', value: 'yes' as const },
      { key: 'blue_badge_bays', value: 2 },
      { key: 'hearing_loop', spaceId: hall, value: 'yes' as const },
      { key: 'hearing_loop', spaceId: snug, value: 'partial' as const, note: 'Front rows' },
    ];
    const saved = await stateFacts(service.db, holder, id, { stated, evidence });
    assert.deepEqual([saved.outcome, saved.version], ['updated', 2]);
    const after = (await getRecord(service.db, id)).venue;
    const found = (key: string) => after.facts?.find((each) => each.key === key);
    const { observedOn, observedBy } = evidence;
    assert.deepEqual(found('step_free_entrance'), {
      ...fact('step_free_entrance', 'yes', { observedOn, observedBy }),
      note: before.note,
    });
    assert.deepEqual(found('blue_badge_bays'), fact('blue_badge_bays', 2, { observedOn, observedBy }));
    assert.deepEqual(found('lift'), fact('lift', 'no', before));
    assert.deepEqual(
      after.spaces?.map(({ name, capacities, facts }) => [name, capacities?.length, facts]),
      [
        // A note about what is no more goes with it.
        ['Hall', 1, [fact('hearing_loop', 'yes', { observedOn, observedBy })]],
        ['Snug', 0, [fact('hearing_loop', 'partial', { observedOn, observedBy, note: 'Front rows' })]],
      ],
    );
    const again = await stateFacts(service.db, holder, id, { stated, evidence });
    assert.deepEqual([again.outcome, again.version], ['unchanged', 2]);
  });

  it('refuses a room that is not there, by its place in the list, and a version that is over', async () => {
    const { id } = await add();
    const stated = [
      { key: 'lift', value: 'yes' as const },
      { key: 'hearing_loop', spaceId: 2147483647, value: 'yes' as const },
    ];
    await assert.rejects(stateFacts(service.db, holder, id, { stated, evidence }), {
      status: 400,
      errors: [
        { pointer: '#/1/spaceId', value: 2147483647, detail: 'This venue has no space with this id.' },
      ],
    });
    const one = { stated: stated.slice(0, 1), evidence };
    await assert.rejects(stateFacts(service.db, holder, id, one, { versions: [7] }), { status: 412 });
    assert.equal((await getRecord(service.db, id)).version, 1);
  });
});
