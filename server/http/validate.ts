/** Schemas into validators, and what Ajv finds into sentences with a pointer or a parameter's name. */
import { type TSchema, TypeGuard } from '@sinclair/typebox';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { InputFault } from '../problem.ts';

const ajv = new Ajv({
  strict: true,
  allErrors: true,
  strictTypes: false,
  strictTuples: false,
  verbose: true,
  discriminator: false,
});
addFormats.default(ajv);

/** A copy without `$id`, which names a schema for documents and would be registered twice here. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === '$id' && typeof value === 'string'))
      .map(([key, value]) => [key, withoutIds(value)]),
  );
}

export type Validator = (value: unknown) => InputFault[];

/** Validates a JSON body: faults carry a pointer such as `#/spaces/0/name`. */
export const bodyValidator = (schema: TSchema): Validator =>
  validator(schema, (path) => ({ pointer: `#${path}` }));

/** Validates parameters: faults carry the parameter's name. */
export const parameterValidator = (schema: TSchema): Validator =>
  validator(schema, (path) => ({ parameter: path.split('/')[1] ?? '' }));

/** What each schema was compiled to: services made anew, as tests do by the hundred, and routes that share one, compile it once. */
const known = new WeakMap<TSchema, ValidateFunction>();

function compiled(schema: TSchema): ValidateFunction {
  const validate = known.get(schema) ?? ajv.compile(withoutIds(schema) as object);
  known.set(schema, validate);
  return validate;
}

function validator(
  schema: TSchema,
  place: (path: string) => Pick<InputFault, 'pointer' | 'parameter'>,
): Validator {
  const validate = compiled(schema);
  return (value) => {
    if (validate(value)) return unkeepable(value, '', place);
    const errors = (validate.errors ?? []).filter((error) => !isNoise(error));
    return merge(errors.map((error) => toFault(error, place)));
  };
}

/** Neither NUL nor half a character can be kept as text. */
function unkeepable(
  value: unknown,
  path: string,
  place: (path: string) => Pick<InputFault, 'pointer' | 'parameter'>,
): InputFault[] {
  if (typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)) {
    return [{ ...place(path), detail: 'This holds a character that cannot be kept. Type it again.' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unkeepable(part, `${path}/${key}`, place));
}

/** A union says once that nothing fitted, and then why each member did not; the first is enough. */
const isNoise = (error: ErrorObject) => /\/anyOf\/\d+\//.test(error.schemaPath);

const merge = (faults: InputFault[]): InputFault[] => {
  const seen = new Set<string>();
  return faults.filter(({ pointer, parameter, detail }) => {
    const key = `${pointer} ${parameter} ${detail}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

function toFault(
  error: ErrorObject,
  place: (path: string) => Pick<InputFault, 'pointer' | 'parameter'>,
): InputFault {
  const { keyword, params, instancePath, data, parentSchema } = error;
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty);
    const allowed = Object.keys(parentSchema?.properties ?? {});
    return {
      ...place(`${instancePath}/${name}`),
      value: (data as Record<string, unknown>)[name],
      detail: `“${name}” is not known here.`,
      allowed,
    };
  }
  if (keyword === 'required') {
    const name = String(params.missingProperty);
    return { ...place(`${instancePath}/${name}`), detail: `“${name}” is missing.` };
  }
  const name =
    instancePath
      .split('/')
      .filter((part) => part !== '' && !/^\d+$/.test(part))
      .at(-1) ?? 'the body';
  return { ...place(instancePath), value: data, ...sentence(name, error) };
}

function sentence(
  name: string,
  { keyword, params, schema, parentSchema, data }: ErrorObject,
): Pick<InputFault, 'detail' | 'allowed'> {
  const shown =
    typeof data === 'string'
      ? ` It is “${data.slice(0, 80)}”.`
      : typeof data === 'number'
        ? ` It is ${data}.`
        : '';
  const must = (rule: string) => `“${name}” must be ${rule}.${shown}`;
  switch (keyword) {
    case 'enum':
      return { detail: `“${name}” has a value that is not known.${shown}`, allowed: schema };
    case 'type':
      return {
        detail: must(`${params.type === 'integer' ? 'a whole number' : `of type ${params.type}`}`),
        allowed: params.type,
      };
    case 'minimum':
    case 'exclusiveMinimum':
      return {
        detail: must(`${keyword === 'minimum' ? 'at least' : 'more than'} ${params.limit}`),
        allowed: { [keyword]: params.limit },
      };
    case 'maximum':
      return { detail: must(`at most ${params.limit}`), allowed: { maximum: params.limit } };
    case 'maxLength':
      return {
        detail: `“${name}” is longer than ${params.limit} characters.`,
        allowed: { maxLength: params.limit },
      };
    case 'minItems':
      return { detail: must(`${params.limit} or more values`), allowed: { minItems: params.limit } };
    case 'maxItems':
      return { detail: must(`${params.limit} or fewer values`), allowed: { maxItems: params.limit } };
    case 'uniqueItems':
      return { detail: `“${name}” has the same value twice.` };
    case 'format':
      return {
        detail: must(params.format === 'date' ? 'a day such as 2026-03-12' : `a ${params.format}`),
        allowed: params.format,
      };
    case 'pattern':
      return {
        detail: `“${name}” is not in the form that is needed${hint(parentSchema)}.${shown}`,
        allowed: parentSchema?.description ?? params.pattern,
      };
    case 'anyOf':
      return {
        detail: `“${name}” has a value that is not known.${shown}`,
        allowed: parentSchema?.description,
      };
    default:
      return { detail: `“${name}” is not right: ${keyword}.${shown}`, allowed: parentSchema?.description };
  }
}

const hint = (schema: ErrorObject['parentSchema']) => (schema?.description ? `: ${schema.description}` : '');

/**
 * Query parameters as their schema means them: comma lists and repeats into arrays, digits into numbers. What cannot
 * be read stays text, so that the validator names it.
 */
export function decodeParameters(schema: TSchema, given: URLSearchParams): Record<string, unknown> {
  const properties: Record<string, TSchema> = TypeGuard.IsObject(schema) ? schema.properties : {};
  const decoded: Record<string, unknown> = Object.create(null);
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name);
    const property = properties[name];
    if (property?.type === 'array') {
      const parts = values
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== '');
      if (parts.length > 0) decoded[name] = parts.map((part) => decode(property.items, part));
    } else if (values.length > 1) {
      decoded[name] = values;
    } else if (property === undefined || values[0]?.trim() !== '') {
      // A form sends its empty fields too; empty is the same as not asked.
      decoded[name] = decode(property, values[0]?.trim() ?? '');
    }
  }
  return decoded;
}

function decode(schema: TSchema | undefined, text: string): unknown {
  if (schema?.type !== 'number' && schema?.type !== 'integer') return text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : text;
}
