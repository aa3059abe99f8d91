/** /account/you: one's address, devices and data; /account/email/{token}: a new address; /account/delete: the end. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import type { YouPageData } from '../../client/pages/data.ts';
import { type Context, everyone, type Route, route, seeOther } from '../http/route.ts';
import { addressWaiting, askForEmail, confirmEmail, forgetEmailChange } from '../people/change-email.ts';
import { dropSession, sessionOf } from '../people/cookie.ts';
import { newEmailLimits, redeemLimits } from '../people/limits.ts';
import { deletePerson, onlySteward } from '../people/own-data.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { listSessions } from '../people/repository.ts';
import { Email } from '../people/schema.ts';
import { Problem } from '../problem.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { emailLetter } from './letters.ts';
import { localeOf } from './locale.ts';
import { DoneQuery, Form, isConflict, ownPage } from './organisation-form.ts';
import { isOutboxShown } from './page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { whenText } from './when.ts';

const WithToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const dones = ['asked', 'kept'] as const;
const isEmail = new RegExp(Email.pattern ?? '');

type Here = Pick<Context<undefined, undefined, undefined>, 'db' | 'config' | 'request' | 'visitor'>;

export function youPages(assets: Assets): Route[] {
  const titleOf = ({ request }: Here) => languageOf(localeOf(request)).t('own.title');
  const show = async (
    context: Here,
    { form, done, status }: { form: FormState; done?: YouPageData['done']; status?: number },
  ) => {
    const { db, config, request } = context;
    const { id, email } = personOfVisit(context.visitor);
    const waiting = await addressWaiting(db, { personId: id });
    const language = languageOf(localeOf(request));
    const listed = await listSessions(db, id, sessionOf(config, request) ?? '');
    const sessions = listed.items.map((each) => ({ ...each, when: whenText(language, each.since) }));
    return ownPage(
      context,
      assets,
      {
        page: 'you',
        email,
        ...(waiting && { waiting }),
        sessions,
        outbox: isOutboxShown(config),
        form,
        ...(done && { done }),
      },
      { title: titleOf(context), path: '/account/you', ...(status && { status }) },
    );
  };
  const showDelete = async (context: Here, form: FormState, status = 200) =>
    ownPage(
      context,
      assets,
      { page: 'deleteAccount', only: await onlySteward(context.db, personOfVisit(context.visitor).id), form },
      { title: languageOf(localeOf(context.request)).t('own.deleteTitle'), path: '/account/delete', status },
    );
  const common = { undocumented: true, answers: { 200: { description: 'A page' } } };
  const you = { ...common, path: '/account/you', access: signedIn };
  const link = { ...common, path: '/account/email/:token', params: WithToken, access: everyone };
  const end = { ...common, path: '/account/delete', access: signedIn };

  return [
    route({
      ...you,
      method: 'get',
      summary: 'Your address, devices and data',
      query: DoneQuery,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? {};
        const done = dones.find((each) => each === context.query.done);
        return show(context, { form: { ...emptyForm, values }, ...(done && { done }) });
      },
    }),
    route({
      ...you,
      method: 'post',
      summary: 'Change your address, or keep the old one',
      form: true,
      body: Form,
      limits: newEmailLimits,
      handler: async (context) => {
        const { db, config, request, body } = context;
        const { t } = languageOf(localeOf(request));
        const person = personOfVisit(context.visitor);
        const typed = typedIn(body);
        const email = textOf(typed, 'email');
        if (textOf(typed, 'do') === 'keep') {
          await forgetEmailChange(db, person.id);
          return seeOther(pathInLocale(request, '/account/you?done=kept'));
        }
        const faults: FormFault[] = [];
        if (!isEmail.test(email) || email.length > 254)
          faults.push({ field: 'email', sentence: t('account.error_email') });
        else if (email === person.email) faults.push({ field: 'email', sentence: t('own.error_same') });
        if (faults.length > 0) return show(context, { form: { values: typed, faults }, status: 400 });
        await askForEmail(db, config, { person, email }, emailLetter(config.publicUrl, localeOf(request)));
        return seeOther(pathInLocale(request, '/account/you?done=asked'));
      },
    }),
    route({
      ...link,
      method: 'get',
      summary: 'The link of the letter to a new address',
      handler: async (context) => {
        const { token } = context.params;
        const email = await addressWaiting(context.db, { token });
        const data = {
          page: 'confirmEmail',
          token,
          step: email ? 'ask' : 'over',
          ...(email && { email }),
        } as const;
        return ownPage(context, assets, data, {
          title: titleOf(context),
          path: '/account/email',
          status: email ? 200 : 410,
        });
      },
    }),
    route({
      ...link,
      method: 'post',
      summary: 'Confirm a new address',
      limits: redeemLimits,
      handler: async (context) => {
        const { db, config, request, params } = context;
        const letter = emailLetter(config.publicUrl, localeOf(request));
        const sent = (step: 'done' | 'over', status: number) =>
          ownPage(
            context,
            assets,
            { page: 'confirmEmail', step, token: '' },
            { title: titleOf(context), path: '/account/email', status },
          );
        try {
          await db.transaction((inner) => confirmEmail(inner, params.token, letter));
          return sent('done', 200);
        } catch (error) {
          if (!isConflict(error)) throw error;
          return sent('over', 410);
        }
      },
    }),
    route({
      ...end,
      method: 'get',
      summary: 'Delete your account',
      handler: (context) => showDelete(context, emptyForm),
    }),
    route({
      ...end,
      method: 'post',
      summary: 'Delete your account',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, config, request, visitor, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        if (textOf(typed, 'sure') !== 'yes') {
          const faults = [{ field: 'sure', sentence: t('own.error_sure') }];
          return showDelete(context, { values: typed, faults }, 400);
        }
        const farewell = emailLetter(config.publicUrl, localeOf(request))('deleted', {});
        try {
          await db.transaction((inner) => deletePerson(inner, personOfVisit(visitor).id, farewell));
        } catch (error) {
          const isOnly =
            (error instanceof Problem && error.status === 409) ||
            (error as { constraint?: string }).constraint === 'member_last_steward';
          if (!isOnly) throw error;
          return showDelete(
            context,
            { values: typed, faults: [{ sentence: t('own.error_onlySteward') }] },
            409,
          );
        }
        return seeOther(pathInLocale(request, '/'), { 'Set-Cookie': dropSession(config) });
      },
    }),
  ];
}
