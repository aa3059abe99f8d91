/** /venues/{slug}/manage/listing: withdrawing a place and bringing it back; …/manage/print: all of it on paper. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { formatDay } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { pathLabel, valueText } from '../../client/logic/history.ts';
import { termsView } from '../../client/logic/terms.ts';
import type { ListingPageData, WholeListingPageData } from '../../client/pages/data.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { listPhotos } from '../photos/repository.ts';
import { notFound } from '../problem.ts';
import { currentTerms } from '../terms/repository.ts';
import { actorOf, heldName } from '../venues/held.ts';
import { type HeldVenue, maySeeRecord, mayStewardVenue } from '../venues/policy.ts';
import { isEmpty, statements, type VenueRecord } from '../venues/record.ts';
import { isoDay, saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { facts, topics } from '../vocabulary.ts';
import { textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const Form = Type.Object({}, { additionalProperties: true });
const Query = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });
const dones = ['withdrawn', 'restored'] as const;

type Here = Pick<Context<undefined, undefined, undefined, HeldVenue>, 'config' | 'request' | 'subject'> & {
  db: Knex;
};
type Section = WholeListingPageData['sections'][number];

/** Facts stand by topic, as on the page of the place. */
const factOrder = new Map(
  topics
    .flatMap(({ key }) => facts.filter(({ topic }) => topic === key))
    .map((fact, at): [string, number] => [fact.key, at]),
);
const orderOf = (path: string): number =>
  (path.includes('/facts/') ? factOrder.get(path.split('/').at(-1) ?? '') : undefined) ?? -1;

/** Every statement of a venue, as rows: of the place, its facts, and each room. */
function sectionsOf(language: Language, record: VenueRecord): Section[] {
  const { t } = language;
  const all = [...statements(record)]
    .filter(([path, value]) => !isEmpty(value) && path !== '/organisationId')
    .sort(([one], [other]) => orderOf(one) - orderOf(other));
  const section = (title: string, isOf: (path: string) => boolean): Section => ({
    title,
    rows: all.flatMap(([path, value]) => {
      const text = isOf(path) ? valueText(language, path, value) : undefined;
      return text === undefined ? [] : [{ label: pathLabel(language, path), text }];
    }),
  });
  return [
    section(t('history.printListing'), (path) => !/^\/(facts|spaces)\//.test(path)),
    section(t('history.printFacts'), (path) => path.startsWith('/facts/')),
    ...record.spaces.map(({ id, name }) =>
      section(name, (path) => path.startsWith(`/spaces/${id}/`) && !path.endsWith('/name')),
    ),
  ].filter(({ title, rows }) => rows.length > 0 || record.spaces.some(({ name }) => name === title));
}

export function listingPages(assets: Assets): Route[] {
  const show = async (
    { db, config, request, subject }: Here,
    form: FormState,
    { done, status = 200 }: { done?: ListingPageData['done']; status?: number } = {},
  ) => {
    const { t } = languageOf(localeOf(request));
    const venue = await heldName(db, subject.id);
    return privatePage(
      assets,
      { config, request },
      {
        page: 'listing',
        venue,
        status: subject.status,
        form,
        ...(done && { done }),
      },
      {
        title: t('history.listingPageTitle', { venue: venue.name, name: t('common.name') }),
        description: t('history.listingTitle'),
        path: `/venues/${venue.slug}-${venue.id}/manage/listing`,
        status,
      },
    );
  };
  const common = {
    undocumented: true,
    params: OfVenue,
    about: aboutSlug,
    answers: { 200: { description: 'A page' } },
  };
  const listing = { ...common, path: '/venues/:slug/manage/listing', access: mayStewardVenue };

  return [
    route({
      ...listing,
      method: 'get',
      summary: 'Withdraw a place, or bring it back',
      query: Query,
      handler: (context) =>
        show(context, emptyForm, { done: dones.find((done) => done === context.query.done) }),
    }),
    route({
      ...listing,
      method: 'post',
      summary: 'Withdraw a place, or bring it back',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, params, subject, visitor, body } = context;
        const { t } = languageOf(localeOf(request));
        const [record] = await loadRecords(db, [subject.id], true);
        if (!record) throw notFound('venue');
        const { status } = record;
        if (status === 'draft' || textOf(typedIn(body), 'was') !== status)
          return show(
            { ...context, subject: { ...subject, status } },
            { ...emptyForm, faults: [{ sentence: t('history.listingChanged') }] },
            { status: 409 },
          );
        const to = status === 'published' ? 'withdrawn' : 'published';
        const actor = await actorOf(db, visitor, subject.organisationId);
        await saveVenue(db, actor, subject.id, { status: to });
        const done = to === 'withdrawn' ? 'withdrawn' : 'restored';
        return seeOther(pathInLocale(request, `/venues/${params.slug}/manage/listing?done=${done}`));
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/venues/:slug/manage/print',
      access: maySeeRecord,
      summary: 'All of a listing, on paper',
      handler: async ({ db, config, request, subject }) => {
        const language = languageOf(localeOf(request));
        const { t } = language;
        const [record] = await loadRecords(db, [subject.id]);
        if (!record) throw notFound('venue');
        const venue = await heldName(db, subject.id);
        const terms = termsView(language, await currentTerms(db, subject.id));
        return privatePage(
          assets,
          { config, request },
          {
            page: 'wholeListing',
            venue,
            sections: sectionsOf(language, record),
            ...(terms && { terms }),
            photos: (await listPhotos(db, subject.id)).items.map(({ alt }) => alt),
            day: formatDay(language, isoDay()),
          },
          {
            title: t('history.printPageTitle', { venue: venue.name, name: t('common.name') }),
            description: t('history.printTitle', { venue: venue.name }),
            path: `/venues/${venue.slug}-${venue.id}/manage/print`,
          },
        );
      },
    }),
  ];
}
