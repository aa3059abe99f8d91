/** Sending a photo as a browser does. */
import type { Test } from 'supertest';
import { OPERATOR_TOKEN, type TestService } from '../support/app.ts';

export const alt = 'The hall from the door, with chairs in rows';

export function sendPhoto(
  request: TestService['request'],
  venueId: number,
  file: Buffer | undefined,
  fields: Record<string, string> = { alt },
  { filename = 'photo.bin', contentType = 'application/octet-stream' } = {},
): Test {
  const sent = request.post(`/api/v1/venues/${venueId}/photos`).auth(OPERATOR_TOKEN, { type: 'bearer' });
  for (const [name, value] of Object.entries(fields)) sent.field(name, value);
  return file ? sent.attach('photo', file, { filename, contentType }) : sent;
}
