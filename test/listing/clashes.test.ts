/** Two people change the same step at once: what can be kept of both is, and what cannot a person chooses. */
import assert from 'node:assert/strict';
import { recordAt } from '../../server/venues/at.ts';
import type { VenueRecord } from '../../server/venues/record.ts';
import { loadRecords } from '../../server/venues/rows.ts';
import { fieldsIn, useDesk } from './desk.ts';

/** For each kind of step: what both do to another field, and to the same one. */
const cases: {
  step: (room: number) => string;
  base: object;
  theirs: object;
  apart: object;
  clash: object;
  field: string;
  shows: [string, string];
}[] = [
  {
    step: () => 'edit/about',
    base: { name: 'Quillfeather Hall', kind: 'community_hall', description: '' },
    theirs: { description: 'Theirs is warm' },
    apart: { kind: 'mosque' },
    clash: { description: 'Mine is light' },
    field: 'description',
    shows: ['Theirs is warm', 'Mine is light'],
  },
  {
    step: () => 'edit/where',
    base: { point: '51.4275, -0.168', town: '' },
    theirs: { town: 'Theirton' },
    apart: { street: '1 Mine Road' },
    clash: { town: 'Mineham' },
    field: 'town',
    shows: ['Theirton', 'Mineham'],
  },
  {
    step: (room) => `edit/rooms/${room}`,
    base: { name: 'Main hall', setting: 'indoor', people_theatre: '80' },
    theirs: { people_theatre: '90' },
    apart: { floor: '1' },
    clash: { people_theatre: '70' },
    field: 'people_theatre',
    shows: ['90', '70'],
  },
  {
    step: () => 'edit/access/getting_in',
    base: { fact_step_free_entrance: '' },
    theirs: { fact_step_free_entrance: 'yes' },
    apart: { fact_door_clear_width: '90' },
    clash: { fact_step_free_entrance: 'partial' },
    field: 'fact_step_free_entrance',
    shows: ['Yes', 'In part'],
  },
  {
    step: (room) => `edit/rooms/${room}/facilities`,
    base: { fact_projector: '' },
    theirs: { fact_projector: 'no' },
    apart: { fact_screen: 'yes' },
    clash: { fact_projector: 'yes' },
    field: 'fact_projector',
    shows: ['No', 'Yes'],
  },
  {
    step: () => 'edit/hours',
    base: {},
    theirs: { day1: ['09:00', '17:00'] },
    apart: { note: 'Ring first' },
    clash: { day1: ['10:00', '18:00'] },
    field: 'day1',
    shows: ['09:00–17:00', '10:00–18:00'],
  },
  {
    step: () => 'edit/contacts',
    base: {},
    theirs: { contacts: ['email', 'theirs@hall.example', '', 'public'] },
    apart: {},
    clash: { contacts: ['email', 'mine@hall.example', '', 'private'] },
    field: 'contacts',
    shows: ['theirs@hall.example (public)', 'mine@hall.example (private)'],
  },
  {
    step: () => 'edit/precision',
    base: { precision: 'exact' },
    theirs: { precision: 'hidden' },
    apart: { precision: 'exact' },
    clash: { precision: 'approximate' },
    field: 'precision',
    shows: ['not shown', 'shown roughly'],
  },
  {
    step: () => 'edit/services',
    base: { services: 'ask_first' },
    theirs: { services: 'agreed', sessions: '5' },
    apart: { services: 'ask_first' },
    clash: { services: 'declined' },
    field: 'services',
    shows: ['yes, up to 5 sessions a week', '>no<'],
  },
];

describe('two people at one step of a listing', () => {
  const desk = useDesk();
  const { send, see, roomId } = desk;
  const stored = async (step: string) => fieldsIn((await see(step).expect(200)).text);

  for (const { step, base, theirs, apart, clash, field, shows } of cases)
    it(`are both kept where they can be, and asked where they cannot: ${field}`, async () => {
      const at = step(await roomId('Main hall'));
      await send(at, { version: '1', ...base, ...theirs }).expect(303);
      const before = await stored(at);
      // From the same version, of something else: both stand.
      await send(at, { version: '1', ...base, ...apart }).expect(303);
      const both = await stored(at);
      assert.deepEqual(both[field], before[field]);
      for (const [name, value] of Object.entries(apart))
        if (name !== field) assert.deepEqual(both[name], [value].flat());
      // Of the same: nothing is saved, and both are shown.
      const refused = await send(at, { version: '1', ...base, ...apart, ...clash }).expect(412);
      for (const shown of shows) assert.ok(refused.text.includes(shown), shown);
      assert.match(refused.text, new RegExp(`href="#choose_${field}"`));
      assert.deepEqual((await stored(at))[field], before[field]);
      // Sent again without a choice it asks again; with one, it is so.
      const form = fieldsIn(refused.text);
      await send(at, form).expect(400);
      await send(at, { ...form, [`choose_${field}`]: 'theirs' }).expect(303);
      assert.deepEqual((await stored(at))[field], before[field]);
      await send(at, { ...form, [`choose_${field}`]: 'mine' }).expect(303);
      const chosen = (clash as Record<string, string | string[]>)[field];
      assert.deepEqual((await stored(at))[field]?.slice(0, [chosen].flat().length), [chosen].flat());
    });

  it('say who was first', async () => {
    await send('edit/about', { version: '1', name: 'Joe’s Hall', kind: 'community_hall' }, desk.editor);
    const { text } = await send('edit/about', {
      version: '1',
      name: 'Amara’s Hall',
      kind: 'community_hall',
    }).expect(412);
    assert.match(text, /What Joe saved/);
  });

  it('lose no room: one that was taken away meanwhile can be added again as it was typed', async () => {
    const room = await roomId('Snug');
    await send('edit/rooms', { do: `remove-${room}` }).expect(303);
    const { text } = await send(`edit/rooms/${room}`, {
      version: '1',
      name: 'Cosy',
      people_boardroom: '9',
    }).expect(412);
    const form = fieldsIn(text);
    assert.deepEqual([form.name, form.people_boardroom], [['Cosy'], ['9']]);
    await send(`edit/rooms/${room}`, { ...form, name: '' }).expect(400);
    await send(`edit/rooms/${room}`, form).expect(303);
    assert.deepEqual(
      (await desk.venue()).spaces?.map(({ name }) => name),
      ['Main hall', 'Cosy'],
    );
  });

  it('hear that the answers about a room that is gone have no place', async () => {
    const room = await roomId('Snug');
    await send('edit/rooms', { do: `remove-${room}` }).expect(303);
    const { text } = await send(`edit/rooms/${room}/access`, {
      version: '1',
      fact_hearing_loop: 'yes',
    }).expect(412);
    assert.match(text, /bring the room back/);
  });

  it('keep what was typed over a session that is over', async () => {
    const answer = await send('edit/about', { version: '1', name: 'Typed Hall', kind: 'mosque' }, '').expect(
      303,
    );
    const next = new URLSearchParams(answer.headers.location?.split('?')[1]).get('next') ?? '';
    const kept = await desk.service.request
      .get(next)
      .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: desk.steward })
      .expect(200);
    assert.deepEqual(fieldsIn(kept.text).name, ['Typed Hall']);
    assert.deepEqual(fieldsIn(kept.text).version, ['1']);
  });
});

describe('a venue as it was at a version', () => {
  const desk = useDesk();
  const { send, roomId } = desk;

  it('is what it was, whatever was changed since', async () => {
    const now = async () => (await loadRecords(desk.service.db, [desk.id]))[0] as VenueRecord;
    const hall = await roomId('Main hall');
    const was = [await now()];
    const steps: [string, object][] = [
      ['edit/about', { name: 'Other Hall', kind: 'mosque', names: ['cy', 'Neuadd'] }],
      ['edit/access/getting_in', { fact_step_free_entrance: 'yes', note_step_free_entrance: 'a/b~c' }],
      [`edit/rooms/${hall}/access`, { fact_hearing_loop: 'no' }],
      ['edit/rooms', { name: 'Attic', people_cabaret: '12' }],
      [`edit/rooms/${hall}`, { name: 'Great hall', people_theatre: '', people_banquet: '50', floor: '2' }],
      ['edit/hours', { day1: ['09:00', '17:00'] }],
      ['edit/rooms', { do: `remove-${hall}` }],
      ['edit/hours', { note: '' }],
      ['edit/publish', {}],
    ];
    for (const [step, form] of steps) {
      await send(step, { version: String(was.at(-1)?.version), ...form }).expect(303);
      was.push(await now());
    }
    const last = await now();
    const plain = ({
      version: _v,
      updatedAt: _u,
      stated: _s,
      slug: _slug,
      spaces,
      ...rest
    }: VenueRecord) => ({
      ...rest,
      spaces: [...spaces].sort((a, b) => a.id - b.id),
    });
    for (const each of was)
      assert.deepEqual(
        plain(await recordAt(desk.service.db, last, each.version)),
        plain(each),
        `${each.version}`,
      );
  });
});
