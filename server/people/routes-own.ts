/** /api/v1/me/…, /api/v1/sessions: what a person does with their own account. */
import { everyone, ok, type Route, route } from '../http/route.ts';
import { askForEmail, confirmEmail, type EmailLetter, forgetEmailChange } from './change-email.ts';
import { dropSession, sessionOf } from './cookie.ts';
import { newEmailLimits, redeemLimits } from './limits.ts';
import { deletePerson, exportPerson } from './own-data.ts';
import { personOfVisit, signedIn } from './policy.ts';
import { listSessions } from './repository.ts';
import { EmailConfirmation, NewEmail, PersonExport, Sessions } from './schema-own.ts';

export const ownRoutes = (letterFor: (publicUrl: string) => EmailLetter): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/sessions',
    access: signedIn,
    summary: 'Where I am signed in',
    description: 'Since when, and when each was last used. What opens them is told to nobody.',
    answers: { 200: { description: 'Sessions, the newest first', schema: Sessions } },
    cacheControl: 'private, no-store',
    handler: async ({ db, visitor, config, request }) =>
      ok(await listSessions(db, personOfVisit(visitor).id, sessionOf(config, request) ?? '')),
  }),
  route({
    method: 'get',
    path: '/api/v1/me/export',
    access: signedIn,
    limits: [{ name: 'export', tries: 20, seconds: 3600, by: 'visitor' }],
    summary: 'Everything the register holds of me',
    answers: { 200: { description: 'One JSON file', schema: PersonExport } },
    cacheControl: 'private, no-store',
    handler: async ({ db, visitor }) => {
      const parts = await exportPerson(db, personOfVisit(visitor).id);
      return ok(JSON.stringify({ exportedAt: new Date().toISOString(), ...parts }, null, 2), {
        type: 'application/json; charset=utf-8',
        headers: { 'Content-Disposition': 'attachment; filename="moothall-about-me.json"' },
      });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/me',
    access: signedIn,
    summary: 'Delete my account',
    description:
      'What you changed stays, without you. 409 while you are the only steward of an organisation: hand that on, or dissolve it, first.',
    answers: { 204: { description: 'Deleted; you are signed out everywhere' } },
    handler: async ({ db, config, visitor }) => {
      await deletePerson(db, personOfVisit(visitor).id, letterFor(config.publicUrl)('deleted', {}));
      return ok('', { status: 204, headers: { 'Set-Cookie': dropSession(config) } });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/me/email',
    access: signedIn,
    limits: newEmailLimits,
    summary: 'Change my address',
    description:
      'Sends a link to the new address, good once, for 24 hours, and tells the old one. The answer is the same whether anybody has that address or not.',
    body: NewEmail,
    answers: { 202: { description: 'The letters are on their way' } },
    handler: async ({ db, config, visitor, body }) => {
      const change = { person: personOfVisit(visitor), email: body.email };
      await askForEmail(db, config, change, letterFor(config.publicUrl));
      return ok({}, { status: 202 });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/me/email',
    access: signedIn,
    summary: 'Keep my address after all',
    answers: { 204: { description: 'The link is worth nothing any more' } },
    handler: async ({ db, visitor }) => {
      await forgetEmailChange(db, personOfVisit(visitor).id);
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/me/email/confirm',
    access: everyone,
    limits: redeemLimits,
    summary: 'Confirm my new address',
    description: 'With what the letter said; signed in or not. 410 when it was used, or is too old.',
    body: EmailConfirmation,
    answers: { 204: { description: 'Changed; the old address is told' } },
    handler: async ({ db, config, body }) => {
      await confirmEmail(db, body.token, letterFor(config.publicUrl));
      return ok('', { status: 204 });
    },
  }),
];
