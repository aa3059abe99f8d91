/** /plan/{id}/compare/{other}: what is different in the other plan. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { countSites } from '../../client/logic/plan-answer.ts';
import type { PlanComparePageData } from '../../client/pages/data.ts';
import { type Route, route } from '../http/route.ts';
import type { Visitor } from '../http/visitor.ts';
import { comparePlans } from '../plan/compared.ts';
import { mayUsePlan } from '../plan/policy.ts';
import { aboutPlan } from '../plan/repository.ts';
import { getPlan } from '../plan/results.ts';
import { Id } from '../plan/schema.ts';
import { notFound, Problem } from '../problem.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';

const OfPlans = Type.Object({ id: Id, other: Id });

type Side = PlanComparePageData['plan'];

async function sideOf(db: Knex, id: number, telling: { visitor: Visitor; publicUrl: string }): Promise<Side> {
  const { name, status, answer, question, travel, demand, seconds } = await getPlan(db, id, telling);
  return {
    id,
    name,
    status,
    ...(answer && {
      told: { question, travel, demand, seconds, answer, ...countSites(answer) },
    }),
  };
}

/** The problem where the two are not about the same numbers, or one of them has no answer. */
async function compared(db: Knex, { id, other }: { id: number; other: number }, visitor: Visitor) {
  try {
    return await comparePlans(db, id, other, visitor);
  } catch (error) {
    if (error instanceof Problem && (error.status === 422 || error.status === 409)) return error;
    throw error;
  }
}

export const planComparePage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/plan/:id/compare/:other',
    undocumented: true,
    params: OfPlans,
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'Two plans side by side',
    answers: { 200: { description: 'A page' } },
    handler: async (context) => {
      const { db, config, request, visitor, params } = context;
      const { t } = languageOf(localeOf(request));
      const about = await aboutPlan({ db, params: { id: params.other } });
      if (!mayUsePlan(visitor, about)) throw notFound('plan');
      const telling = { visitor, publicUrl: config.publicUrl };
      const comparison = await compared(db, params, visitor);
      const [plan, other] = [await sideOf(db, params.id, telling), await sideOf(db, params.other, telling)];
      const fault = plan.told && other.told ? ('areas' as const) : ('answer' as const);
      return privatePage(
        assets,
        context,
        {
          page: 'planCompare',
          plan,
          other,
          ...(comparison instanceof Problem
            ? { fault: comparison.status === 422 ? ('numbers' as const) : fault }
            : { comparison }),
        },
        {
          title: t('plan.pageTitle', { plan: t('plan.compareTitle'), name: t('common.name') }),
          description: t('plan.compareTitle'),
          path: `/plan/${params.id}/compare/${params.other}`,
        },
      );
    },
  });
