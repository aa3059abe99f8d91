/** /organisations/{slug}/manage/keys: the keys of an organisation. A new one is on the answer to its form, and nowhere else. */
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { recordAudit } from '../audit/repository.ts';
import { type Route, route, seeOther } from '../http/route.ts';
import { listKeys, makeKey, revokeKey } from '../organisations/keys.ts';
import { keyLimits } from '../organisations/limits.ts';
import { maySteward } from '../organisations/policy.ts';
import { MOST_DAYS, scopes, USUAL_DAYS } from '../organisations/schema-keys.ts';
import { Problem } from '../problem.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import {
  aboutOrganisationSlug,
  DoneQuery,
  Form,
  type Here,
  OfOrganisation,
  organisationName,
  ownPage,
  pathOf,
} from './organisation-form.ts';
import { idTyped } from './organisation-manage-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const usual = { days: String(USUAL_DAYS) };

export function organisationKeysPages(assets: Assets): Route[] {
  const show = async (
    context: Here,
    {
      form,
      made,
      isRevoked = false,
      status,
    }: { form: FormState; made?: string; isRevoked?: boolean; status?: number },
  ) => {
    const { db, request, subject } = context;
    const organisation = await organisationName(db, subject.id);
    const { items } = await listKeys(db, subject.id);
    return ownPage(
      context,
      assets,
      {
        page: 'organisationKeys',
        organisation,
        keys: items.map((each) => ({ ...each, isOver: Date.parse(each.expiresAt) <= Date.now() })),
        form,
        ...(made && { made }),
        ...(isRevoked && { done: 'revoked' }),
      },
      {
        title: languageOf(localeOf(request)).t('organisation.keysTitle'),
        path: `${pathOf(organisation)}/manage/keys`,
        ...(status && { status }),
      },
    );
  };
  const common = {
    path: '/organisations/:slug/manage/keys',
    undocumented: true,
    params: OfOrganisation,
    about: aboutOrganisationSlug,
    access: maySteward,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'The keys of an organisation',
      query: DoneQuery,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? usual;
        return show(context, { form: { ...emptyForm, values }, isRevoked: context.query.done === 'revoked' });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Make a key, or revoke one',
      form: true,
      body: Form,
      limits: keyLimits,
      handler: async (context) => {
        const { db, request, visitor, subject, params, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const organisationId = subject.id;
        if (textOf(typed, 'do') === 'revoke') {
          const name = await revokeKey(db, organisationId, idTyped(textOf(typed, 'key')));
          await recordAudit(db, { visitor, organisationId, action: 'key.revoke', detail: { key: name } });
          return seeOther(pathInLocale(request, `/organisations/${params.slug}/manage/keys?done=revoked`));
        }
        const name = textOf(typed, 'name');
        const asked = [typed.scopes ?? []].flat();
        const chosen = scopes.filter((scope) => asked.includes(scope));
        const days = /^\d{1,3}$/.test(textOf(typed, 'days')) ? Number(textOf(typed, 'days')) : 0;
        const faults: FormFault[] = [];
        if (name === '' || name.length > 80)
          faults.push({ field: 'name', sentence: t('organisation.error_keyName') });
        if (chosen.length === 0) faults.push({ field: 'scopes', sentence: t('organisation.error_scopes') });
        if (days < 1 || days > MOST_DAYS)
          faults.push({ field: 'days', sentence: t('organisation.error_days') });
        if (faults.length > 0) return show(context, { form: { values: typed, faults }, status: 400 });
        const personId = visitor.kind === 'person' ? visitor.id : undefined;
        try {
          const made = await makeKey(db, organisationId, { name, scopes: chosen, days }, personId);
          const detail = { key: name, scopes: [...chosen] };
          await recordAudit(db, { visitor, organisationId, action: 'key.make', detail });
          return show(context, { form: { ...emptyForm, values: usual }, made: made.key });
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 409) throw error;
          const full = [{ sentence: t('organisation.error_keys') }];
          return show(context, { form: { values: typed, faults: full }, status: 409 });
        }
      },
    }),
  ];
}
