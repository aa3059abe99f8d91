/** /plan: what planning is, for whoever comes by; for members their plans, and the way to a new question. */
import { Type } from '@sinclair/typebox';
import { formatDay } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { answerWords } from '../../client/logic/plan-answer.ts';
import { isNamed, questionWords } from '../../client/logic/plan-question.ts';
import type { PlanLine } from '../../client/pages/data.ts';
import { everyone, type Route, route } from '../http/route.ts';
import { type KeptLine, planLines } from '../plan/lines.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';

const Query = Type.Object(
  { before: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })), done: Type.Optional(Type.String()) },
  { additionalProperties: true },
);

/** Marks are for pages, where they become bold. */
const plain = (text: string) => text.replace(/<\/?b>/g, '');

function lineOf(language: Language, { id, name, status, asked, answer, sites, madeAt }: KeptLine): PlanLine {
  return {
    id,
    name,
    status,
    ...(isNamed(language, { ...asked, name }) && { question: questionWords(language, asked) }),
    ...(answer && { result: plain(answerWords(language, { ...asked, answer, sites })) }),
    day: formatDay(language, madeAt.toISOString().slice(0, 10)),
  };
}

export const plansPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/plan',
    access: everyone,
    undocumented: true,
    summary: 'Your plans, or what planning is',
    query: Query,
    answers: { 200: { description: 'A page' } },
    handler: async (context) => {
      const { db, request, visitor, query } = context;
      const language = languageOf(localeOf(request));
      const memberships = visitor.kind === 'person' ? visitor.memberships : [];
      const before = query.before === undefined ? undefined : Number(query.before);
      const { items, next } = await planLines(
        db,
        memberships.map(({ organisationId }) => organisationId),
        before === undefined ? {} : { before },
      );
      return privatePage(
        assets,
        context,
        {
          page: 'plans',
          reader: visitor.kind !== 'person' ? 'visitor' : memberships.length === 0 ? 'nobody' : 'member',
          plans: items.map((each) => lineOf(language, each)),
          isLater: before !== undefined,
          ...(next !== undefined && { next }),
          ...(query.done === 'deleted' && { done: 'deleted' as const }),
        },
        {
          title: language.t('plan.pageTitle', {
            plan: language.t('plan.plansTitle'),
            name: language.t('common.name'),
          }),
          description: language.t('plan.plansHow'),
          path: '/plan',
        },
      );
    },
  });
