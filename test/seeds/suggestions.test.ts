import assert from 'node:assert/strict';
import { countWaiting } from '../../server/corrections/waiting.ts';
import { signals } from '../../server/operator/repository.ts';
import { reminderLetter } from '../../server/pages/reminder-letter.ts';
import { demoPeople } from '../../server/people/demo.ts';
import { sendReminders } from '../../server/reminders/send.ts';
import { demoDatabase } from '../support/demo.ts';

describe('the demo, as its first person finds it', () => {
  it('has suggestions that wait, one that was accepted, and facts old enough for a letter', async () => {
    const { db } = await demoDatabase();
    const [amara] = demoPeople;
    const places: number[] = await db('venue as v')
      .join('organisation as o', 'o.id', 'v.organisation_id')
      .where({ 'o.slug': amara?.organisation, 'v.status': 'published' })
      .pluck('v.id');
    assert.ok(places.length >= 3, String(places.length));
    const waiting = await countWaiting(db, places);
    assert.equal(waiting.size, 3);
    assert.equal(
      [...waiting.values()].reduce((sum, each) => sum + each, 0),
      4,
    );
    const [credit] = await db('change_credit').select('kind', 'name');
    assert.deepEqual(credit, { kind: 'visitor', name: 'Ruth' });
    assert.deepEqual(await signals(db), [], 'no group of the demo looks like abuse');
    const publicUrl = 'http://localhost:3000';
    assert.ok((await sendReminders(db, { letter: reminderLetter(publicUrl), publicUrl })) >= 1);
    const { body } = await db('letter').where({ recipient: amara?.email }).first('body');
    assert.match(body, /getting old/);
  });
});
