/** /sign-in: ask for a letter, type its code, or follow its link. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { emptyForm } from '../../client/logic/form.ts';
import type { SignInPageData } from '../../client/pages/data.ts';
import type { Config } from '../config.ts';
import { everyone, type Route, route, seeOther } from '../http/route.ts';
import { keepSession, sessionOf } from '../people/cookie.ts';
import { demoPeople } from '../people/demo.ts';
import { deviceOf } from '../people/device.ts';
import { redeemLimits, signInLimits } from '../people/limits.ts';
import { endSession } from '../people/repository.ts';
import { Email, NewSignIn } from '../people/schema.ts';
import {
  askToSignIn,
  canSend,
  linkHolds,
  type SignedIn,
  signInByCode,
  signInByLink,
} from '../people/sign-in.ts';
import { Problem } from '../problem.ts';
import { heldName, venueHeld } from '../venues/held.ts';
import { idOfSlug } from '../venues/slug.ts';
import { formAgain, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { signInLetter } from './letters.ts';
import { localeOf } from './locale.ts';
import { html, isOutboxShown, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const WithToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const SignInQuery = Type.Object({ next: Type.Optional(Type.String()) }, { additionalProperties: true });
const CodeQuery = Type.Object(
  { id: Type.Optional(Type.String()), email: Type.Optional(Type.String()) },
  { additionalProperties: true },
);
const Form = Type.Object({}, { additionalProperties: true });

const isEmail = new RegExp(Email.pattern ?? '');
const isOwnPath = new RegExp(NewSignIn.properties.next.pattern ?? '');
const ownPath = (next: string | undefined) =>
  next !== undefined && next.length <= 500 && isOwnPath.test(next) ? next : undefined;

/** The place that somebody is about to claim, where that is what they were sent here for. */
async function claimedIn(db: Knex, next: string | undefined): Promise<Pick<SignInPageData, 'claims'>> {
  const id = idOfSlug(/\/venues\/([^/?#]+)\/claim(?:[?#]|$)/.exec(next ?? '')?.[1] ?? '');
  if (id === undefined) return {};
  const isPublic = await venueHeld(db, id).then(
    (venue) => venue.isPublic,
    () => false,
  );
  return isPublic ? { claims: await heldName(db, id) } : {};
}

type Shown = Omit<SignInPageData, 'page' | 'settings' | 'noMail' | 'outbox' | 'demoPeople'>;

export function signInPages(assets: Assets): Route[] {
  const show = (config: Config, request: Request, shown: Shown, status = 200) => {
    const { t } = languageOf(localeOf(request));
    const page = renderPage(
      {
        page: 'signIn',
        noMail: !canSend(config),
        outbox: isOutboxShown(config),
        demoPeople: config.demo ? demoPeople : [],
        settings: settingsOf(config, request),
        ...shown,
      },
      assets,
      {
        title:
          shown.step === 'code'
            ? `${t('account.lookInYourMail')} – ${t('common.name')}`
            : t('account.pageTitle'),
        description: t('account.signInHow'),
        path: '/sign-in',
        isPrivate: true,
      },
    );
    return html(page, { status, headers: { 'Cache-Control': 'no-store' } });
  };
  const start = (config: Config, request: Request, { secret, next }: SignedIn) =>
    seeOther(next ?? pathInLocale(request, '/account'), { 'Set-Cookie': keepSession(config, secret) });
  const common = { access: everyone, undocumented: true, answers: { 200: { description: 'A page' } } };

  return [
    route({
      ...common,
      method: 'get',
      path: '/sign-in',
      summary: 'Sign in',
      query: SignInQuery,
      handler: async ({ db, config, request, query }) => {
        const next = ownPath(query.next);
        const kept = next !== undefined && /[?&]kept=/.test(next);
        const claims = await claimedIn(db, next);
        return show(config, request, {
          step: 'ask',
          form: emptyForm,
          kept,
          ...(next && { next }),
          ...claims,
        });
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/sign-in',
      summary: 'Ask for a letter to sign in with',
      form: true,
      body: Form,
      limits: signInLimits,
      handler: async ({ db, config, request, body }) => {
        const typed = typedIn(body);
        const email = textOf(typed, 'email');
        const next = ownPath(textOf(typed, 'next') || undefined);
        const { t } = languageOf(localeOf(request));
        if (!isEmail.test(email) || email.length > 254) {
          const faults = [{ field: 'email', sentence: t('account.error_email') }];
          const form = { values: typed, faults };
          const claims = await claimedIn(db, next);
          return show(
            config,
            request,
            { step: 'ask', form, kept: false, ...(next && { next }), ...claims },
            400,
          );
        }
        const link = (token: string) => config.publicUrl + pathInLocale(request, `/sign-in/${token}`);
        const letter = signInLetter(config.publicUrl, localeOf(request));
        const { id } = await askToSignIn(
          db,
          config,
          { email, ...(next && { next }), locale: localeOf(request) },
          letter,
          link,
        );
        const query = new URLSearchParams({ id, email });
        return seeOther(pathInLocale(request, `/sign-in/code?${query}`));
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/sign-in/code',
      summary: 'Type the code from the letter',
      query: CodeQuery,
      handler: ({ config, request, query: { id = '', email = '' } }) =>
        show(config, request, { step: 'code', form: emptyForm, kept: false, id, email }),
    }),
    route({
      ...common,
      method: 'post',
      path: '/sign-in/code',
      summary: 'Sign in with the code',
      form: true,
      body: Form,
      // Sees to its own transaction: a wrong code is counted although the request fails.
      readOnly: true,
      limits: redeemLimits,
      handler: async ({ db, config, request, body }) => {
        const typed = typedIn(body);
        const [id, email] = [textOf(typed, 'id'), textOf(typed, 'email')];
        const old = sessionOf(config, request);
        try {
          const done = await signInByCode(db, id, textOf(typed, 'code'), deviceOf(request));
          if (old) await endSession(db, old);
          return start(config, request, done);
        } catch (error) {
          if (error instanceof Problem && error.status === 410)
            return show(config, request, { step: 'over', form: emptyForm, kept: false }, 410);
          const { t } = languageOf(localeOf(request));
          const form = formAgain(typed, error, undefined, () => t('account.error_code'));
          return show(config, request, { step: 'code', form, kept: false, id, email }, 400);
        }
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/sign-in/:token',
      summary: 'The link of the letter',
      params: WithToken,
      handler: async ({ db, config, request, params: { token } }) =>
        (await linkHolds(db, token))
          ? show(config, request, { step: 'link', form: emptyForm, kept: false, token })
          : show(config, request, { step: 'over', form: emptyForm, kept: false }, 410),
    }),
    route({
      ...common,
      method: 'post',
      path: '/sign-in/:token',
      summary: 'Sign in with the link of the letter',
      params: WithToken,
      limits: redeemLimits,
      handler: async ({ db, config, request, params: { token } }) => {
        const old = sessionOf(config, request);
        try {
          const done = await signInByLink(db, token, deviceOf(request));
          if (old) await endSession(db, old);
          return start(config, request, done);
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 410) throw error;
          return show(config, request, { step: 'over', form: emptyForm, kept: false }, 410);
        }
      },
    }),
  ];
}
