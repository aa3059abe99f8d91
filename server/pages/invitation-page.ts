/** /invitations/{token}: the link of an invitation; /account/invitations: those to whoever is signed in. */
import { Type } from '@sinclair/typebox';
import { everyone, type Route, route, seeOther } from '../http/route.ts';
import {
  acceptInvitation,
  declineInvitation,
  type OpenInvitation,
  openInvitation,
} from '../organisations/invitations.ts';
import { keepSession } from '../people/cookie.ts';
import { deviceOf } from '../people/device.ts';
import { redeemLimits } from '../people/limits.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { Problem } from '../problem.ts';
import { textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { Form, type Here, isConflict, ownPage, pathOf } from './organisation-form.ts';
import { idTyped } from './organisation-manage-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const WithToken = Type.Object({ token: Type.String({ maxLength: 100 }) });

export function invitationPages(assets: Assets): Route[] {
  const stepOf = ({ visitor }: Pick<Here, 'visitor'>, found: OpenInvitation | undefined) => {
    if (!found) return 'over';
    if (visitor.kind === 'anonymous') return found.isKnown ? 'signIn' : 'accept';
    const isOwn = visitor.kind === 'person' && visitor.email.toLowerCase() === found.email.toLowerCase();
    return isOwn ? 'accept' : 'other';
  };
  const show = async (context: Pick<Here, 'db' | 'config' | 'request' | 'visitor'>, token: string) => {
    const { t } = languageOf(localeOf(context.request));
    const found = await openInvitation(context.db, { token });
    const step = stepOf(context, found);
    return ownPage(
      context,
      assets,
      {
        page: 'invitation',
        step,
        token,
        isNew: step === 'accept' && context.visitor.kind === 'anonymous',
        ...(found && { organisation: found.organisation, role: found.role, email: found.email }),
      },
      {
        title: t('organisation.invitationTitle'),
        path: '/invitations',
        status: step === 'over' ? 410 : 200,
      },
    );
  };
  const common = { undocumented: true, answers: { 200: { description: 'A page' } } };
  const link = { ...common, path: '/invitations/:token', params: WithToken, access: everyone };

  return [
    route({
      ...link,
      method: 'get',
      summary: 'The link of an invitation',
      handler: (context) => show(context, context.params.token),
    }),
    route({
      ...link,
      method: 'post',
      summary: 'Accept an invitation',
      limits: redeemLimits,
      handler: async (context) => {
        const { db, config, request, visitor, params } = context;
        try {
          const { organisation, session } = await db.transaction((inner) =>
            acceptInvitation(inner, visitor, { token: params.token }, deviceOf(request)),
          );
          return seeOther(
            pathInLocale(request, `${pathOf(organisation)}/manage?done=joined`),
            session ? { 'Set-Cookie': keepSession(config, session) } : {},
          );
        } catch (error) {
          // The page says what is the matter: used, too old, or whose it is.
          const isSaid = isConflict(error) || (error instanceof Problem && error.status === 401);
          if (!isSaid) throw error;
          return show(context, params.token);
        }
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/account/invitations',
      access: signedIn,
      summary: 'Accept an invitation, or say no',
      form: true,
      body: Form,
      handler: async ({ db, request, visitor, body }) => {
        const typed = typedIn(body);
        const id = idTyped(textOf(typed, 'invitation'));
        if (textOf(typed, 'do') !== 'accept') {
          await declineInvitation(db, id, personOfVisit(visitor).email);
          return seeOther(pathInLocale(request, '/account?done=declined'));
        }
        const { organisation } = await acceptInvitation(db, visitor, { id });
        return seeOther(pathInLocale(request, `${pathOf(organisation)}/manage?done=joined`));
      },
    }),
  ];
}
