/** /plan/layers: the layers that a person can use, and the form that adds one. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { mayAddLayer } from '../demand/policy.ts';
import { addLayer, listLayers } from '../demand/repository.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { Problem } from '../problem.ts';
import { readLayer } from './demand-words.ts';
import { keptValues, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const path = '/plan/layers';
const Query = Type.Object(
  {
    after: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
    done: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
);
const Form = Type.Object({}, { additionalProperties: true });
const usual = { public: 'no' };

type Here = Pick<Context<undefined, undefined, undefined>, 'db' | 'config' | 'request' | 'visitor'>;

export function demandLayersPages(assets: Assets): Route[] {
  const show = async (context: Here, form: FormState, { after = 0, status = 200, isGone = false } = {}) => {
    const { db, request, visitor } = context;
    const { t } = languageOf(localeOf(request));
    const organisationIds = personOfVisit(visitor).memberships.map(({ organisationId }) => organisationId);
    const organisations = await db('organisation')
      .whereIn('id', organisationIds)
      .whereNull('dissolved_at')
      .orderBy('name')
      .select('id', 'name');
    const { items, next } = await listLayers(db, { organisationIds }, { limit: 50, after });
    return privatePage(
      assets,
      context,
      {
        page: 'demandLayers',
        layers: items,
        ...(next && { next }),
        organisations,
        form,
        ...(isGone && { done: 'gone' as const }),
      },
      {
        title: t('demand.pageTitle', { layer: t('demand.layersTitle'), name: t('common.name') }),
        description: t('demand.layersHow'),
        path,
        status,
      },
    );
  };
  const common = { path, undocumented: true, access: signedIn, answers: { 200: { description: 'A page' } } };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'Layers of demand',
      query: Query,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? usual;
        return show(
          context,
          { ...emptyForm, values },
          { after: Number(context.query.after ?? 0), isGone: context.query.done === 'gone' },
        );
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Add a layer of demand',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, visitor, body } = context;
        const language = languageOf(localeOf(request));
        const typed = typedIn(body);
        const { layer, faults } = readLayer(typed, language);
        if (!mayAddLayer(visitor, layer.organisationId))
          faults.unshift({ field: 'organisationId', sentence: language.t('demand.error_organisationId') });
        if (faults.length > 0) return show(context, { values: typed, faults }, { status: 400 });
        try {
          const id = await db.transaction((savepoint) => addLayer(savepoint, layer));
          return seeOther(pathInLocale(request, `${path}/${id}?done=added`));
        } catch (error) {
          const isTaken =
            (error instanceof Problem && error.status === 409) ||
            (error as { code?: string } | undefined)?.code === '23505';
          if (!isTaken) throw error;
          const taken = [{ field: 'name', sentence: language.t('demand.error_taken') }];
          return show(context, { values: typed, faults: taken }, { status: 409 });
        }
      },
    }),
  ];
}
