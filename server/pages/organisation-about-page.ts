/** /organisations/{slug}/manage/about: what an organisation says of itself. The form carries what it was made from. */
import { Type } from '@sinclair/typebox';
import type { ClashView } from '../../client/components/clashes.tsx';
import { formatDay, formatList } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { type Compared, choiceName, type Fields, settle } from '../../client/logic/three-way.ts';
import { recordAudit } from '../audit/repository.ts';
import { type Route, route, seeOther } from '../http/route.ts';
import { maySteward } from '../organisations/policy.ts';
import { changeOrganisation, getOrganisation, ORGANISATION_CHANGED } from '../organisations/repository.ts';
import { About, Name, Website } from '../organisations/schema.ts';
import type { Typed } from '../people/kept-form.ts';
import { isoDay } from '../venues/repository.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import {
  aboutOrganisationSlug,
  Form,
  type Here,
  OfOrganisation,
  ownPage,
  pathOf,
} from './organisation-form.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const names = ['name', 'about', 'website'] as const;
const Query = Type.Object(
  { done: Type.Optional(Type.String()), theirs: Type.Optional(Type.String()) },
  { additionalProperties: true },
);
const isWebsite = new RegExp(Website.pattern ?? '');

/** What is wrong with what was typed of an organisation, beside its fields. */
export function saidFaults({ t }: Language, typed: Typed): FormFault[] {
  const read = (name: string) => textOf(typed, name);
  const faults: FormFault[] = [];
  if (read('name') === '' || read('name').length > (Name.maxLength ?? 0))
    faults.push({ field: 'name', sentence: t('organisation.error_name') });
  if (read('about').length > (About.maxLength ?? 0))
    faults.push({ field: 'about', sentence: t('organisation.error_about') });
  const website = read('website');
  if (website !== '' && (!isWebsite.test(website) || website.length > (Website.maxLength ?? 0)))
    faults.push({ field: 'website', sentence: t('organisation.error_website') });
  return faults;
}

const label = ({ t }: Language, name: string) => t(`organisation.field_${name as (typeof names)[number]}`);

const clashView = (language: Language, { name, theirs, mine }: Compared): ClashView => ({
  name,
  mine,
  label: label(language, name),
  theirsText: [theirs].flat().join(),
  mineText: [mine].flat().join(),
});

interface Shown {
  form: FormState;
  /** What the form is made from. */
  was: Record<string, string>;
  clashes?: Compared[];
  done?: string;
  status?: number;
}

export function organisationAboutPages(assets: Assets): Route[] {
  const stored = async ({ db, subject }: Pick<Here, 'db' | 'subject'>) => {
    const { organisation, version } = await getOrganisation(db, subject.id, { limit: 1 });
    const { name, about = '', website = '' } = organisation;
    return { organisation, version, fields: { name, about, website } as Record<string, string> };
  };
  const show = async (context: Here, { form, was, clashes = [], done, status }: Shown) => {
    const language = languageOf(localeOf(context.request));
    const { organisation } = await stored(context);
    const { id, slug, name } = organisation;
    return ownPage(
      context,
      assets,
      {
        page: 'organisationAbout',
        organisation: { id, slug, name },
        was,
        clashes: clashes.map((each) => clashView(language, each)),
        day: formatDay(language, isoDay()),
        form,
        ...(done && { done }),
      },
      {
        title: language.t('organisation.aboutTitle'),
        path: `${pathOf(organisation)}/manage/about`,
        ...(status && { status }),
      },
    );
  };
  const doneText = (language: Language, { done, theirs = '' }: { done?: string; theirs?: string }) => {
    const { t } = language;
    if (done === 'unchanged') return t('organisation.done_unchanged');
    if (done !== 'saved') return undefined;
    const fields = names.filter((name) => theirs.split('.').includes(name));
    return fields.length === 0
      ? t('organisation.done_saved')
      : t('organisation.merged', {
          fields: formatList(
            language,
            fields.map((name) => label(language, name)),
          ),
        });
  };
  const common = {
    path: '/organisations/:slug/manage/about',
    undocumented: true,
    params: OfOrganisation,
    about: aboutOrganisationSlug,
    access: maySteward,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'What an organisation says of itself',
      query: Query,
      handler: async (context) => {
        const { db, request, query } = context;
        const { fields } = await stored(context);
        const kept = await keptValues(db, request);
        const was = kept
          ? Object.fromEntries(names.map((name) => [name, textOf(kept, `was_${name}`)]))
          : fields;
        const done = doneText(languageOf(localeOf(request)), query);
        return show(context, { form: { ...emptyForm, values: kept ?? fields }, was, ...(done && { done }) });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Change what an organisation says of itself',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, visitor, subject, body } = context;
        const language = languageOf(localeOf(request));
        const typed = typedIn(body);
        await db('organisation').where({ id: subject.id }).forUpdate().first('id');
        const now = await stored(context);
        const base: Fields = Object.fromEntries(names.map((name) => [name, textOf(typed, `was_${name}`)]));
        const { values, theirs, clashes } = settle({ names, typed, base, stored: now.fields });
        const was = now.fields;
        if (clashes.length > 0) {
          const faults = clashes.map(({ name }) => ({
            field: choiceName(name),
            sentence: language.t('form.chooseOne', { label: label(language, name) }),
          }));
          return show(context, {
            form: { values: { ...typed, ...values }, faults },
            was,
            clashes,
            status: 412,
          });
        }
        const faults = saidFaults(language, values as Typed);
        if (faults.length > 0) return show(context, { form: { values, faults }, was, status: 400 });
        const read = (name: string) => textOf(values as Typed, name);
        const changed = names.filter((name) => read(name) !== now.fields[name]);
        let { organisation } = now;
        if (changed.length > 0) {
          const change = {
            name: read('name'),
            about: read('about') || null,
            website: read('website') || null,
          };
          await changeOrganisation(db, subject.id, change, [now.version]);
          const detail = { fields: [...changed] };
          await recordAudit(db, {
            visitor,
            organisationId: subject.id,
            action: ORGANISATION_CHANGED,
            detail,
          });
          ({ organisation } = await stored(context));
        }
        const done = changed.length > 0 ? 'saved' : 'unchanged';
        const kept = theirs.length > 0 ? `&theirs=${theirs.join('.')}` : '';
        return seeOther(pathInLocale(request, `${pathOf(organisation)}/manage/about?done=${done}${kept}`));
      },
    }),
  ];
}
