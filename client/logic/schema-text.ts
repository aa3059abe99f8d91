/** JSON Schema in words, for the documentation page. */

import type { OpenApiSchema } from '../pages/docs-model.ts';
import { formatNumber } from './format.ts';

/** The last part of a `$ref`, which names the thing. */
export const refName = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** The component a schema points to, directly or as a list of it. */
export function pointsTo(schema: OpenApiSchema | undefined): string | undefined {
  if (!schema) return undefined;
  if (schema.$ref) return refName(schema.$ref);
  if (schema.items && !Array.isArray(schema.items)) return pointsTo(schema.items);
  return undefined;
}

export function typeText(schema: OpenApiSchema | undefined): string {
  if (!schema) return 'anything';
  if (schema.$ref) return refName(schema.$ref);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeText).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array' || schema.items) {
    if (!Array.isArray(schema.items) && schema.items?.enum) return 'any of';
    return `list of ${Array.isArray(schema.items) ? schema.items.map(typeText).join(', ') : typeText(schema.items)}`;
  }
  if (schema.allOf) return schema.allOf.map(typeText).join(' and ');
  if (schema.enum) return 'one of';
  const fields = Object.keys(schema.properties ?? {});
  if (fields.length > 0) return `object with ${fields.join(', ')}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything');
  return schema.format ? `${type} (${schema.format})` : type;
}

/** Every value of a closed list, wherever in the schema it stands. */
export function allowedValues(schema: OpenApiSchema | undefined): string[] {
  if (!schema) return [];
  if (schema.enum) return schema.enum.map(String);
  if (schema.items && !Array.isArray(schema.items)) return allowedValues(schema.items);
  return (schema.anyOf ?? schema.oneOf ?? []).flatMap(allowedValues);
}

export function limitsText(schema: OpenApiSchema | undefined): string {
  if (!schema) return '';
  const { minimum, maximum, maxLength, maxItems } = schema;
  const text = [
    minimum !== undefined && maximum !== undefined && `${formatNumber(minimum)} to ${formatNumber(maximum)}`,
    minimum !== undefined && maximum === undefined && `at least ${formatNumber(minimum)}`,
    minimum === undefined && maximum !== undefined && `at most ${formatNumber(maximum)}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems} values`,
    schema.default !== undefined && `${JSON.stringify(schema.default)} when absent`,
  ]
    .filter(Boolean)
    .join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A shell word, quoted only when it must be. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

export function curl(method: string, url: string, body: unknown, accept?: string): string {
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(url)}`];
  if (accept && accept !== 'application/json') lines.push(`-H ${quoted(`Accept: ${accept}`)}`);
  if (body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`);
  }
  return lines.join(' \\\n  ');
}
