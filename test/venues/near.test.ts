import assert from 'node:assert/strict';
import { useService } from '../support/app.ts';
import { addVenue, fact, space } from '../support/factories.ts';

describe('the places near a venue that was judged', () => {
  const service = useService();
  const near = async (path: string) => {
    const { text } = await service.request.get(path).expect(200);
    return /<section aria-labelledby="near".*?<\/section>/s.exec(text)?.[0] ?? '';
  };

  it('fit all that was asked, and say it as the list of results does', async () => {
    const lift = { facts: [fact('lift', 'yes', { observedOn: '2020-03-01' })] };
    const { id } = await addVenue(service.db);
    await addVenue(service.db, { name: 'Large hall', ...lift, spaces: [space('Hall', { theatre: 80 })] });
    await addVenue(service.db, { name: 'Small hall', ...lift, spaces: [space('Snug', { theatre: 30 })] });
    const path = `/venues/broadwater-hall-${id}`;

    const asked = await near(`${path}?people=40&access=lift`);
    assert.match(asked, /Places near here that fit what you asked for/);
    assert.match(asked, /Fits:<\/strong> Hall \(80\)/);
    assert.match(asked, /mh-tag--asked.*?Lift.*?years ago/s);
    assert.match(asked, /href="\/venues\/large-hall-\d+\?people=40&amp;access=lift"/);
    assert.doesNotMatch(asked, /Small hall/);

    const nothing = await near(`${path}?people=4000&access=lift`);
    assert.match(nothing, /Places of the same kind near here/);
    assert.doesNotMatch(nothing, /Fits:/);
    assert.match(await near(path), /Small hall/);
  });
});
