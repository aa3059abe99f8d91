import assert from 'node:assert/strict';
import { localePath, locales } from '../../client/language/locales.ts';
import {
  arrivalOf,
  bodyOf,
  countAnswers,
  type Entry,
  goesByItself,
  isOver,
  type Kept,
  keptHere,
  placeOf,
  sameFields,
  sendKey,
} from '../../client/logic/kept.ts';

const kept = (more: Partial<Kept> = {}): Kept => ({
  id: 'a',
  person: 'amara',
  place: '/list',
  form: '/list 0',
  action: 'http://localhost/list',
  href: '/list',
  title: 'List a place',
  fields: [['name', 'Barn']],
  names: ['name'],
  state: 'typing',
  nonce: '1-2-3',
  at: 1_000_000,
  ...more,
});

describe('what is typed, as it is kept', () => {
  it('belongs to a page, in whatever language, whatever the place is called by now', () => {
    for (const [path, search, place] of [
      ['/list', '', '/list'],
      ['/cy/list', '?done=1', '/list'],
      ['/cymru', '', '/cymru'],
      ['/ar', '', ''],
      ['/cy/venues/old-hall-12/terms', '?kept=abc&theirs=x', '/venues/12/terms'],
      ['/venues/12/edit/rooms', '', '/venues/12/edit/rooms'],
      ['/venues/hall-2-12', '?from=3', '/venues/12?from=3'],
      ['/venues/hall', '', '/venues/hall'],
    ] as const)
      assert.equal(placeOf(path, search), place);
    for (const locale of locales) assert.equal(placeOf(localePath(locale, '/list'), ''), '/list');
  });

  it('is this tab’s own first, then what was typed last, and nobody else’s ever', () => {
    const all = [
      kept({ id: 'a', at: 1 }),
      kept({ id: 'b', at: 3 }),
      kept({ id: 'c', at: 2 }),
      kept({ id: 'd', person: 'joe', at: 9 }),
      kept({ id: 'e', place: '/account', at: 9 }),
      kept({ id: 'f', form: '/list 1', at: 9 }),
    ];
    assert.equal(keptHere(all, kept({ id: 'a' }))?.id, 'a');
    assert.equal(keptHere(all, kept({ id: 'new' }))?.id, 'b');
    assert.equal(keptHere(all, kept({ id: 'd', person: 'eve' })), undefined);
  });

  it('goes after two weeks, and is sent by itself for three days', () => {
    const day = 86_400_000;
    const waiting = kept({ state: 'waiting' });
    const later = (days: number) => waiting.at + days * day;
    assert.deepEqual(
      [2, 4, 13, 15].map((days) => [goesByItself(waiting, later(days)), isOver(waiting, later(days))]),
      [
        [true, false],
        [false, false],
        [false, false],
        [false, true],
      ],
    );
    assert.equal(goesByItself(kept(), later(0)), false);
    const ofNobody = kept({ person: 'tab 7' });
    assert.deepEqual(
      [0, 2].map((days) => isOver(ofNobody, later(days))),
      [false, true],
      'of somebody who is not signed in, sooner',
    );
  });

  it('is the same however a browser ends its lines', () => {
    const fields: Entry[] = [['text', 'one\ntwo']];
    assert.ok(sameFields(fields, [['text', 'one\r\ntwo']]));
    assert.ok(
      !sameFields(fields, [
        ['text', 'one\ntwo '],
        ['x', ''],
      ]),
    );
    assert.ok(!sameFields(fields, [['note', 'one\ntwo']]));
  });

  it('is sent under one key from whichever tab, and under another when it was changed', () => {
    const key = sendKey(kept());
    assert.match(key, /^[\w.:-]{16,128}$/);
    assert.equal(sendKey(kept({ id: 'b', at: 5, state: 'waiting' })), key);
    const others = [
      kept({ fields: [['name', 'Barm']] }),
      kept({ fields: [['nam', 'eBarn']] }),
      kept({ button: ['do', 'save'] }),
      kept({ nonce: '3-2-1' }),
    ].map(sendKey);
    assert.equal(new Set([key, ...others]).size, 5);
  });

  it('is sent as the form would send it, with its button', () => {
    const fields: Entry[] = [
      ['a', '1'],
      ['a', '2'],
      ['b', 'x y'],
    ];
    assert.equal(bodyOf({ fields, button: ['do', 'look'] }).toString(), 'a=1&a=2&b=x+y&do=look');
  });

  it('counts each question that is answered once', () => {
    const fields: Entry[] = [
      ['day', '2026-05-02'],
      ['answer_all_lift', 'yes'],
      ['answer_all_wifi', ''],
      ['answer_all_door', ' '],
      ['same_answer_all_door', '86'],
      ['same_answer_all_bays', '2'],
      ['answer_all_bays', '3'],
      ['was_answer_all_lift', 'no 2025-01-01'],
    ];
    assert.equal(countAnswers(fields, 'answer_'), 3);
  });

  it('has arrived, comes again, waits for signing in or for the line, or is refused', () => {
    for (const [status, arrival] of [
      [0, 'noLine'],
      [200, 'again'],
      [204, 'taken'],
      [400, 'again'],
      [401, 'signedOut'],
      [403, 'refused'],
      [404, 'refused'],
      [409, 'again'],
      [412, 'again'],
      [413, 'refused'],
      [429, 'noLine'],
      [500, 'refused'],
      [503, 'noLine'],
      [504, 'noLine'],
    ] as const)
      assert.equal(arrivalOf(status), arrival, String(status));
  });
});
