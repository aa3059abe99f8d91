/** /plan/{id}/report: the answer of a plan on two sheets of A4, for a committee. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import {
  answerWords,
  countSites,
  peopleWords,
  proofWords,
  reasonWords,
} from '../../client/logic/plan-answer.ts';
import { questionRich } from '../../client/logic/plan-question.ts';
import { weightBrief } from '../../client/logic/plan-weights.ts';
import type { PlanReportPageData } from '../../client/pages/data.ts';
import { getLayer } from '../demand/repository.ts';
import { type Route, route, seeOther } from '../http/route.ts';
import type { Visitor } from '../http/visitor.ts';
import { mayReadStill } from '../plan/findings-told.ts';
import { mayUsePlan } from '../plan/policy.ts';
import { aboutPlan } from '../plan/repository.ts';
import { getPlan } from '../plan/results.ts';
import { Id, type Plan } from '../plan/schema.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { planDrawing } from './plan-drawing.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

/** As the reader may see it now; of the version that the plan used. */
async function layerOf(
  db: Knex,
  visitor: Visitor,
  { layer: id, version }: Plan['demand'],
): Promise<PlanReportPageData['layer']> {
  if (!(await mayReadStill(db, visitor, id))) return undefined;
  const { layer } = await getLayer(db, id);
  const { name, unit, source, licence, attribution } = layer;
  return {
    name,
    unit,
    version: version ?? layer.version ?? 1,
    source,
    licence,
    ...(attribution && { attribution }),
  };
}

export const planReportPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/plan/:id/report',
    about: aboutPlan,
    access: mayUsePlan,
    undocumented: true,
    summary: 'The report of a plan, on two sheets of A4',
    params: Type.Object({ id: Id }),
    answers: {
      200: { description: 'A page' },
      303: { description: 'It has no answer yet: its page says why' },
    },
    handler: async (context) => {
      const { db, config, request, visitor, params } = context;
      const language = languageOf(localeOf(request));
      const { answer, ...plan } = await getPlan(db, params.id, { visitor, publicUrl: config.publicUrl });
      if (!answer) return seeOther(pathInLocale(request, `/plan/${plan.id}`));
      const drawing = await planDrawing(db, { ...plan, answer }, visitor);
      const layer = await layerOf(db, visitor, plan.demand);
      const organisation = await db('organisation').where({ id: plan.organisationId }).first('name');
      const told = { ...plan, answer, ...countSites(answer) };
      return privatePage(
        assets,
        context,
        {
          page: 'planReport',
          plan: { ...plan, answer },
          said: {
            question: questionRich(language, plan),
            answer: answerWords(language, told),
            sure: [
              peopleWords(language, told, answer.findings?.groups),
              proofWords(language, told),
              ...reasonWords(language, answer),
            ].filter(Boolean),
          },
          counted: weightBrief(language, plan.demand.weight),
          organisation: organisation?.name ?? '',
          ...(layer && { layer }),
          ...(drawing && { drawing }),
        },
        {
          title: language.t('paper.pageTitle', { plan: plan.name, name: language.t('common.name') }),
          description: plan.name,
          path: `/plan/${plan.id}/report`,
        },
      );
    },
  });
