/** /plan/layers/{id}/files/{file}: what is in a file that waits, what its columns mean, and saving it. */
import { Type } from '@sinclair/typebox';
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import { dropFile, withFile } from '../demand/files.ts';
import { demandReadLimits, WORK_TIME } from '../demand/limits.ts';
import { type LayerSubject, mayEditLayer } from '../demand/policy.ts';
import { lookAt, previewFile, unread } from '../demand/preview.ts';
import { aboutLayer, getLayer } from '../demand/repository.ts';
import { FileId, Id, type Preview } from '../demand/schema.ts';
import { saveFile } from '../demand/versions.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import type { Typed } from '../people/kept-form.ts';
import { mappingFields, readMapping } from './demand-mapping.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfFile = Type.Object({ id: Id, file: FileId });
const Form = Type.Object({}, { additionalProperties: true });

type Here = Pick<
  Context<typeof OfFile, undefined, undefined, LayerSubject>,
  'db' | 'config' | 'request' | 'subject' | 'params'
>;

interface Looked {
  preview: Preview;
  values: Typed;
  faults: FormFault[];
}

const rowSentence = (
  { t }: Language,
  { row, code, column = '', value = '', other = 0 }: Preview['errors'][number],
) => t(`demand.row_${code as 'noId'}`, { row, column, value, other });

/** What was typed, read with the whole file; where it cannot be, the columns alone. */
async function lookAgain(path: string, typed: Typed, language: Language): Promise<Looked> {
  const first = await lookAt(path);
  const { mapping, faults } = readMapping(typed, first, language);
  if (faults.length === 0) return { preview: await previewFile(path, mapping), values: typed, faults };
  return { preview: { ...unread(first), isGuessed: false }, values: typed, faults };
}

export function demandFilePages(assets: Assets): Route[] {
  const show = async (context: Here, { preview, values, faults }: Looked, status = 200) => {
    const { db, request, subject, params } = context;
    const language = languageOf(localeOf(request));
    const { layer } = await getLayer(db, subject.id);
    return privatePage(
      assets,
      context,
      {
        page: 'demandFile',
        layer: { id: layer.id, name: layer.name },
        file: params.file,
        preview,
        faults: preview.errors.map((each) => rowSentence(language, each)),
        form: { values, faults },
      },
      {
        title: language.t('demand.pageTitle', {
          layer: language.t('demand.fileTitle'),
          name: language.t('common.name'),
        }),
        description: language.t('demand.sendHow'),
        path: `/plan/layers/${layer.id}/files/${params.file}`,
        status,
      },
    );
  };
  const common = {
    path: '/plan/layers/:id/files/:file',
    undocumented: true,
    params: OfFile,
    about: aboutLayer,
    access: mayEditLayer,
    limits: demandReadLimits,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'What is in a file',
      query: Form,
      handler: async (context) => {
        const { db, request, params } = context;
        const kept = await keptValues(db, request);
        const looked = await withFile(db, params.id, params.file, async (path): Promise<Looked> => {
          if (kept) return lookAgain(path, kept, languageOf(localeOf(request)));
          const preview = await previewFile(path);
          return { preview, values: mappingFields(preview.mapping, preview.columns), faults: [] };
        });
        return show(context, looked);
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Look again at a file, or save it',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, params, body } = context;
        request.res?.locals.giveTime?.(WORK_TIME);
        const language = languageOf(localeOf(request));
        const typed = typedIn(body);
        const leaveOut = textOf(typed, 'leaveOut') === 'yes';
        const looked = await withFile(db, params.id, params.file, async (path, { name, sha256 }) => {
          const found = await lookAgain(path, typed, language);
          if (textOf(typed, 'do') !== 'save' || found.faults.length > 0) return found;
          const { mapping, good, rejected } = found.preview;
          if (good === 0) found.faults.push({ sentence: language.t('demand.error_noGood') });
          else if (rejected > 0 && !leaveOut)
            found.faults.push({ field: 'leaveOut', sentence: language.t('demand.error_leaveOut') });
          if (found.faults.length > 0 || !mapping) return found;
          await saveFile(db, params.id, { path, file: name, sha256, mapping, leaveOut });
          return undefined;
        });
        if (looked) return show(context, looked, looked.faults.length > 0 ? 400 : 200);
        await dropFile(db, params.file);
        return seeOther(pathInLocale(request, `/plan/layers/${params.id}?done=saved`));
      },
    }),
  ];
}
