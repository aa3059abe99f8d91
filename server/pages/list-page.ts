/** /list: the first step of a listing. What it holds of a place is enough for a draft, which the other steps go on with. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import type { ListPageData } from '../../client/pages/data.ts';
import { ownGroups } from '../claims/repository.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { mayBeSame } from '../listing/start.ts';
import { tooLong } from '../listing/step.ts';
import { placeIn } from '../listing/where.ts';
import { createOrganisation } from '../organisations/repository.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { actorOf, heldVenues } from '../venues/held.ts';
import { saveVenue } from '../venues/repository.ts';
import { findKind } from '../vocabulary.ts';
import { findPostcode } from './edit-asked.ts';
import { faultsInWords } from './edit-data.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

type Here = Pick<Context<undefined, undefined, undefined>, 'db' | 'config' | 'request' | 'visitor'>;

/** Whoever is of one group lists for that one, unless they say otherwise. */
function ownOnly({ visitor }: Here): FormState['values'] {
  const [only, ...others] = personOfVisit(visitor).memberships;
  return only && others.length === 0 ? { organisationId: String(only.organisationId) } : {};
}

export function listPages(assets: Assets): Route[] {
  const show = async (context: Here, form: FormState, same: ListPageData['same'] = [], status = 200) => {
    const { db, request, visitor } = context;
    const { t } = languageOf(localeOf(request));
    const ids = personOfVisit(visitor).memberships.map((each) => each.organisationId);
    const groups = await ownGroups(db, ids);
    const held = await heldVenues(db, ids);
    const drafts = held.flatMap(({ id, slug, name, status }) =>
      status === 'draft' ? [{ id, slug, name }] : [],
    );
    return privatePage(
      assets,
      context,
      { page: 'list', groups, drafts, same, form },
      { title: t('listing.startPageTitle'), description: t('listing.startHow'), path: '/list', status },
    );
  };
  const common = {
    path: '/list',
    access: signedIn,
    undocumented: true,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'List a place',
      handler: async (context) =>
        show(context, {
          ...emptyForm,
          values: { ...ownOnly(context), ...(await keptValues(context.db, context.request)) },
        }),
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Begin a listing',
      form: true,
      body: Type.Object({}, { additionalProperties: true }),
      // Also whoever only looks for a postcode tries.
      limits: [{ name: 'new-venue', tries: 100, seconds: 86_400, by: 'visitor' }],
      handler: async (context) => {
        const { db, request, body } = context;
        const visitor = personOfVisit(context.visitor);
        const language = languageOf(localeOf(request));
        const { t } = language;
        const typed = typedIn(body);
        const read = (name: string) => textOf(typed, name);
        if (read('do') === 'find') {
          const { values, faults } = await findPostcode(db, typed);
          const form = { values, faults: faultsInWords(language, faults) };
          return show(context, form, [], faults.length > 0 ? 400 : 200);
        }
        const own = visitor.memberships.map((each) => String(each.organisationId));
        const { point, address, faults: unplaced } = await placeIn(db, typed);
        const isNew = read('organisationId') === 'new' || own.length === 0;
        const faults: FormFault[] = [];
        const wrong = (field: string, sentence: string) => faults.push({ field, sentence });
        if (read('name') === '') wrong('name', t('listing.error_name'));
        faults.push(...faultsInWords(language, tooLong(typed, { name: 160 })));
        if (!findKind(read('kind'))) wrong('kind', t('listing.error_kind'));
        if (!isNew && !own.includes(read('organisationId')))
          wrong('organisationId', t('listing.error_group'));
        if (isNew && (read('newGroup') === '' || read('newGroup').length > 160))
          wrong('newGroup', t('listing.error_newGroup'));
        // What was typed is not dropped without a word.
        if (!isNew && own.includes(read('organisationId')) && read('newGroup') !== '')
          wrong('newGroup', t('listing.error_newGroupToo'));
        faults.push(...faultsInWords(language, unplaced));
        if (faults.length > 0 || !point) return show(context, { values: typed, faults }, [], 400);
        if (read('another') !== 'yes') {
          const same = await mayBeSame(db, read('name'), point);
          if (same.length > 0) {
            const asked = [{ field: 'another', sentence: t('listing.error_same') }];
            return show(context, { values: typed, faults: asked }, same, 400);
          }
        }
        const organisationId = isNew
          ? (await createOrganisation(db, { name: read('newGroup'), kind: 'community' }, visitor.id)).id
          : Number(read('organisationId'));
        const actor = await actorOf(db, visitor, organisationId);
        const { id } = await saveVenue(db, actor, undefined, {
          name: read('name'),
          kind: read('kind'),
          organisationId,
          status: 'draft',
          location: { ...point, precision: 'exact' },
          address,
        });
        return seeOther(pathInLocale(request, `/venues/${id}/edit/rooms`));
      },
    }),
  ];
}
