/** /venues/{slug}/manage/history/{version}: the second tap of undoing a change, which says what it does. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import type { Language } from '../../client/language/language.ts';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { editLabel, entryLines, roomNames } from '../../client/logic/history.ts';
import { databaseProblem } from '../database/errors.ts';
import { type Context, type Route, route, seeOther, type Visitor } from '../http/route.ts';
import { Problem } from '../problem.ts';
import { actorOf, heldName } from '../venues/held.ts';
import { type HeldVenue, mayUndoSome, mayUndoWith } from '../venues/policy.ts';
import { Id } from '../venues/schema.ts';
import { type PlannedUndo, planUndo, undoChange } from '../venues/undo.ts';
import { authorSaid } from './authors.ts';
import { textOf, typedIn } from './form.ts';
import { roomsOf } from './history-pages.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { whenText } from './when.ts';

const Form = Type.Object({}, { additionalProperties: true });
const OfChange = Type.Object({ slug: OfVenue.properties.slug, version: Id });

type Here = Pick<Context<undefined, undefined, undefined, HeldVenue>, 'config' | 'request' | 'subject'> & {
  db: Knex;
};

export function undoPages(assets: Assets): Route[] {
  const confirm = async (
    { db, config, request, subject }: Here,
    version: number,
    form: FormState,
    { plan, refusal }: { plan: PlannedUndo; refusal?: string },
    status = 200,
  ) => {
    const language = languageOf(localeOf(request));
    const { t } = language;
    const venue = await heldName(db, subject.id);
    const names = roomNames(await roomsOf(db, subject.id), plan.edits);
    const turned = plan.edits
      .filter(({ path }) => plan.undone.includes(path))
      .map(({ path, before, after }) => ({ path, before: after, after: before }));
    const { lines, more } = entryLines(language, { action: 'changed', edits: turned }, names);
    return privatePage(
      assets,
      { config, request },
      {
        page: 'undo',
        venue,
        version,
        against: plan.against,
        when: whenText(language, plan.at),
        who: authorSaid(language, plan),
        lines: [...lines, ...more],
        left: plan.left.map((path) => editLabel(language, path, names)),
        ...(refusal && { refusal }),
        form,
      },
      {
        title: t('history.undoPageTitle', { name: t('common.name') }),
        description: t('history.howMembers'),
        path: `/venues/${venue.slug}-${venue.id}/manage/history/${version}`,
        status,
      },
    );
  };
  const refusalOf = ({ t }: Language, plan: PlannedUndo): string | undefined => {
    if (plan.isBeginning) return t('history.beginning');
    return plan.undone.length === 0 ? t('history.nothingLeft') : undefined;
  };
  const mayDo = (visitor: Visitor, subject: HeldVenue) => (author: object, change: object) =>
    mayUndoWith(visitor, subject, author, change);

  const ofChange = {
    undocumented: true,
    answers: { 200: { description: 'A page' } },
    path: '/venues/:slug/manage/history/:version',
    params: OfChange,
    about: aboutSlug,
    access: mayUndoSome,
  };

  return [
    route({
      ...ofChange,
      method: 'get',
      summary: 'Look at what undoing a change does',
      handler: async (context) => {
        const { db, params, subject, visitor, request } = context;
        const plan = await planUndo(db, subject.id, params.version, mayDo(visitor, subject));
        const refusal = refusalOf(languageOf(localeOf(request)), plan);
        return confirm(context, params.version, emptyForm, { plan, ...(refusal && { refusal }) });
      },
    }),
    route({
      ...ofChange,
      method: 'post',
      summary: 'Undo a change',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, params, subject, visitor, request, body } = context;
        const { t } = languageOf(localeOf(request));
        const may = mayDo(visitor, subject);
        const against = Number(textOf(typedIn(body), 'against')) || 0;
        const actor = await actorOf(db, visitor, subject.organisationId);
        try {
          const made = await db.transaction((inner) =>
            undoChange(inner, actor, subject.id, params.version, { versions: [against], may }),
          );
          const left = made.left.length > 0 ? '&left=1' : '';
          return seeOther(
            pathInLocale(request, `/venues/${params.slug}/manage/history?undone=${made.version}${left}`),
          );
        } catch (thrown) {
          // Such as a room that comes back under a name which another has by now.
          const error = databaseProblem(thrown) ?? thrown;
          if (!(error instanceof Problem) || ![409, 412].includes(error.status)) throw error;
          const plan = await planUndo(db, subject.id, params.version, may);
          const nothing = refusalOf(languageOf(localeOf(request)), plan);
          if (nothing) return confirm(context, params.version, emptyForm, { plan, refusal: nothing }, 409);
          const sentence = t(error.status === 412 ? 'history.staleNow' : 'history.noFit');
          const form = { ...emptyForm, faults: [{ sentence }] };
          return confirm(context, params.version, form, { plan }, error.status);
        }
      },
    }),
  ];
}
