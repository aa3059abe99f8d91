/** The API document (OpenAPI 3.1) from the routes themselves. Named schemas (`$id`) become components. */
import { type TSchema, TypeGuard } from '@sinclair/typebox';
import { everyone, type Route } from './route.ts';

export type Json = { [key: string]: unknown };

const problem: Json = {
  type: 'object',
  description: 'RFC 9457 problem details',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer (RFC 6901) into the body' },
          parameter: { type: 'string' },
          value: {},
          detail: { type: 'string' },
          allowed: {},
        },
      },
    },
  },
};

/** What is sent again under the same key is done once. */
const onceParameter: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Made by you, and new for each thing that you send. The same again under the same key, within three days, is done once and gets the first answer; something else under it is refused with 422.',
  schema: { type: 'string', pattern: '^[\\w.:-]{16,128}$' },
};

export interface OpenApi {
  openapi: string;
  info: Json & { title: string; version: string };
  paths: Record<string, Json>;
  [part: string]: unknown;
}

export function openApiDocument(routes: Route[], info: { version: string; url: string }): OpenApi {
  const schemas: Json = { Problem: problem };
  const paths: Record<string, Json> = {};
  for (const each of routes.filter((route) => !route.undocumented)) {
    const path = each.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [each.method]: operation(each, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Moothall',
      version: info.version,
      summary: 'The register of community-owned space',
      description:
        'Find rooms in churches, mosques, halls and centres, listed by the groups that hold them. Reading needs no key. Places are WGS 84 in lon, lat order; distances are metres; times are the venue’s own clock.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: info.url }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of an organisation, or the operator’s token',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'moothall',
          description: 'A person who has signed in',
        },
      },
    },
  };
}

function operation(each: Route, schemas: Json): Json {
  const isOpen = each.access === everyone;
  return {
    operationId: `${each.method}${each.path.replace(/^\/api(\/v1)?/, '').replace(/[/:.-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    summary: each.summary,
    ...(each.description && { description: each.description }),
    ...(!isOpen && { security: [{ key: [] }, { session: [] }] }),
    parameters: [
      ...parameters(each.params, 'path', schemas),
      ...parameters(each.query, 'query', schemas),
      ...(each.method === 'post' && !each.readOnly && !each.upload ? [onceParameter] : []),
    ],
    ...(each.body && {
      requestBody: {
        required: true,
        content: each.upload
          ? { 'multipart/form-data': { schema: withFile(each.body, each.upload.field, schemas) } }
          : { 'application/json': { schema: named(each.body, schemas) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(each.answers).map(([status, answer]) => [status, response(answer, schemas)]),
      ),
      default: {
        description: 'A problem, in words',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** A form's fields and its file. */
const withFile = (fields: TSchema, name: string, schemas: Json): Json => ({
  allOf: [
    named(fields, schemas),
    {
      type: 'object',
      properties: { [name]: { type: 'string', contentMediaType: 'application/octet-stream' } },
      required: [name],
    },
  ],
});

function response(answer: Route['answers'][number], schemas: Json): Json {
  const schema = answer.schema ? named(answer.schema, schemas) : undefined;
  if (!schema && !answer.types) return { description: answer.description };
  const types = [...(schema ? ['application/json'] : []), ...(answer.types ?? [])];
  const content = Object.fromEntries(
    types.map((type) => [type, type === 'application/json' && schema ? { schema } : {}]),
  );
  return { description: answer.description, content };
}

function parameters(schema: TSchema | undefined, where: 'path' | 'query', schemas: Json): Json[] {
  if (!schema || !TypeGuard.IsObject(schema)) return [];
  return Object.entries(schema.properties).map(([name, property]) => {
    const { description, ...rest } = named(property, schemas) as { description?: string } & Json;
    return {
      name,
      in: where,
      required: where === 'path' || (schema.required ?? []).includes(name),
      ...(description && { description }),
      ...(property.type === 'array' && { style: 'form', explode: false }),
      schema: rest,
    };
  });
}

/** The schema with named parts replaced by references, which are added to the components. */
function named(schema: unknown, schemas: Json): unknown {
  if (Array.isArray(schema)) return schema.map((each) => named(each, schemas));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $id, ...rest } = schema as Json;
  const plain = () =>
    Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, named(value, schemas)]));
  if (typeof $id !== 'string') return plain();
  if (!($id in schemas)) {
    schemas[$id] = {};
    schemas[$id] = plain();
  }
  return { $ref: `#/components/schemas/${$id}` };
}
