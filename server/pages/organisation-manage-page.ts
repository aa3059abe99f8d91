/** /organisations/new: adding one; /organisations/{slug}/manage: the members' page of one, and what is offered to it. */
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import type { OrganisationManagePageData } from '../../client/pages/data.ts';
import { type Route, route, seeOther } from '../http/route.ts';
import { aboutHandover, acceptHandover, endHandover, listHandovers } from '../organisations/handover.ts';
import { newOrganisationLimits } from '../organisations/limits.ts';
import { mayAcceptHandover, mayEndHandover, maySeeInside, maySteward } from '../organisations/policy.ts';
import { createOrganisation } from '../organisations/repository.ts';
import { Id } from '../organisations/schema.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { notFound } from '../problem.ts';
import { heldVenues } from '../venues/held.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { saidFaults } from './organisation-about-page.ts';
import {
  aboutOrganisationSlug,
  DoneQuery,
  Form,
  type Here,
  isConflict,
  OfOrganisation,
  organisationName,
  ownPage,
  pathOf,
} from './organisation-form.ts';
import { organisationLetter } from './organisation-letters.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const dones = ['made', 'joined', 'accepted', 'declined', 'back', 'handedOn'] as const;
const kinds = ['community', 'agency', 'commissioner'] as const;

export const idTyped = (text: string): number =>
  /^\d{1,10}$/.test(text) && Number(text) <= (Id.maximum ?? 0) ? Number(text) : 0;

export function organisationManagePages(assets: Assets): Route[] {
  const show = async (
    context: Here,
    {
      form = emptyForm,
      done,
      status,
    }: { form?: FormState; done?: OrganisationManagePageData['done']; status?: number },
  ) => {
    const { db, request, subject, visitor } = context;
    const { t } = languageOf(localeOf(request));
    const organisation = await organisationName(db, subject.id);
    const isSteward = maySteward(visitor, subject);
    const offers = isSteward ? (await listHandovers(db, subject.id)).items : [];
    const places = await heldVenues(db, [subject.id]);
    return ownPage(
      context,
      assets,
      {
        page: 'organisationManage',
        organisation,
        isSteward,
        places,
        incoming: offers.filter(({ to }) => to.id === subject.id),
        outgoing: offers.filter(({ from }) => from.id === subject.id),
        form,
        ...(done && { done }),
      },
      {
        title: t('organisation.manageTitle', { organisation: organisation.name }),
        path: `${pathOf(organisation)}/manage`,
        ...(status && { status }),
      },
    );
  };
  const showNew = (context: Pick<Here, 'config' | 'request'>, form: FormState, status = 200) => {
    const { t } = languageOf(localeOf(context.request));
    const title = t('organisation.newTitle');
    return ownPage(
      context,
      assets,
      { page: 'organisationNew', form },
      { title, path: '/organisations/new', status },
    );
  };
  const common = { undocumented: true, answers: { 200: { description: 'A page' } } };
  const adding = { ...common, path: '/organisations/new', access: signedIn };
  const managing = {
    ...common,
    path: '/organisations/:slug/manage',
    params: OfOrganisation,
    about: aboutOrganisationSlug,
    access: maySeeInside,
  };

  return [
    route({
      ...adding,
      method: 'get',
      summary: 'Add an organisation',
      handler: async (context) =>
        showNew(context, { ...emptyForm, values: (await keptValues(context.db, context.request)) ?? {} }),
    }),
    route({
      ...adding,
      method: 'post',
      summary: 'Add an organisation',
      form: true,
      body: Form,
      limits: newOrganisationLimits,
      handler: async (context) => {
        const { db, request, visitor, body } = context;
        const language = languageOf(localeOf(request));
        const typed = typedIn(body);
        const read = (name: string) => textOf(typed, name);
        const kind = kinds.find((each) => each === read('kind'));
        const faults: FormFault[] = saidFaults(language, typed);
        if (!kind) faults.push({ field: 'kind', sentence: language.t('organisation.error_kind') });
        if (faults.length > 0 || !kind) return showNew(context, { values: typed, faults }, 400);
        const about = { name: read('name'), kind, about: read('about'), website: read('website') };
        const made = await createOrganisation(db, about, personOfVisit(visitor).id);
        return seeOther(pathInLocale(request, `/organisations/${made.slug}-${made.id}/manage?done=made`));
      },
    }),
    route({
      ...managing,
      method: 'get',
      summary: 'Look after an organisation',
      query: DoneQuery,
      handler: (context) => show(context, { done: dones.find((done) => done === context.query.done) }),
    }),
    route({
      ...managing,
      method: 'post',
      summary: 'Accept or decline a place that is offered, or take an offer back',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, config, request, visitor, subject, params, body } = context;
        const typed = typedIn(body);
        const letter = organisationLetter(config.publicUrl);
        const doing = textOf(typed, 'do') === 'accept' ? 'accept' : 'end';
        const act = async (inner: typeof db) => {
          const handover = await aboutHandover({
            db: inner,
            params: { id: idTyped(textOf(typed, 'offer')) },
          });
          const may = doing === 'accept' ? mayAcceptHandover : mayEndHandover;
          const isOurs = [handover.fromId, handover.toId].includes(subject.id);
          if (!isOurs || !may(visitor, handover)) throw notFound('offer');
          if (doing === 'accept') await acceptHandover(inner, { handover, visitor }, letter);
          else await endHandover(inner, { handover, visitor }, letter);
          return doing === 'accept' ? 'accepted' : handover.fromId === subject.id ? 'back' : 'declined';
        };
        try {
          // Undone by itself when it fails, so that the page can still be made.
          const done = await db.transaction(act);
          return seeOther(pathInLocale(request, `/organisations/${params.slug}/manage?done=${done}`));
        } catch (error) {
          if (!isConflict(error)) throw error;
          const { t } = languageOf(localeOf(request));
          const form = { ...emptyForm, faults: [{ sentence: t('organisation.error_offer') }] };
          return show(context, { form, status: 409 });
        }
      },
    }),
  ];
}
