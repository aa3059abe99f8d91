/** /account, /sign-out, and the outbox of the demo. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import type { AccountPageData } from '../../client/pages/data.ts';
import { countWaiting } from '../corrections/waiting.ts';
import { countUnanswered } from '../enquiries/repository.ts';
import { type Context, everyone, type Route, route, seeOther } from '../http/route.ts';
import { waitingLetters } from '../mail/repository.ts';
import { invitationsTo } from '../organisations/invitations.ts';
import { dropSession, sessionOf } from '../people/cookie.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { changePerson, endAllSessions, endSession, getMe } from '../people/repository.ts';
import { PersonChange } from '../people/schema.ts';
import { notFound } from '../problem.ts';
import { heldVenues } from '../venues/held.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, isOutboxShown, settingsOf } from './page.ts';
import { privatePage } from './private-page.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { whenText } from './when.ts';

const Form = Type.Object({}, { additionalProperties: true });
const AccountQuery = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });
const longestName = PersonChange.properties.name.anyOf[0].maxLength ?? 80;

export function accountPages(assets: Assets): Route[] {
  const show = async (
    {
      db,
      config,
      request,
      visitor,
    }: Pick<Context<undefined, undefined, undefined>, 'db' | 'config' | 'request' | 'visitor'>,
    form: FormState,
    done: string | undefined,
    status = 200,
  ) => {
    const { t } = languageOf(localeOf(request));
    const me = await getMe(db, personOfVisit(visitor).id);
    const held = await heldVenues(
      db,
      me.memberships.map(({ organisation }) => organisation.id),
    );
    const waiting = await countWaiting(
      db,
      held.map(({ id }) => id),
    );
    const organisations: AccountPageData['organisations'] = me.memberships.map((each) => ({
      ...each,
      venues: held
        .filter(({ organisationId }) => organisationId === each.organisation.id)
        .map((venue) => ({ ...venue, waiting: waiting.get(venue.id) ?? 0 })),
    }));
    const values = { name: me.name, ...form.values };
    return privatePage(
      assets,
      { config, request },
      {
        page: 'account',
        email: me.email,
        operator: me.operator,
        organisations,
        enquiries: await countUnanswered(
          db,
          me.memberships.map(({ organisation }) => organisation.id),
        ),
        invitations: (await invitationsTo(db, me.email)).items,
        form: { ...form, values },
        reminders: me.reminders,
        ...((done === 'name' || done === 'letters' || done === 'declined' || done === 'left') && { done }),
      },
      {
        title: t('account.accountTitle'),
        description: t('account.yourPlaces'),
        path: '/account',
        status,
      },
    );
  };
  const common = { undocumented: true, answers: { 200: { description: 'A page' } } };

  return [
    route({
      ...common,
      method: 'get',
      path: '/account',
      access: signedIn,
      summary: 'Your organisations and their places',
      query: AccountQuery,
      handler: async (context) =>
        show(
          context,
          { ...emptyForm, values: (await keptValues(context.db, context.request)) ?? {} },
          context.query.done,
        ),
    }),
    route({
      ...common,
      method: 'post',
      path: '/account',
      access: signedIn,
      summary: 'Change what I am called',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, visitor, body } = context;
        const typed = typedIn(body);
        const letters = textOf(typed, 'reminders');
        if (letters === 'on' || letters === 'off') {
          await changePerson(db, personOfVisit(visitor).id, { reminders: letters === 'on' });
          return seeOther(pathInLocale(request, '/account?done=letters#letters'));
        }
        const name = textOf(typed, 'name');
        if (name.length > longestName) {
          const { t } = languageOf(localeOf(request));
          const faults = [{ field: 'name', sentence: t('account.error_name', { most: longestName }) }];
          return show(context, { values: typed, faults }, undefined, 400);
        }
        await changePerson(db, personOfVisit(visitor).id, { name: name || null });
        return seeOther(pathInLocale(request, '/account?done=name'));
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/sign-out',
      access: everyone,
      summary: 'Sign out, here or everywhere',
      form: true,
      body: Form,
      handler: async ({ db, config, request, visitor, body }) => {
        if (visitor.kind === 'person' && textOf(typedIn(body), 'everywhere') === 'yes')
          await endAllSessions(db, visitor.id);
        else await endSession(db, sessionOf(config, request) ?? '');
        return seeOther(pathInLocale(request, '/'), { 'Set-Cookie': dropSession(config) });
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/outbox',
      access: everyone,
      summary: 'The letters of the demo',
      handler: async ({ db, config, request }) => {
        // Letters hold the keys to people's accounts: only where all is made up, and nothing leaves, are they shown.
        if (!isOutboxShown(config)) throw notFound('page');
        const language = languageOf(localeOf(request));
        const { t } = language;
        const letters = (await waitingLetters(db)).map(({ id, to, createdAt, subject, text }) => ({
          id,
          to,
          when: whenText(language, createdAt),
          subject,
          text,
        }));
        return html(
          renderPage({ page: 'outbox', letters, settings: settingsOf(config, request) }, assets, {
            title: t('account.outboxTitle'),
            description: t('account.outbox'),
            path: '/outbox',
            isPrivate: true,
          }),
          { headers: { 'Cache-Control': 'no-store' } },
        );
      },
    }),
  ];
}
