/** /organisations/{slug}/manage/dissolve: what becomes of each place, and the question once more. */
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { type Route, route, seeOther } from '../http/route.ts';
import { dissolve, placesToEnd } from '../organisations/dissolve.ts';
import { maySteward } from '../organisations/policy.ts';
import { Problem } from '../problem.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import {
  aboutOrganisationSlug,
  Form,
  type Here,
  OfOrganisation,
  organisationName,
  ownPage,
  pathOf,
} from './organisation-form.ts';
import { organisationLetter } from './organisation-letters.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

export function organisationDissolvePages(assets: Assets): Route[] {
  const show = async (
    context: Here,
    { form, isAsked = false, status }: { form: FormState; isAsked?: boolean; status?: number },
  ) => {
    const { db, request, subject } = context;
    const { t } = languageOf(localeOf(request));
    const { version, ...organisation } = await organisationName(db, subject.id);
    return ownPage(
      context,
      assets,
      {
        page: 'organisationDissolve',
        organisation,
        version,
        places: await placesToEnd(db, subject.id),
        isAsked,
        form,
      },
      {
        title: t('organisation.dissolveTitle', { organisation: organisation.name }),
        path: `${pathOf(organisation)}/manage/dissolve`,
        ...(status && { status }),
      },
    );
  };
  const common = {
    path: '/organisations/:slug/manage/dissolve',
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
      summary: 'Dissolve an organisation',
      handler: async (context) =>
        show(context, {
          form: { ...emptyForm, values: (await keptValues(context.db, context.request)) ?? {} },
        }),
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Dissolve an organisation',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, config, request, visitor, subject, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const places = await placesToEnd(db, subject.id);
        const faults: FormFault[] = places
          .filter(({ id, canBeReleased }) => {
            const chosen = textOf(typed, `place_${id}`);
            return chosen !== 'withdraw' && !(chosen === 'release' && canBeReleased);
          })
          .map((place) => ({
            field: `place_${place.id}`,
            sentence: t('organisation.error_place', { venue: place.name }),
          }));
        const name = textOf(typed, 'name');
        if (name !== 'keep' && name !== 'forget')
          return show(context, {
            form: {
              values: typed,
              faults: [...faults, { field: 'name', sentence: t('organisation.error_nameAfter') }],
            },
            status: 400,
          });
        if (faults.length > 0) return show(context, { form: { values: typed, faults }, status: 400 });
        if (textOf(typed, 'do') !== 'dissolve')
          return show(context, { form: { values: typed, faults: [] }, isAsked: true });
        const chosen = (what: string) =>
          places.filter(({ id }) => textOf(typed, `place_${id}`) === what).map(({ id }) => id);
        const version = /^\d{1,9}$/.test(textOf(typed, 'version')) ? Number(textOf(typed, 'version')) : 0;
        const what = {
          organisationId: subject.id,
          visitor,
          dissolving: { release: chosen('release'), withdraw: chosen('withdraw'), name } as const,
          versions: [version],
        };
        try {
          // Undone by itself when it fails, so that the page can still be made.
          await db.transaction((inner) => dissolve(inner, what, organisationLetter(config.publicUrl)));
        } catch (error) {
          if (!(error instanceof Problem) || ![409, 412].includes(error.status)) throw error;
          const changed = [{ sentence: t('organisation.error_changed') }];
          return show(context, { form: { values: typed, faults: changed }, status: error.status });
        }
        return seeOther(pathInLocale(request, '/account'));
      },
    }),
  ];
}
