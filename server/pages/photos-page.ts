/** /venues/{slug}/photos: the photos of a place for those who look after it, and the form for one more. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { questionPath } from '../../client/logic/listing.ts';
import type { PhotosPageData } from '../../client/pages/data.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { addPhoto } from '../photos/add.ts';
import { photoLimits } from '../photos/limits.ts';
import { MOST_BYTES, RefusedFile } from '../photos/refusal.ts';
import { listPhotos } from '../photos/repository.ts';
import { MOST_PHOTOS } from '../photos/schema.ts';
import type { PhotoStore } from '../photos/store.ts';
import { Problem } from '../problem.ts';
import { actorOf } from '../venues/held.ts';
import { type HeldVenue, mayEditVenue, mayStewardVenue } from '../venues/policy.ts';
import { keptValues, typedIn } from './form.ts';
import { journeyFor } from './journey.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue, photoVenue, readWords, refusalInWords } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

/** `space` and `fact` come from where a photo is wanted as evidence. */
const Query = Type.Object(
  {
    done: Type.Optional(Type.String()),
    space: Type.Optional(Type.String({ maxLength: 12 })),
    fact: Type.Optional(Type.String({ maxLength: 60 })),
    /** The answer that the photo just added shows, and of which room. */
    answers: Type.Optional(Type.String({ maxLength: 80 })),
  },
  { additionalProperties: true },
);
const dones = ['added', 'changed', 'moved', 'deleted'] as const;

type Here = Pick<
  Context<undefined, undefined, undefined, HeldVenue>,
  'config' | 'request' | 'subject' | 'visitor'
> & { db: Knex };

interface Shown {
  done?: PhotosPageData['done'];
  questions?: string;
  status?: number;
}

export function photosPages(assets: Assets, store: PhotoStore): Route[] {
  const show = async (
    { db, config, request, subject, visitor }: Here,
    form: FormState,
    { done, questions, status = 200 }: Shown = {},
  ) => {
    const { t } = languageOf(localeOf(request));
    const venue = await photoVenue(db, subject);
    const { items } = await listPhotos(db, venue.id);
    return privatePage(
      assets,
      { config, request },
      {
        page: 'photos',
        venue,
        photos: items,
        room: items.length < MOST_PHOTOS,
        form,
        ...(done && { done }),
        ...(questions && { questions }),
        journey: await journeyFor(db, venue.id, mayStewardVenue(visitor, subject)),
      },
      {
        title: t('photos.pageTitle', { venue: venue.name, name: t('common.name') }),
        description: t('photos.title', { venue: venue.name }),
        path: `/venues/${venue.slug}-${venue.id}/photos`,
        status,
      },
    );
  };
  const common = {
    path: '/venues/:slug/photos',
    undocumented: true,
    params: OfVenue,
    about: aboutSlug,
    access: mayEditVenue,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'The photos of a place, for those who look after it',
      query: Query,
      handler: async (context) => {
        const { db, request, query } = context;
        const wanted = { spaceId: query.space ?? '', factKey: query.fact ?? '' };
        const kept = await keptValues(db, request);
        const again = languageOf(localeOf(request)).t('photos.error_again');
        const form = kept
          ? { values: kept, faults: [{ field: 'photo', sentence: again }] }
          : { ...emptyForm, values: wanted };
        const [key = '', space = ''] = query.answers?.split('.') ?? [query.fact, query.space];
        const questions = questionPath(key, space);
        const done = dones.find((each) => each === query.done);
        return show(context, form, { done, ...(questions && { questions }) });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Add a photo',
      upload: { field: 'photo', bytes: MOST_BYTES },
      limits: photoLimits,
      handler: async (context) => {
        const { db, request, params, subject, upload, transact, visitor } = context;
        const language = languageOf(localeOf(request));
        const typed = typedIn(Object.fromEntries(upload.fields));
        const again = (faults: FormFault[], status = 400) =>
          show(context, { values: typed, faults }, { status });
        const { words, faults } = readWords(typed, await photoVenue(db, subject), language);
        const { path } = upload;
        if (path === undefined) {
          const refusal = upload.tooLarge ? 'large' : 'missing';
          return again([{ field: 'photo', sentence: refusalInWords(language, refusal) }, ...faults]);
        }
        if (faults.length > 0)
          return again([{ field: 'photo', sentence: language.t('photos.error_again') }, ...faults]);
        try {
          const actor = await actorOf(db, visitor, subject.organisationId);
          await addPhoto(db, store, { venueId: subject.id, path, words, actor, transact });
        } catch (error) {
          if (error instanceof RefusedFile)
            return again([{ field: 'photo', sentence: refusalInWords(language, error.refusal) }]);
          if (!(error instanceof Problem)) throw error;
          if (error.status === 409)
            return again([{ sentence: language.t('photos.full', { most: MOST_PHOTOS }) }], 409);
          if (error.status !== 503) throw error;
          const key = error.name === 'store-failed' ? 'photos.error_store' : 'photos.error_busy';
          return again([{ field: 'photo', sentence: language.t(key) }], 503);
        }
        const { factKey, spaceId } = words;
        const answers = factKey ? `&answers=${factKey}.${spaceId ?? ''}` : '';
        return seeOther(pathInLocale(request, `/venues/${params.slug}/photos?done=added${answers}#added`));
      },
    }),
  ];
}
