/** /venues/{slug}/terms: the form of the house terms; /venues/{slug}/terms/{version}: each version, for everybody. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import type { ClashView } from '../../client/components/clashes.tsx';
import { formatDay, formatList } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { stopAfter, stopPath } from '../../client/logic/listing.ts';
import { termsView } from '../../client/logic/terms.ts';
import {
  readTerms,
  termsFieldLabel,
  termsFieldNames,
  termsFields,
  termsFieldText,
} from '../../client/logic/terms-form.ts';
import { type Compared, choiceName, type Fields, settle } from '../../client/logic/three-way.ts';
import { type Context, everyone, type Route, route, seeOther } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { currentTerms, saveTerms, type TermsVersion, takeTerms, termsAt } from '../terms/repository.ts';
import { actorOf, heldName } from '../venues/held.ts';
import { type HeldVenue, mayStewardVenue } from '../venues/policy.ts';
import { Id } from '../venues/schema.ts';
import { termsSaid } from './authors.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { journeyFor } from './journey.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const Form = Type.Object({}, { additionalProperties: true });
const Query = Type.Object(
  {
    done: Type.Optional(Type.String()),
    kept: Type.Optional(Type.String()),
    theirs: Type.Optional(Type.String()),
    /** An earlier version to begin from. */
    from: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
  },
  { additionalProperties: true },
);
const OfVersion = Type.Object({ slug: OfVenue.properties.slug, version: Id });

type Here = Pick<Context<undefined, undefined, undefined, HeldVenue>, 'config' | 'request' | 'subject'> & {
  db: Knex;
};

interface Shown {
  /** The version that the form is made against. */
  against: TermsVersion;
  form: FormState;
  clashes?: Compared[];
  preview?: boolean;
  done?: string;
  status?: number;
}

/** Of which version a form is. A version that was never stated is one that the form cannot be of. */
async function versionIn(db: Knex, venueId: number, typed: Fields): Promise<TermsVersion> {
  const version = textOf(typed as Record<string, string>, 'version');
  return termsAt(db, venueId, /^\d{1,9}$/.test(version) ? Number(version) : 0);
}

const clashView = (language: Language, { name, theirs, mine }: Compared): ClashView => ({
  name,
  mine,
  label: termsFieldLabel(language, name),
  theirsText: termsFieldText(language, name, theirs),
  mineText: termsFieldText(language, name, mine),
});

export function termsPages(assets: Assets): Route[] {
  const show = async ({ db, config, request, subject }: Here, shown: Shown) => {
    const language = languageOf(localeOf(request));
    const { t } = language;
    const { against, form, clashes = [] } = shown;
    const venue = await heldName(db, subject.id);
    const preview =
      shown.preview && form.faults.length === 0
        ? termsView(language, { version: 0, terms: readTerms(form.values, language).terms })
        : undefined;
    return privatePage(
      assets,
      { config, request },
      {
        page: 'terms',
        venue,
        version: against.version,
        who: against.person ?? against.statedBy ?? '',
        day: against.statedAt ? formatDay(language, against.statedAt) : '',
        clashes: clashes.map((each) => clashView(language, each)),
        form,
        ...(preview && { preview }),
        ...(shown.done && { done: shown.done }),
        journey: await journeyFor(db, subject.id, true),
      },
      {
        title: t('house.pageTitle', { venue: venue.name, name: t('common.name') }),
        description: t('house.how'),
        path: `/venues/${venue.slug}-${venue.id}/terms`,
        status: shown.status ?? 200,
      },
    );
  };
  /** What has just been done, and what of others was kept. */
  const doneText = (
    { request, query }: { request: Here['request']; query: { done?: string; theirs?: string } },
    who: string,
  ): string | undefined => {
    const language = languageOf(localeOf(request));
    const theirs = (query.theirs ?? '').split('.').filter((name) => termsFieldNames.includes(name));
    const fields = formatList(
      language,
      theirs.map((name) => termsFieldLabel(language, name)),
    );
    if (query.done === 'saved')
      return theirs.length > 0 ? language.t('house.merged', { who, fields }) : language.t('house.saved');
    return query.done === 'unchanged' ? language.t('house.unchanged') : undefined;
  };
  const common = {
    path: '/venues/:slug/terms',
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
      summary: 'State the house terms',
      query: Query,
      handler: async (context) => {
        const { db, request, subject, query } = context;
        const now = await currentTerms(db, subject.id);
        const kept = await keptValues(db, request);
        if (kept)
          return show(context, {
            against: await versionIn(db, subject.id, kept),
            form: { ...emptyForm, values: kept },
          });
        if (query.from) {
          const { terms } = await termsAt(db, subject.id, Number(query.from));
          const form = { ...emptyForm, values: termsFields(terms) };
          return show(context, { against: now, form, preview: true });
        }
        const before = query.theirs ? await termsAt(db, subject.id, Math.max(0, now.version - 1)) : now;
        const done = doneText({ request, query }, before.person ?? before.statedBy ?? '');
        return show(context, { against: now, form: { ...emptyForm, values: termsFields(now.terms) }, done });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'State the house terms',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, visitor, subject, params, body } = context;
        const language = languageOf(localeOf(request));
        const typed = typedIn(body);
        const now = await takeTerms(db, subject.id);
        const base = await versionIn(db, subject.id, typed);
        const merged = settle({
          names: termsFieldNames,
          typed,
          base: termsFields(base.terms),
          stored: termsFields(now.terms),
        });
        const { clashes } = merged;
        const values = { ...typed, ...merged.values };
        const { terms, faults } = readTerms(merged.values, language);
        if (textOf(typed, 'do') === 'preview' && clashes.length === 0) {
          const status = faults.length > 0 ? 400 : 200;
          return show(context, { against: now, form: { values, faults }, preview: true, status });
        }
        if (clashes.length > 0) {
          const unchosen = clashes.map(({ name }) => ({
            field: choiceName(name),
            sentence: language.t('form.chooseOne', { label: termsFieldLabel(language, name) }),
          }));
          const asked = base.version === now.version ? 400 : 412;
          return show(context, { against: now, form: { values, faults: unchosen }, clashes, status: asked });
        }
        if (faults.length > 0) return show(context, { against: now, form: { values, faults }, status: 400 });
        const actor = await actorOf(db, visitor, subject.organisationId);
        const { outcome } = await saveTerms(db, actor, subject.id, terms, { against: [now.version] });
        const onward = stopAfter({ step: 'terms' }, true);
        if (textOf(typed, 'do') === 'next' && onward && merged.theirs.length === 0)
          return seeOther(pathInLocale(request, `/venues/${params.slug}${stopPath(onward)}`));
        const theirs = merged.theirs.length > 0 ? `&theirs=${merged.theirs.join('.')}` : '';
        const done = outcome === 'stated' ? `saved${theirs}` : 'unchanged';
        return seeOther(pathInLocale(request, `/venues/${params.slug}/terms?done=${done}`));
      },
    }),
    route({
      method: 'get',
      path: '/venues/:slug/terms/:version',
      undocumented: true,
      params: OfVersion,
      about: aboutSlug,
      access: everyone,
      summary: 'One version of the house terms',
      answers: { 200: { description: 'A page' } },
      cacheControl: 'public, max-age=0, must-revalidate',
      handler: async ({ db, config, request, params, subject }) => {
        if (!subject.isPublic) throw notFound('venue');
        const language = languageOf(localeOf(request));
        const { t } = language;
        const found = await termsAt(db, subject.id, params.version);
        const now = await currentTerms(db, subject.id);
        const venue = await heldName(db, subject.id);
        const path = `/venues/${venue.slug}-${venue.id}`;
        const terms = termsView(language, termsSaid(language, found), path);
        return html(
          renderPage(
            {
              page: 'termsVersion',
              venue,
              ...(terms && { terms }),
              version: found.version,
              isCurrent: now.version === found.version,
              settings: settingsOf(config, request),
            },
            assets,
            {
              title: t('house.pageTitle', { venue: venue.name, name: t('common.name') }),
              description: t('house.isOld'),
              path: `${path}/terms/${found.version}`,
            },
          ),
        );
      },
    }),
  ];
}
