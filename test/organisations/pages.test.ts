/** The pages of organisations, as forms that work without a script. */
import assert from 'node:assert/strict';
import { useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, type SignedIn, signIn } from '../support/people.ts';

const html = { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' };

describe('the pages of an organisation', () => {
  const service = useService({ publicUrl: 'https://moothall.example' });
  let us: number;
  let path: string;
  let amara: SignedIn;
  beforeEach(async () => {
    us = await addOrganisation(service.db, { name: 'Bryn Hall Friends' });
    const { slug } = await service.db('organisation').where({ id: us }).first('slug');
    path = `/organisations/${slug}-${us}`;
    amara = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    // The cookie is called otherwise where all is encrypted.
    amara.cookie = amara.cookie.replace('moothall=', '__Host-moothall=');
  });
  const get = (at: string, who?: SignedIn) =>
    service.request.get(at).set({ ...html, ...(who && { Cookie: who.cookie }) });
  const post = (at: string, fields: object, who: SignedIn | undefined = amara) =>
    service.request
      .post(at)
      .type('form')
      .set({ ...html, ...(who && { Cookie: who.cookie }) })
      .send(fields);
  const join = async (email: string, role: 'steward' | 'editor') => {
    const person = await signIn(service.db, email, { [us]: role });
    return { ...person, cookie: person.cookie.replace('moothall=', '__Host-moothall=') };
  };

  it('has one address for everybody, to which others lead, with its places, page by page', async () => {
    const { id } = await addVenue(service.db, { organisationId: us });
    const { text, headers } = await get(path).expect(200);
    assert.match(text, /Bryn Hall Friends/);
    assert.match(text, new RegExp(`href="/venues/broadwater-hall-${id}"`));
    assert.match(headers['cache-control'] ?? '', /^public/);
    assert.match(text, /"@type":"Organization"/);
    assert.match(text, new RegExp(`<link rel="canonical" href="https://moothall.example${path}">`));
    assert.ok(!text.includes('amara@'));
    for (const other of [`/organisations/${us}`, `/organisations/old-name-${us}`])
      assert.equal((await get(`${other}?after=1`).expect(301)).headers.location, `${path}?after=1`);
    await get('/organisations/nothing').expect(404);
    await get('/organisations/nothing-99999').expect(404);
    assert.match((await get(`/venues/broadwater-hall-${id}`)).text, new RegExp(`href="${path}"`));
    for (let count = 0; count < 50; count += 1)
      await addVenue(service.db, { organisationId: us, name: `Hall ${count}` });
    const first = (await get(path)).text;
    const next = /href="([^"]+after=\d+)#places"/.exec(first)?.[1] ?? '';
    assert.match((await get(next).expect(200)).text, /Hall 49/);
  });

  it('tells its members which of its places an operator has hidden', async () => {
    const { id } = await addVenue(service.db, { organisationId: us });
    assert.ok(!(await get(`${path}/manage`, amara)).text.includes('Hidden by an operator'));
    await service.db('venue').where({ id }).update({ hidden_at: service.db.fn.now() });
    for (const page of [`${path}/manage`, '/account'])
      assert.match((await get(page, amara).expect(200)).text, /<strong>Hidden by an operator<\/strong>/);
  });

  it('is in the sitemap while it lists something that anybody can see', async () => {
    const parts = async () =>
      [...(await get('/sitemap.xml')).text.matchAll(/<loc>([^<]+organisations[^<]+)<\/loc>/g)].map(
        ([, at]) => at,
      );
    assert.deepEqual(await parts(), []);
    const { id } = await addVenue(service.db, { organisationId: us });
    const [part = ''] = await parts();
    const { text } = await get(new URL(part).pathname).expect(200);
    assert.ok(text.includes(`<loc>https://moothall.example${path}</loc>`));
    assert.ok(text.includes(`<loc>https://moothall.example/cy${path}</loc>`));
    await service.db('venue').where({ id }).update({ status: 'withdrawn' });
    assert.deepEqual(await parts(), []);
  });

  it('says so when it is dissolved, by name or without', async () => {
    await service.db('member').delete();
    await service.db('organisation').where({ id: us }).update({ dissolved_at: service.db.fn.now() });
    const { text, headers } = await get(path).expect(410);
    assert.match(text, /Bryn Hall Friends is dissolved/);
    assert.equal(headers['cache-control'], 'no-cache');
    await service.db('organisation').where({ id: us }).update({ name: 'a former group' });
    assert.match((await get(path).expect(410)).text, /asked not to be named/);
    await get(`${path}/manage`, amara).expect(404);
  });

  it('is made by anybody signed in; what was typed stays when something is missing', async () => {
    const bad = await post('/organisations/new', {
      name: ' ',
      website: 'nowhere',
      about: 'We share.',
    }).expect(400);
    assert.match(bad.text, /Enter the name of the group/);
    assert.match(bad.text, /value="nowhere"/);
    assert.match(bad.text, /We share\./);
    const made = await post('/organisations/new', { name: 'Neuadd Bryn', kind: 'community' }).expect(303);
    assert.match(made.headers.location ?? '', /^\/organisations\/neuadd-bryn-\d+\/manage\?done=made$/);
    assert.match((await get(made.headers.location ?? '', amara).expect(200)).text, /you are its steward/);
    const gone = await post(
      '/organisations/new',
      { name: 'Kept' },
      { id: 0, cookie: '__Host-moothall=over' },
    );
    assert.match(gone.headers.location ?? '', /^\/sign-in\?next=.*kept/);
  });

  it('is kept of both when two stewards change what it says, and asked where they clash', async () => {
    const was = { was_name: 'Bryn Hall Friends', was_about: '', was_website: '' };
    const change = (fields: object) => post(`${path}/manage/about`, { ...was, ...fields });
    await change({ name: 'Bryn Hall Friends', about: 'We look after the hall.', website: '' }).expect(303);
    const both = await change({
      name: 'Bryn Hall Friends',
      about: '',
      website: 'https://bryn.example',
    }).expect(303);
    assert.match(both.headers.location ?? '', /done=saved&theirs=about/);
    const clash = await change({ name: 'Bryn Hall Friends', about: 'We share it.', website: '' }).expect(412);
    assert.match(clash.text, /We look after the hall\./);
    assert.match(clash.text, /We share it\./);
    const now = {
      was_name: 'Bryn Hall Friends',
      was_about: 'We look after the hall.',
      was_website: 'https://bryn.example',
    };
    await post(`${path}/manage/about`, {
      ...now,
      name: 'Bryn Hall Friends',
      about: 'We share it.',
      website: '',
      clash: 'about',
      choose_about: 'mine',
    }).expect(303);
    const row = await service.db('organisation').where({ id: us }).first();
    assert.deepEqual([row.about, row.website], ['We share it.', null]);
  });

  it('moves to a new address with its name, and what it holds is found by that', async () => {
    const { id } = await addVenue(service.db, { organisationId: us });
    const fields = { was_name: 'Bryn Hall Friends', was_about: '', was_website: '', about: '', website: '' };
    const { headers } = await post(`${path}/manage/about`, { ...fields, name: 'Cyfeillion Quoxwold' }).expect(
      303,
    );
    assert.match(headers.location ?? '', /^\/organisations\/cyfeillion-quoxwold-\d+\/manage\/about/);
    assert.equal((await get(path).expect(301)).headers.location, `/organisations/cyfeillion-quoxwold-${us}`);
    const { body } = await service.request.get('/api/v1/venues?q=quoxwold').expect(200);
    assert.deepEqual(
      body.items.map((each: { id: number }) => each.id),
      [id],
    );
  });

  it('lets stewards look after members, and tells the last one what to do', async () => {
    const members = `${path}/manage/members`;
    const ben = await join('ben@hall.example', 'editor');
    const asked = await post(members, { do: 'remove', person: amara.id }).expect(200);
    assert.match(asked.text, /Leave this group\?/);
    assert.match((await post(members, { do: 'remove', person: ben.id }).expect(200)).text, /Remove ben@hall/);
    const alone = await post(members, { do: 'remove', person: amara.id, sure: 'yes' }).expect(409);
    assert.match(alone.text, /Make somebody else a steward first/);
    await post(members, { do: 'role', person: ben.id, role: 'steward' }, ben).expect(403);
    await post(members, { do: 'invite', email: 'joe@hall.example', role: 'editor' }, ben).expect(403);
    await post(members, { do: 'role', person: ben.id, role: 'steward' }).expect(303);
    await post(members, { do: 'role', person: ben.id, role: 'editor' }).expect(303);
    const wrong = await post(members, { do: 'invite', email: 'nobody' }).expect(400);
    assert.match(wrong.text, /value="nobody"/);
    assert.match(
      (await post(members, { do: 'invite', email: 'BEN@hall.example', role: 'editor' }).expect(409)).text,
      /a member already/,
    );
    await post(members, { do: 'invite', email: 'joe@hall.example', role: 'editor' }).expect(303);
    const { text } = await get(members, amara).expect(200);
    assert.match(text, /joe@hall\.example/);
    assert.ok(!(await get(members, ben).expect(200)).text.includes('joe@'));
    await service.db.raw(
      `insert into member_invitation (organisation_id, email, role, token_hash, expires_at)
       select ?, 'open' || n || '@hall.example', 'editor', sha256(n::text::bytea), now() + interval '1 day'
       from generate_series(1, 49) n`,
      [us],
    );
    const full = await post(members, { do: 'invite', email: 'more@hall.example', role: 'editor' }).expect(
      409,
    );
    assert.match(full.text, /50 invitations are open already/);
    await post(members, { do: 'invite', email: 'joe@hall.example', role: 'editor' }).expect(303);
    await post(members, { do: 'handOn' }).expect(400);
    const handed = await post(members, { do: 'handOn', to: ben.id, after: 'editor' }).expect(303);
    assert.match(handed.headers.location ?? '', /manage\?done=handedOn$/);
    assert.match(
      (await post(members, { do: 'remove', person: amara.id, sure: 'yes' }).expect(303)).headers.location ??
        '',
      /^\/account/,
    );
    const record = (await get(`${path}/manage/record`, ben).expect(200)).text;
    assert.match(record, /handed their stewardship on/);
    assert.match(record, /invited somebody: .?Editor/);
  });

  it('leads an invitation to whoever it is for, by the link and from their own page', async () => {
    await post(`${path}/manage/members`, { do: 'invite', email: 'joe@hall.example', role: 'editor' }).expect(
      303,
    );
    const letter = (await service.db('letter').first()).body;
    const link = /https:\/\/moothall\.example(\/invitations\/[\w-]{43})/.exec(letter)?.[1] ?? '';
    const page = await get(link).expect(200);
    assert.match(page.text, /your account is made with this address/);
    assert.match(page.text, /noindex/);
    assert.match((await get(link, amara).expect(200)).text, /signed in with another address/);
    const joe = await join('joe@elsewhere.example', 'editor');
    await service.db('person').where({ id: joe.id }).update({ email: 'joe@hall.example' });
    assert.match((await get(link).expect(200)).text, /There is an account with this address already/);
    const again = await post(link, {}, { id: 0, cookie: 'x=y' }).expect(200);
    assert.match(again.text, /There is an account/);
    const own = (await get('/account', joe).expect(200)).text;
    const id = /name="invitation" value="(\d+)"/.exec(own)?.[1];
    const done = await post('/account/invitations', { do: 'accept', invitation: id }, joe).expect(303);
    assert.match(done.headers.location ?? '', /manage\?done=joined$/);
    assert.match((await get(link).expect(410)).text, /no longer works/);
    await post(link, {}).expect(410);
  });

  it('shows a key once, hands a place on and takes it back', async () => {
    const keys = `${path}/manage/keys`;
    const wrong = await post(keys, { do: 'make', name: 'Website', days: '400' }).expect(400);
    assert.match(wrong.text, /value="Website"/);
    const made = await post(keys, { do: 'make', name: 'Website', scopes: 'venues:read', days: '30' }).expect(
      200,
    );
    const key = /mh_[\w-]{43}/.exec(made.text)?.[0] ?? '';
    assert.ok(key);
    assert.equal(made.headers['cache-control'], 'private, no-store');
    assert.ok(!(await get(keys, amara).expect(200)).text.includes(key));
    const them = await addOrganisation(service.db, { name: 'The Broadwater Trust' });
    const { id } = await addVenue(service.db, { organisationId: us });
    const offer = `/venues/broadwater-hall-${id}/manage/handover`;
    assert.match((await get(`/venues/broadwater-hall-${id}/manage`, amara)).text, /manage\/handover/);
    assert.match((await post(offer, { to: 'Nobody' }).expect(400)).text, /There is no other group/);
    await post(offer, { to: 'the broadwater trust' }).expect(303);
    assert.match((await get(offer, amara).expect(200)).text, /Offered to The Broadwater Trust/);
    await post(offer, { do: 'back' }).expect(303);
    await post(offer, { to: `https://moothall.example/organisations/x-${them}` }).expect(303);
    const eve = await signIn(service.db, 'eve@trust.example', { [them]: 'steward' });
    eve.cookie = eve.cookie.replace('moothall=', '__Host-moothall=');
    const theirs = (await get(`/organisations/x-${them}/manage`, eve).expect(200)).text;
    const number = /name="offer" value="(\d+)"/.exec(theirs)?.[1];
    await post(`/organisations/x-${them}/manage`, { do: 'accept', offer: number }, eve).expect(303);
    assert.equal((await service.db('venue').where({ id }).first()).organisation_id, them);
    await post(`/organisations/x-${them}/manage`, { do: 'accept', offer: number }, eve).expect(409);
    const links = async () => {
      const { text } = await get(`${path}/manage/record`, amara).expect(200);
      return text.match(/href="[^"]*" dir="auto">Broadwater Hall<|Broadwater/g);
    };
    const link = `href="/venues/broadwater-hall-${id}" dir="auto">Broadwater Hall<`;
    assert.deepEqual(await links(), [link, link, link, link], 'each says of which place it is');
    await service.db('venue').where({ id }).update({ status: 'draft' });
    assert.equal(await links(), null, 'but nobody is told of a place that is not theirs to read');
  });

  it('asks of each place, once more, and then dissolves', async () => {
    const { id } = await addVenue(service.db, { organisationId: us });
    const at = `${path}/manage/dissolve`;
    const version = (await service.db('organisation').where({ id: us }).first()).version;
    assert.match((await post(at, { version }).expect(400)).text, /choose what becomes of this place/);
    const chosen = { version, [`place_${id}`]: 'release', name: 'forget' };
    const asked = await post(at, chosen).expect(200);
    assert.match(asked.text, /Are you sure\?/);
    assert.match(asked.text, /These places will be given up: .*Broadwater Hall/);
    await get(path).expect(200);
    assert.match((await post(at, { ...chosen, version: 99, do: 'dissolve' }).expect(412)).text, /Look again/);
    await post(at, { ...chosen, do: 'dissolve' }).expect(303);
    await get(path).expect(410);
    const cy = await get(`/cy/venues/broadwater-hall-${id}/history`);
    if (cy.status === 200) assert.match(cy.text, /grŵp blaenorol|Broadwater/);
  });

  it('lets people change their address, see their devices and delete their account', async () => {
    for (const page of ['/account', '/account/you'])
      assert.match((await get(page, amara).expect(200)).text, /href="\/api\/v1\/me\/export" download/);
    assert.match((await get('/account/you', amara).expect(200)).text, /This device/);
    await post('/account/you', { email: 'nobody' }).expect(400);
    await post('/account/you', { email: 'new@hall.example' }).expect(303);
    const letter = (await service.db('letter').where({ recipient: 'new@hall.example' }).first()).body;
    const link = /https:\/\/moothall\.example(\/account\/email\/[\w-]{43})/.exec(letter)?.[1] ?? '';
    assert.match((await get(link).expect(200)).text, /new@hall\.example/);
    assert.match((await post(link, {}).expect(200)).text, /Your address is changed/);
    await get(link).expect(410);
    await post(link, {}).expect(410);
    assert.match((await get('/account/delete', amara).expect(200)).text, /only steward of these groups/);
    await post('/account/delete', { sure: 'yes' }).expect(409);
    await join('ben@hall.example', 'steward');
    assert.match((await post('/account/delete', {}).expect(400)).text, /Tick the box/);
    const gone = await post('/account/delete', { sure: 'yes' }).expect(303);
    assert.match(String(gone.headers['set-cookie']), /Max-Age=0/);
    assert.equal((await get('/account', amara)).status, 303);
  });
});
