import assert from 'node:assert/strict';
import { curl, limitsText, typeText } from '../../client/logic/schema-text.ts';
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

describe('the API for people', () => {
  const html = renderPage(
    { page: 'docs', document, settings },
    { styles: [], fonts: [], modules: {}, languages: {} },
    {
      title: 'API',
      description: 'API',
      path: '/api/docs',
    },
  );

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
    assert.equal(typeText({ type: 'array', items: { $ref: '#/components/schemas/Fact' } }), 'list of Fact');
    assert.equal(typeText({ anyOf: [{ type: 'string' }, { type: 'number' }] }), 'string or number');
    assert.equal(limitsText({ minimum: 1, maximum: 100000 }), '1 to 100,000');
  });

  it('quotes for the shell', () => {
    assert.equal(curl('get', "https://x/?q=it's", undefined), "curl 'https://x/?q=it'\\''s'");
  });
});
