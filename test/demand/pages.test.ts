/** Layers of demand on pages, as a form sends them: added, filled after a look, weighed; in three languages. */
import assert from 'node:assert/strict';
import { useService } from '../support/app.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const csv = 'code,name,lon,lat,people,imd\na,Ash,-0.16,51.43,1000,1\nb,Birch,-0.17,51.44,2000,10\n';
const bad = `${csv}b,Again,-0.17,51.44,5,5\n`;
const meaning = { id: 'code', called: 'name', lon: 'lon', lat: 'lat', as_4: 'people', as_5: 'decile' };

describe('the pages of demand layers', () => {
  const service = useService();
  let cookie = '';
  let organisationId = 0;
  beforeEach(async () => {
    organisationId = await addOrganisation(service.db, { name: 'Board', kind: 'commissioner' });
    ({ cookie } = await signIn(service.db, 'priya@board.example', { [organisationId]: 'editor' }));
  });
  const from = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
  const get = (path: string) => service.request.get(path).set({ ...from, Cookie: cookie });
  const post = (path: string, body: object) =>
    service.request
      .post(path)
      .set({ ...from, Cookie: cookie })
      .type('form')
      .send(body);
  const words = () => ({
    organisationId: String(organisationId),
    name: 'People',
    unit: 'people',
    source: 'Us',
    licence: 'CC0-1.0',
    attribution: '',
    public: 'no',
  });
  async function addLayer(): Promise<string> {
    const { headers } = await post('/plan/layers', words()).expect(303);
    return String(headers.location).replace('?done=added', '');
  }
  async function sendFile(layer: string, text: string): Promise<string> {
    const { headers } = await service.request
      .post(layer)
      .set({ ...from, Cookie: cookie })
      .attach('file', Buffer.from(text), 'areas.csv')
      .expect(303);
    return String(headers.location);
  }

  it('add a layer, show a file before it is saved, and save it', async () => {
    const layer = await addLayer();
    assert.match((await get(`${layer}?done=added`).expect(200)).text, /Now send a file/);
    const file = await sendFile(layer, csv);
    const { text } = await get(file).expect(200);
    assert.match(text, /2 rows read. Can be used: 2. With mistakes: 0./);
    assert.match(text, /<option value="code" selected>/);
    assert.match(text, /name="as_5"[^>]*value="imd"|value="imd"[^>]*name="as_5"/);
    const { headers } = await post(file, { ...meaning, do: 'save' }).expect(303);
    assert.equal(headers.location, `${layer}?done=saved`);
    const shown = (await get(`${layer}?done=saved`).expect(200)).text;
    assert.match(shown, /saved as a new version/);
    assert.match(shown, /3,000/);
    assert.match(shown, /2 areas from the file areas\.csv/);
    const weighed = await get(`${layer}?expression=${encodeURIComponent('people * (11 - decile)')}`).expect(
      200,
    );
    assert.match(weighed.text, /In all: 12,000\. In one area: from 2,000 to 10,000\./);
    const wrong = await get(`${layer}?expression=peple`).expect(200);
    const said = 'At letter 1: there is no number called “peple”. There are: people, decile.';
    assert.ok(wrong.text.includes(`<a href="#expression">${said}</a>`), 'said at the head of the page');
    assert.ok(wrong.text.includes(`</span>${said}</p>`), 'and beside the field');
    assert.match(wrong.text, /<title>Error: People/);
    assert.doesNotMatch(weighed.text, /<title>Error|govuk-error-summary/);
    await get(file).expect(404);
  });

  it('change what is said of a layer, and say why one that plans need is not deleted', async () => {
    const layer = await addLayer();
    const { text } = await get(`${layer}/edit`).expect(200);
    const version = /name="version" value="(\d+)"/.exec(text)?.[1];
    const change = { ...words(), name: 'People, again', public: 'yes', version };
    assert.match(
      (await post(`${layer}/edit`, { ...change, name: '' }).expect(400)).text,
      /Give the layer a name/,
    );
    const { headers } = await post(`${layer}/edit`, change).expect(303);
    assert.match((await get(String(headers.location))).text, /The layer is changed[\s\S]*People, again/);
    const stale = await post(`${layer}/edit`, { ...change, name: 'Third' }).expect(412);
    assert.match(stale.text, /Somebody has changed this layer meanwhile/);
    assert.match(stale.text, /value="Third"/);
    const id = Number(layer.split('/').at(-1));
    const [plan] = await service
      .db('plan')
      .insert({
        organisation_id: organisationId,
        name: 'A clinic',
        asked: {},
        candidates: '[]',
        status: 'cancelled',
        ended_at: service.db.fn.now(),
        layer_id: id,
      })
      .returning('id');
    assert.match(
      (await get(`${layer}/edit`)).text,
      /1 plan was worked out from this layer, so it cannot be deleted/,
    );
    await post(`${layer}/edit`, { do: 'delete' }).expect(409);
    await service.db('plan').where({ id: plan.id }).delete();
    const gone = await post(`${layer}/edit`, { do: 'delete' }).expect(303);
    assert.match((await get(String(gone.headers.location))).text, /The layer is deleted/);
    await get(layer).expect(404);
    const { cookie: stranger } = await signIn(service.db, 'joe@them.example', {});
    const other = await addLayer();
    await service.request
      .get(`${other}/edit`)
      .set({ ...from, Cookie: stranger })
      .expect(404);
  });

  it('name the rows that are not good, and leave them out only when told', async () => {
    const layer = await addLayer();
    const file = await sendFile(layer, bad);
    const refused = await post(file, { ...meaning, do: 'save' }).expect(400);
    assert.match(refused.text, /Row 4: “b” stands in row 3 already\./);
    assert.match(refused.text, /href="#leaveOut"/);
    await post(file, { ...meaning, do: 'save', leaveOut: 'yes' }).expect(303);
    assert.match((await get(layer)).text, /1 row left out/);
  });

  it('keep a number of which one cell is wrong, and name its row', async () => {
    const layer = await addLayer();
    const file = await sendFile(layer, `${csv}c,Cedar,-0.18,51.45,many,3\n`);
    const { text } = await get(file).expect(200);
    assert.match(text, /name="as_4"[^>]*value="people"|value="people"[^>]*name="as_4"/);
    assert.match(text, /Row 4: “many” in “people” is not a number\./);
    assert.match(text, new RegExp(`href="${layer}#send"[^>]*>Mend the file and send it again`));
  });

  it('show faults beside their fields, with all that was typed', async () => {
    const empty = await post('/plan/layers', { ...words(), name: '', unit: 'homes' }).expect(400);
    assert.match(empty.text, /Give the layer a name/);
    assert.match(empty.text, /value="homes"/);
    const layer = await addLayer();
    await post('/plan/layers', words()).expect(409);
    const other = await addOrganisation(service.db, { name: 'Other' });
    await post('/plan/layers', { ...words(), organisationId: String(other) }).expect(400);
    const none = await service.request
      .post(layer)
      .set({ ...from, Cookie: cookie })
      .field('x', '1')
      .expect(400);
    assert.match(none.text, /Choose a file/);
    const file = await sendFile(layer, csv);
    const typed = { ...meaning, id: '', lat: '', as_4: 'two words', as_5: '', do: 'look' };
    const { text } = await post(file, typed).expect(400);
    assert.match(text, /Choose the column that tells areas apart/);
    assert.match(text, /Choose both columns of the place/);
    assert.match(text, /“two words” cannot be a name/);
    assert.match(text, /value="two words"/);
    const twice = await post(file, { ...meaning, as_5: 'people', do: 'save' }).expect(400);
    assert.match(twice.text, /Two numbers cannot both be called “people”/);
  });

  it('look again by what was changed, before anything is saved', async () => {
    const layer = await addLayer();
    const file = await sendFile(layer, csv.replace('2000', '..'));
    assert.match((await post(file, { ...meaning, do: 'look' }).expect(200)).text, /With mistakes: 1\./);
    const { text } = await post(file, { ...meaning, missing: '.., c', do: 'look' }).expect(200);
    assert.match(text, /With mistakes: 0\./);
    assert.match(text, /missing/);
    assert.equal((await service.db('demand_version')).length, 0);
  });

  it('are their members’ alone, and ask whoever is signed out to sign in', async () => {
    const layer = await addLayer();
    const { cookie: stranger } = await signIn(service.db, 'joe@them.example', {});
    await service.request
      .get(layer)
      .set({ ...from, Cookie: stranger })
      .expect(404);
    const { headers } = await service.request.get(layer).set(from).expect(303);
    assert.match(headers.location ?? '', /^\/sign-in/);
    assert.equal((await get(layer)).headers['cache-control'], 'private, no-store');
  });

  it('speak Welsh and Arabic', async () => {
    const layer = await addLayer();
    const file = await sendFile(layer, bad);
    for (const [locale, sentence] of [
      ['cy', /Rhes 4: mae “b” yn rhes 3 eisoes/],
      ['ar', /الصف 4: «b» موجود في الصف 3/],
    ] as const) {
      assert.match((await get(`/${locale}${file}`).expect(200)).text, sentence);
      await get(`/${locale}${layer}`).expect(200);
      await get(`/${locale}/plan/layers`).expect(200);
    }
  });
});
