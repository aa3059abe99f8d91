/** Each step of a listing: what it keeps, what it refuses and where it says so, and what it leaves alone. */
import assert from 'node:assert/strict';
import { addVenue } from '../support/factories.ts';
import { fieldsIn, useDesk } from './desk.ts';

const faults = (html: string) => [...html.matchAll(/href="#([\w-]+)">([^<]+)</g)].map(([, field]) => field);
/** The controls that are marked as wrong, each described by a sentence that is on the page. */
const marked = (html: string) =>
  [...html.matchAll(/<(?:input|select|textarea)[^>]*aria-invalid="true"[^>]*>/g)].map(([tag]) => {
    const [, said] = / aria-describedby="(?:[\w-]+-hint )?([\w-]+-error)"/.exec(tag) ?? [];
    assert.match(html, new RegExp(` id="${said}"`));
    return / id="([^"]+)"/.exec(tag)?.[1];
  });

describe('the steps of a listing', () => {
  const desk = useDesk();
  const { send, see, venue, roomId } = desk;

  it('change nothing when they are sent back as they came', async () => {
    await desk.service.db('place').insert({
      name: 'SW17 8ZZ',
      folded: 'sw17 8zz',
      area: 'London',
      kind: 'postcode',
      lon: -0.16,
      lat: 51.43,
    });
    await send('edit/where', { version: '1', postcode: 'SW17 8ZZ', directions: 'Behind the Co-op' });
    await send('edit/about', { name: 'Quillfeather Hall', kind: 'community_hall', description: 'A\nhall' });
    await send('edit/hours', { day1: ['09:00', '02:00', '18:00', '22:00'], closed: '7', note: 'Ask' });
    await send('edit/contacts', { contacts: ['email', 'a@b.example', 'A "B" & C', 'public'] });
    await send('edit/access/getting_in', {
      fact_step_free_entrance: 'partial',
      note_step_free_entrance: 'x',
    });
    await send('edit/services', { services: 'agreed', sessions: '2' });
    const room = await roomId('Main hall');
    await send(`edit/rooms/${room}/hours`, { day3: ['10:00', '12:00'] });
    await send(`edit/rooms/${room}/access`, { fact_hearing_loop: 'yes' });
    const before = await desk.service.db('venue').where({ id: desk.id }).first('version');
    const steps = [
      'where',
      'about',
      'hours',
      'contacts',
      'access/getting_in',
      'precision',
      'services',
      `rooms/${room}`,
    ];
    for (const step of [...steps, `rooms/${room}/hours`, `rooms/${room}/access`]) {
      const { text } = await see(`edit/${step}`).expect(200);
      await send(`edit/${step}`, fieldsIn(text)).expect(303);
      const { version } = await desk.service.db('venue').where({ id: desk.id }).first('version');
      assert.equal(version, before.version, step);
    }
  });

  it('say where it is: by a postcode, by a point, and in words that nobody guesses from', async () => {
    const { text } = await send('edit/where', { version: '1', postcode: 'ZZ1 1ZZ', point: '' }).expect(400);
    assert.deepEqual(faults(text), ['postcode']);
    const far = await send('edit/where', { version: '1', point: '99, 400' }).expect(400);
    assert.match(far.text, /href="#point">Latitude is from -85 to 85/);
    await send('edit/where', {
      version: '1',
      point: '51.5, -0.2',
      directions: '///filled.count.soap',
      town: 'London',
    }).expect(303);
    const { location, address } = await venue();
    assert.deepEqual(location, { lon: -0.2, lat: 51.5, precision: 'exact' });
    assert.deepEqual(address, { town: 'London', directions: '///filled.count.soap' });
    await send('edit/publish', {}).expect(303);
    const page = await desk.service.request.get(desk.path).set('Sec-Fetch-Site', 'same-origin').expect(200);
    assert.match(page.text, /filled\.count\.soap/);
  });

  it('show the point of a postcode before it is saved, with everything typed', async () => {
    await desk.service.db('place').insert({
      name: 'SW17 8ZZ',
      folded: 'sw17 8zz',
      area: 'London',
      kind: 'postcode',
      lon: -0.16,
      lat: 51.43,
    });
    const { text } = await send('edit/where', {
      version: '1',
      do: 'find',
      postcode: 'sw17 8zz',
      street: '1 Quill Road',
    }).expect(200);
    assert.match(text, /value="51.43, -0.16"/);
    assert.match(text, /value="1 Quill Road"/);
    assert.notEqual((await venue()).location.lat, 51.43);
  });

  it('say what it is called, in every language, and what it is like', async () => {
    const about = { name: 'Quillfeather Hall', kind: 'mosque', description: 'Warm and light.' };
    await send('edit/about', { ...about, names: ['cy', 'Neuadd Pluen', 'ur', 'ہال', '', ''] }).expect(303);
    const { names, description, kind } = await venue();
    assert.deepEqual(names, { cy: 'Neuadd Pluen', ur: 'ہال' });
    assert.deepEqual([description, kind], ['Warm and light.', 'mosque']);
    const { text } = await send('edit/about', {
      ...about,
      version: '2',
      name: '',
      kind: 'castle',
      names: ['Welsh', 'Neuadd', 'ur', ''],
    }).expect(400);
    assert.deepEqual(faults(text).sort(), ['kind', 'name', 'names_0', 'names_1-name']);
    assert.match(text, /value="Neuadd"/);
    const long = await send('edit/about', { ...about, version: '2', name: 'x'.repeat(161) }).expect(400);
    assert.match(long.text, /href="#name">Name: write at most 160 characters/);
  });

  it('say when it is open: a week, other days and a note; past midnight is the next morning', async () => {
    const week = { day1: ['09:00', '17:00'], day5: ['09:00', '12:00', '18:00', '02:00'], closed: '7' };
    await send('edit/hours', {
      ...week,
      days: [
        '2026-12-25',
        '2026-12-26',
        'closed',
        '',
        '',
        'Christmas',
        '2027-01-02',
        '',
        'open',
        '10:00',
        '12:00',
        '',
      ],
      note: 'Other times on request',
    }).expect(303);
    const { openingHours } = await venue();
    assert.deepEqual(openingHours?.weekly, [
      { weekday: 1, opens: '09:00', closes: '17:00' },
      { weekday: 5, opens: '09:00', closes: '12:00' },
      { weekday: 5, opens: '18:00', closes: '26:00' },
    ]);
    assert.deepEqual(openingHours?.exceptions, [
      { from: '2026-12-25', until: '2026-12-26', closed: true, note: 'Christmas' },
      { from: '2027-01-02', opens: '10:00', closes: '12:00' },
    ]);
    assert.equal(openingHours?.note, 'Other times on request');
    assert.equal(openingHours?.timezone, 'Europe/London');
    // All of it is taken back by emptying it.
    await send('edit/hours', { version: '2', note: '' }).expect(303);
    assert.equal((await venue()).openingHours, undefined);
    const closed = { closed: ['1', '2', '3', '4', '5', '6', '7'] };
    await send('edit/hours', closed).expect(303);
    assert.equal((await venue()).openingHours?.osm, 'off');
  });

  it('keep what a data set said of the hours in its own words, until the week is another', async () => {
    const osm = 'Mo-Fr 09:00-17:00; Sa sunrise-12:00';
    const [row] = await desk.service.db('venue').where({ id: desk.id }).select('version');
    await desk.service.request
      .patch(`/api/v1/venues/${desk.id}`)
      .set({ Cookie: desk.steward, 'Sec-Fetch-Site': 'same-origin', 'If-Match': `"${row.version}"` })
      .send({ openingHours: { osm } })
      .expect(200);
    const { text } = await see('edit/hours').expect(200);
    assert.match(text, /Sa sunrise-12:00/);
    const form = fieldsIn(text);
    assert.deepEqual(form.day1, ['09:00', '17:00']);
    await send('edit/hours', { ...form, note: 'Ring first' }).expect(303);
    assert.match((await venue()).openingHours?.osm ?? '', /sunrise/);
    assert.match((await venue()).openingHours?.note ?? '', /Ring first/);
    await send('edit/hours', { ...form, version: '3', note: 'Ring first', day1: ['10:00', '17:00'] }).expect(
      303,
    );
    assert.doesNotMatch((await venue()).openingHours?.osm ?? '', /sunrise/);
  });

  it('refuse hours that say two things, each beside its day', async () => {
    const { text } = await send('edit/hours', {
      day1: ['09:00', ''],
      day2: ['10:00', '11:00'],
      closed: '2',
      days: ['2026-12-25', '2026-12-24', 'closed', '', '', ''],
    }).expect(400);
    assert.deepEqual(faults(text), ['day1-c0', 'day2-closed', 'days_0-until']);
    assert.deepEqual(marked(text), ['day1-c0', 'day2-closed', 'days_0-until']);
    assert.match(text, /value="2026-12-24"/);
    const twice = ['2026-12-25', '', 'closed', '', '', '', '2026-12-25', '', 'open', '10:00', '11:00', ''];
    assert.deepEqual(faults((await send('edit/hours', { days: twice }).expect(400)).text), ['days_1']);
    const none = await send('edit/hours', { days: ['2026-02-30', '', 'closed', '', '', ''] }).expect(400);
    assert.deepEqual(faults(none.text), ['days_0']);
    assert.match(none.text, /value="2026-02-30"/);
  });

  it('copy Monday to the weekdays, and add rows, with everything typed and nothing saved', async () => {
    const typed = { version: '1', day1: ['09:00', '17:00'], day6: ['10:00', '11:00'], note: 'Ring' };
    const copied = fieldsIn((await send('edit/hours', { ...typed, do: 'weekdays' }).expect(200)).text);
    assert.deepEqual(
      [copied.day5, copied.day6],
      [
        ['09:00', '17:00'],
        ['10:00', '11:00'],
      ],
    );
    assert.deepEqual(copied.note, ['Ring']);
    const more = fieldsIn((await send('edit/hours', { ...typed, do: 'more-6' }).expect(200)).text);
    assert.deepEqual(more.day6, ['10:00', '11:00', '', '']);
    const contacts = ['email', 'a@b.example', '', 'private'];
    const rows = fieldsIn((await send('edit/contacts', { contacts, do: 'row' }).expect(200)).text);
    assert.deepEqual(rows.contacts?.slice(0, 8), [...contacts, 'phone', '', '', 'private']);
    assert.equal((await venue()).openingHours, undefined);
  });

  it('keep contacts private until somebody says otherwise, and say what the world will see', async () => {
    await send('edit/contacts', {
      contacts: ['phone', '020 7946 0000', 'Joe', '', 'email', 'hall@quill.example', '', 'public'],
    }).expect(303);
    assert.deepEqual((await venue()).contacts, [
      { kind: 'phone', value: '020 7946 0000', name: 'Joe', public: false },
      { kind: 'email', value: 'hall@quill.example', public: true },
    ]);
    const { text } = await see('edit/contacts').expect(200);
    assert.match(text, /Everybody will see: hall@quill.example/);
    const preview = await see('manage/preview').expect(200);
    assert.doesNotMatch(preview.text, /7946|Joe/);
    assert.match(preview.text, /hall@quill.example/);
    const wrong = await send('edit/contacts', {
      version: '2',
      contacts: ['email', 'nobody', '', 'private', 'phone', '', '', 'private'],
    }).expect(400);
    assert.deepEqual(faults(wrong.text), ['contacts_0-value']);
    assert.deepEqual(marked(wrong.text), ['contacts_0-value']);
    assert.match(wrong.text, /Enter an e-mail address, such as/);
    // The row that was left empty is what it was.
    assert.deepEqual(fieldsIn(wrong.text).contacts?.slice(4), ['phone', '', '', 'private']);
  });

  it('let only a steward say how exactly the place is shown', async () => {
    const shown = await see('edit/precision', desk.editor).expect(200);
    assert.doesNotMatch(shown.text, /Save and go on/);
    await send('edit/precision', { version: '1', precision: 'hidden' }, desk.editor).expect(403);
    await send('edit/precision', { version: '1', precision: 'hidden' }).expect(303);
    const { location } = await venue();
    assert.equal(location.precision, 'hidden');
    // Moving it stays with its editors, and tells nobody more.
    await send('edit/where', { version: '2', point: '51.6, -0.1' }, desk.editor).expect(303);
    assert.deepEqual((await venue()).location, { lon: -0.1, lat: 51.6, precision: 'hidden' });
    const preview = await see('manage/preview').expect(200);
    assert.doesNotMatch(preview.text, /51\.6/);
  });

  it('let only a steward say whether it may be proposed for services, and how often', async () => {
    const shown = await see('edit/services', desk.editor).expect(200);
    assert.match(shown.text, /Only a steward of the group changes this. Now it is:.*ask us first/);
    assert.doesNotMatch(shown.text, /Save and go on/);
    await send('edit/services', { version: '1', services: 'agreed' }, desk.editor).expect(403);
    for (const sessions of ['0', '101', 'two', '1.5']) {
      const { text } = await send('edit/services', { version: '1', services: 'agreed', sessions }).expect(
        400,
      );
      assert.deepEqual(faults(text), ['sessions']);
      assert.match(text, /as a whole number from 1 to 100/);
      assert.deepEqual([fieldsIn(text).services, fieldsIn(text).sessions], [['agreed'], [sessions]]);
    }
    await send('edit/services', { version: '1', services: 'agreed', sessions: '4' }).expect(303);
    assert.deepEqual((await venue()).services, { consent: 'agreed', sessionsPerWeek: 4 });
    const now = await see('edit/services', desk.editor).expect(200);
    assert.match(now.text, /yes, up to 4 sessions a week/);
    // A number typed beside another answer is not dropped in silence; the one that stood there goes with the yes.
    const { text } = await send('edit/services', {
      version: '2',
      services: 'ask_first',
      sessions: '5',
    }).expect(400);
    assert.match(text, /Choose “Yes” as well, or take the number out/);
    await send('edit/services', { version: '2', services: 'declined', sessions: '4' }).expect(303);
    assert.deepEqual((await venue()).services, { consent: 'declined' });
  });

  it('ask again whether it is one that is here already when the place is moved next to it', async () => {
    await addVenue(desk.service.db, {
      name: 'The Quillfeather Hall',
      location: { lon: -0.3, lat: 51.3, precision: 'exact' },
    });
    const { text } = await send('edit/where', { version: '1', point: '51.3, -0.3' }).expect(400);
    assert.match(text, /The Quillfeather Hall/);
    await send('edit/where', { version: '1', point: '51.3, -0.3', another: 'yes' }).expect(303);
  });

  it('ask of a room what can be said of a room, and lead from an answer to a photo of it', async () => {
    const room = await roomId('Snug');
    const { text } = await see(`edit/rooms/${room}/access`).expect(200);
    assert.match(text, /name="fact_hearing_loop"/);
    assert.doesNotMatch(text, /name="fact_lift"/);
    const { headers } = await send(`edit/rooms/${room}/access`, {
      version: '1',
      seen: 'yes',
      fact_hearing_loop: 'partial',
      note_hearing_loop: 'Left half',
      do: 'photo-hearing_loop',
    }).expect(303);
    assert.equal(headers.location, `${desk.path}/photos?fact=hearing_loop&space=${room}`);
    const photos = await see(`photos?fact=hearing_loop&space=${room}`).expect(200);
    assert.match(photos.text, new RegExp(`href="${desk.path}/edit/rooms/${room}/access">Back to`));
    const facts = (await venue()).spaces?.find(({ id }) => id === room)?.facts;
    assert.deepEqual(
      facts?.map(({ key, value, note, method }) => [key, value, note, method]),
      [['hearing_loop', 'partial', 'Left half', 'visited']],
    );
    const noted = await send(`edit/rooms/${room}/access`, { version: '2', note_grab_rails: 'Two' }).expect(
      400,
    );
    assert.deepEqual(faults(noted.text), ['note_grab_rails']);
    await see('edit/rooms/1/access').expect(404);
    await see('edit/access/nothing').expect(404);
    await see('edit/hours/1').expect(404);
  });

  it('take whoever has seen one part to have seen the next, until they say otherwise', async () => {
    const { headers } = await send('edit/access/arriving', { version: '1', seen: 'yes' }).expect(303);
    assert.equal(headers.location, `${desk.path}/edit/access/getting_in?seen=yes`);
    const next = await see('edit/access/getting_in?seen=yes').expect(200);
    assert.deepEqual(fieldsIn(next.text).seen, ['yes']);
    assert.deepEqual(fieldsIn((await see('edit/access/getting_in').expect(200)).text).seen, ['no']);
  });

  it('are found again by whoever began them', async () => {
    const list = (who: string) =>
      desk.service.request
        .get('/list')
        .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: who })
        .expect(200);
    assert.match((await list(desk.editor)).text, new RegExp(`href="${desk.path}/manage"`));
    assert.match((await see('manage')).text, /Go on: What it is like/);
    await send('edit/publish', {}).expect(303);
    assert.doesNotMatch((await list(desk.editor)).text, /What you have begun/);
    assert.doesNotMatch((await see('manage')).text, /Go on:/);
  });

  it('speak the language of the page', async () => {
    const { text } = await desk.service.request
      .post(`/cy${desk.path}/edit/contacts`)
      .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: desk.steward })
      .type('form')
      .send({ contacts: ['email', 'nobody', '', ''] })
      .expect(400);
    assert.match(text, /Rhowch gyfeiriad e-bost/);
  });
});
