import assert from 'node:assert/strict';
import { useService } from '../support/app.ts';
import { addVenue, fact, space } from '../support/factories.ts';

describe('POST /api/v1/fit', () => {
  const service = useService();
  const ask = (body: object) => service.request.post('/api/v1/fit').send(body);

  it('puts the room with the least to spare first, and the nearest to enough where none is', async () => {
    await addVenue(service.db, {
      spaces: [
        space('Main hall', { theatre: 260 }),
        space('Studio', { theatre: 40 }),
        space('Snug', { boardroom: 10 }),
      ],
    });
    const { rows } = await service.db.raw('select id from venue');
    const rooms = async (people: number) => {
      const { body } = await ask({ people, venues: [rows[0].id] }).expect(200);
      return body.items[0].spaces.map(({ name }: { name: string }) => name);
    };
    assert.deepEqual(await rooms(8), ['Snug', 'Studio', 'Main hall']);
    assert.deepEqual(await rooms(30), ['Studio', 'Main hall', 'Snug']);
    assert.deepEqual(await rooms(900), ['Main hall', 'Studio', 'Snug']);
  });

  it('answers yes, ask and no with the fact that decides, best first', async () => {
    const yes = await addVenue(service.db, {
      name: 'Known',
      facts: [fact('step_free_entrance', 'yes')],
      spaces: [
        space('Hall', { theatre: 80 }, { facts: [fact('hearing_loop', 'yes', { note: 'Tested in May' })] }),
      ],
    });
    const asks = await addVenue(service.db, { name: 'Unknown', spaces: [space('Hall', { theatre: 80 })] });
    const no = await addVenue(service.db, {
      name: 'Too small',
      facts: [fact('step_free_entrance', 'no')],
      spaces: [space('Hall', { theatre: 20 })],
    });
    const question = { people: 60, layout: 'theatre', access: ['step_free_entrance', 'hearing_loop'] };
    const { body } = await ask(question).expect(200);
    assert.deepEqual(
      body.items.map((item: { id: number; answer: string }) => [item.id, item.answer]),
      [
        [yes.id, 'yes'],
        [asks.id, 'ask'],
      ],
    );
    const [capacity, entrance, loop] = body.items[0].spaces[0].verdicts;
    assert.deepEqual([capacity.value, capacity.says], [80, 'It holds 80 in theatre layout.']);
    assert.equal(entrance.of, 'venue');
    assert.deepEqual([loop.of, loop.note, loop.age.state], ['space', 'Tested in May', 'fresh']);

    const named = await ask({ ...question, venues: [no.id, asks.id, yes.id] }).expect(200);
    assert.deepEqual(
      named.body.items.map((item: { id: number; answer: string }) => [item.id, item.answer]),
      [
        [yes.id, 'yes'],
        [asks.id, 'ask'],
        [no.id, 'no'],
      ],
    );
  });

  it('never lets one room borrow a fact from another', async () => {
    await addVenue(service.db, {
      spaces: [
        space('Large', { theatre: 100 }, { facts: [fact('hearing_loop', 'no')] }),
        space('Small', { theatre: 10 }, { facts: [fact('hearing_loop', 'yes')] }),
      ],
    });
    const { body } = await ask({ people: 60, access: ['hearing_loop'] }).expect(200);
    assert.deepEqual(body.items, []);
    const list = await service.request.get('/api/v1/venues?people=60&access=hearing_loop').expect(200);
    assert.deepEqual([list.body.total.value, list.body.mightFit.value], [0, 0]);
  });

  it('asks about what is only partly so, and about numbers it does not know', async () => {
    await addVenue(service.db, {
      facts: [fact('lift', 'partial', { note: 'Too narrow for a powered chair' })],
    });
    const { body } = await ask({ access: ['lift', 'door_clear_width'] }).expect(200);
    const [lift, door] = body.items[0].spaces[0].verdicts;
    assert.deepEqual([lift.answer, lift.note], ['ask', 'Too narrow for a powered chair']);
    assert.deepEqual([door.answer, door.age], ['ask', undefined]);
  });

  it('says by which hours it is closed', async () => {
    const { id } = await addVenue(service.db, { openingHours: { osm: 'Mo-Fr 09:00-17:00' } });
    const { body } = await ask({ venues: [id], openAt: 'sat-10:00' }).expect(200);
    assert.equal(body.items[0].answer, 'no');
    assert.equal(body.items[0].spaces[0].verdicts[0].says, 'It is closed on Saturday at 10:00.');
  });
});
