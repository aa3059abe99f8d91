/** Sending a photo as a browser does. */
import type { Test } from 'supertest';
import { OPERATOR_TOKEN, type TestService } from '../support/app.ts';

export const alt = 'The hall from the door, with chairs in rows';

let count = 1;

export function sendPhoto(
  request: TestService['request'],
  venueId: number,
  file: Buffer | undefined,
  // Another photo each time: the same one with the same words is there already.
  fields: Record<string, string> = { alt: `${alt}, ${count++}` },
  { filename = 'photo.bin', contentType = 'application/octet-stream' } = {},
): Test {
  const sent = request.post(`/api/v1/venues/${venueId}/photos`).auth(OPERATOR_TOKEN, { type: 'bearer' });
  for (const [name, value] of Object.entries(fields)) sent.field(name, value);
  return file ? sent.attach('photo', file, { filename, contentType }) : sent;
}
