/** Examples for the documentation, made from the document itself: what is required, and a little of what is useful. */
import type { OpenApiDocument, OpenApiParameter, OpenApiSchema } from '../pages/docs-model.ts';
import { refName } from './schema-text.ts';

/** Values that make sense together, by name. */
const samples: Record<string, unknown> = {
  id: 1,
  q: 'hall in Tooting',
  bbox: [-0.2, 51.41, -0.14, 51.45],
  zoom: 13,
  near: [-0.168, 51.428],
  radius: 2000,
  people: 40,
  layout: 'theatre',
  access: ['step_free_entrance', 'hearing_loop'],
  name: 'St Anselm’s Hall',
  kind: 'church_hall',
  lon: -0.168,
  lat: 51.428,
  precision: 'exact',
  key: 'hearing_loop',
  value: 'yes',
  method: 'visited',
  observedOn: '2026-03-12',
};
/** Optional parts worth showing; the others would only make the example long. */
const telling = new Set(['people', 'layout', 'access', 'near', 'radius']);

const resolve = (schema: OpenApiSchema, document: OpenApiDocument): OpenApiSchema =>
  schema.$ref ? (document.components?.schemas?.[refName(schema.$ref)] ?? {}) : schema;

function sampleOf(name: string, given: OpenApiSchema, document: OpenApiDocument, depth = 0): unknown {
  const schema = resolve(given, document);
  if (samples[name] !== undefined && schema.type !== 'object') return samples[name];
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sampleOf(name, choice, document, depth);
  if (schema.properties && depth < 4) {
    const shown = Object.entries(schema.properties).filter(
      ([key]) => schema.required?.includes(key) || (depth === 0 && telling.has(key)),
    );
    return Object.fromEntries(shown.map(([key, value]) => [key, sampleOf(key, value, document, depth + 1)]));
  }
  if (schema.type === 'array') {
    return schema.items && !Array.isArray(schema.items)
      ? [sampleOf(name, schema.items, document, depth + 1)]
      : [];
  }
  if (schema.type === 'object') return {};
  return schema.type === 'integer' || schema.type === 'number' ? (schema.minimum ?? 1) : '…';
}

export const exampleBody = (schema: OpenApiSchema, document: OpenApiDocument): unknown =>
  sampleOf('', schema, document);

/** The address to try: path parameters filled in, and the query parameters that tell most. */
export function exampleUrl(root: string, path: string, parameters: readonly OpenApiParameter[]): string {
  const value = ({ name = '', example }: OpenApiParameter) => example ?? samples[name];
  const filled = parameters
    .filter((each) => each.in === 'path' && value(each) !== undefined)
    .reduce((url, each) => url.replace(`{${each.name}}`, String(value(each))), path);
  const shown = parameters.filter(
    (each) =>
      each.in === 'query' && value(each) !== undefined && (each.required || telling.has(each.name ?? '')),
  );
  const few = shown.some((each) => each.required) ? shown.filter((each) => each.required) : shown;
  const search = few.map((each) => `${each.name}=${encodeURIComponent(String(value(each)))}`).join('&');
  return `${root}${filled}${search && `?${search.replaceAll('%2C', ',')}`}`;
}
