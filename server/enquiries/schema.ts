/** The words of enquiries: what an agency asks the holder of a place, and what it is answered. */
import { type Static, Type } from '@sinclair/typebox';
import { Services } from '../venues/schema.ts';
import { Id, oneOf, optional, strict } from '../venues/schema-words.ts';

export const enquiryStates = ['draft', 'sent', 'answered', 'withdrawn'] as const;
export const enquiryAnswers = ['yes', 'no', 'talk'] as const;
/** Why no letter is written for a chosen site. */
export const silences = ['not_shown', 'no_holder', 'own', 'declined'] as const;
export const MOST_DRAFTS = 100;
export const longest = { service: 200, words: 4000, note: 1000, answer: 2000 } as const;

const Text = (maxLength: number, description?: string) =>
  Type.String({ maxLength, pattern: '\\S', ...(description && { description }) });
const orNull = <T extends string | number>(schema: object) =>
  Type.Unsafe<T | null>({ anyOf: [schema, Type.Null()] });
const sessions = { minimum: 1, maximum: 100, description: 'How many sessions a week are asked for' };
const Group = Type.Object({ id: Id, slug: Type.String(), name: Type.String() });

export const EnquiryChange = Type.Object(
  {
    service: optional(orNull<string>(Text(longest.service, 'What would be done there; needed to send it'))),
    sessionsPerWeek: optional(orNull<number>(Type.Integer(sessions))),
    words: optional(Text(longest.words, 'Why this place')),
    note: optional(orNull<string>(Text(longest.note, 'A word of your own'))),
  },
  { ...strict, $id: 'EnquiryChange', description: 'What is left out stays; null: nothing' },
);

export const EnquirySending = Type.Object(
  {
    acceptedTerms: optional(
      Type.Integer({
        minimum: 1,
        description:
          'The version of the house terms that you have read and will keep to: that which holds now. Needed where terms are stated',
      }),
    ),
  },
  { ...strict, $id: 'EnquirySending' },
);

export const EnquiryAnswer = Type.Object(
  {
    answer: oneOf(enquiryAnswers, {
      description:
        'yes and no: to being asked in this way; talk: let us talk first. None of them books anything',
    }),
    words: optional(Text(longest.answer)),
  },
  { ...strict, $id: 'EnquiryAnswer' },
);

export const Enquiry = Type.Object(
  {
    id: Id,
    version: Type.Integer({ description: 'For If-Match' }),
    state: oneOf(enquiryStates),
    plan: optional(
      Type.Object({ id: Id, name: Type.String() }, { description: 'For those who ask; absent: deleted' }),
    ),
    from: Type.Intersect([Group], { description: 'Who asks' }),
    holder: optional(
      Type.Intersect([Group], {
        description:
          'Who is asked: the holder when it was sent; of a draft, the holder now, while the place is shown',
      }),
    ),
    venue: Type.Object({
      id: Id,
      slug: optional(Type.String()),
      name: optional(Type.String({ description: 'Absent for those who ask when it is no longer shown' })),
    }),
    service: optional(Type.String()),
    sessionsPerWeek: optional(Type.Integer(sessions)),
    words: Type.String(),
    note: optional(Type.String()),
    contact: optional(
      Type.String({ description: 'What whoever sent it is called; absent: they have no name here, or left' }),
    ),
    terms: Type.Object({
      accepted: optional(Type.Integer({ description: 'The version that was accepted when it was sent' })),
      now: Type.Integer({ description: 'The version that holds now; 0: none are stated' }),
    }),
    services: Type.Intersect([Services], {
      description: 'What the holder of the place says of services now',
    }),
    since: Type.Array(oneOf(['terms_changed', 'declined', 'holder_changed'] as const), {
      description: 'What is no longer as it was when it was sent',
    }),
    madeAt: Type.String(),
    sentAt: optional(Type.String()),
    answer: optional(
      Type.Object({ answer: oneOf(enquiryAnswers), words: optional(Type.String()), at: Type.String() }),
    ),
    withdrawnAt: optional(Type.String()),
  },
  { $id: 'Enquiry' },
);
export const Enquiries = Type.Object(
  {
    items: Type.Array(Enquiry),
    next: optional(Type.Integer({ description: 'The `before` of the next page' })),
  },
  { $id: 'Enquiries' },
);

export const PlanLetters = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        venue: Type.Object({ id: Id, slug: optional(Type.String()), name: optional(Type.String()) }),
        enquiry: optional(Enquiry),
        silence: optional(
          oneOf(silences, {
            description:
              'Why no letter can be written: the place is no longer shown as it was; nobody holds it; it is your own; its holder has declined services',
          }),
        ),
      }),
      { description: 'The chosen sites in the order of the plan' },
    ),
    toWrite: Type.Integer({ description: 'Sites that a letter can be written for, and none is yet' }),
    next: optional(Type.Integer({ description: 'The `after` of the next page' })),
  },
  { $id: 'PlanLetters' },
);
export const DraftsMade = Type.Object(
  { made: Type.Integer(), left: Type.Integer({ description: 'Ask again for these' }) },
  { $id: 'DraftsMade' },
);
export const EnquiryDone = Type.Object(
  { id: Id, version: Type.Integer(), state: oneOf(enquiryStates) },
  { $id: 'EnquiryDone' },
);

export type Enquiry = Static<typeof Enquiry>;
export type Enquiries = Static<typeof Enquiries>;
export type EnquiryChange = Static<typeof EnquiryChange>;
export type EnquiryAnswer = Static<typeof EnquiryAnswer>;
export type PlanLetters = Static<typeof PlanLetters>;
export type EnquiryDone = Static<typeof EnquiryDone>;
export type EnquiryState = (typeof enquiryStates)[number];
export type Silence = (typeof silences)[number];
