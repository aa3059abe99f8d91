import assert from 'node:assert/strict';
import {
  apiQuery,
  readOpenAt,
  readQuery,
  searchPath,
  withoutValue,
  withUnasked,
  withValue,
  writeQuery,
} from '../../client/logic/query.ts';

describe('the state of a search in its URL', () => {
  it('reads repeated parameters and comma lists alike', () => {
    assert.deepEqual(readQuery('access=hearing_loop,lift&access=lift&access=baby_change').access, [
      'hearing_loop',
      'lift',
      'baby_change',
    ]);
  });

  it('forgets the blank fields that a plain form sends', () => {
    assert.deepEqual(readQuery('q=&people=+&layout=&kind=library'), { kind: ['library'] });
  });

  it('joins the weekday and the time of the form', () => {
    assert.deepEqual(readQuery('openDay=tue&openTime=19:30'), { openAt: ['tue-19:30'] });
    assert.deepEqual(readQuery('openDay=&openTime=19:30'), {});
    assert.deepEqual(readOpenAt({ openAt: ['tue 19:30'] }), { day: 'tue', time: '19:30' });
  });

  it('writes one state as one URL, with commas left readable', () => {
    const query = readQuery('access=lift&near=-0.17%2C51.43&q=tooting hall');
    assert.equal(writeQuery(query), 'q=tooting+hall&near=-0.17,51.43&access=lift');
    assert.deepEqual(readQuery(writeQuery(query)), query);
    assert.equal(searchPath({}), '/');
  });

  it('keeps text exactly as typed, commas and all', () => {
    assert.deepEqual(readQuery('q=hall, kitchen').q, ['hall, kitchen']);
  });

  it('starts again from the first page when a filter changes', () => {
    const query = readQuery('access=lift&access=bsl&cursor=abc');
    assert.deepEqual(withoutValue(query, 'access', 'lift'), { access: ['bsl'] });
    assert.deepEqual(withoutValue({ access: ['lift'] }, 'access', 'lift'), {});
    assert.deepEqual(withValue(query, 'sort', 'capacity'), { access: ['lift', 'bsl'], sort: ['capacity'] });
    assert.deepEqual(withValue({ sort: ['capacity'] }, 'sort', ''), {});
  });

  it('forgets what others add to a link', () => {
    assert.deepEqual(apiQuery(readQuery('utm_source=mail&fbclid=x&limit=50&q=hall&view=map')), {
      q: ['hall'],
    });
  });

  it('takes along what was typed since the last question, unless the link is about it or clears all', () => {
    const asked = readQuery('q=hall&access=lift');
    const draft = { q: ['hall'], people: [' 40 '], access: ['lift', 'bsl'] };
    assert.deepEqual(withUnasked(readQuery('q=hall&access=lift&view=map'), asked, draft), {
      q: ['hall'],
      people: ['40'],
      access: ['lift', 'bsl'],
      view: ['map'],
    });
    assert.deepEqual(withUnasked(readQuery('q=hall&cursor=x'), asked, draft), {
      q: ['hall'],
      people: ['40'],
    });
    assert.deepEqual(withUnasked({}, asked, draft), {});
  });
});
