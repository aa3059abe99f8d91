/** /venues/{slug}/photos/{photo}: what is said about one photo, its place in the order, and its end. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import type { PhotoPageData } from '../../client/pages/data.ts';
import { type Context, type Reply, type Route, route, seeOther } from '../http/route.ts';
import { deleteForGood, deletePhoto } from '../photos/gone.ts';
import { changePhoto, listPhotos, movePhoto } from '../photos/repository.ts';
import { PhotoId } from '../photos/schema.ts';
import { notAllowed, notFound, Problem } from '../problem.ts';
import { actorOf } from '../venues/held.ts';
import { type HeldVenue, mayEditVenue, mayStewardVenue } from '../venues/policy.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue, photoVenue, readWords, typedOf } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfPhoto = Type.Object({ ...OfVenue.properties, photo: PhotoId });
const Form = Type.Object({}, { additionalProperties: true });

type Here = Pick<Context<undefined, undefined, undefined, HeldVenue>, 'config' | 'request' | 'subject'> & {
  db: Knex;
  params: { slug: string; photo: string };
};
type Shown = Pick<PhotoPageData, 'step' | 'now' | 'isSteward'> & { form?: FormState; status?: number };

export function photoPages(assets: Assets): Route[] {
  const show = async (
    { db, config, request, subject, params }: Here,
    { step, form, now, isSteward, status = 200 }: Shown,
  ): Promise<Reply> => {
    const { t } = languageOf(localeOf(request));
    const venue = await photoVenue(db, subject);
    const { version, items } = await listPhotos(db, venue.id);
    const photo = items.find(({ id }) => id === params.photo);
    if (!photo) throw notFound('photo');
    return privatePage(
      assets,
      { config, request },
      {
        page: 'photo',
        venue,
        photo,
        version,
        step,
        form: form ?? { ...emptyForm, values: (await keptValues(db, request)) ?? typedOf(photo) },
        ...(now && { now }),
        ...(isSteward && { isSteward }),
      },
      {
        title: t('photos.pageTitle', { venue: venue.name, name: t('common.name') }),
        description: t('photos.changeTitle', { venue: venue.name }),
        path: `/venues/${venue.slug}-${venue.id}/photos/${photo.id}`,
        status,
      },
    );
  };

  /** What is typed stays; beside each field stands what somebody else has written there meanwhile. */
  async function showBoth(here: Here, values: ReturnType<typeof typedIn>): Promise<Reply> {
    const { t } = languageOf(localeOf(here.request));
    const { items } = await listPhotos(here.db, here.subject.id);
    const photo = items.find(({ id }) => id === here.params.photo);
    const said = photo ? typedOf(photo) : {};
    const now = Object.fromEntries(
      Object.entries(said).filter(([name, value]) => value !== textOf(values, name)),
    );
    const faults = [{ sentence: t('photos.stale') }];
    return show(here, { step: 'change', form: { values, faults }, now, status: 412 });
  }

  const back = ({ request, params }: Here, done: string) => {
    const to = done === 'deleted' ? '' : `#photo-${params.photo}`;
    return seeOther(pathInLocale(request, `/venues/${params.slug}/photos?done=${done}${to}`));
  };
  const common = {
    undocumented: true,
    params: OfPhoto,
    about: aboutSlug,
    access: mayEditVenue,
    answers: { 200: { description: 'A page' } },
  };
  const path = '/venues/:slug/photos/:photo';

  return [
    route({
      ...common,
      method: 'get',
      path,
      summary: 'One photo of a place',
      handler: (context) => show(context, { step: 'change' }),
    }),
    route({
      ...common,
      method: 'post',
      path,
      summary: 'Change what is said about a photo, or its place in the order',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, subject, params, body, visitor } = context;
        const typed = typedIn(body);
        const which = { venueId: subject.id, id: params.photo };
        const move = textOf(typed, 'move');
        if (move === 'up' || move === 'down') {
          await movePhoto(db, which, move === 'up' ? -1 : 1);
          return back(context, 'moved');
        }
        const language = languageOf(localeOf(request));
        const { words, faults } = readWords(typed, await photoVenue(db, subject), language);
        if (faults.length > 0)
          return show(context, { step: 'change', form: { values: typed, faults }, status: 400 });
        const { spaceId = null, factKey = null, ...rest } = words;
        try {
          const versions = [Number(textOf(typed, 'version'))];
          const actor = await actorOf(db, visitor, subject.organisationId);
          await changePhoto(db, { ...which, versions, actor }, { ...rest, spaceId, factKey });
        } catch (error) {
          if (error instanceof Problem && error.status === 412) return showBoth(context, typed);
          throw error;
        }
        return back(context, 'changed');
      },
    }),
    route({
      ...common,
      method: 'get',
      path: `${path}/delete`,
      summary: 'Delete this photo?',
      handler: (context) =>
        show(context, { step: 'delete', isSteward: mayStewardVenue(context.visitor, context.subject) }),
    }),
    route({
      ...common,
      method: 'post',
      path: `${path}/delete`,
      summary: 'Delete a photo',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, subject, params, visitor, body } = context;
        const actor = await actorOf(db, visitor, subject.organisationId);
        const inHand = { venueId: subject.id, id: params.photo, actor };
        const forGood = textOf(typedIn(body), 'forGood') === 'yes';
        if (forGood && !mayStewardVenue(visitor, subject))
          throw notAllowed('Only a steward takes a photo away for good.');
        await (forGood ? deleteForGood : deletePhoto)(db, inHand);
        return back(context, 'deleted');
      },
    }),
  ];
}
