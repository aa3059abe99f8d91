import assert from 'node:assert/strict';
import type { Locale } from '../../client/language/locales.ts';
import { curl, limitsText, typeText } from '../../client/logic/schema-text.ts';
import { type OpenApiSchema, operationsOf } from '../../client/pages/docs-model.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { renderPage } from '../../server/pages/render.ts';
import { settings } from './examples.ts';

const document = {
  openapi: '3.1.0',
  info: { title: 'Moothall', version: '1', description: 'Reading needs no key.' },
  servers: [{ url: 'https://moothall.example' }],
  paths: {
    '/api/v1/venues': {
      get: {
        summary: 'Find venues',
        description: 'The next page is in `next`.',
        parameters: [
          { name: 'people', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100000 } },
          { name: 'kind', in: 'query', schema: { type: 'array', items: { enum: ['church', 'library'] } } },
        ],
        responses: {
          200: {
            description: 'Venues',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Total' } } },
          },
        },
      },
      post: {
        summary: 'Add a venue',
        security: [{ operator: [] }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Total' } } } },
      },
    },
  },
  components: {
    schemas: {
      Total: {
        type: 'object',
        required: ['value'],
        properties: { value: { type: 'integer' }, exact: { type: 'boolean' } },
      },
    },
  },
};

const english = languageOf('en');

describe('the API for people', () => {
  const render = (locale: Locale) =>
    renderPage(
      { page: 'docs', document, settings: { ...settings, locale } },
      { fonts: [], wideFonts: [], modules: {}, languages: {} },
      { title: 'API', description: 'API', path: '/api/docs' },
    );
  const html = render('en');

  it('shows every path, parameter and shape, each with a place to link to', () => {
    assert.match(html, /id="get-api-v1-venues"/);
    assert.match(html, /id="post-api-v1-venues"/);
    assert.match(html, /<code>people<\/code>/);
    assert.match(html, /<code>library<\/code>/);
    assert.match(html, /href="#shape-Total"/);
    assert.match(html, /id="shape-Total"/);
  });

  it('gives a line to paste for each, and says where a key is needed', () => {
    assert.match(
      html,
      /curl &#39;https:\/\/moothall\.example\/api\/v1\/venues\?people=40&#39;|curl 'https:\/\/moothall\.example\/api\/v1\/venues\?people=40'/,
    );
    assert.match(html, /-X POST/);
    assert.match(html, /Needs a key/);
  });

  it('sets code off from text', () => {
    assert.match(html, /The next page is in <code>next<\/code>\./);
  });

  it('says schemas in words', () => {
    const type = (schema: OpenApiSchema) => typeText(english, schema);
    assert.equal(type({ type: 'array', items: { $ref: '#/components/schemas/Fact' } }), 'list of Fact');
    assert.equal(type({ anyOf: [{ type: 'string' }, { type: 'number' }] }), 'string or number');
    assert.equal(type({ type: ['string', 'null'], format: 'date' }), 'string or null (date)');
    assert.equal(
      type({ allOf: [{ $ref: '#/a/A' }, { properties: { b: {}, c: {} } }] }),
      'A and object with b, c',
    );
    assert.equal(limitsText(english, { minimum: 1, maximum: 100000 }), '1 to 100,000');
    assert.equal(
      limitsText(english, { maxLength: 2000, maxItems: 1, default: 20 }),
      'At most 2,000 characters; at most 1 value; 20 when absent',
    );
  });

  it('says them in the language of the page, with the names of code as they are', () => {
    const list = { type: 'array', items: { $ref: '#/components/schemas/Fact' } };
    assert.equal(typeText(languageOf('cy'), list), 'rhestr o Fact');
    assert.equal(typeText(languageOf('ar'), list), 'قائمة من Fact');
    assert.equal(limitsText(languageOf('cy'), { maxItems: 2 }), '2 werth ar y mwyaf');
    assert.equal(limitsText(languageOf('ar'), { maxItems: 11 }), '11 قيمة على الأكثر');
  });

  it('frames the document in the language of the page, and marks what the document says as English', () => {
    assert.match(render('cy'), /<h3 class="govuk-heading-s">Paramedrau<\/h3>/);
    assert.match(render('ar'), /<h3 class="govuk-heading-s">المعاملات<\/h3>/);
    for (const locale of ['cy', 'ar'] as const) {
      assert.match(render(locale), /<p[^>]* lang="en-GB" dir="ltr">Reading needs no key\.<\/p>/);
      assert.match(render(locale), /<span lang="en-GB" dir="ltr">Find venues<\/span>/);
    }
    assert.doesNotMatch(html, /<(p|span)[^>]* lang=/);
  });

  it('puts what is about one thing together, and the whole of it before its parts', () => {
    const asked = { get: {} };
    const paths = [
      '/api/v1/venues/similar',
      '/health',
      '/api/v1/venues/{id}',
      '/api/v1/areas',
      '/api/v1/venues',
    ];
    const info = { title: 'A', version: '1' };
    const made = { openapi: '3.1.0', info, paths: Object.fromEntries(paths.map((path) => [path, asked])) };
    assert.deepEqual(
      operationsOf(made).map(({ path }) => path),
      ['/api/v1/venues', '/api/v1/venues/similar', '/api/v1/venues/{id}', '/health', '/api/v1/areas'],
    );
  });

  it('quotes for the shell', () => {
    assert.equal(curl('get', "https://x/?q=it's", undefined), "curl 'https://x/?q=it'\\''s'");
  });
});
