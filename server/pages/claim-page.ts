/** /venues/{slug}/claim: claiming a place that nobody holds, contesting a claim, answering, and giving a place up. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import type { ClaimPageData } from '../../client/pages/data.ts';
import { claimVenue, needsEmail, provesByEmail, releaseVenue } from '../claims/claim.ts';
import { contestClaim, sayMore, takeBack } from '../claims/contest.ts';
import { claimLimits } from '../claims/limits.ts';
import { mayAddWords, mayClaim, mayTakeBack, speaksFor } from '../claims/policy.ts';
import { aboutClaim, aboutContest, groupName, ownGroups, standingClaim } from '../claims/repository.ts';
import { Words } from '../claims/schema.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import type { PersonVisitor } from '../http/visitor.ts';
import { createOrganisation } from '../organisations/repository.ts';
import { personOfVisit } from '../people/policy.ts';
import { notAllowed, notFound, Problem } from '../problem.ts';
import { actorOf, venueHeld } from '../venues/held.ts';
import { loadRecords } from '../venues/rows.ts';
import { Id } from '../venues/schema.ts';
import { idOfSlug } from '../venues/slug.ts';
import { claimLetter } from './claim-letters.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfVenue = Type.Object({ slug: Type.String({ maxLength: 200 }) });
const Query = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });
const Form = Type.Object({}, { additionalProperties: true });
const dones = ['claimed', 'contested', 'said', 'takenBack', 'released'] as const;
type Doing = 'claim' | 'contest' | 'say' | 'takeBack' | 'release';
const doneBy: Record<Doing, (typeof dones)[number]> = {
  claim: 'claimed',
  contest: 'contested',
  say: 'said',
  takeBack: 'takenBack',
  release: 'released',
};
const refusalOf = {
  claim: 'claim.error_claim',
  contest: 'claim.error_contest',
  say: 'claim.error_words_over',
  takeBack: 'claim.error_words_over',
  release: 'claim.error_release',
} as const;

type Here = Pick<
  Context<typeof OfVenue, undefined, undefined>,
  'db' | 'config' | 'request' | 'visitor' | 'params'
>;

const isId = (text: string) => /^\d{1,10}$/.test(text) && Number(text) <= (Id.maximum ?? 0);

/** The venue that anybody may know of. Throws Problem 404. */
async function publicRecord(db: Here['db'], slug: string) {
  const id = idOfSlug(slug);
  if (id === undefined || !(await venueHeld(db, id)).isPublic) throw notFound('venue');
  const [record] = await loadRecords(db, [id]);
  if (!record) throw notFound('venue');
  return record;
}

async function dataOf(
  { db, visitor, params }: Here,
  form: FormState,
): Promise<Omit<ClaimPageData, 'settings'>> {
  const record = await publicRecord(db, params.slug);
  const { id, slug, name, organisationId } = record;
  const person = personOfVisit(visitor);
  const claim = await standingClaim(db, id);
  const holder = organisationId === undefined ? undefined : await groupName(db, organisationId);
  const stewarded = person.memberships.filter(({ role }) => role === 'steward');
  const groups = await ownGroups(
    db,
    stewarded.map((each) => each.organisationId),
  );
  const contested = (claim?.contests ?? []).map(({ organisation }) => organisation.id);
  const isContestable = claim !== undefined && Date.parse(claim.contestableUntil) > Date.now();
  return {
    page: 'claim',
    venue: { id, slug, name },
    ...(holder !== undefined && { holder }),
    ...(claim && { claim }),
    groups: groups.filter((group) => !contested.includes(group.id)),
    hasContested: groups.some((group) => contested.includes(group.id)),
    email: person.email,
    byEmail: await provesByEmail(db, person.email, record),
    onlyEmail: needsEmail(record),
    isHolder: speaksFor(visitor, organisationId),
    isContestable,
    ownContests: (claim?.contests ?? [])
      .filter(({ organisation }) => speaksFor(visitor, organisation.id))
      .map((each) => each.id),
    form,
  };
}

/** Does what the form asks. Throws the problems of the commands. */
async function act(context: Here, doing: Doing, typed: ReturnType<typeof typedIn>): Promise<void> {
  const { db, config, request, params, visitor: anybody } = context;
  const visitor = personOfVisit(anybody);
  const record = await publicRecord(db, params.slug);
  const letter = claimLetter(config.publicUrl, localeOf(request));
  const isNew = doing === 'claim' && textOf(typed, 'organisationId') === 'new';
  const organisationId = isNew
    ? (await createOrganisation(db, { name: textOf(typed, 'newGroup'), kind: 'community' }, visitor.id)).id
    : Number(textOf(typed, 'organisationId'));
  const speaker: PersonVisitor = isNew
    ? { ...visitor, memberships: [...visitor.memberships, { organisationId, role: 'steward' }] }
    : visitor;
  const words = textOf(typed, 'words');
  if (doing === 'claim') {
    const claim = {
      organisationId,
      maySpeak: textOf(typed, 'maySpeak') === 'yes',
      ...(words && { declaration: words }),
    };
    await claimVenue(db, { venueId: record.id, visitor: speaker, claim }, letter);
  } else if (doing === 'contest') {
    const standing = await standingClaim(db, record.id);
    if (!standing) throw notFound('claim');
    const claim = await aboutClaim({ db, params: { id: standing.id } });
    const contest = { organisationId, words };
    await contestClaim(db, { claim, visitor, contest }, claimLetter(config.publicUrl));
  } else if (doing === 'release') {
    if (!speaksFor(visitor, record.organisationId)) throw notAllowed('Only a steward gives a place up.');
    const holderId = record.organisationId;
    await releaseVenue(db, await actorOf(db, visitor, holderId), { venueId: record.id, holderId });
  } else {
    const id = textOf(typed, 'contest');
    if (!isId(id)) throw notFound('contest');
    const contest = await aboutContest({ db, params: { id: Number(id) } });
    const may = doing === 'say' ? mayAddWords : mayTakeBack;
    if (contest.venueId !== record.id || !may(visitor, contest)) throw notFound('contest');
    if (doing === 'say') await sayMore(db, { contest, visitor, words }, claimLetter(config.publicUrl));
    else await takeBack(db, contest);
  }
}

export function claimPages(assets: Assets): Route[] {
  const show = async (context: Here, form: FormState, done?: ClaimPageData['done'], status = 200) => {
    const { t } = languageOf(localeOf(context.request));
    const data = await dataOf(context, form);
    const { venue } = data;
    return privatePage(
      assets,
      context,
      { ...data, ...(done && { done }) },
      {
        title: t('claim.pageTitle', { venue: venue.name }),
        description: t('claim.whose'),
        path: `/venues/${venue.slug}-${venue.id}/claim`,
        status,
      },
    );
  };

  /** What is missing, beside its field, in the reader's language. */
  const faultsIn = async (context: Here, doing: Doing, typed: ReturnType<typeof typedIn>) => {
    const { t } = languageOf(localeOf(context.request));
    const faults: FormFault[] = [];
    const words = textOf(typed, 'words').length;
    const { minLength = 0, maxLength = 0 } = Words;
    const data = await dataOf(context, emptyForm);
    const needsWords = doing === 'contest' || doing === 'say' || (doing === 'claim' && !data.byEmail);
    const group = textOf(typed, 'organisationId');
    const isNew = doing === 'claim' && group === 'new';
    const newName = textOf(typed, 'newGroup');
    if (isNew && (newName === '' || newName.length > 160))
      faults.push({ field: 'newGroup', sentence: t('claim.error_newGroup') });
    if (
      !isNew &&
      (doing === 'claim' || doing === 'contest') &&
      !data.groups.some(({ id }) => String(id) === group)
    )
      faults.push({ field: 'organisationId', sentence: t('claim.error_group') });
    if (needsWords && (words < minLength || words > maxLength))
      faults.push({
        field: 'words',
        sentence: t(`claim.error_words_${doing === 'claim' || doing === 'contest' ? doing : 'say'}`),
      });
    if (doing === 'claim' && !data.byEmail && textOf(typed, 'maySpeak') !== 'yes')
      faults.push({ field: 'maySpeak', sentence: t('claim.error_maySpeak') });
    if (doing === 'release' && textOf(typed, 'sure') !== 'yes')
      faults.push({ field: 'sure', sentence: t('claim.error_sure') });
    return faults;
  };

  const common = {
    path: '/venues/:slug/claim',
    undocumented: true,
    params: OfVenue,
    access: mayClaim,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      method: 'get',
      summary: 'Whose a place is',
      query: Query,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? {};
        const done = dones.find((each) => each === context.query.done);
        return show(context, { ...emptyForm, values }, done);
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Claim a place, contest a claim, answer, or give a place up',
      form: true,
      body: Form,
      limits: claimLimits,
      handler: async (context) => {
        const { db, request, body, params } = context;
        const typed = typedIn(body);
        const asked = textOf(typed, 'do');
        const doing: Doing = Object.hasOwn(doneBy, asked) ? (asked as Doing) : 'claim';
        const faults = await faultsIn(context, doing, typed);
        if (faults.length > 0) return show(context, { values: typed, faults }, undefined, 400);
        try {
          // Undone by itself when it fails, so that the page can still be made.
          await db.transaction((inner) => act({ ...context, db: inner }, doing, typed));
        } catch (error) {
          const isTaken =
            (error instanceof Problem && error.status === 409) ||
            (error as { code?: string }).code === '23505';
          if (!isTaken) throw error;
          const sentence = languageOf(localeOf(request)).t(refusalOf[doing]);
          return show(context, { values: typed, faults: [{ sentence }] }, undefined, 409);
        }
        return seeOther(pathInLocale(request, `/venues/${params.slug}/claim?done=${doneBy[doing]}`));
      },
    }),
  ];
}
