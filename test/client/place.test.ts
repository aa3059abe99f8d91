import assert from 'node:assert/strict';
import { exceptionsText } from '../../client/logic/hours.ts';
import { contactLink, wayLinks } from '../../client/logic/place.ts';
import { comparePath, mailPath, shortlistPath } from '../../client/logic/shortlist.ts';
import { termsView } from '../../client/logic/terms.ts';
import { readIds } from '../../client/state/shortlist.ts';
import { languageOf } from '../../server/pages/languages.ts';

const dial = (value: string) => contactLink({ kind: 'phone', value, public: true });

describe('a telephone link', () => {
  it('dials the number, and is not made of what is not one number', () => {
    assert.equal(dial('+44 (0)20 7946 0999'), 'tel:+442079460999');
    assert.equal(dial('020 7946 0999'), 'tel:02079460999');
    for (const value of ['020 7946 0999 or 020 7946 0123', 'ask Bob on 7946', '999'])
      assert.equal(dial(value), undefined, value);
  });
});

describe('a way there', () => {
  const location = { lon: -0.17, lat: 51.43 };
  it('is told of an exact place alone', () => {
    assert.match(
      wayLinks({ name: 'A', location: { ...location, precision: 'exact' } })?.app ?? '',
      /^geo:51/,
    );
    for (const precision of ['approximate', 'hidden'] as const)
      assert.equal(wayLinks({ name: 'A', location: { ...location, precision } }), undefined);
  });
});

describe('a list in an address', () => {
  it('carries ids in order; four are compared', () => {
    assert.equal(shortlistPath([]), '/shortlist');
    assert.equal(shortlistPath([3, 1]), '/shortlist?ids=3,1');
    assert.equal(comparePath([5, 4, 3, 2, 1]), '/compare?ids=5,4,3,2');
    assert.equal(mailPath('A & B', 'x\ny'), 'mailto:?subject=A%20%26%20B&body=x%0D%0Ay');
  });

  it('takes nothing but ids from what the browser kept', () => {
    assert.deepEqual(readIds('[3,1,3,"4",-2,1.5]'), [3, 1]);
    for (const text of [null, '', '{', '{"a":1}', 'null']) assert.deepEqual(readIds(text), []);
  });
});

describe('days that are other than usual', () => {
  it('are told until they are over', () => {
    const hours = {
      weekly: [],
      timezone: 'Europe/London',
      osm: '',
      exceptions: [
        { from: '2026-11-01', closed: true },
        { from: '2026-12-24', until: '2027-01-02', closed: true, note: 'Christmas' },
        { from: '2027-02-01', opens: '10:00', closes: '12:00' },
      ],
    };
    assert.deepEqual(exceptionsText(languageOf('en'), hours, '2026-12-31'), [
      '24 December 2026 to 2 January 2027: Closed (Christmas)',
      '1 February 2027: 10am to midday',
    ]);
  });
});

describe('terms of a place that its group has given up', () => {
  it('say what is not stated, and send nobody to ask', () => {
    const terms = { rates: [{ visitor: 'charity', per: 'free' }], noticeDays: 3 } as const;
    const view = (who?: 'nobody') =>
      termsView(
        languageOf('en'),
        { version: 1, terms: { ...terms, rates: [...terms.rates] } },
        undefined,
        who,
      );
    const said = (who?: 'nobody') => [...(view(who)?.sentences ?? []), view(who)?.unstated].join(' ');
    assert.match(said(), /businesses\. Ask what it costs\..*Not stated, so ask: a deposit/);
    assert.match(said('nobody'), /businesses\. Ask at least 3.*Not stated: a deposit/);
  });
});
