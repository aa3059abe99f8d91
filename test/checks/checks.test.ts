/** What was seen on a walk round a place, as it is sent. */
import assert from 'node:assert/strict';
import { settleAnswer } from '../../server/checks/take.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, holder, space, TODAY } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const yes = (observedOn: string) => ({ value: 'yes' as const, observedOn });
const no = (observedOn: string) => ({ value: 'no' as const, observedOn });

describe('an answer of a check', () => {
  const day = '2026-05-02';
  for (const [what, answer, now, settled] of [
    ['nothing was stated, nothing is', { value: 'yes', was: null }, undefined, 'take'],
    ['as stated', { value: 'yes', was: yes('2025-01-01') }, yes('2025-01-01'), 'take'],
    ['no longer as stated', { value: 'no', was: yes('2025-01-01') }, yes('2025-01-01'), 'take'],
    ['seen the same later', { value: 'yes', was: yes('2025-01-01') }, yes('2026-05-03'), 'newer'],
    ['seen the same before', { value: 'yes', was: yes('2025-01-01') }, yes('2026-05-01'), 'take'],
    [
      'stated after the walk, which is typed in late',
      { value: 'no', was: yes('2026-05-03') },
      yes('2026-05-03'),
      'newer',
    ],
    ['stated meanwhile, the same', { value: 'yes', was: null }, yes('2026-05-01'), 'take'],
    ['stated meanwhile, otherwise', { value: 'yes', was: null }, no('2026-05-01'), 'clash'],
    ['changed meanwhile', { value: 'yes', was: yes('2025-01-01') }, no('2026-05-03'), 'clash'],
    ['confirmed meanwhile', { value: 'no', was: yes('2025-01-01') }, yes('2026-05-01'), 'clash'],
    ['taken away meanwhile', { value: 'yes', was: yes('2025-01-01') }, undefined, 'clash'],
    [
      'a number, as stated',
      { value: 90, was: { value: 90, observedOn: day } },
      { value: 90, observedOn: day },
      'take',
    ],
  ] as const)
    it(`is ${settled}: ${what}`, () => assert.equal(settleAnswer(answer, now, day), settled));
});

describe('a check', () => {
  const service = useService();
  let id: number;
  let hall: number;
  let us: number;
  let cookie: string;
  const old = { observedOn: '2025-01-01' };
  beforeEach(async () => {
    us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, {
      organisationId: us,
      facts: [
        fact('step_free_entrance', 'yes', old),
        fact('lift', 'no', old),
        fact('door_clear_width', 86, old),
      ],
      spaces: [space('Hall', {}, { facts: [fact('hearing_loop', 'no', old)] })],
    }));
    hall = (await service.db('space').where({ venue_id: id }).first('id')).id;
    ({ cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'editor' }));
  });
  const send = (body: object, key?: string) =>
    service.request
      .post(`/api/v1/venues/${id}/checks`)
      .set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', ...(key && { 'Idempotency-Key': key }) })
      .send({ observedOn: TODAY, observedBy: 'Two volunteers', ...body });
  const stated = async (): Promise<Record<string, unknown>> => {
    const { body } = await service.request.get(`/api/v1/venues/${id}`).expect(200);
    const of = (facts: { key: string; value: unknown; method: string; observedOn: string }[]) =>
      Object.fromEntries(facts.map(({ key, value, observedOn }) => [key, `${value} ${observedOn}`]));
    return { version: body.version, ...of(body.facts), hall: of(body.spaces[0].facts) };
  };
  const was = yes('2025-01-01');

  it('confirms and changes what was looked at, and leaves the rest', async () => {
    const { body } = await send({
      answers: [
        { key: 'step_free_entrance', value: 'yes', was },
        { key: 'hearing_loop', spaceId: hall, value: 'yes', was: no('2025-01-01') },
        { key: 'wifi', value: 'partial', was: null },
      ],
    }).expect(200);
    assert.deepEqual(body, { version: 2, saved: 3, newer: 0, clashes: [], gone: [] });
    assert.deepEqual(await stated(), {
      version: 2,
      step_free_entrance: `yes ${TODAY}`,
      lift: 'no 2025-01-01',
      door_clear_width: '86 2025-01-01',
      wifi: `partial ${TODAY}`,
      hall: { hearing_loop: `yes ${TODAY}` },
    });
  });

  it('overwrites nothing that others stated meanwhile, saves the rest, and takes what is insisted upon', async () => {
    await saveVenue(service.db, holder, id, {
      facts: [fact('step_free_entrance', 'no', { observedBy: 'Joe' }), fact('lift', 'no', old)],
    });
    const answers = [
      { key: 'step_free_entrance', value: 'yes', was },
      { key: 'lift', value: 'no', was: no('2025-01-01') },
    ];
    const { body } = await send({ answers }).expect(200);
    const now = { value: 'no', observedOn: TODAY, observedBy: 'Joe', method: 'visited' };
    assert.deepEqual(body, {
      version: 3,
      saved: 1,
      newer: 0,
      clashes: [{ key: 'step_free_entrance', value: 'yes', now }],
      gone: [],
    });
    assert.equal((await stated()).step_free_entrance, `no ${TODAY}`);
    await send({ answers: [{ ...answers[0], was: no(TODAY) }] }).expect(200);
    assert.equal((await stated()).step_free_entrance, `yes ${TODAY}`);
  });

  it('gives back what was said of a room that is gone', async () => {
    await saveVenue(service.db, holder, id, { spaces: [] });
    const answer = { key: 'hearing_loop', spaceId: hall, value: 'yes', was: no('2025-01-01') };
    const { body } = await send({ answers: [answer] }).expect(200);
    assert.deepEqual(body, { version: 2, saved: 0, newer: 0, clashes: [], gone: [answer] });
  });

  it('is taken once, however often it is sent', async () => {
    const answers = [{ key: 'lift', value: 'yes', was: no('2025-01-01') }];
    const first = await send({ answers }, 'a-key-of-the-phone-1').expect(200);
    await saveVenue(service.db, holder, id, { facts: [fact('lift', 'no')] });
    const second = await send({ answers }, 'a-key-of-the-phone-1').expect(200);
    assert.deepEqual(second.body, first.body);
    assert.equal((await stated()).version, 3);
  });

  it('says what is wrong with it', async () => {
    const answers = [{ key: 'lift', value: 'yes', was: null }];
    for (const [body, pointer] of [
      [{ answers: [] }, '#/answers'],
      [{ answers: [{ key: 'lift', value: 'yes' }] }, '#/answers/0/was'],
      [{ answers: [{ key: 'castle', value: 'yes', was: null }] }, '#/answers/0/key'],
      [{ answers, observedOn: 'yesterday' }, '#/observedOn'],
    ] as const) {
      const found = await send(body).expect(400);
      assert.equal(found.body.errors[0].pointer, pointer);
    }
    await send({ answers: [{ key: 'blue_badge_bays', value: 'yes', was: null }] }).expect(400);
    await send({ answers: [{ key: 'wifi', value: 'yes', was: null }], observedOn: '2999-01-01' }).expect(400);
    assert.equal((await stated()).version, 1);
  });
});
