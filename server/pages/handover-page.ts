/** /venues/{slug}/manage/handover: offering a place to another group. */
import type { Knex } from 'knex';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import type { HandoverPageData } from '../../client/pages/data.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { aboutHandover, endHandover, handoverOf, offerVenue } from '../organisations/handover.ts';
import { handoverLimits } from '../organisations/limits.ts';
import { Problem } from '../problem.ts';
import { heldName } from '../venues/held.ts';
import { type HeldVenue, mayStewardVenue } from '../venues/policy.ts';
import { idOfSlug } from '../venues/slug.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { DoneQuery, Form, ownPage } from './organisation-form.ts';
import { organisationLetter } from './organisation-letters.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const dones = ['offered', 'back'] as const;

type Here = Pick<Context<undefined, undefined, undefined, HeldVenue>, 'config' | 'request' | 'subject'> & {
  db: Knex;
};

/** The other groups that somebody means by a name, a number or the address of a page. */
async function groupsMeant(db: Knex, typed: string, own: number | undefined): Promise<number[]> {
  const groups = db('organisation')
    .whereNull('dissolved_at')
    .whereNot({ id: own ?? 0 })
    .limit(2);
  const named = await groups.clone().whereRaw('lower(name) = lower(?)', [typed]).pluck<number[]>('id');
  if (named.length > 0) return named;
  const last = /^(?:\S*\/)?organisations\/([^/?#\s]+)/.exec(typed)?.[1] ?? (/^\d+$/.test(typed) ? typed : '');
  const id = idOfSlug(last);
  return id === undefined ? [] : groups.clone().where({ id }).pluck<number[]>('id');
}

export function handoverPages(assets: Assets): Route[] {
  const show = async (
    context: Here,
    { form, done, status }: { form: FormState; done?: HandoverPageData['done']; status?: number },
  ) => {
    const { db, request, subject } = context;
    const venue = await heldName(db, subject.id);
    const offer = await handoverOf(db, subject.id);
    return ownPage(
      context,
      assets,
      { page: 'handover', venue, ...(offer && { offer }), form, ...(done && { done }) },
      {
        title: languageOf(localeOf(request)).t('organisation.handoverTitle'),
        path: `/venues/${venue.slug}-${venue.id}/manage/handover`,
        ...(status && { status }),
      },
    );
  };
  const common = {
    path: '/venues/:slug/manage/handover',
    undocumented: true,
    params: OfVenue,
    about: aboutSlug,
    access: mayStewardVenue,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'Hand a place on',
      query: DoneQuery,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? {};
        const done = dones.find((each) => each === context.query.done);
        return show(context, { form: { ...emptyForm, values }, ...(done && { done }) });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Offer a place to another group, or take the offer back',
      form: true,
      body: Form,
      limits: handoverLimits,
      handler: async (context) => {
        const { db, config, request, visitor, subject, params, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const letter = organisationLetter(config.publicUrl);
        const to = (done: string) =>
          seeOther(pathInLocale(request, `/venues/${params.slug}/manage/handover?done=${done}`));
        if (textOf(typed, 'do') === 'back') {
          const offer = await handoverOf(db, subject.id);
          if (offer) {
            const handover = await aboutHandover({ db, params: { id: offer.id } });
            await endHandover(db, { handover, visitor }, letter);
          }
          return to('back');
        }
        const meant = await groupsMeant(db, textOf(typed, 'to'), subject.organisationId);
        const [toId] = meant;
        if (toId === undefined || meant.length > 1) {
          const sentence = t(
            meant.length > 1 ? 'organisation.error_handoverMany' : 'organisation.error_handoverTo',
          );
          return show(context, { form: { values: typed, faults: [{ field: 'to', sentence }] }, status: 400 });
        }
        try {
          // Undone by itself when it fails, so that the page can still be made.
          await db.transaction((inner) => offerVenue(inner, { venueId: subject.id, visitor, toId }, letter));
          return to('offered');
        } catch (error) {
          const isTaken =
            (error instanceof Problem && error.status === 409) ||
            (error as { code?: string }).code === '23505';
          if (!isTaken) throw error;
          const refused = [{ sentence: t('organisation.error_contestable') }];
          return show(context, { form: { values: typed, faults: refused }, status: 409 });
        }
      },
    }),
  ];
}
