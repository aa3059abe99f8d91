/** /plan/{id}: a question while it is worked out, and its answer; stopping it, and deleting it. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { emptyForm } from '../../client/logic/form.ts';
import { questionWords } from '../../client/logic/plan-question.ts';
import type { PlanPageData } from '../../client/pages/data.ts';
import { mayReadLayer } from '../demand/policy.ts';
import { aboutLayer, getLayer } from '../demand/repository.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import type { Visitor } from '../http/visitor.ts';
import { comparable } from '../plan/lines.ts';
import { mayUsePlan, type PlanSubject } from '../plan/policy.ts';
import { aboutPlan, cancelPlan, deletePlan } from '../plan/repository.ts';
import { getPlan } from '../plan/results.ts';
import type { Plan } from '../plan/schema.ts';
import { textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { planDrawing } from './plan-drawing.ts';
import { searchWords } from './plan-search.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfPlan = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2147483647 }) });
const Query = Type.Object(
  { from: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) },
  { additionalProperties: true },
);
const Form = Type.Object({}, { additionalProperties: true });

/** The layer as the reader may see it now. */
async function layerOf(
  db: Knex,
  visitor: Visitor,
  { layer: id, version }: Plan['demand'],
): Promise<PlanPageData['layer']> {
  const subject = await aboutLayer({ db, params: { id } }).catch(() => undefined);
  if (!subject || !mayReadLayer(visitor, subject)) return undefined;
  const { layer } = await getLayer(db, id);
  const { name, unit, attribution } = layer;
  return { id, name, unit, version: version ?? layer.version ?? 1, ...(attribution && { attribution }) };
}

export function planPages(assets: Assets): Route[] {
  const show = async (context: Context<typeof OfPlan, typeof Query, undefined, PlanSubject>) => {
    const { db, config, request, visitor, params, query } = context;
    const language = languageOf(localeOf(request));
    const plan = await getPlan(db, params.id, { visitor, publicUrl: config.publicUrl });
    const layer = await layerOf(db, visitor, plan.demand);
    const organisation = await db('organisation').where({ id: plan.organisationId }).first('name');
    const { layer: layerId, version = 1 } = plan.demand;
    const others =
      plan.answer && layer
        ? await comparable(db, { id: plan.id, organisationId: plan.organisationId, layer: layerId, version })
        : [];
    const drawing = await planDrawing(db, plan, visitor);
    const from = others.find(({ id }) => String(id) === query.from);
    return privatePage(
      assets,
      context,
      {
        page: 'plan',
        plan,
        ...(layer && { layer }),
        organisation: organisation?.name ?? '',
        ...(drawing && { drawing }),
        chips: await searchWords(db, language, plan.candidates.asked.search),
        others,
        ...(from && { from }),
        form: emptyForm,
      },
      {
        title: language.t('plan.pageTitle', { plan: plan.name, name: language.t('common.name') }),
        description: questionWords(language, plan),
        path: `/plan/${plan.id}`,
      },
    );
  };
  const common = {
    path: '/plan/:id',
    undocumented: true,
    params: OfPlan,
    about: aboutPlan,
    access: mayUsePlan,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({ ...common, method: 'get', summary: 'A question and its answer', query: Query, handler: show }),
    route({
      ...common,
      method: 'post',
      summary: 'Stop a plan, or delete it',
      form: true,
      body: Form,
      handler: async ({ db, request, params, body }) => {
        const wanted = textOf(typedIn(body), 'do');
        if (wanted === 'delete') {
          await deletePlan(db, params.id);
          return seeOther(pathInLocale(request, '/plan?done=deleted'));
        }
        if (wanted === 'stop') await cancelPlan(db, params.id);
        return seeOther(pathInLocale(request, `/plan/${params.id}`));
      },
    }),
  ];
}
