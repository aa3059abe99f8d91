/** The pages on which people look after photos, as their forms send them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest, { type Test } from 'supertest';
import { saveVenue } from '../../server/venues/repository.ts';
import { buildApp, useService } from '../support/app.ts';
import { addVenue, fact, holder, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { jpeg, strangers } from './pictures.ts';
import { alt } from './upload.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'moothall-pages-'));

describe('the pages of photos', () => {
  const service = useService({ dataDir });
  let path: string;
  let venueId: number;
  let cookie: string;
  beforeEach(async () => {
    const organisationId = await addOrganisation(service.db);
    const { id } = await addVenue(service.db, {
      organisationId,
      facts: [fact('step_free_entrance', 'yes')],
      spaces: [space('Snug')],
    });
    venueId = id;
    path = `/venues/broadwater-hall-${id}/photos`;
    ({ cookie } = await signIn(service.db, 'amara@hall.example', { [organisationId]: 'editor' }));
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const asMember = (test: Test, who = cookie) =>
    test.set({ Cookie: who, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' });
  const send = (
    fields: Record<string, string>,
    file?: Buffer,
    { on = service.request, who = cookie } = {},
  ) => {
    const test = asMember(on.post(path), who);
    for (const [name, value] of Object.entries(fields)) test.field(name, value);
    return file ? test.attach('photo', file, 'IMG_0001.JPG') : test;
  };
  const add = async (words: string) => send({ alt: words }, await jpeg()).expect(303);
  const photos = async (): Promise<{ id: string; alt: string }[]> =>
    (await service.request.get(`/api/v1/venues/${venueId}/photos`)).body.items;
  /** Sentences beside fields, by the field. */
  const faults = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/id="(\w+)-error" class="govuk-error-message">.*?<\/span>([^<]*)/g)].map(
        ([, field, sentence]) => [field, sentence?.trim()],
      ),
    );

  it('shows the first on cards, small, and a drawing where there is none', async () => {
    const card = async () =>
      /<li class="mh-card".*?<\/h3>/s.exec((await service.request.get('/')).text)?.[0] ?? '';
    assert.match(await card(), /<svg class="mh-sign mh-sign--kind"/);
    await add('The front');
    await add('The back');
    const [first] = await photos();
    assert.match(await card(), new RegExp(`<img src="/photos/${first?.id}/320.jpg" alt `));
    const { items } = (await service.request.get('/api/v1/venues?include=photo').expect(200)).body;
    assert.deepEqual(items[0].photo, {
      alt: 'The front',
      webp: `/photos/${first?.id}/320.webp`,
      jpg: `/photos/${first?.id}/320.jpg`,
    });
    const plain = (await service.request.get('/api/v1/venues').expect(200)).body;
    assert.equal(plain.items[0].photo, undefined);
  });

  it('adds a photo, and shows it to members and to everybody', async () => {
    const empty = await asMember(service.request.get(path)).expect(200);
    assert.match(empty.text, /There are no photos yet/);
    const sent = await send(
      { alt, caption: 'Since 1908', factKey: 'step_free_entrance', spaceId: '' },
      await jpeg(),
    ).expect(303);
    assert.equal(sent.headers.location, `${path}?done=added&answers=step_free_entrance.#added`);
    const { text } = await asMember(service.request.get(sent.headers.location ?? '')).expect(200);
    assert.match(text, /role="status"[^>]*>The photo is added/);
    assert.ok(text.includes(alt) && text.includes('Since 1908'));
    const [photo] = await photos();
    const { text: page } = await service.request.get(path.replace('/photos', '')).expect(200);
    assert.match(page, new RegExp(`<figure [^>]*id="photo-${photo?.id}"`));
    assert.match(page, new RegExp(`<img [^>]*alt="${alt}" width="800" height="600"`));
    assert.match(page, new RegExp(`<a href="#photo-${photo?.id}">See the photo: ${alt}`));
    const ld = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}');
    assert.deepEqual(ld.image, [
      {
        '@type': 'ImageObject',
        contentUrl: `http://localhost:3000/photos/${photo?.id}/1280.jpg`,
        description: alt,
        caption: 'Since 1908',
        width: 800,
        height: 600,
      },
    ]);
  });

  it('says what is wrong beside each field, and keeps what is typed', async () => {
    const long = 'x'.repeat(251);
    const nothing = await send({ alt: ' ', caption: 'Kept' }).expect(400);
    assert.deepEqual(faults(nothing.text), { photo: 'Choose a photo', alt: 'Say what the photo shows' });
    assert.match(nothing.text, /<a href="#photo">.*<a href="#alt">Say what the photo shows<\/a>/s);
    assert.match(nothing.text, /value="Kept"/);
    const both = await send({ alt: long, spaceId: '99', factKey: 'magic' }, await jpeg()).expect(400);
    assert.deepEqual(Object.keys(faults(both.text)).sort(), ['alt', 'factKey', 'photo', 'spaceId']);
    assert.match(faults(both.text).photo ?? '', /^Choose the photo again/);
    for (const [file, sentence] of Object.values(strangers)) {
      const { text } = await send({ alt }, file).expect(400);
      assert.match(faults(text).photo ?? '', sentence);
      assert.ok(text.includes(`>${alt}</textarea>`));
    }
    const large = await send({ alt }, Buffer.alloc(16 * 1024 * 1024)).expect(400);
    assert.match(faults(large.text).photo ?? '', /larger than 15 MB/);
    assert.deepEqual(await photos(), []);
  });

  it('speaks the language of the page', async () => {
    const test = asMember(service.request.post(`/cy${path}`)).field('alt', alt);
    const { text } = await test.attach('photo', strangers.heic?.[0] ?? Buffer.alloc(0), 'x.heic').expect(400);
    assert.match(faults(text).photo ?? '', /^Ffotograff HEIC yw hwn/);
    const done = asMember(service.request.post(`/ar${path}`)).field('alt', alt);
    const { headers } = await done.attach('photo', await jpeg(), 'x.jpg').expect(303);
    assert.equal(headers.location, `/ar${path}?done=added#added`);
  });

  it('keeps what is typed when the store is away', async () => {
    const s3 = {
      endpoint: 'http://127.0.0.1:9',
      bucket: 'b',
      region: 'r',
      accessKeyId: 'k',
      secretAccessKey: 's',
    };
    const on = supertest(buildApp(service.db, { s3 }).express);
    const { text } = await send({ alt, caption: 'Kept' }, await jpeg(), { on }).expect(503);
    assert.match(faults(text).photo ?? '', /^Photos cannot be kept right now/);
    assert.ok(text.includes(`>${alt}</textarea>`) && text.includes('value="Kept"'));
    assert.deepEqual(await photos(), []);
  });

  it('keeps what is typed when the session is over', async () => {
    const sent = await send({ alt, caption: 'Kept' }, await jpeg(), { who: 'moothall=over' }).expect(303);
    const next = new URL(sent.headers.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
    assert.match(next, new RegExp(`^${path}\\?kept=`));
    const { text } = await asMember(service.request.get(next)).expect(200);
    assert.match(faults(text).photo ?? '', /^Choose the photo again/);
    assert.ok(text.includes(`>${alt}</textarea>`) && text.includes('value="Kept"'));
    assert.deepEqual(await photos(), []);
  });

  it('moves photos up and down, and no further than the ends', async () => {
    for (const words of ['One', 'Two', 'Three']) await add(words);
    const [one, two, three] = (await photos()).map(({ id }) => id);
    const move = (id: string | undefined, to: string) =>
      asMember(service.request.post(`${path}/${id}`))
        .type('form')
        .send({ move: to })
        .expect(303);
    await move(three, 'up');
    await move(one, 'up');
    const { headers } = await move(two, 'down');
    assert.equal(headers.location, `${path}?done=moved#photo-${two}`);
    assert.deepEqual(
      (await photos()).map(({ alt: words }) => words),
      ['One', 'Three', 'Two'],
    );
  });

  it('changes what is said, and shows both when somebody was first', async () => {
    await add('One');
    const [photo] = await photos();
    const form = await asMember(service.request.get(`${path}/${photo?.id}`)).expect(200);
    const version = /name="version" value="(\d+)"/.exec(form.text)?.[1];
    const save = (words: string, of = version) =>
      asMember(service.request.post(`${path}/${photo?.id}`))
        .type('form')
        .send({ alt: words, caption: '', version: of });
    await save('First').expect(303);
    const stale = await save('Second').expect(412);
    assert.match(stale.text, /Somebody changed the photos of this place while you were typing/);
    assert.match(stale.text, /It now says: “First”/);
    assert.ok(stale.text.includes('>Second</textarea>'));
    const now = /name="version" value="(\d+)"/.exec(stale.text)?.[1];
    await save('', now).expect(400);
    await save('Second', now).expect(303);
    assert.equal((await photos())[0]?.alt, 'Second');
  });

  it('asks before it deletes', async () => {
    await add('One');
    const [photo] = await photos();
    const { text } = await asMember(service.request.get(`${path}/${photo?.id}/delete`)).expect(200);
    assert.match(text, /Delete this photo\?/);
    assert.equal((await photos()).length, 1);
    const sent = asMember(service.request.post(`${path}/${photo?.id}/delete`))
      .type('form')
      .send({});
    assert.equal((await sent.expect(303)).headers.location, `${path}?done=deleted`);
    assert.deepEqual(await photos(), []);
    await asMember(service.request.get(`${path}/${photo?.id}`)).expect(404);
  });

  it('takes nothing from another site', async () => {
    await asMember(service.request.post(path))
      .set('Sec-Fetch-Site', 'cross-site')
      .field('alt', alt)
      .attach('photo', await jpeg(), 'x.jpg')
      .expect(403);
    assert.deepEqual(await photos(), []);
  });

  it('shows photos of a draft to members and to nobody else, by any address', async () => {
    await add('One');
    const [photo] = await photos();
    await saveVenue(service.db, holder, venueId, { status: 'draft' });
    const other = await signIn(service.db, 'joe@agency.example', {
      [await addOrganisation(service.db, { name: 'Others' })]: 'steward',
    });
    for (const file of [`/photos/${photo?.id}/320.jpg`, `/photos/${photo?.id}/640.webp`]) {
      await service.request.get(file).expect(404);
      await service.request.get(file).set('Cookie', other.cookie).expect(404);
      const { headers } = await service.request.get(file).set('Cookie', cookie).expect(200);
      assert.equal(headers['cache-control'], 'private, no-store');
    }
    for (const page of [path, `${path}/${photo?.id}`, `${path}/${photo?.id}/delete`]) {
      await asMember(service.request.get(page), other.cookie).expect(404);
      await asMember(service.request.get(page)).expect(200);
    }
    const { text } = await asMember(service.request.get(path));
    assert.match(text, /<a class="govuk-back-link" href="[^"]*\/manage">/, 'not to a page that is not there');
    await service.request.get(`/api/v1/venues/${venueId}/photos`).set('Cookie', other.cookie).expect(404);
  });
});
