/** /plan/layers/{id}/edit: what is said of a layer; and deleting it, or why it cannot be deleted. */
import { Type } from '@sinclair/typebox';
import type { FormState } from '../../client/logic/form.ts';
import { type LayerSubject, mayEditLayer } from '../demand/policy.ts';
import { aboutLayer, changeLayer, deleteLayer, getLayer } from '../demand/repository.ts';
import { Id } from '../demand/schema.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { plansOfLayer } from '../plan/lines.ts';
import { Problem } from '../problem.ts';
import { readLayer, typedLayer } from './demand-words.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfLayer = Type.Object({ id: Id });
const Form = Type.Object({}, { additionalProperties: true });

type Here = Pick<
  Context<undefined, undefined, undefined, LayerSubject>,
  'db' | 'config' | 'request' | 'subject'
>;

export function demandEditPages(assets: Assets): Route[] {
  const show = async (context: Here, typed: FormState | undefined, status = 200) => {
    const { db, request, subject } = context;
    const { t } = languageOf(localeOf(request));
    const { layer, edit } = await getLayer(db, subject.id);
    const form = typed ?? { values: typedLayer(layer), faults: [] };
    return privatePage(
      assets,
      context,
      {
        page: 'demandEdit',
        layer: { id: layer.id, name: layer.name },
        plans: await plansOfLayer(db, layer.id),
        form: { ...form, values: { ...form.values, version: String(edit) } },
      },
      {
        title: t('demand.pageTitle', {
          layer: `${t('demand.editTitle')}: ${layer.name}`,
          name: t('common.name'),
        }),
        description: t('demand.editTitle'),
        path: `/plan/layers/${layer.id}/edit`,
        status,
      },
    );
  };
  const common = {
    path: '/plan/layers/:id/edit',
    undocumented: true,
    params: OfLayer,
    about: aboutLayer,
    access: mayEditLayer,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'What is said of a layer',
      handler: async (context) => {
        const kept = await keptValues(context.db, context.request);
        return show(context, kept && { values: kept, faults: [] });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Change a layer, or delete it',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, params, body } = context;
        const language = languageOf(localeOf(request));
        const typed = typedIn(body);
        if (textOf(typed, 'do') === 'delete') {
          // Said before it is tried: what the database refuses would end the transaction.
          if ((await plansOfLayer(db, params.id)) > 0) return show(context, undefined, 409);
          await deleteLayer(db, params.id, undefined);
          return seeOther(pathInLocale(request, '/plan/layers?done=gone'));
        }
        const { layer, faults } = readLayer(typed, language);
        if (faults.length > 0) return show(context, { values: typed, faults }, 400);
        const { organisationId: _own, ...change } = layer;
        try {
          const versions = [Number(textOf(typed, 'version'))];
          await db.transaction((savepoint) =>
            changeLayer(savepoint, params.id, { ...change, attribution: change.attribution ?? '' }, versions),
          );
        } catch (error) {
          const isStale = error instanceof Problem && error.status === 412;
          const isTaken = (error as { code?: string }).code === '23505';
          if (!isStale && !isTaken) throw error;
          const fault = isStale
            ? { sentence: language.t('demand.stale') }
            : { field: 'name', sentence: language.t('demand.error_taken') };
          return show(context, { values: typed, faults: [fault] }, isStale ? 412 : 409);
        }
        return seeOther(pathInLocale(request, `/plan/layers/${params.id}?done=changed`));
      },
    }),
  ];
}
