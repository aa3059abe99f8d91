/** Every failure by name and sentence (RFC 9457). Thrown by features, written by `http/errors.ts`. */

/** One fault in the input: where (JSON Pointer into the body, or the parameter's name), the value, what is allowed. */
export interface InputFault {
  /** RFC 6901 pointer into the body, as a URI fragment such as `#/spaces/0/name`. */
  pointer?: string;
  parameter?: string;
  value?: unknown;
  /** A sentence a person can act on; the page shows the same one beside the field. */
  detail: string;
  allowed?: unknown;
}

export class Problem extends Error {
  readonly status: number;
  /** Last part of the problem type URI, such as `invalid-input`. */
  override readonly name: string;
  readonly title: string;
  readonly errors: InputFault[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    name: string,
    title: string,
    detail: string,
    extra: { errors?: InputFault[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause: extra.cause });
    this.status = status;
    this.name = name;
    this.title = title;
    this.errors = extra.errors;
    this.headers = extra.headers ?? {};
  }
}

const sentence = (faults: InputFault[]) => faults.map((fault) => fault.detail).join(' ');

export const invalidInput = (errors: InputFault[]) =>
  new Problem(400, 'invalid-input', 'Some of this could not be understood', sentence(errors), { errors });

export const notFound = (what: string) =>
  new Problem(
    404,
    'not-found',
    'Not found',
    `There is no ${what} here. It may have been withdrawn, or the address may be wrong.`,
  );

export const signInNeeded = () =>
  new Problem(
    401,
    'sign-in-needed',
    'Sign in first',
    'Sign in to do this; a program sends its key as "Authorization: Bearer …".',
    {
      headers: { 'WWW-Authenticate': 'Bearer' },
    },
  );

export const tooMany = (seconds: number) =>
  new Problem(
    429,
    'too-many',
    'Too many tries',
    `That was too often in a short time. Try again in ${seconds < 90 ? `${Math.max(1, seconds)} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
    { headers: { 'Retry-After': String(Math.max(1, seconds)) } },
  );

export const gone = (detail: string) => new Problem(410, 'gone', 'No longer there', detail);

export const unavailable = (detail: string, cause?: unknown) =>
  new Problem(503, 'unavailable', 'Not possible right now', detail, { cause });

export const notAllowed = (detail: string) => new Problem(403, 'not-allowed', 'Not allowed', detail);

/** Somebody is signed in, and it is not theirs to do. */
export const notYours = () =>
  notAllowed('You are signed in, but you may not do this. Ask a steward of the organisation.');
export const isNotYours = ({ name, message }: Problem): boolean =>
  name === 'not-allowed' && message === notYours().message;

export const conflict = (detail: string, cause?: unknown) =>
  new Problem(409, 'conflict', 'This clashes with what is already there', detail, { cause });

export const stale = () =>
  new Problem(
    412,
    'stale',
    'Somebody changed this first',
    'This was changed after you opened it. Load it again and repeat your change.',
  );

export const keyReused = () =>
  new Problem(
    422,
    'key-reused',
    'This key was used for something else',
    'Something else was sent under this Idempotency-Key. Send a new key with what is new.',
  );

export const notComparable = (detail: string) =>
  new Problem(422, 'not-comparable', 'These cannot be compared', detail);

export const versionNeeded = () =>
  new Problem(
    428,
    'version-needed',
    'Say which version you are changing',
    'Send If-Match with the ETag of the version you read.',
  );

export const tooLarge = (limit: string) =>
  new Problem(413, 'too-large', 'Too large', `This is larger than ${limit}. Send it in smaller parts.`);

export const notAcceptable = (allowed: string[]) =>
  new Problem(
    406,
    'not-acceptable',
    'Not available in that format',
    `Available formats: ${allowed.join(', ')}.`,
  );

export const unsupportedMedia = (needed = 'application/json') =>
  new Problem(
    415,
    'unsupported-media',
    'Not in the form that is read here',
    `The body must be sent with Content-Type: ${needed}.`,
  );

export const busy = (seconds: number, cause?: unknown) =>
  new Problem(503, 'busy', 'Busy right now', `The register is busy. Try again in ${seconds} seconds.`, {
    headers: { 'Retry-After': String(seconds) },
    cause,
  });

export const storeFailed = (cause: unknown) =>
  new Problem(
    503,
    'store-failed',
    'Photos cannot be kept right now',
    'The place where photos are kept does not answer. Nothing was changed; try again in a few minutes.',
    { headers: { 'Retry-After': '120' }, cause },
  );

export const full = (cause: unknown) =>
  new Problem(
    507,
    'full',
    'No room left',
    'The register’s disk is full, so nothing can be written. Its operator must make room.',
    {
      cause,
    },
  );

export const unexpected = (cause: unknown) =>
  new Problem(
    500,
    'unexpected',
    'Something went wrong',
    'This is our fault, not yours. It has been recorded; try again in a moment.',
    {
      cause,
    },
  );
