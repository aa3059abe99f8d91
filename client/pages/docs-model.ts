/** The parts of an OpenAPI 3.1 document that the documentation page reads. */

export interface OpenApiSchema {
  $ref?: string;
  $id?: string;
  type?: string | string[];
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: OpenApiSchema | OpenApiSchema[];
  properties?: Record<string, OpenApiSchema>;
  patternProperties?: Record<string, OpenApiSchema>;
  additionalProperties?: boolean | OpenApiSchema;
  required?: readonly string[];
  anyOf?: OpenApiSchema[];
  oneOf?: OpenApiSchema[];
  allOf?: OpenApiSchema[];
}

export interface OpenApiParameter {
  $ref?: string;
  name?: string;
  in?: string;
  required?: boolean;
  description?: string;
  schema?: OpenApiSchema;
  example?: unknown;
}

export interface OpenApiContent {
  schema?: OpenApiSchema;
  example?: unknown;
  examples?: Record<string, { summary?: string; value?: unknown }>;
}

export interface OpenApiBody {
  $ref?: string;
  description?: string;
  required?: boolean;
  content?: Record<string, OpenApiContent>;
  headers?: Record<string, { description?: string }>;
}

export interface OpenApiOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: readonly string[];
  parameters?: OpenApiParameter[];
  requestBody?: OpenApiBody;
  responses?: Record<string, OpenApiBody>;
  security?: readonly Record<string, readonly string[]>[];
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description?: string };
  servers?: { url: string; description?: string }[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, unknown>>;
  components?: {
    schemas?: Record<string, OpenApiSchema>;
    parameters?: Record<string, OpenApiParameter>;
    responses?: Record<string, OpenApiBody>;
  };
}

export interface NamedOperation {
  id: string;
  method: string;
  path: string;
  operation: OpenApiOperation;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** What operations are about: the first part of their paths after the version, as in `/api/v1/venues`. */
export const groupOf = (path: string): string => /^(?:\/api\/v\d+)?\/[^/]+/.exec(path)?.[0] ?? path;

/**
 * Every operation with the parameters that its path states for all: those about one thing together, in the order of the
 * document, and the whole of it before its parts.
 */
export function operationsOf(document: OpenApiDocument): NamedOperation[] {
  const groups = [...new Set(Object.keys(document.paths).map(groupOf))];
  const rank = (path: string) => groups.indexOf(groupOf(path));
  const paths = Object.entries(document.paths).sort(
    ([a], [b]) => rank(a) - rank(b) || Number(a > b) - Number(a < b),
  );
  return paths.flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const operation = item[method] as OpenApiOperation;
        const shared = (item.parameters as OpenApiParameter[] | undefined) ?? [];
        const id = `${method}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
        return {
          id,
          method,
          path,
          operation: { ...operation, parameters: [...shared, ...(operation.parameters ?? [])] },
        };
      }),
  );
}
