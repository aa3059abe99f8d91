/** /organisations/{slug}/manage/members: who is a member, who is invited, who takes stewardship on. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import type { OrganisationMembersPageData } from '../../client/pages/data.ts';
import { recordAudit } from '../audit/repository.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { invite, listInvitations, MOST_OPEN, withdrawInvitation } from '../organisations/invitations.ts';
import { invitationLimits } from '../organisations/limits.ts';
import {
  mayHandOn,
  mayRemove,
  maySeeInside,
  maySteward,
  type OrganisationSubject,
} from '../organisations/policy.ts';
import {
  handOnStewardship,
  listMembers,
  memberName,
  removeMember,
  setRole,
} from '../organisations/repository.ts';
import type { Typed } from '../people/kept-form.ts';
import { personOfVisit } from '../people/policy.ts';
import { Email } from '../people/schema.ts';
import { notAllowed, Problem } from '../problem.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import {
  aboutOrganisationSlug,
  Form,
  type Here,
  isConflict,
  OfOrganisation,
  organisationName,
  ownPage,
  pathOf,
} from './organisation-form.ts';
import { organisationLetter } from './organisation-letters.ts';
import { idTyped } from './organisation-manage-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const dones = ['role', 'removed', 'invited', 'withdrawn'] as const;
const doings = ['role', 'remove', 'invite', 'withdraw', 'handOn'] as const;
type Doing = (typeof doings)[number];
const PAGE = 50;
const Query = Type.Object(
  { done: Type.Optional(Type.String()), after: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) },
  { additionalProperties: true },
);
const isEmail = new RegExp(Email.pattern ?? '');
const isRole = (text: string): text is 'steward' | 'editor' => text === 'steward' || text === 'editor';

type Acting = Pick<
  Context<undefined, undefined, undefined, OrganisationSubject>,
  'db' | 'config' | 'request' | 'visitor' | 'subject'
>;

/** Does what a form of the page asks; answers where it leads. Throws the problems of what it calls. */
async function act(
  { db, config, request, visitor, subject }: Acting,
  doing: Doing,
  typed: Typed,
): Promise<string> {
  const organisationId = subject.id;
  const note = (action: string, detail = {}) => recordAudit(db, { visitor, organisationId, action, detail });
  const person = idTyped(textOf(typed, doing === 'handOn' ? 'to' : 'person'));
  const role = textOf(typed, 'role') === 'steward' ? 'steward' : 'editor';
  const isSelf = visitor.kind === 'person' && visitor.id === person;
  const may =
    doing === 'remove'
      ? mayRemove(visitor, { ...subject, personId: person })
      : (doing === 'handOn' ? mayHandOn : maySteward)(visitor, subject);
  if (!may) throw notAllowed('Only a steward does this. Ask one of your group.');
  if (doing === 'role') {
    await setRole(db, organisationId, person, role);
    await note('member.role', { role });
    return isSelf ? '' : '/members?done=role';
  }
  if (doing === 'remove') {
    await removeMember(db, organisationId, person);
    await note(isSelf ? 'member.leave' : 'member.remove');
    return isSelf ? '/account?done=left' : '/members?done=removed';
  }
  if (doing === 'invite') {
    const invitation = { email: textOf(typed, 'email'), role } as const;
    await invite(
      db,
      config,
      { organisationId, visitor, invitation },
      organisationLetter(config.publicUrl, localeOf(request)),
    );
    return '/members?done=invited';
  }
  if (doing === 'withdraw') {
    await withdrawInvitation(db, organisationId, idTyped(textOf(typed, 'invitation')));
    await note('member.invite_back');
    return '/members?done=withdrawn';
  }
  const leaves = textOf(typed, 'after') === 'leave';
  await handOnStewardship(db, organisationId, { from: personOfVisit(visitor).id, to: person, leaves });
  await note('member.hand_on');
  return leaves ? '/account?done=left' : '?done=handedOn';
}

export function organisationMembersPages(assets: Assets): Route[] {
  const show = async (
    context: Here,
    {
      form,
      done,
      after,
      leaving,
      status,
    }: {
      form: FormState;
      done?: OrganisationMembersPageData['done'];
      after?: number;
      leaving?: OrganisationMembersPageData['leaving'];
      status?: number;
    },
  ) => {
    const { db, request, visitor, subject } = context;
    const { t } = languageOf(localeOf(request));
    const organisation = await organisationName(db, subject.id);
    const isSteward = maySteward(visitor, subject);
    const members = await listMembers(db, subject.id, { limit: PAGE, ...(after && { after }) });
    const isYou = (id: number) => visitor.kind === 'person' && visitor.id === id;
    return ownPage(
      context,
      assets,
      {
        page: 'organisationMembers',
        organisation,
        isSteward,
        members: members.items.map((each) => ({ ...each, isYou: isYou(each.id) })),
        isLater: after !== undefined,
        ...(members.next && { next: members.next }),
        invitations: isSteward ? (await listInvitations(db, subject.id)).items : [],
        form,
        ...(done && { done }),
        ...(leaving && { leaving }),
      },
      {
        title: t('organisation.membersTitle'),
        path: `${pathOf(organisation)}/manage/members`,
        ...(status && { status }),
      },
    );
  };
  const faultsOf = ({ request }: Pick<Here, 'request'>, doing: Doing, typed: Typed): FormFault[] => {
    const { t } = languageOf(localeOf(request));
    const read = (name: string) => textOf(typed, name);
    const faults: FormFault[] = [];
    if (doing === 'invite' && (!isEmail.test(read('email')) || read('email').length > 254))
      faults.push({ field: 'email', sentence: t('account.error_email') });
    if ((doing === 'invite' || doing === 'role') && !isRole(read('role')))
      faults.push({ field: 'role', sentence: t('organisation.error_role') });
    if (doing === 'handOn' && read('to') === '')
      faults.push({ field: 'to', sentence: t('organisation.error_handOnTo') });
    if (doing === 'handOn' && !['editor', 'leave'].includes(read('after')))
      faults.push({ field: 'after', sentence: t('organisation.error_then') });
    return faults;
  };
  const common = {
    path: '/organisations/:slug/manage/members',
    undocumented: true,
    params: OfOrganisation,
    about: aboutOrganisationSlug,
    access: maySeeInside,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'Who is a member of an organisation',
      query: Query,
      handler: async (context) => {
        const { db, request, query } = context;
        const values = (await keptValues(db, request)) ?? {};
        const done = dones.find((each) => each === query.done);
        const after = query.after === undefined ? undefined : Number(query.after);
        return show(context, {
          form: { ...emptyForm, values },
          ...(done && { done }),
          ...(after && { after }),
        });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Change roles, remove, leave, invite, hand on',
      form: true,
      body: Form,
      limits: invitationLimits,
      handler: async (context) => {
        const { db, request, visitor, subject, params, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const doing = doings.find((each) => each === textOf(typed, 'do')) ?? 'invite';
        const faults = faultsOf(context, doing, typed);
        if (faults.length > 0) return show(context, { form: { values: typed, faults }, status: 400 });
        // What only others can undo is asked once more.
        if (doing === 'remove' && textOf(typed, 'sure') !== 'yes') {
          const person = idTyped(textOf(typed, 'person'));
          const who = await memberName(db, subject.id, person);
          const isYou = visitor.kind === 'person' && visitor.id === person;
          if (who && mayRemove(visitor, { ...subject, personId: person }))
            return show(context, { form: emptyForm, leaving: { id: person, who, isYou } });
        }
        try {
          // Undone by itself when it fails, so that the page can still be made.
          const to = await db.transaction((inner) => act({ ...context, db: inner }, doing, typed));
          return seeOther(
            pathInLocale(
              request,
              to.startsWith('/account') ? to : `/organisations/${params.slug}/manage${to}`,
            ),
          );
        } catch (error) {
          if (!isConflict(error)) throw error;
          const isMissing = error instanceof Problem && error.status === 404;
          const isFull =
            doing === 'invite' && (await listInvitations(db, subject.id)).items.length >= MOST_OPEN;
          const fault =
            doing === 'invite'
              ? {
                  field: 'email',
                  sentence: t(isFull ? 'organisation.error_invitations' : 'organisation.error_member'),
                }
              : { sentence: t(isMissing ? 'organisation.error_noMember' : 'organisation.error_lastSteward') };
          return show(context, { form: { values: typed, faults: [fault] }, status: 409 });
        }
      },
    }),
  ];
}
