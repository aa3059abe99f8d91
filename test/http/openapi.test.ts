import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import supertest from 'supertest';
import { buildApp, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space } from '../support/factories.ts';

describe('the API document', () => {
  const service = useService();

  it('is OpenAPI 3.1, and names every documented endpoint', async () => {
    const { body } = await service.request.get('/api/openapi.json').expect(200);
    const { valid, errors } = await new Validator().validate(structuredClone(body));
    assert.ok(valid, JSON.stringify(errors));
    const documented = service.app.routes.filter((route) => !route.undocumented);
    for (const route of documented) {
      assert.ok(body.paths[route.path.replace(/:(\w+)/g, '{$1}')][route.method].summary, route.path);
    }
  });

  it('tells the truth: answers are of the shapes it states', async () => {
    const { id } = await addVenue(service.db, {
      facts: [fact('step_free_entrance', 'yes'), fact('blue_badge_bays', 2)],
      spaces: [
        space(
          'Hall',
          { theatre: 60 },
          { facts: [fact('hearing_loop', 'partial', { note: 'Front rows only' })] },
        ),
      ],
      openingHours: { osm: 'Mo-Fr 09:00-17:00; Dec 25 off' },
      tenure: { holder: 'faith', interest: 'freehold' },
    });
    const { body: document } = await service.request.get('/api/openapi.json');
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'doc', components: document.components });
    const shape = (name: string) => ajv.getSchema(`doc#/components/schemas/${name}`);
    const cases: [string, string][] = [
      ['Venue', `/api/v1/venues/${id}`],
      ['VenueList', '/api/v1/venues?near=-0.168,51.4275&people=10&q=hall+with+loop'],
      ['VenueList', '/api/v1/venues?include=none'],
      ['ClusterCollection', '/api/v1/clusters?bbox=-1,51,1,52&zoom=12'],
      ['Suggestions', '/api/v1/suggest?q=broad'],
      ['History', `/api/v1/venues/${id}/history`],
      ['Problem', '/api/v1/venues?kind=castle'],
    ];
    for (const [name, path] of cases) {
      const validate = shape(name);
      assert.ok(validate, `${name} is a component`);
      const { body } = await service.request.get(path);
      assert.ok(validate(body), `${path}: ${ajv.errorsText(validate.errors)}`);
    }
    const fit = await service.request.post('/api/v1/fit').send({ people: 20, access: ['hearing_loop'] });
    const validate = shape('FitAnswer');
    assert.ok(validate?.(fit.body), ajv.errorsText(validate?.errors));
  });
});

describe('the list over HTTP', () => {
  const service = useService();

  beforeEach(async () => {
    for (const name of ['One', 'Two', 'Three, "quoted"', '=1+1']) await addVenue(service.db, { name });
  });

  it('pages by Link and cursor, and answers 304 to a version that still holds', async () => {
    const first = await service.request.get('/api/v1/venues?limit=3').expect(200);
    assert.match(
      first.headers.link ?? '',
      /<http:\/\/localhost:3000\/api\/v1\/venues\?limit=3&cursor=[\w-]+>; rel="next"/,
    );
    const second = await service.request.get(`/api/v1/venues?limit=3&cursor=${first.body.next}`).expect(200);
    assert.equal(first.body.items.length + second.body.items.length, 4);
    assert.equal(second.body.next, undefined);
    const etag = first.headers.etag ?? '';
    assert.match(etag, /^"/);
    await service.request.get('/api/v1/venues?limit=3').set('If-None-Match', etag).expect(304);
  });

  it('refuses another sort’s cursor, and parameters that contradict each other', async () => {
    const { body } = await service.request.get('/api/v1/venues?limit=1&sort=capacity');
    for (const search of [
      `limit=1&cursor=${body.next}`,
      'radius=5',
      'within=nowhere',
      'bbox=1,1,0,0',
      'polygon=0,0;1,1;1,0;0,1',
      'near=0',
      'colour=red',
    ]) {
      const answer = await service.request.get(`/api/v1/venues?${search}`).expect(400);
      assert.ok(answer.body.errors[0].parameter, search);
      assert.ok(answer.body.errors[0].allowed ?? answer.body.errors[0].detail, search);
    }
  });

  it('is GeoJSON and CSV by Accept or format, and refuses what it cannot write', async () => {
    const geojson = await service.request
      .get('/api/v1/venues')
      .set('Accept', 'application/geo+json')
      .expect(200);
    assert.equal(JSON.parse(geojson.text).features.length, 4);
    assert.equal(geojson.headers.vary?.includes('Accept'), true);
    const csv = await service.request.get('/api/v1/venues?format=csv').expect(200);
    assert.match(csv.text, /^id,name,kind,lon,lat/);
    assert.ok(csv.text.includes('"Three, ""quoted"""'));
    assert.ok(csv.text.includes(",'=1+1,"), 'a formula is text');
    await service.request.get('/api/v1/venues').set('Accept', 'application/xml').expect(406);
  });
});

describe('the version of a list', () => {
  it('changes with every commit, and with nothing else', async () => {
    const { db } = await freshDatabase();
    const request = supertest(buildApp(db).express);
    await addVenue(db, { name: 'One' });
    for (const path of ['/api/v1/venues?q=one', '/api/v1/clusters?bbox=-1,51,1,52&zoom=9']) {
      const etag = (await request.get(path).expect(200)).headers.etag ?? '';
      await request.get(path).set('If-None-Match', etag).expect(304);
      await addVenue(db, { name: 'One more' });
      const { headers } = await request.get(path).set('If-None-Match', etag).expect(200);
      assert.notEqual(headers.etag, etag);
    }
  });
});
