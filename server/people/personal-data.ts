/**
 * Every place where the register holds something of a person, and what of it they can take away. A test reads the
 * schema and fails for a place that is not here, so that each new one is decided about.
 */

export interface Holding {
  table: string;
  /** The column that says whose it is: by number, or by address. */
  column: string;
  by: 'id' | 'email';
  /** What it is called in the export. */
  part: string;
  /** What is told of it. Never a digest of a secret, and nothing of other people. */
  select: string;
  from?: string;
  /** What becomes of it when the person goes. */
  afterwards: 'deleted' | 'kept without them';
  /** A column that goes with them where the rest is kept. */
  goesAlong?: string;
}

const organisation = `(select json_build_object('id', o.id, 'name', o.name) from organisation o
  where o.id = x.organisation_id) as organisation`;

export const personalData: readonly Holding[] = [
  {
    table: 'person',
    column: 'email',
    by: 'email',
    part: 'you',
    select:
      'x.email, x.name, x.operator, x.created_at as "since", x.locale as language, x.reminders, x.unreachable_since as "unreachableSince", x.corrections_told_at as "correctionsToldAt"',
    afterwards: 'deleted',
  },
  {
    table: 'session',
    column: 'person_id',
    by: 'id',
    part: 'sessions',
    select: 'x.created_at as "since", x.last_seen_at as "lastSeen", x.expires_at as "expiresAt", x.device',
    afterwards: 'deleted',
  },
  {
    table: 'sign_in',
    column: 'email',
    by: 'email',
    part: 'lettersToSignIn',
    select:
      'x.created_at as "askedAt", x.expires_at as "expiresAt", x.used_at as "usedAt", x.next, x.locale as language',
    afterwards: 'deleted',
  },
  {
    table: 'email_change',
    column: 'person_id',
    by: 'id',
    part: 'addressAskedFor',
    select: 'x.email, x.asked_at as "askedAt", x.expires_at as "expiresAt"',
    afterwards: 'deleted',
  },
  {
    table: 'email_change',
    column: 'email',
    by: 'email',
    part: 'addressAskedForByAnother',
    select: 'x.asked_at as "askedAt", x.expires_at as "expiresAt"',
    afterwards: 'deleted',
  },
  {
    table: 'letter',
    column: 'recipient',
    by: 'email',
    part: 'lettersWaiting',
    select: 'x.subject, x.created_at as "writtenAt"',
    afterwards: 'deleted',
  },
  {
    table: 'member',
    column: 'person_id',
    by: 'id',
    part: 'memberships',
    select: `${organisation}, x.role, x.since`,
    afterwards: 'deleted',
  },
  {
    table: 'member_invitation',
    column: 'email',
    by: 'email',
    part: 'invitations',
    select: `${organisation}, x.role, x.created_at as "invitedAt", x.expires_at as "expiresAt"`,
    afterwards: 'deleted',
  },
  {
    table: 'member_invitation',
    column: 'invited_by',
    by: 'id',
    part: 'invitationsMade',
    select: `${organisation}, x.role, x.created_at as "invitedAt"`,
    afterwards: 'kept without them',
  },
  {
    table: 'api_key',
    column: 'created_by',
    by: 'id',
    part: 'keysMade',
    select: `${organisation}, x.name, x.prefix, x.scopes, x.created_at as "madeAt", x.expires_at as "expiresAt"`,
    afterwards: 'kept without them',
  },
  {
    table: 'handover',
    column: 'offered_by',
    by: 'id',
    part: 'placesOffered',
    select: 'x.venue_id as "venueId", x.offered_at as "offeredAt"',
    afterwards: 'kept without them',
  },
  {
    table: 'change_author',
    column: 'person_id',
    by: 'id',
    part: 'changes',
    select: 'c.venue_id as "venueId", c.version, c.at, c.actor as "inTheNameOf", c.action',
    from: 'join change c on c.id = x.change_id',
    afterwards: 'deleted',
  },
  {
    table: 'terms_author',
    column: 'person_id',
    by: 'id',
    part: 'termsStated',
    select: 'x.venue_id as "venueId", x.version',
    afterwards: 'deleted',
  },
  {
    table: 'claim',
    column: 'person_id',
    by: 'id',
    part: 'claims',
    select: `${organisation}, x.venue_id as "venueId", x.evidence, x.declaration, x.made_at as "madeAt"`,
    afterwards: 'kept without them',
  },
  {
    table: 'contest',
    column: 'person_id',
    by: 'id',
    part: 'contests',
    select: `${organisation}, x.claim_id as "claimId", x.made_at as "madeAt"`,
    afterwards: 'kept without them',
  },
  {
    table: 'enquiry',
    column: 'person_id',
    by: 'id',
    part: 'enquiries',
    select: `${organisation}, x.venue_id as "venueId", x.state, x.service, x.words, x.note, x.made_at as "madeAt", x.sent_at as "sentAt"`,
    afterwards: 'kept without them',
  },
  {
    table: 'enquiry',
    column: 'answered_by',
    by: 'id',
    part: 'enquiriesAnswered',
    select: 'x.venue_id as "venueId", x.answer, x.answer_words as words, x.answered_at as "answeredAt"',
    afterwards: 'kept without them',
  },
  {
    table: 'reminder_letter',
    column: 'person_id',
    by: 'id',
    part: 'reminders',
    select: 'x.sent_on as "sentOn", x.expires_on as "expiresOn", x.used_at as "usedAt"',
    afterwards: 'deleted',
  },
  {
    table: 'correction',
    column: 'email',
    by: 'email',
    part: 'corrections',
    select: 'x.venue_id as "venueId", x.about, x.words, x.named, x.made_at as "madeAt"',
    afterwards: 'kept without them',
    // Or they would be named in public after they had gone.
    goesAlong: 'named',
  },
  {
    table: 'audit_entry',
    column: 'person_id',
    by: 'id',
    part: 'done',
    select: `${organisation}, x.venue_id as "venueId", x.action, x.at`,
    afterwards: 'kept without them',
  },
];

/** Where people's addresses pass through, and are not kept: counts of tries, for a day; forms, under a random name. */
export const notHeld: readonly string[] = ['rate_limit', 'kept_form'];
