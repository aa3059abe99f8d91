/** Schemas into checks, for mappings that people write and for venues that come out of them. */
import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
addFormats.default(ajv);

export interface Fault {
  /** JSON Pointer to the part at fault. */
  pointer: string;
  detail: string;
}

/** Parts of a schema may be registered only once by `$id`, and each check here stands on its own. */
const withoutIds = (schema: TSchema): object =>
  JSON.parse(
    JSON.stringify(schema, (key, part) => (key === '$id' && typeof part === 'string' ? undefined : part)),
  );

export function checker(schema: TSchema): (value: unknown) => Fault[] {
  const validate = ajv.compile(withoutIds(schema));
  return (value) => {
    if (validate(value)) return [];
    const errors = (validate.errors ?? []).filter(
      (error) => error.keyword !== 'anyOf' || !hasDeeper(error, validate.errors ?? []),
    );
    const faults = errors.map(toFault);
    return faults.filter(
      ({ pointer, detail }, at) =>
        faults.findIndex((each) => each.pointer === pointer && each.detail === detail) === at,
    );
  };
}

/** “None of these forms fits” says less than what is wrong deeper inside one of them. */
const hasDeeper = (error: ErrorObject, all: ErrorObject[]) =>
  all.some((other) => other.instancePath.startsWith(`${error.instancePath}/`));

function toFault({ instancePath, keyword, params, schema, data, message }: ErrorObject): Fault {
  const pointer =
    keyword === 'additionalProperties' ? `${instancePath}/${params.additionalProperty}` : instancePath;
  const shown =
    typeof data === 'string' || typeof data === 'number' ? ` It is “${String(data).slice(0, 80)}”.` : '';
  if (keyword === 'additionalProperties') return { pointer, detail: 'is not known here.' };
  if (keyword === 'required')
    return { pointer: `${pointer}/${params.missingProperty}`, detail: 'is missing.' };
  if (keyword === 'enum')
    return { pointer, detail: `must be one of ${(schema as string[]).join(', ')}.${shown}` };
  if (keyword === 'maxLength') return { pointer, detail: `is longer than ${params.limit} characters.` };
  return { pointer, detail: `${message}.${shown}` };
}
