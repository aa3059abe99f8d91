/**
 * /venues/{slug}/edit/{step}: one part of a listing at a time. The same steps lead from a draft to publishing, and change
 * what is published; each is saved at once.
 */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { type EditStep, editSteps } from '../../client/logic/listing.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { bodyValidator } from '../http/validate.ts';
import { factFields, factsTyped, roomFields, roomsTyped } from '../listing/answers.ts';
import { notAllowed, Problem } from '../problem.ts';
import { actorOf } from '../venues/held.ts';
import { type HeldVenue, mayEditVenue, mayStewardVenue } from '../venues/policy.ts';
import { getRecord } from '../venues/read.ts';
import { isoDay, saveVenue } from '../venues/repository.ts';
import { type NewVenue, VenueChange } from '../venues/schema.ts';
import { accessFacts, amenityFacts } from '../vocabulary.ts';
import { formAgain, keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { aboutSlug } from './photo-form.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfStep = Type.Object({
  slug: Type.String({ maxLength: 200 }),
  step: Type.Unsafe<EditStep>(Type.String({ enum: [...editSteps] })),
});
const faultsOf = bodyValidator(VenueChange);

type Here = Pick<
  Context<typeof OfStep, undefined, undefined, HeldVenue & { slug: string }>,
  'db' | 'config' | 'request' | 'visitor' | 'params' | 'subject'
>;
type Typed = ReturnType<typeof typedIn>;

const entriesOf = { access: accessFacts, facilities: amenityFacts } as const;
/** What the whole place can be asked; rooms answer for themselves later. */
const asked = (step: 'access' | 'facilities') => entriesOf[step].filter(({ scope }) => scope !== 'space');

/** What a step changes, and the name of the field that each item of its list came from. */
function changeOf(step: EditStep, typed: Typed, venue: NewVenue): { change: VenueChange; fields: string[] } {
  if (step === 'publish') return { change: { status: 'published' }, fields: [] };
  if (step === 'rooms') {
    const { spaces, fields } = roomsTyped(typed, venue.spaces ?? []);
    return { change: { spaces }, fields };
  }
  const seen = textOf(typed, 'seen') === 'yes';
  const { facts, fields } = factsTyped(typed, venue, asked(step), { today: isoDay(), seen });
  return { change: { facts }, fields };
}

export function editPages(assets: Assets): Route[] {
  const show = async (
    { db, config, request, params, subject, visitor }: Here,
    form: FormState | undefined,
    status = 200,
  ) => {
    const { t } = languageOf(localeOf(request));
    const { step } = params;
    const { venue, version } = await getRecord(db, subject.id);
    const stored =
      step === 'rooms' ? roomFields(venue.spaces ?? []) : step === 'publish' ? {} : factFields(venue);
    const page = renderPage(
      {
        page: 'edit',
        step,
        venue: { id: subject.id, slug: subject.slug, name: venue.name },
        status: venue.status ?? 'draft',
        isSteward: mayStewardVenue(visitor, subject),
        rooms: (venue.spaces ?? []).map(({ name }) => name),
        facts: venue.facts?.length ?? 0,
        version,
        form: form ?? { ...emptyForm, values: stored },
        settings: settingsOf(config, request),
      },
      assets,
      {
        title: t('listing.editPageTitle', { step: t(`listing.step_${step}`), venue: venue.name }),
        description: t(`listing.step_${step}`),
        path: `/venues/${subject.slug}-${subject.id}/edit/${step}`,
        isPrivate: true,
      },
    );
    return html(page, { status, headers: { 'Cache-Control': 'private, no-store' } });
  };
  const common = {
    path: '/venues/:slug/edit/:step',
    params: OfStep,
    about: async ({ db, params }: { db: Here['db']; params: { slug: string } }) => {
      const held = await aboutSlug({ db, params });
      const row = await db('venue').where({ id: held.id }).first('slug');
      return { ...held, slug: String(row.slug) };
    },
    access: mayEditVenue,
    undocumented: true,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      method: 'get',
      summary: 'One part of a listing',
      handler: async (context) => {
        const kept = await keptValues(context.db, context.request);
        return show(context, kept && { ...emptyForm, values: kept });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Save one part of a listing',
      form: true,
      body: Type.Object({}, { additionalProperties: true }),
      handler: async (context) => {
        const { db, request, params, subject, visitor, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const { step } = params;
        if (step === 'publish' && !mayStewardVenue(visitor, subject))
          throw notAllowed('Only a steward publishes a listing.');
        const { venue } = await getRecord(db, subject.id);
        if (step === 'publish' && (venue.spaces ?? []).length === 0)
          return show(context, { values: typed, faults: [{ sentence: t('listing.error_noRoom') }] }, 400);
        const { change, fields } = changeOf(step, typed, venue);
        const fieldOf = (pointer: string) => {
          const [, list, at, part, index] = /^#\/(\w+)\/(\d+)(?:\/(\w+))?(?:\/(\d+))?/.exec(pointer) ?? [];
          const field = fields[Number(at)];
          if (list !== 'spaces') return field;
          const layout = change.spaces?.[Number(at)]?.capacities?.[Number(index)]?.layout;
          return part === 'capacities' && layout ? `${field}_${layout}` : `${field}_${part ?? 'name'}`;
        };
        try {
          const faults = faultsOf(change);
          if (faults.length > 0) throw new Problem(400, 'invalid-input', '', '', { errors: faults });
          const versions = [Number(textOf(typed, 'version')) || 0];
          const actor = await actorOf(db, visitor, subject.organisationId);
          await saveVenue(db, actor, subject.id, change, { versions });
        } catch (error) {
          const isStale = error instanceof Problem && error.status === 412;
          if (isStale)
            return show(context, { values: typed, faults: [{ sentence: t('listing.error_stale') }] }, 412);
          const inWords = ({ pointer = '' }) =>
            t(/capacities|floor|facts/.test(pointer) ? 'listing.error_number' : 'listing.error_room');
          return show(context, formAgain(typed, error, fieldOf, inWords), 400);
        }
        const next = editSteps[editSteps.indexOf(step) + 1];
        const goesOn = subject.status === 'draft' && next !== undefined && textOf(typed, 'then') !== 'later';
        const to = goesOn ? `edit/${next}` : 'manage';
        const path = `/venues/${subject.slug}-${subject.id}${step === 'publish' ? '' : `/${to}`}`;
        return seeOther(pathInLocale(request, path));
      },
    }),
  ];
}
