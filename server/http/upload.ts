/**
 * A form with one file (multipart/form-data), read as it arrives: the fields into memory, the file onto the disk, both
 * with hard limits, so that neither many uploads nor slow ones fill the memory.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request, Response } from 'express';
import { busy, invalidInput, type Problem, tooLarge, unsupportedMedia } from '../problem.ts';
import { UPLOAD_TIME } from './limits.ts';

/** What a form sent: its fields, and its file when there was one. */
export interface Upload {
  fields: URLSearchParams;
  /** Where the file lies until the answer is sent. */
  path?: string;
  /** What it was called where it came from, without its folders. */
  name?: string;
  /** The file was larger than the limit, and is not kept. */
  tooLarge?: true;
}

export interface UploadLimits {
  /** The name of the field that holds the file. */
  field: string;
  /** The most bytes of the file. */
  bytes: number;
}

const FIELD_LIMITS = { fields: 20, fieldSize: 8192, fieldNameSize: 100, headerPairs: 50, files: 1 };
/** What is still read, and forgotten, of a file that is too large, so that the browser comes to hear the answer. */
const MOST_DRAINED = 64 * 1024 * 1024;
/** A sender that falls silent for this long has gone. */
const SILENCE = 20_000;
const MOST_AT_ONCE = 64;
/** Of those who are not signed in, whose words are kept until they are. */
const MOST_STRANGERS = 8;
let reading = 0;
let strangers = 0;

/** Reads the form. Its file lies on the disk until the request is answered. */
export async function readUpload(
  request: Request,
  response: Response,
  limits: UploadLimits,
): Promise<Upload> {
  if (!request.is('multipart/form-data')) throw unsupportedMedia('multipart/form-data');
  if (reading >= MOST_AT_ONCE) throw busy(30);
  reading += 1;
  try {
    const folder = await mkdtemp(join(tmpdir(), 'moothall-upload-'));
    const remove = () => void rm(folder, { recursive: true, force: true }).catch(() => undefined);
    if (response.closed) remove();
    else response.once('close', remove);
    response.locals.giveTime?.(UPLOAD_TIME);
    return await readForm(request, limits, join(folder, 'file'));
  } finally {
    response.locals.giveTime?.();
    reading -= 1;
  }
}

/** The fields alone, of a form whose sender has to sign in first. Its file is let go. */
export async function readFields(request: Request, response: Response): Promise<URLSearchParams> {
  if (strangers >= MOST_STRANGERS) throw busy(30);
  strangers += 1;
  try {
    response.locals.giveTime?.(UPLOAD_TIME);
    return (await readForm(request, { bytes: 0 })).fields;
  } finally {
    response.locals.giveTime?.();
    strangers -= 1;
  }
}

const unreadable = (): Problem =>
  invalidInput([{ pointer: '#', detail: 'The form broke off or cannot be read. Send it again.' }]);

function formParser(request: Request, bytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      limits: { ...FIELD_LIMITS, fileSize: bytes + 1 },
    });
  } catch {
    throw unreadable();
  }
}

function readForm(
  request: Request,
  { field, bytes }: Omit<UploadLimits, 'field'> & Partial<UploadLimits>,
  path?: string,
): Promise<Upload> {
  const parser = formParser(request, bytes);
  const upload: Upload = { fields: new URLSearchParams() };
  let fault: Problem | undefined;
  let writing: Promise<void> = Promise.resolve();

  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated)
      fault ??= tooLarge(`${FIELD_LIMITS.fieldSize} characters in a field`);
    else upload.fields.append(name, value);
  });
  parser.on('fieldsLimit', () => {
    fault ??= tooLarge(`${FIELD_LIMITS.fields} fields`);
  });
  parser.on('filesLimit', () => {
    fault ??= invalidInput([{ pointer: `#/${field ?? ''}`, detail: 'Send one file at a time.' }]);
  });
  parser.on('file', (name, file: Readable & { truncated?: boolean }, { filename }) => {
    if (name !== field || path === undefined) {
      if (field !== undefined)
        fault ??= invalidInput([
          { pointer: `#/${name.slice(0, 100)}`, detail: 'No file is asked for here.' },
        ]);
      file.resume();
      return;
    }
    writing = keep(file, path).then((size) => {
      if (file.truncated) upload.tooLarge = true;
      else if (size > 0) {
        upload.path = path;
        if (filename) upload.name = filename.slice(0, 200);
      }
    });
    // Awaited below; until then it must not count as unheard.
    writing.catch(() => undefined);
  });

  return new Promise((resolve, reject) => {
    let seen = 0;
    const stop = (problem: unknown) => {
      clearTimeout(silence);
      request.unpipe(parser);
      request.resume();
      parser.destroy();
      reject(problem);
    };
    const silence = setTimeout(() => stop(unreadable()), SILENCE);
    request.on('data', (part: Buffer) => {
      silence.refresh();
      seen += part.length;
      if (seen > bytes + MOST_DRAINED) {
        stop(tooLarge(`${Math.floor(bytes / 1024 / 1024)} MB`));
        request.destroy();
      }
    });
    request.on('close', () => {
      if (!request.complete) stop(unreadable());
    });
    parser.on('error', () => stop(unreadable()));
    parser.on('close', () => {
      clearTimeout(silence);
      writing.then(() => (fault ? reject(fault) : resolve(upload)), reject);
    });
    request.pipe(parser);
  });
}

/** Writes the file down and answers its size. */
async function keep(file: Readable, path: string): Promise<number> {
  let size = 0;
  file.on('data', (part: Buffer) => {
    size += part.length;
  });
  await pipeline(file, createWriteStream(path, { mode: 0o600 }));
  return size;
}
