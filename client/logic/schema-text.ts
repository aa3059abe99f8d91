/** JSON Schema in words, for the documentation page. Names of types and fields are code and stay as they are. */
import { formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { OpenApiSchema } from '../pages/docs-model.ts';

/** The last part of a `$ref`, which names the thing. */
export const refName = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** The component a schema points to, directly or as a list of it. */
export function pointsTo(schema: OpenApiSchema | undefined): string | undefined {
  if (!schema) return undefined;
  if (schema.$ref) return refName(schema.$ref);
  if (schema.items && !Array.isArray(schema.items)) return pointsTo(schema.items);
  return undefined;
}

export function typeText(language: Language, schema: OpenApiSchema | undefined): string {
  const { t } = language;
  const each = (schemas: readonly OpenApiSchema[]) => schemas.map((one) => typeText(language, one));
  if (!schema) return t('docs.anything');
  if (schema.$ref) return refName(schema.$ref);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return joined(each(choices), (first, second) => t('docs.or', { first, second }));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array' || schema.items) {
    if (Array.isArray(schema.items))
      return t('docs.listOf', { items: each(schema.items).join(t('common.comma')) });
    return schema.items?.enum
      ? t('docs.anyOf')
      : t('docs.listOf', { items: typeText(language, schema.items) });
  }
  if (schema.allOf) return joined(each(schema.allOf), (first, second) => t('docs.both', { first, second }));
  if (schema.enum) return t('docs.oneOf');
  const fields = Object.keys(schema.properties ?? {});
  if (fields.length > 0) return t('docs.objectWith', { fields: fields.join(t('common.comma')) });
  const types = [schema.type ?? t('docs.anything')].flat();
  const type = joined(types, (first, second) => t('docs.or', { first, second }));
  return schema.format ? `${type} (${schema.format})` : type;
}

const joined = (parts: readonly string[], join: (first: string, second: string) => string): string =>
  parts.length === 0 ? '' : parts.reduce(join);

/** Every value of a closed list, wherever in the schema it stands. */
export function allowedValues(schema: OpenApiSchema | undefined): string[] {
  if (!schema) return [];
  if (schema.enum) return schema.enum.map(String);
  if (schema.items && !Array.isArray(schema.items)) return allowedValues(schema.items);
  return (schema.anyOf ?? schema.oneOf ?? []).flatMap(allowedValues);
}

export function limitsText(language: Language, schema: OpenApiSchema | undefined): string {
  if (!schema) return '';
  const { t } = language;
  const { minimum, maximum, maxLength, maxItems } = schema;
  const text = [
    rangeText(language, minimum, maximum),
    maxLength !== undefined && t('docs.characters', { count: maxLength }),
    maxItems !== undefined && t('docs.entries', { count: maxItems }),
    schema.default !== undefined && t('docs.absent', { value: JSON.stringify(schema.default) }),
  ]
    .filter(Boolean)
    .join(t('docs.semicolon'));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rangeText(language: Language, minimum?: number, maximum?: number): string {
  const { t } = language;
  const number = (value: number) => formatNumber(language, value);
  if (minimum !== undefined && maximum !== undefined)
    return t('docs.between', { minimum: number(minimum), maximum: number(maximum) });
  if (minimum !== undefined) return t('docs.atLeast', { number: number(minimum) });
  return maximum === undefined ? '' : t('docs.atMost', { number: number(maximum) });
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
