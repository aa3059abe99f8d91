/** /api/v1/sign-ins, /api/v1/session, /api/v1/me: signing in by letter, and who one is. */
import { everyone, ok, type Route, route } from '../http/route.ts';
import { dropSession, keepSession, sessionOf } from './cookie.ts';
import { deviceOf } from './device.ts';
import { redeemLimits, signInLimits } from './limits.ts';
import { personOfVisit, signedIn } from './policy.ts';
import { changePerson, endAllSessions, endSession, getMe } from './repository.ts';
import { Me, NewSession, NewSignIn, PersonChange, SignInAsked } from './schema.ts';
import { askToSignIn, type SignInLetter, signInByCode, signInByLink } from './sign-in.ts';

export const peopleRoutes = (letter: (publicUrl: string) => SignInLetter): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/sign-ins',
    access: everyone,
    limits: signInLimits,
    summary: 'Ask for a letter to sign in with',
    description:
      'Sends a link and a code to the address. The answer is the same whether anybody has that address or not. Both are good once, for 15 minutes.',
    body: NewSignIn,
    answers: { 202: { description: 'The letter is on its way', schema: SignInAsked } },
    handler: async ({ db, body, config }) => {
      const link = (token: string) => `${config.publicUrl}/sign-in/${token}`;
      return ok(await askToSignIn(db, config, body, letter(config.publicUrl), link), { status: 202 });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/session',
    access: everyone,
    // Sees to its own transaction: a wrong code is counted although the request fails.
    readOnly: true,
    limits: redeemLimits,
    summary: 'Sign in with what the letter said',
    description: 'Answers with the cookie of a new session. 410 when the letter was used, or is too old.',
    body: NewSession,
    answers: { 200: { description: 'Signed in', schema: Me } },
    handler: async ({ db, body, config, request }) => {
      const old = sessionOf(config, request);
      const done =
        'token' in body
          ? await db.transaction((transaction) => signInByLink(transaction, body.token, deviceOf(request)))
          : await signInByCode(db, body.id, body.code, deviceOf(request));
      if (old) await endSession(db, old);
      return ok(await getMe(db, done.personId), {
        headers: { 'Set-Cookie': keepSession(config, done.secret), 'Cache-Control': 'no-store' },
      });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/session',
    access: signedIn,
    summary: 'Sign out here',
    answers: { 204: { description: 'Signed out' } },
    handler: async ({ db, config, request }) => {
      await endSession(db, sessionOf(config, request) ?? '');
      return ok('', { status: 204, headers: { 'Set-Cookie': dropSession(config) } });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/sessions',
    access: signedIn,
    summary: 'Sign out everywhere',
    answers: { 204: { description: 'Signed out on every device' } },
    handler: async ({ db, config, visitor }) => {
      await endAllSessions(db, personOfVisit(visitor).id);
      return ok('', { status: 204, headers: { 'Set-Cookie': dropSession(config) } });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/me',
    access: signedIn,
    summary: 'Who I am, and which organisations I am of',
    answers: { 200: { description: 'You', schema: Me } },
    cacheControl: 'private, no-store',
    handler: async ({ db, visitor }) => ok(await getMe(db, personOfVisit(visitor).id)),
  }),
  route({
    method: 'patch',
    path: '/api/v1/me',
    access: signedIn,
    summary: 'Change what I am called, and whether I get letters about my places',
    body: PersonChange,
    answers: { 200: { description: 'Changed', schema: Me } },
    handler: async ({ db, visitor, body }) => {
      const { id } = personOfVisit(visitor);
      await changePerson(db, id, body);
      return ok(await getMe(db, id), { headers: { 'Cache-Control': 'no-store' } });
    },
  }),
];
