/** /plan/layers/{id}: one layer, what a weight over it comes to, and the form that sends a file. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import type { DemandLayerPageData } from '../../client/pages/data.ts';
import { keepFile } from '../demand/files.ts';
import { demandFileLimits, demandReadLimits, WORK_TIME } from '../demand/limits.ts';
import { type LayerSubject, mayEditLayer, mayReadLayer } from '../demand/policy.ts';
import { previewFile } from '../demand/preview.ts';
import { aboutLayer, getLayer } from '../demand/repository.ts';
import { Id, MOST_BYTES } from '../demand/schema.ts';
import { listVersions } from '../demand/versions.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { Problem } from '../problem.ts';
import { tried } from './demand-weighing.ts';
import { keptValues } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfLayer = Type.Object({ id: Id });
const Query = Type.Object(
  { done: Type.Optional(Type.String()), expression: Type.Optional(Type.String({ maxLength: 2000 })) },
  { additionalProperties: true },
);
const dones = ['added', 'saved', 'changed'] as const;

type Here = Pick<
  Context<undefined, undefined, undefined, LayerSubject>,
  'db' | 'config' | 'request' | 'visitor' | 'subject'
>;

interface Shown {
  form: FormState;
  expression?: string;
  done?: DemandLayerPageData['done'];
  status?: number;
}

export function demandLayerPages(assets: Assets): Route[] {
  const show = async (context: Here, { form, expression, done, status = 200 }: Shown) => {
    const { db, request, visitor, subject } = context;
    const language = languageOf(localeOf(request));
    const { layer } = await getLayer(db, subject.id);
    const { items } = await listVersions(db, subject.id);
    const [newest] = items;
    const { fault = undefined, ...weighed } =
      expression !== undefined && newest
        ? await tried(db, subject.id, newest, expression, language)
        : { text: newest?.columns[0] ?? '', lines: [] };
    const faults = fault === undefined ? [] : [{ field: 'expression', sentence: fault }];
    return privatePage(
      assets,
      context,
      {
        page: 'demandLayer',
        layer,
        versions: items,
        mayEdit: mayEditLayer(visitor, subject),
        form: { ...form, faults: [...form.faults, ...faults] },
        expression: weighed,
        ...(done && { done }),
      },
      {
        title: language.t('demand.pageTitle', { layer: layer.name, name: language.t('common.name') }),
        description: language.t('demand.layersHow'),
        path: `/plan/layers/${layer.id}`,
        status,
      },
    );
  };
  const common = {
    path: '/plan/layers/:id',
    undocumented: true,
    params: OfLayer,
    about: aboutLayer,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      access: mayReadLayer,
      summary: 'One layer of demand',
      query: Query,
      limits: demandReadLimits,
      handler: async (context) => {
        const { db, request, query } = context;
        const again = languageOf(localeOf(request)).t('demand.error_again');
        const isBack = await keptValues(db, request);
        return show(context, {
          form: isBack ? { values: {}, faults: [{ field: 'file', sentence: again }] } : emptyForm,
          done: dones.find((each) => each === query.done),
          ...(query.expression !== undefined && { expression: query.expression }),
        });
      },
    }),
    route({
      ...common,
      method: 'post',
      access: mayEditLayer,
      summary: 'Send a file of a layer',
      upload: { field: 'file', bytes: MOST_BYTES },
      limits: demandFileLimits,
      handler: async (context) => {
        const { request, params, upload, transact } = context;
        request.res?.locals.giveTime?.(WORK_TIME);
        const { t } = languageOf(localeOf(request));
        const again = (sentence: string) =>
          show(context, { form: { values: {}, faults: [{ field: 'file', sentence }] }, status: 400 });
        const { path } = upload;
        if (path === undefined) return again(t(upload.tooLarge ? 'demand.error_large' : 'demand.error_file'));
        try {
          await previewFile(path);
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 400) throw error;
          return again(t('demand.error_broken'));
        }
        const file = await transact((db) => keepFile(db, params.id, path, upload.name ?? 'file'));
        return seeOther(pathInLocale(request, `/plan/layers/${params.id}/files/${file}`));
      },
    }),
  ];
}
